// How a picture is built and how its labels are written, whatever they mean: rows and stars, answers and identifiers.

import type { Arrow, Diagram } from '../../../syntax/tree'
import { type End, isComponent } from '../../ends'
import type { Boundary, Component, Connection } from '../../system'
import type { Evidence } from './seen'

export interface Built {
  readonly diagram: Diagram
  readonly components: readonly Component[]
  readonly connections: readonly Connection[]
}

export function seeBuild(evidence: Evidence, { diagram, components, connections }: Built): void {
  seeLabels(evidence, connections)
  seePlaces(evidence, diagram)
  seeFrames(evidence, connections)
  const inLines = components.filter(({ text }) => text.includes('\n'))
  evidence.share('boxes have several lines', inLines.length, components.length)
}

const writings: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'answer a question',
    /^(?:yes|no|true|false|ok|success|failure|failed|fail|pass|valid|invalid|s[ií]|n[ãa]o|nein|ja|oui|non|да|нет|是|否|はい|いいえ|예|아니오)(?!\p{L})/iu,
  ],
  ['are identifiers', /^\p{Ll}+(?:\p{Lu}\p{Ll}+)+$/u],
  ['begin with a verb', /^\W*(?:\d+\W+)?[a-z]{3,}s\b/],
  ['are numbered', /^\W*\d+[.):]/],
  ['have numbers', /\d/],
  ['have data in braces', /[{}]/],
  ['are status codes', /\b[2345]\d\d\b/],
  ['are in capitals', /^\p{Lu}[\p{Lu}_\d]{2,}/u],
  ['are long', /^.{40}/],
  ['are one word', /^\S+$/],
]

function seeLabels(evidence: Evidence, connections: readonly Connection[]): void {
  const labelled = connections.filter(({ arrow }) => arrow.text !== '')
  for (const [name, pattern] of writings) {
    const written = labelled.filter(({ arrow }) => pattern.test(arrow.text))
    evidence.share(`labels ${name}`, written.length, connections.length)
  }
}

/** What stands in a row, at the beginning, at the end, in the middle of a star. */
function seePlaces(evidence: Evidence, { nodes, arrows }: Diagram): void {
  const out = new Map<string, number>()
  const into = new Map<string, number>()
  const add = (to: Map<string, number>, id: string) => to.set(id, (to.get(id) ?? 0) + 1)
  for (const { from, to } of arrows.filter(({ from, to }: Arrow) => from !== to)) {
    add(out, from)
    add(into, to)
  }
  const share = (name: string, test: (leaving: number, coming: number) => boolean) =>
    evidence.share(
      name,
      nodes.filter(({ id }) => test(out.get(id) ?? 0, into.get(id) ?? 0)).length,
      nodes.length,
    )
  share('boxes in a row', (leaving, coming) => leaving === 1 && coming === 1)
  share('boxes nobody reaches', (leaving, coming) => leaving > 0 && coming === 0)
  share('boxes that reach nobody', (leaving, coming) => leaving === 0 && coming > 0)
  share('boxes joined to nothing', (leaving, coming) => leaving === 0 && coming === 0)
  share('boxes that reach three', leaving => leaving >= 3)
  share('boxes reached by three', (_, coming) => coming >= 3)
}

function seeFrames(evidence: Evidence, connections: readonly Connection[]): void {
  let between = 0
  let within = 0
  let atGroups = 0
  for (const { from, to } of connections) {
    const near = frameAround(from)
    const far = frameAround(to)
    if (near && near === far) within++
    else if (near && far) between++
    if (!isComponent(from) || !isComponent(to)) atGroups++
  }
  evidence.share('arrows between groups', between, connections.length)
  evidence.share('arrows within a group', within, connections.length)
  evidence.share('arrows end at a group', atGroups, connections.length)
}

const frameAround = (end: End): Boundary | undefined => (isComponent(end) ? end.boundary : end.parent)
