// What speaks for a picture being a design: its words and shapes, what its boxes are known as, what its arrows say.

import { arrowMeaning, protocolById, protocolsIn } from '../../../knowledge'
import type { Arrow, Diagram } from '../../../syntax/tree'
import type { Introduction } from '../../../text/introduction'
import type { Component, Connection } from '../../system'
import { wordingOf } from '../../wording'
import type { Decision } from '../decision'
import { deployabilityOf } from '../deployability'
import { isConfiguration, isEmbedded, isView } from '../in-process'
import { isIdentifier, namesFunction, namesTopic, readsAsCode } from '../naming'
import { categoryOf } from '../node-category'
import { seeBuild } from './build'
import { Evidence, many, type Seen } from './seen'
import { evidenceShares } from './shares'
import { wordsIn } from './words'

/** A picture as far as it can be read without knowing what it is. */
export interface Picture {
  readonly diagram: Diagram
  readonly introduction: Introduction
  readonly components: readonly Component[]
  readonly connections: readonly Connection[]
  /** Whether each connection crosses a network, told by its ends and words alone. */
  readonly told: readonly Decision[]
}

export function pictureEvidence(picture: Picture): readonly Seen[] {
  const { diagram, introduction, components } = picture
  const evidence = new Evidence()
  seeFamily(evidence, diagram)
  seeContext(evidence, diagram, introduction)
  seeBoxes(evidence, components)
  seeBoxWords(evidence, components)
  seeArrows(evidence, picture.connections)
  seeGroups(evidence, diagram)
  seeConnections(evidence, picture)
  seeBuild(evidence, picture)
  return evidence.all
}

function seeConnections(evidence: Evidence, { components, connections, told }: Picture): void {
  const counts: Counts = new Map()
  connections.forEach(({ role, protocols, request, arrow, from, to }, at) => {
    const { value, why } = told[at]!
    count(counts, `arrows are taken for a ${role.value}`)
    count(counts, `arrows ${value ? 'go between programs' : 'stay within programs'}`)
    count(counts, `arrows are judged so: ${why}`)
    if (protocols.length > 0) count(counts, 'arrows are of a known protocol')
    if (request) count(counts, 'arrows are of a known request')
    if (readsAsCode(arrow.text) && [from, to].every(end => deployabilityOf(end) !== 'runs'))
      count(counts, 'arrows read as code between what may be parts')
  })
  for (const [name, number] of counts) evidence.share(name, number, connections.length)
  for (const [name, share] of evidenceShares(components, connections)) evidence.share(name, share, 1)
}

function seeFamily(evidence: Evidence, { family, keyword, direction, nodes, arrows }: Diagram): void {
  evidence.see('every picture')
  evidence.see(`a ${family} diagram`)
  if (family !== 'flowchart') evidence.see(`drawn as ${keyword}`)
  else if (direction) evidence.see(`drawn ${direction}`)
  evidence.see('many boxes', many(nodes.length))
  evidence.see('many arrows a box', Math.min(3, arrows.length / Math.max(1, nodes.length)) / 3)
}

/** The end of the text before a picture introduces it. */
const mostWordsBefore = 24

function seeContext(evidence: Evidence, diagram: Diagram, { headings, before }: Introduction): void {
  const { title = '', text } = diagram
  const [nearest = opening.exec(text)?.[1] ?? '', ...outer] = headings.toReversed()
  evidence.words('under the heading', wordsIn(nearest))
  evidence.words('under the heading', wordsIn(title))
  for (const heading of outer) evidence.words('in a part on', wordsIn(heading), 0.5)
  evidence.words('introduced by', wordsIn(before).slice(-mostWordsBefore), 0.5)
}

/** What a file of its own says of itself: `%% Order service: dependency graph`. */
const opening = /^\s*%%(?!\{)[\s=-]*(\S.*)/

/** Counts of what was seen, by name. */
type Counts = Map<string, number>

const count = (counts: Counts, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function seeBoxes(evidence: Evidence, components: readonly Component[]): void {
  const counts: Counts = new Map()
  const kinds = new Set<string>()
  for (const component of components) {
    const { kind } = component
    const sure = kind?.confidence ?? 0
    if (kind && sure >= 0.55) kinds.add(kind.value)
    if (kind && sure >= 0.55 && infrastructure.has(kind.value)) count(counts, 'boxes are infrastructure')
    count(
      counts,
      kind && sure >= 0.5
        ? `boxes are ${sure < 0.75 ? 'perhaps ' : ''}a ${kind.value}`
        : 'boxes have no known kind',
    )
    for (const trait of traitsOf(component)) count(counts, `boxes ${trait}`)
  }
  for (const [name, number] of counts) evidence.share(name, number, components.length)
  evidence.see('many kinds of boxes', Math.min(6, kinds.size) / 6)
}

function traitsOf(component: Component): readonly string[] {
  const { technology, node, headline, id, text } = component
  const traits = [
    `read as a ${categoryOf(component)}`,
    deployabilities[deployabilityOf(component)],
    `are drawn as a ${node.shape || 'plain box'}`,
    `have ${Math.min(8, headline.split(/\s+/).length)} words`,
  ]
  const isTrue = (trait: string, holds: boolean) => holds && traits.push(trait)
  isTrue('name a technology', technology !== undefined)
  isTrue('are embedded', isEmbedded(component))
  isTrue('are identifiers', isIdentifier(component))
  isTrue('are configuration', isConfiguration(component))
  isTrue('are views', isView(component))
  isTrue('have brackets', /[()]/.test(headline))
  isTrue('are named by their ids', text === id)
  isTrue('are named by their ids in small letters', text === id && !/\p{Lu}/u.test(text))
  isTrue('are numbered', /\d$/.test(headline))
  isTrue('are written like topics', namesTopic(headline))
  isTrue('are drawn as elements of C4', /\[(?:person|(?:software )?system|container|component)\b/i.test(text))
  return traits
}

const deployabilities = {
  runs: 'run by themselves',
  part: 'are parts of programs',
  unsure: 'may be parts of programs',
}

const infrastructure: ReadonlySet<string> = new Set(
  'gateway balancer cdn waf dns cache database queue stream objectStore search proxy function warehouse external auth registry monitoring'.split(
    ' ',
  ),
)

function seeBoxWords(evidence: Evidence, components: readonly Component[]): void {
  const often: Counts = new Map()
  for (const { headline, text } of components) {
    const words = wordsIn(headline)
    const [first] = words
    const last = words.at(-1)
    for (const word of new Set(words)) count(often, `a box says '${word}'`)
    if (first) count(often, `a box begins with '${first}'`)
    if (last) count(often, `a box ends in '${last}'`)
    if (text.length > headline.length)
      evidence.words('a box is described by', wordsIn(text.slice(headline.length)), 0.5)
  }
  seeOften(evidence, often, components.length)
}

/** A word counts for more where it stands in half of all. */
function seeOften(evidence: Evidence, often: Counts, of: number): void {
  for (const [name, number] of often) evidence.see(name, Math.min(1, (2 * number) / of + 0.2))
}

function seeArrows(evidence: Evidence, connections: readonly Connection[]): void {
  const counts: Counts = new Map()
  const often: Counts = new Map()
  for (const { arrow } of connections) {
    for (const trait of arrowTraitsOf(arrow)) count(counts, `arrows ${trait}`)
    for (const word of new Set(wordsIn(arrow.text))) count(often, `an arrow says '${word}'`)
  }
  for (const [name, number] of counts) evidence.share(name, number, connections.length)
  seeOften(evidence, often, connections.length)
}

function arrowTraitsOf(arrow: Arrow): ReadonlySet<string> {
  const { text, technology, stroke, head, tail, from, to } = arrow
  const traits = new Set([`are ${stroke}`])
  const meaning = arrowMeaning(text)
  const isTrue = (trait: string, holds: boolean) => holds && traits.add(trait)
  if (meaning) traits.add(`mean ${meaning.value}`)
  for (const { id } of protocolsIn(wordingOf(arrow))) {
    traits.add(`name ${id}`)
    isTrue('name a protocol', protocolById(id).layer === 'application')
  }
  isTrue('say nothing', text === '')
  isTrue('state a technology', technology !== undefined)
  isTrue('call functions', namesFunction(text))
  isTrue('read as code', readsAsCode(text))
  isTrue('name a method', /\b(?:GET|POST|PUT|PATCH|DELETE)\b/.test(text))
  isTrue('name a path', /(?:^|\s)\/\w/.test(text))
  isTrue('lead back', from === to)
  isTrue('have no heads', head === 'none' && tail === 'none')
  isTrue('have two heads', head !== 'none' && tail !== 'none')
  return traits
}

function seeGroups(evidence: Evidence, { groups, nodes }: Diagram): void {
  for (const { text, id } of groups) evidence.words('a group says', wordsIn(text || id))
  const inGroups = nodes.filter(({ parent }) => parent !== undefined).length
  evidence.share('boxes stand in groups', inGroups, nodes.length)
}
