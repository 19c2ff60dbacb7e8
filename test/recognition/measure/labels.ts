// What a reader called a box, in the kinds of the model.

import { noKind } from '../../../src/model/recognition/kinds'
import type { Component } from '../../../src/model/system'
import type { Labelled } from './data'
import { listedKind } from './questions'

/** Parts of programs, things and networks are no systems; groups are no boxes. */
const noSystems: ReadonlySet<string> = new Set(['component', 'thing', 'other', 'network'])

/** The kind to learn; on our own pictures what the names say is right. */
export function kindLabelled(of: Labelled, about: string | number): string | undefined {
  if (of.family === 'own') return listedKind(of, about) ?? noKind
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
