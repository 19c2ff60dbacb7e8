// What a reader called a box, in the kinds of the model.

import { arrowAnswers } from '../../../src/model/recognition/arrows'
import { noKind } from '../../../src/model/recognition/kinds'
import type { Component, Connection } from '../../../src/model/system'
import type { Labelled, LabelledArrow } from './data'
import { asDesign, diagramOf, listedKind, systemBy } from './questions'

/** Parts of programs, things and networks are no systems; groups are no boxes. */
const noSystems: ReadonlySet<string> = new Set(['component', 'thing', 'other', 'network'])

/** The kind to learn; on our own pictures what the names say is right, and what they leave open nobody labelled. */
export function kindLabelled(of: Labelled, about: string | number): string | undefined {
  if (of.family === 'own') return listedKind(of, about)
  const kind = of.boxes.find(({ node }) => node === about)?.kind.replace('?', '')
  if (kind === undefined || kind === '' || kind === 'group') return undefined
  if (noSystems.has(kind)) return noKind
  const listed = listedKind(of, about)
  return kind === 'client' && (listed === 'browser' || listed === 'mobile') ? listed : kind
}

/** The same of what was found, as far as readers told kinds apart. */
export function kindFound({ kind }: Component): string {
  if (!kind || kind.confidence < 0.5) return noKind
  return coarse(kind.value)
}

export const coarse = (kind: string): string => (kind === 'browser' || kind === 'mobile' ? 'client' : kind)

/** What rules treat alike: whatever does our work, whatever requests pass through, whatever keeps data or messages. */
export const familyOf = (kind: string): string => families.get(kind) ?? kind

const families: ReadonlyMap<string, string> = new Map(
  [
    ['service', 'worker', 'function', 'auth', 'scheduler', 'registry'],
    ['gateway', 'balancer', 'proxy', 'cdn', 'waf', 'dns'],
    ['database', 'warehouse', 'objectStore', 'search', 'cache'],
    ['queue', 'stream'],
  ].flatMap(([first = '', ...others]) => others.map(other => [other, first] as const)),
)

const answerOf: Readonly<Record<string, (typeof arrowAnswers)[number]>> = {
  'call-reversed': 'call',
  stream: 'call',
  'publish-notify': 'callback',
  'person-ui': 'usage',
  'in-process': 'none',
  step: 'none',
  other: 'none',
  hosting: 'none',
}

/** What an arrow is, in the answers of the model; on our own pictures what its words and ends come to is right. */
export function arrowLabelled(of: Labelled, about: string | number): string | undefined {
  if (of.family === 'own') return of.label === 'no' ? 'none' : ownArrow(of, about)
  const label = of.arrows.find(({ index }) => index === about)
  if (!label || !isDrawn(of, label)) return undefined
  const answer = answerOf[label.class] ?? label.class
  return arrowAnswers.find(one => one === answer)
}

const isDrawn = (of: Labelled, { index, from, to }: LabelledArrow): boolean => {
  const arrow = diagramOf(of).arrows[index]
  return arrow?.from === from && arrow.to === to
}

const ownArrows = new WeakMap<Labelled, ReadonlyMap<string | number, string>>()

function ownArrow(of: Labelled, about: string | number): string | undefined {
  const known =
    ownArrows.get(of) ?? new Map(systemBy(of, asDesign).connections.map(one => [one.index, arrowFound(one)]))
  ownArrows.set(of, known)
  return known.get(about)
}

export function arrowFound({ role, network, from, to }: Connection): string {
  const isMessage = network.value || ((role.value === 'usage' || role.value === 'control') && from !== to)
  return isMessage && arrowAnswers.some(one => one === role.value) ? role.value : 'none'
}
