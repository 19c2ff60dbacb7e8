// What a typed name may mean: explanations and products under that name, in any spelling and order of words.

import { lazily } from '../lazily'
import { fold, type Lexicon, lookUp, wordsOf } from '../names/lexicon'
import { entryTable, glossaryTable, technologyTable, typedTable } from '../names/tables'
import type { Technology } from '../technologies/technology'
import { describeWithFigures } from './describe'
import type { Entry } from './entry'
import { type Gloss, glossesOf } from './glossary/glossary'
import { entryIdOfKind } from './kind-entries'
import { spellingsOf } from './spellings'

/** One meaning of a term. */
export interface Sense {
  readonly entry?: Entry
  /** Markdown about this very value or product. */
  readonly computed?: string
}

/**
 * The meanings of a name, the likeliest first; none if nothing has that name. `H2` in its product's own spelling is
 * the product first, `h2` is what the explanations call so.
 */
export function sensesOf(term: string): readonly Sense[] {
  for (const spelling of spellingsOf(term)) {
    const senses = sensesNamed(spelling)
    if (senses.length > 0) return senses
    const reordered = namesByWords().get(wordKey(spelling))
    if (reordered !== undefined) return sensesNamed(reordered)
  }
  return []
}

function sensesNamed(name: string): readonly Sense[] {
  const key = fold(name)
  const entries = closestFirst(
    name,
    distinct([
      ...valuesOf(entryTable(), key),
      ...valuesOf(typedTable(), key).flatMap(id => entryById(id) ?? []),
    ]),
  )
  // An everyday word is a product's name only as the product spells it, unless it is nothing else.
  const named = lookUp(technologyTable(), key)
    .filter(
      ({ exact, value }) =>
        exact === undefined || exact === name || value.name === name || entries.length === 0,
    )
    .map(({ value }) => value)
  const products = distinct([...named, ...(unbranded().get(key) ?? [])])
  // `CloudFront` is that product before it is a CDN, where it has an explanation of its own.
  const ownEntries = named.flatMap(product =>
    isCalled(product, key) ? (entryById(`product-${product.id}`) ?? []) : [],
  )
  const inOwnSpelling = (product: Technology) => product.name === name
  const explained = distinct([...ownEntries, ...entries]).map(entry => senseOf(entry, products))
  const others = products.filter(product => !explained.some(sense => sense.product === product))
  const glosses = glossesOf(name).map(gloss => glossSense(gloss, entries))
  const told = [
    ...others.filter(inOwnSpelling).map(productSense),
    ...explained.map(({ entry, product }) => ({
      entry,
      ...(product && { computed: describeWithFigures(product) }),
    })),
    ...others.filter(product => !inOwnSpelling(product)).map(productSense),
  ]
  return glosses.reduce(withGloss, told)
}

/** What the glossary says of a product follows what is known of it; of anything else it is told first. */
function withGloss(told: readonly Sense[], gloss: Sense): readonly Sense[] {
  const at = told.findIndex(({ entry, computed }) => entry === gloss.entry && computed !== undefined)
  return at < 0
    ? [gloss, ...told]
    : told.with(at, { ...told[at], computed: `${told[at]?.computed}\n\n${gloss.computed}` })
}

/** A term with the explanation that has its name, else with the one that covers it. */
function glossSense({ entry: id, markdown }: Gloss, [first, ...others]: readonly Entry[]): Sense {
  const entry = [first, ...others].some(named => named?.id === id) ? entryById(id) : (first ?? entryById(id))
  return { ...(entry && { entry }), computed: markdown }
}

/** Each explanation once: a meaning that only repeats one says nothing new. */
export const distinctSenses = (senses: readonly Sense[]): readonly Sense[] =>
  senses.flatMap(({ entry, computed }, at) => {
    if (entry === undefined || !senses.slice(0, at).some(before => before.entry === entry))
      return [{ ...(entry && { entry }), ...(computed !== undefined && { computed }) }]
    return computed === undefined ? [] : [{ computed }]
  })

/** `h2` is a version of HTTP rather than the database. */
const isCalled = ({ name, everyday }: Technology, key: string): boolean =>
  fold(withoutBrand(name)) === key &&
  !everyday?.includes(name) &&
  (key.length > 2 || name !== withoutBrand(name))

/** What is written just so, then what is titled so: `slow_start` is a balancer’s setting, slow start is TCP’s. */
function closestFirst(name: string, entries: readonly Entry[]): readonly Entry[] {
  const key = fold(name)
  const distance = ({ id, title, aliases, everyday = [], typed = [] }: Entry) => {
    const spelledSo = [title, ...aliases, ...everyday, ...typed].includes(name)
    if (spelledSo && /[_A-Z]/.test(name)) return 0
    if (fold(id) === key || fold(title) === key) return 1
    return spelledSo ? 2 : 3
  }
  return [...entries].sort((a, b) => distance(a) - distance(b))
}

/** An explanation of a product is told together with what is known of the product. */
function senseOf(entry: Entry, products: readonly Technology[]): { entry: Entry; product?: Technology } {
  const product = products.find(one => entryOfProduct(one) === entry)
  return { entry, ...(product && { product }) }
}

function productSense(product: Technology): Sense {
  const entry = entryOfProduct(product) ?? entryOfKind(product)
  return { ...(entry && { entry }), computed: describeWithFigures(product) }
}

/**
 * What is told of a product: its own explanation, that of what it is one of, or the one that has its name. The H2
 * database has nothing to do with h2, the version of HTTP: everyday names don't count.
 */
export function entryOfProduct({ id, name, language }: Technology): Entry | undefined {
  return (
    entryById(`product-${id}`) ??
    entryById(siblings.get(id) ?? '') ??
    (language === true ? entryById('product-language') : undefined) ??
    productEntryNaming(name) ??
    entryNamed(name) ??
    entryNamed(id)
  )
}

/** What explains the kind of a product that has no explanation of its own. */
export const entryOfKind = (product: Technology): Entry | undefined => entryById(entryIdOfKind(product) ?? '')

/** Products that share an explanation with others. */
const siblings: ReadonlyMap<string, string> = new Map([
  ['claude-code', 'product-agent'],
  ['crewai', 'product-agent'],
  ['llamaindex', 'product-agent'],
  ['mcp-client', 'product-agent'],
  ['nginx', 'nginx-defaults'],
  ['sqs-fifo', 'product-sqs'],
  ['amazon-ses', 'product-resend'],
  ['entra-id', 'product-okta'],
  ['vscode', 'product-react-native'],
  ['nestjs', 'product-express'],
  ['hono', 'product-express'],
  ['vertx', 'product-tomcat'],
  ['blazor', 'product-angular'],
  ['streamlit', 'product-angular'],
  ['swagger-ui', 'product-angular'],
  ['xamarin', 'product-react-native'],
  ['electron', 'product-react-native'],
  ['firefox', 'product-chrome'],
  ['db2', 'product-oracle'],
  ['sql-server', 'product-oracle'],
  ['azure-sql', 'product-oracle'],
  ['redshift', 'product-clickhouse'],
  ['pinot', 'product-clickhouse'],
  ['neptune', 'product-neo4j'],
  ['mongodb-atlas', 'product-supabase'],
  ['cloudflare-d1', 'product-supabase'],
  ['spark', 'product-flink'],
  ['iceberg', 'product-flink'],
  ['dbt', 'product-flink'],
  ['azure-openai', 'product-openai'],
  ['n8n', 'product-airflow'],
  ['camunda', 'product-airflow'],
  ['langgraph', 'product-airflow'],
  ['fluentd', 'product-loki'],
  ['vps', 'product-ec2'],
  ['proxmox', 'product-ec2'],
  ['render', 'product-vercel'],
  ['openshift', 'product-eks'],
  ['kubelet', 'product-eks'],
  ['groq', 'product-openrouter'],
  ['tavily', 'product-openrouter'],
  ['localai', 'product-openrouter'],
  ['gmail', 'product-resend'],
  ['google-signin', 'product-cognito'],
  ['coingecko', 'product-alpha-vantage'],
  ['youtube', 'product-alpha-vantage'],
  ['unifi', 'product-pfsense'],
  ['pi-hole', 'product-pfsense'],
  ['vpn-gateway', 'product-pfsense'],
  ['trivy', 'product-ansible'],
  ['git-server', 'product-gitlab'],
  ['wiki-js', 'product-cms'],
  ['obsidian', 'product-cms'],
  ['excel', 'product-cms'],
  ['home-assistant', 'product-plc'],
  ['ecr', 'product-ghcr'],
  ['jenkins', 'product-ci-cd'],
  ['gitlab-ci', 'product-ci-cd'],
  ['azure-devops', 'product-ci-cd'],
  ['rds-postgresql', 'product-rds'],
  ['typescript', 'product-language'],
  ['dotnet', 'product-language'],
])

/**
 * The entry of a protocol's or setting's name: a product's if it is called so, else whoever has the name. No index of
 * all names is built for it, since a hover can't wait for one.
 */
export function entryCalled(name: string): Entry | undefined {
  const key = fold(name)
  const typed = valuesOf(typedTable(), key)
  const product = typed.find(id => id.startsWith('product-'))
  return entryById(product ?? '') ?? valuesOf(entryTable(), key)[0] ?? entryById(typed[0] ?? '')
}

/** The explanation that tells a product together with others of its sort, and so has its name. */
function productEntryNaming(name: string): Entry | undefined {
  const typed = valuesOf(typedTable(), fold(name))
  return entryById(typed.find(id => id.startsWith('product-')) ?? typed[0] ?? '')
}

const entryNamed = (name: string): Entry | undefined =>
  lookUp(entryTable(), fold(name)).find(({ exact }) => exact === undefined)?.value

/** The entry of that id: ids are names, but for those that are only typed. */
export const entryById = (id: string): Entry | undefined =>
  valuesOf(entryTable(), fold(id)).find(entry => entry.id === id) ?? (id === '' ? undefined : byId().get(id))

const byId = lazily(
  () =>
    new Map(
      entryTable()
        .values()
        .map(entry => [entry.id, entry]),
    ),
)

const valuesOf = <T>(lexicon: Lexicon<T>, key: string): readonly T[] =>
  lookUp(lexicon, key).map(({ value }) => value)

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

const brands =
  /^(?:amazon|aws|azure|google(?: cloud)?|gcp|apache|microsoft|ibm(?: cloud)?|oracle(?: cloud)?|alibaba(?: cloud)?) (?=\S)/i

/** `Aurora` of `Amazon Aurora`. */
export const withoutBrand = (name: string): string => name.replace(brands, '')

/** Products by their names without the maker's: "API Gateway" is Amazon's too. */
const unbranded = lazily(() => {
  const found = new Map<string, Technology[]>()
  for (const technology of technologyTable().values()) {
    const name = withoutBrand(technology.name)
    if (name === technology.name) continue
    const known = found.get(fold(name))
    if (known) known.push(technology)
    else found.set(fold(name), [technology])
  }
  return found
})

/** Names of several words by their words in alphabetical order: "timeout idle" is the idle timeout. */
const namesByWords = lazily(() => {
  const names = new Map<string, string>()
  const named = entryTable()
    .values()
    .map(({ id, title, aliases, typed = [] }) => [title, id, ...aliases, ...typed])
  for (const each of [
    ...named,
    ...glossaryTable()
      .values()
      .map(term => term.names),
  ])
    for (const name of each) {
      const key = wordKey(name)
      if (hasTwoWords(key) && !names.has(key)) names.set(key, name)
    }
  return names
})

/** `s 3` is a name of one word. */
const hasTwoWords = (key: string): boolean => key.split(' ').filter(word => /[a-z]{2}/.test(word)).length > 1

const wordKey = (name: string): string =>
  wordsOf(name)
    .map(({ text }) => text.replace(/(?<=..[^s])s$/, ''))
    .sort()
    .join(' ')
