// Fixes that draw a server which the design lacks, with an arrow from each component that needs it.

import type { Component, System } from '../../model/system'
import { type ByFamily, forFamily } from '../../syntax/notation'
import type { Diagram } from '../../syntax/tree'
import type { Span } from '../../text/span'
import type { Fix } from '../rule'

export interface MissingServer {
  readonly title: string
  readonly id: string
  /** Its label. */
  readonly text: string
  /** C4: what it is built with. */
  readonly technology: string
  readonly protocol: string
  readonly callers: readonly Component[]
  /** The statement below which it is drawn. */
  readonly below: Span
}

/** Lines below a statement, indented like it, in the words of the diagram's family. */
export function drawServer({ diagram }: System, server: MissingServer): Fix {
  const { text } = diagram
  const start = text.lastIndexOf('\n', server.below.start - 1) + 1
  const indentation = /^[ \t]*/.exec(text.slice(start, server.below.start))?.[0] ?? ''
  const lineEnd = text.indexOf('\n', server.below.end)
  const end = lineEnd < 0 ? text.length : lineEnd
  const at = text[end - 1] === '\r' ? end - 1 : end
  const lines = forFamily(linesFor, diagram)({ ...server, id: freeId(diagram, server.id) })
  const drawn = lines.map(line => `\n${indentation}${line}`).join('')
  return { title: server.title, edits: [{ span: { start: at, end: at }, text: drawn }], safe: false }
}

function freeId({ nodes, groups }: Diagram, wanted: string): string {
  const taken = new Set([...nodes, ...groups].map(({ id }) => id.toLowerCase()))
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted}${n}`
  return id
}

/** How each family draws a server and the arrows to it. */
const linesFor: ByFamily<(server: MissingServer) => readonly string[]> = {
  flowchart: ({ id, text, protocol, callers }) => [
    `${id}[${text}]`,
    ...callers.map(caller => `${caller.id} -->|${protocol}| ${id}`),
  ],
  sequence: ({ id, text, protocol, callers }) => [
    `participant ${id} as ${text}`,
    ...callers.map(caller => `${caller.id}->>${id}: ${protocol}`),
  ],
  c4: ({ id, text, technology, protocol, callers }) => [
    `Container(${id}, "${text}", "${technology}")`,
    ...callers.map(caller => `Rel(${caller.id}, ${id}, "Relays through", "${protocol}")`),
  ],
  architecture: ({ id, text, protocol, callers }) => [
    `service ${id}(server)[${text}]`,
    ...callers.map(caller => `${caller.id}:B -[${protocol}]-> T:${id}`),
  ],
  other: () => [],
}
