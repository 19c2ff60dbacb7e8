// How a picture is built and how its labels are written, whatever they mean: rows and stars, answers and identifiers.

import type { Arrow, Diagram } from '../../../syntax/tree'
import { type End, framesAround, isComponent } from '../../ends'
import type { Component, Connection } from '../../system'
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
  for (const [name, pattern] of writings) {
    const written = connections.filter(({ arrow }) => pattern.test(arrow.text))
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
  const share = (name: string, test: (from: End, to: End) => boolean) =>
    evidence.share(name, connections.filter(({ from, to }) => test(from, to)).length, connections.length)
  share('arrows between groups', (from, to) => {
    const [near] = framesAround(from)
    const [far] = framesAround(to)
    return near !== undefined && far !== undefined && near !== far
  })
  share('arrows within a group', (from, to) => {
    const [near] = framesAround(from)
    return near !== undefined && near === framesAround(to)[0]
  })
  share('arrows end at a group', (from, to) => !isComponent(from) || !isComponent(to))
}
