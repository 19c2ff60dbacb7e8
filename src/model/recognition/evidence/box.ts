// What speaks for what a box is: its words, how it is drawn, where it stands and whom it is joined to.

import {
  fieldsOf,
  type Inference,
  type Kind,
  remembered,
  runsCode,
  type Sighting,
  type Technology,
} from '../../../knowledge'
import type { Arrow } from '../../../syntax/tree'
import { framesAround } from '../../ends'
import type { Component } from '../../system'
import { deployabilityOf } from '../deployability'
import { isConfiguration, isEmbedded, isView } from '../in-process'
import { isIdentifier, namesTopic } from '../naming'
import { categoryOf } from '../node-category'
import { type DrawnAround, kindNamedIn } from './around'
import { Evidence, type Seen, surely } from './seen'
import { wordsIn } from './words'

/** No more arrows of a box are looked at. */
const mostArrows = 8

/** `sightings` is what the names and shapes it is known by stand for. */
export function boxEvidence(
  component: Component,
  sightings: readonly Sighting[],
  around: DrawnAround,
): readonly Seen[] {
  const evidence = new Evidence()
  evidence.see('any box')
  seePicture(evidence, around)
  seeDrawing(evidence, component, around)
  seeName(evidence, component)
  if (sightings.length === 0) evidence.see('nothing names a kind')
  evidence.see(
    `${sightings.length === 0 ? 'unnamed' : 'named'}, and it looks like a design`,
    Math.max(-4, Math.min(4, around.glance)) / 4,
  )
  for (const { place, kind } of sightings)
    evidence.speakFor(kind, `${place} ${surely(kind.confidence)} names it`)
  seeNamedKind(evidence, component)
  seeNature(evidence, component)
  seePlace(evidence, component)
  seeCompany(evidence, component, around)

  seeArrows(evidence, component, around)
  return evidence.all
}

/** What its name means, for what readers call a box of that name otherwise; and what stands around the name. */
function seeNamedKind(evidence: Evidence, component: Component): void {
  const { kind, technology, node, boundary } = component
  if (kind) {
    evidence.seeAt('named a', kind.value)
    evidence.see(`${surely(kind.confidence)} named a ${kind.value}`)
  }
  if (technology && !runsCode(technology.kind)) seeUses(evidence, technology)
  seeNames(evidence, 'its group', boundary ? [boundary.text] : [])
  seeNames(evidence, 'its class', node.classes)
  seeNames(evidence, 'what stands below its name', [belowName(component)])
  seeNames(evidence, 'its description', [node.description ?? ''])
}

/** What runs code may be anything that is made with it: nothing is told by that. */
function seeUses(evidence: Evidence, { name, kind, mayBe = [] }: Technology): void {
  const used = (value: Kind): Inference<Kind> => ({ value, confidence: 1, why: `${name} may be one` })
  evidence.speakFor(used(kind), 'made to be one')
  for (const use of mayBe) evidence.speakFor(used(use), 'may be used as one')
}

function seeNames(evidence: Evidence, place: string, texts: readonly string[]): void {
  for (const text of texts) {
    const kind = text === '' ? undefined : kindNamedIn(text)
    if (kind) evidence.speakFor(kind, `${place} ${surely(kind.confidence)} names one`)
  }
}

function seePicture(evidence: Evidence, { diagram, glance }: DrawnAround): void {
  evidence.see(`a ${diagram.family} diagram`)
  if (diagram.family !== 'flowchart') evidence.see(`drawn as ${diagram.keyword}`)
  evidence.see('it looks like a design', Math.max(-4, Math.min(4, glance)) / 4)
}

function seeDrawing(
  evidence: Evidence,
  { node, text, id }: Component,
  { diagram, placeOf }: DrawnAround,
): void {
  evidence.seeAt('shape', node.shape)
  const place = placeOf(id)
  if (place === 0) evidence.see(`drawn first in a ${diagram.family}`)
  if (place === 1) evidence.see(`drawn last in a ${diagram.family}`)
  evidence.seeAt('drawn late in a', diagram.family, place)
  if (node.icon) evidence.see('has an icon')
  if (text === id) evidence.see('named by its id')
}

function seeName(evidence: Evidence, component: Component): void {
  const { headline, node } = component
  const name = nameIn(headline)
  const words = wordsIn(name)
  const [first] = words
  const last = words.at(-1)
  evidence.words('word', words)
  if (first) evidence.words('begins with', [first])
  if (last) evidence.words('ends in', [last])
  if (words.length > 1 && words.length <= 3) evidence.see(`named '${words.join(' ')}'`)
  evidence.see(`a name of ${Math.min(words.length, 6)} words`)
  const rest = belowName(component) || headline.slice(name.length)
  evidence.words('described by', wordsIn(rest), 0.7)
  if (node.description) evidence.words('described by', wordsIn(node.description), 0.7)
  if (node.technology) evidence.words('made with', wordsIn(node.technology), 0.7)
  if (node.id !== headline && !/^\w{1,2}\d*$/.test(node.id)) evidence.words('id has', wordsIn(node.id), 0.5)
  seeFields(evidence, words)
  if (last === 'api' && words.length > 1) seeWhoseApi(evidence, words.slice(0, -1))
  seeForm(evidence, name, last)
  if (/\d$/.test(headline)) evidence.see('numbered')
  if (namesTopic(headline)) evidence.see('written like a topic')
  if (/\w\(.*\)/.test(headline)) evidence.see('written like a function')
  if (!/\p{Lu}/u.test(headline)) evidence.see('in small letters')
}

function seeFields(evidence: Evidence, words: readonly string[]): void {
  words.forEach((word, at) => {
    for (const field of fieldsOf(word)) {
      if (at === words.length - 1) evidence.seeAt('ends in a word of', field)
      else evidence.see(`a word of ${field} before others`)
    }
  })
}

/** `Order API` is often the designers' own, `Acme API` others'. */
function seeWhoseApi(evidence: Evidence, words: readonly string[]): void {
  const isCommon = words.every(word => fieldsOf(word).length > 0)
  evidence.see(isCommon ? 'an API of common words' : 'an API with a name')
}

/** How the name is spelled, and what its last word is derived with. */
function seeForm(evidence: Evidence, name: string, last = ''): void {
  const form = formOf(name)
  if (form !== '') evidence.seeAt('written', form)
  const suffix = suffixOf(last)
  if (suffix !== '') evidence.see(`ends in '-${suffix}'`)
}

const formOf = remembered(name => forms.find(([, pattern]) => pattern.test(name))?.[0] ?? '')

const suffixOf = remembered(word => suffixes.exec(word)?.[1] ?? '')

const forms: readonly (readonly [string, RegExp])[] = [
  ['as a path', /^[\w.@-]*\/[\w./@-]+$/],
  ['with a file ending', /\w\.[a-z]{1,5}$/],
  ['in snake_case', /^[\p{L}\d]+(?:_[\p{L}\d]+)+$/u],
  ['in kebab-case', /^[\p{Ll}\d]+(?:-[\p{Ll}\d]+)+$/u],
  ['in camelCase', /^\p{Ll}+(?:\p{Lu}[\p{Ll}\d]*)+$/u],
  ['in PascalCase', /^\p{Lu}[\p{Ll}\d]+(?:\p{Lu}[\p{Ll}\d]*)+$/u],
  ['in capitals', /^[\p{Lu}\d]{2,}$/u],
  ['as one word', /^\p{Lu}?\p{Ll}+$/u],
  ['in Title Case', /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u],
  ['as a sentence', /^\S+(?: \p{Ll}\S*)+$/u],
  ['with a picture', /^\p{Extended_Pictographic}/u],
]

const suffixes = /\p{L}{3}(er|or|ing|tion|sion|ment|ance|ence|ity|ure|ics|ist|ory|age|ade|ry)$/u

const belowName = ({ text, headline }: Component): string => text.slice(headline.length)

const nameIn = (headline: string): string => headline.split(/[([,:;|<]|\s[-–—+&]\s/, 1)[0]?.trim() || headline

function seeNature(evidence: Evidence, component: Component): void {
  const { technology } = component
  evidence.seeAt('reads as a', categoryOf(component))
  evidence.seeAt('by its wording:', deployabilityOf(component))
  if (isIdentifier(component)) evidence.see('an identifier')
  if (isEmbedded(component)) evidence.see('embedded')
  if (isConfiguration(component)) evidence.see('configuration')
  if (isView(component)) evidence.see('a view')
  if (!technology) return
  evidence.see('names a technology')
  evidence.seeAt('technology:', technology.kind)
  if (technology.managed) evidence.see('run by a provider')
  if (technology.delivers) evidence.see('builds or delivers')
}

function seePlace(evidence: Evidence, component: Component): void {
  const [nearest, ...outer] = framesAround(component)
  if (!nearest) evidence.see('in no group')
  else evidence.words('in the group', wordsIn(nearest.text))
  for (const frame of outer.slice(0, 3)) evidence.words('in the outer group', wordsIn(frame.text), 0.7)
  if (nearest?.members.length === 1) evidence.see('alone in its group')
}

/** Whom it stands beside in its group, and in the picture as a whole. */
function seeCompany(evidence: Evidence, { boundary }: Component, { companyOf }: DrawnAround): void {
  for (const [name, share] of companyOf(undefined)) evidence.see(name, share)
  if (boundary) for (const [name, share] of companyOf(boundary)) evidence.see(name, share)
}

function seeArrows(evidence: Evidence, { id }: Component, { leaving, coming, byId }: DrawnAround): void {
  const out = leaving.get(id) ?? []
  const into = coming.get(id) ?? []
  if (out.length === 0) evidence.see('no arrow leaves it')
  if (into.length === 0) evidence.see('no arrow reaches it')
  if (out.length === 0 && into.length === 0) evidence.see('joined to nothing')
  if (out.length === 1 && into.length === 0) evidence.see('only one arrow leaves it')
  if (out.length === 0 && into.length === 1) evidence.see('only one arrow reaches it')
  seeTraffic(evidence, out, into)
  if (out.length > 3) evidence.see('many arrows leave it')
  if (into.length > 3) evidence.see('many arrows reach it')
  for (const arrow of out.slice(0, mostArrows)) {
    evidence.words('it sends', firstWords(arrow), 0.7)
    const kind = namedKind(byId.get(arrow.to === id ? arrow.from : arrow.to))
    if (kind) evidence.seeAt('before a', kind, 0.7)
  }
  for (const arrow of into.slice(0, mostArrows)) {
    evidence.words('it gets', firstWords(arrow), 0.7)
    const kind = namedKind(byId.get(arrow.from === id ? arrow.to : arrow.from))
    if (kind) evidence.seeAt('behind a', kind, 0.7)
  }
}

function seeTraffic(evidence: Evidence, out: readonly Arrow[], into: readonly Arrow[]): void {
  const both = out.filter(({ from, to }) => into.some(one => one.from === to && one.to === from))
  evidence.see('answers whom it hears from', out.length === 0 ? 0 : both.length / out.length)
  const dotted = (arrows: readonly Arrow[]) => arrows.filter(({ stroke }) => stroke === 'dotted').length
  if (out.length > 0) evidence.see('dotted arrows leave it', dotted(out) / out.length)
  if (into.length > 0) evidence.see('dotted arrows reach it', dotted(into) / into.length)
  for (const { text } of out.slice(0, mostArrows))
    for (const name of spokenIn(text)) evidence.seeAt('it sends', name)
  for (const { text } of into.slice(0, mostArrows))
    for (const name of spokenIn(text)) evidence.seeAt('it gets', name)
}

/** What an arrow's label says is exchanged. */
const spokenIn = remembered((text): readonly string[] =>
  text === '' ? [] : spoken.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
)

const spoken: readonly (readonly [string, RegExp])[] = [
  ['a statement in SQL', /\b(?:SELECT|INSERT|UPDATE|DELETE|UPSERT|JDBC|SQL)\b/],
  ['a request of HTTP', /\b(?:GET|POST|PUT|PATCH|HTTPS?|REST)\b|\/\w+\/\w+/],
  ['a function call', /\w\(.*\)/],
  ['a status', /\b[1-5]\d\d\b(?! ?ms)/],
  [
    'reads and writes',
    /\b(?:reads?|writes?|stores?|saves?|persists?|loads?|quer(?:y|ies)|inserts?|upserts?)\b/i,
  ],
  ['messages', /\b(?:publish(?:es)?|consumes?|subscribes?|enqueues?|dequeues?|emits?|events?|produces?)\b/i],
  ['uses', /\b(?:uses?|opens?|clicks?|visits?|views?|enters?|submits?|logs? in|browses?)\b/i],
]

const firstWords = ({ text }: Arrow): readonly string[] => wordsIn(text).slice(0, 4)

const namedKind = (component: Component | undefined): string | undefined =>
  component?.kind && component.kind.confidence >= 0.5 ? component.kind.value : undefined
