// The component or the call that somebody points at, in its drawing or in the braces that state its figures.

import { directoryOf } from '../../../model/annotations/metadata/directory'
import { resolveTarget } from '../../../model/annotations/metadata/targets'
import type { Component, Connection, System } from '../../../model/system'
import { contains } from '../../../text/span'
import { subjectAt } from '../place'

export type Owner = Component | Connection

/** What can own figures at an offset of the diagram's text. */
export function ownerAt(system: System, offset: number): Owner | undefined {
  const { diagram, components, connections } = system
  const block = diagram.metadata.find(({ span }) => contains(span, offset))
  if (!block) {
    const subject = subjectAt(system, offset)
    if (subject?.kind === 'component') return subject.component
    return subject?.kind === 'connection' ? subject.connection : undefined
  }
  const found = resolveTarget(block, directoryOf(diagram), { suggest: false })
  if (!('target' in found)) return undefined
  const { target } = found
  if (target.kind === 'node') return components.find(({ id }) => id === target.id)
  const only = target.kind === 'arrows' && target.indexes.length === 1 ? target.indexes[0] : undefined
  return connections.find(({ index }) => index === only)
}

export const isConnection = (owner: Owner): owner is Connection => 'arrow' in owner
