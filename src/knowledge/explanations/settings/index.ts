// Finds the settings that a phrase names: `keepalive_timeout 65`, `max_fails=3 fail_timeout=30s`, `acks: all`.

import { fold, lookUp } from '../../names/lexicon'
import { settingTable } from '../../names/tables'
import type { KnownSetting } from './setting'

/** A setting and what is known of it, as Markdown. */
export interface Setting {
  readonly name: string
  readonly markdown: string
  /** Id of the explanation to read with it. */
  readonly entry: string
  /** Words of the product it belongs to, one of which must stand before it where it is an everyday word. */
  readonly owners: ReadonlySet<string>
  readonly ownedOnly: boolean
}

/**
 * The settings of a phrase, in its order: a name alone, with its value, or several with theirs; or one with the name of
 * its product (`undici headersTimeout`, `server.keepAliveTimeout = 65000`). A name that is an everyday word (`balance`,
 * `fall`) is meant only with a value behind it.
 */
export function settingsNamed(written: string): readonly Setting[] {
  const phrase = written.replace(wrappings, '')
  const alone = settingsCalled(phrase)
  if (alone.length > 0) return isEverydayWord(phrase) ? [] : alone.slice(0, MOST_SETTINGS)
  const sentence = settingsInSentence(phrase)
  return sentence.length > 0 ? sentence : settingsOwned(phrase)
}

function settingsInSentence(phrase: string): readonly Setting[] {
  const words = phrase
    .replace(/;$/, '')
    .split(/\s*[\s=:]\s*/, MOST_WORDS)
    .map(word => word.replace(/^["'`]|["'`,;]$/g, ''))
  const found: Setting[] = []
  for (let at = 0; at < words.length; ) {
    const length = lengthOfName(words, at)
    // A name and one value: what has other words beside it is a sentence.
    if (length === 0) return []
    found.push(...settingsCalled(words.slice(at, at + length).join(' ')))
    at += length + 1
    while (isValue(words[at] ?? '') && lengthOfName(words, at) === 0) at++
  }
  return found.slice(0, MOST_SETTINGS)
}

/** The settings that the word at an offset of a line names, `proxy_read_timeout` in "nginx, proxy_read_timeout 60s". */
export function settingsAt(
  line: string,
  offset: number,
): (Span & { settings: readonly Setting[] }) | undefined {
  for (const { 0: word, index: start } of line.matchAll(/[A-Za-z][\w.]*\w/g)) {
    const end = start + word.length
    if (start > offset || end < offset || !/_|\.|[a-z][A-Z]/.test(word)) continue
    const settings = settingsCalled(word)
    return settings.length > 0 ? { start, end, settings } : undefined
  }
  return undefined
}

interface Span {
  readonly start: number
  readonly end: number
}

const MOST_SETTINGS = 4
const MOST_WORDS = 16

/** `gunicorn --timeout 60` and `keepalive = 30` without the value at the end. */
function withoutValue(phrase: string): string {
  const value = phrase.split(separator).at(-1)!
  if (!isValue(value)) return phrase
  let end = phrase.length - value.length
  while (end > 0 && separator.test(phrase[end - 1]!)) end--
  return phrase.slice(0, end)
}

const separator = /[\s=:]/

/**
 * The setting of a product that stands before it, as in `OkHttp callTimeout`, `gunicorn --timeout 60` and
 * `hystrix.command.default.timeoutInMilliseconds`, or behind it (`commandTimeout ioredis`). In a dotted path less than half
 * of the words may be names that somebody chose.
 */
function settingsOwned(phrase: string): readonly Setting[] {
  const bare = withoutValue(phrase.split('(', 1)[0]!)
  const words = bare.split(/[\s.#:]+|(?:^|\s)--/, MOST_WORDS).filter(word => word !== '')
  const isPath = !/\s/.test(bare)
  const readings = [
    { key: words.slice(-1), owners: words.slice(0, -1) },
    ...(isPath
      ? []
      : [
          { key: words.slice(-2), owners: words.slice(0, -2) },
          { key: words.slice(0, 1), owners: words.slice(1) },
        ]),
  ]
  for (const { key, owners } of readings) {
    if (owners.length === 0 || owners[0] === key[0]) continue
    const owned = settingsIn(fold(key.join(' '))).filter(setting => isOwner(setting, owners, isPath))
    if (owned.length > 0) return owned.slice(0, MOST_SETTINGS)
  }
  return []
}

function isOwner({ owners }: Setting, words: readonly string[], isPath: boolean): boolean {
  const [first = ''] = words
  const known = words.filter(word => owners.has(fold(word)))
  return isPath ? owners.has(fold(first)) && 2 * known.length > words.length : known.length === words.length
}

/** What other programs put before a key: annotations of ingress-nginx, properties of Spring, Sentinel's own word. */
const wrappings =
  /^(?:[\w.]+\.kubernetes\.io\/|spring\.kafka\.(?:consumer|producer)\.|sentinel (?=[a-z-]+(?:$| \w)))/

/** How many words the name of a setting has that begins at a word, with a value behind it; 0 if none does. */
function lengthOfName(words: readonly string[], at: number): number {
  return (
    [2, 1].find(length => {
      const name = words.slice(at, at + length).join(' ')
      return isValue(words[at + length] ?? '') && settingsCalled(name).length > 0
    }) ?? 0
  )
}

/** Figures, switches and the words that settings of these products are set to: anything else may be a sentence. */
const isValue = (word: string): boolean =>
  /^(?:-?[\d$][\w.,%/$-]{0,40}|o(?:n|ff)|yes|no|true|false|all|none|auto|always|everysec|latest|earliest|read_(?:un)?committed|(?:allkeys|volatile)-\w+|noeviction|error|timeout|non_idempotent|round_?robin|leastconn|source|random|session|transaction|statement|replica|logical|(?:connect-failure|gateway-error|reset|unavailable)[\w,-]*|(?:zone|burst|rate|keys_zone)\S*|nodelay|updating|shared:\S+|conn-failure|ClientIP|(?:primary|secondary)(?:Preferred)?|nearest|majority|Local|Cluster|TLSv1\S*|compact|gzip|lz4|snappy|zstd)$/.test(
    word,
  )

const isEverydayWord = (name: string): boolean => everyday.has(name)

const everyday: ReadonlySet<string> = new Set([
  'acks',
  'balance',
  'fall',
  'inter',
  'rise',
  'replicas',
  'sendfile',
  'http2',
  'http3',
  'reuseport',
  'hz',
])

/** Settings of that name, letter by letter; `proxy-read-timeout` is another notation of one. */
function settingsCalled(name: string): readonly Setting[] {
  const found = settingsIn(fold(name)).filter(({ ownedOnly }) => !ownedOnly)
  const exact = found.filter(setting => setting.name.toLowerCase() === name.toLowerCase())
  // "idle-timeout" is a word, `proxy-read-timeout` hardly is.
  return exact.length > 0 || /\s/.test(name) || name.split(/[-_.]/).length < 3 ? exact : found
}

/** What is known of the settings with that name, in any spelling. */
const settingsIn = (key: string): readonly Setting[] =>
  lookUp(settingTable(), key).map(({ value }) => settingOf(value))

function settingOf(known: KnownSetting): Setting {
  const { name, sets, byDefault, entry, product, source, confirmed, owners, ownedOnly = false } = known
  const checked = confirmed === undefined ? 'not checked' : `checked ${confirmed}`
  return {
    name,
    entry,
    owners: new Set(owners.split(' ')),
    ownedOnly,
    markdown: `**\`${name}\`** (${product}): ${sets}. Default: ${byDefault} ([${hostOf(source)}](${source}), ${checked}).`,
  }
}

const hostOf = (source: string): string => /^https:\/\/(?:www\.)?([^/]+)/.exec(source)?.[1] ?? source
