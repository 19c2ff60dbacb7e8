// A diagram drawn from another: in a fence below it, or in a document of its own.

import { markupOf } from '../../../text/languages'
import type { AnalyzedDiagram, Snapshot } from '../../engine/snapshot'
import type { Refactoring } from './refactoring'

export interface OtherDrawing {
  readonly title: string
  /** What the name of its document ends in, where it gets one. */
  readonly suffix: string
  readonly text: string
}

/** Undefined in hosts that embed diagrams otherwise than in fences. */
export function drawnBeside(
  { title, suffix, text }: OtherDrawing,
  { block }: AnalyzedDiagram,
  { source, context }: Snapshot,
): Refactoring | undefined {
  const markup = markupOf(context.language)
  if (markup === 'none') return { title, kind: 'rewrite', edits: [], creates: { suffix, text } }
  if (markup !== 'markdown') return undefined
  const first = lineAt(source, block.toSource(0))
  const opening = lineAt(source, first.start - 1)
  const last = lineAt(source, block.span.end)
  const closing = isFence(last.text) ? last : lineAt(source, last.end + 1)
  const [, prefix, marks] = fence.exec(opening.text) ?? []
  if (prefix === undefined || marks === undefined || !isFence(closing.text)) return undefined
  const lines = ['', opening.text.slice(prefix.length), ...text.trimEnd().split('\n'), marks]
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n'
  const written = lines.map(line => lineBreak + `${prefix}${line}`.trimEnd()).join('')
  const below = { start: closing.end, end: closing.end }
  return { title, kind: 'rewrite', edits: [{ span: below, text: written }] }
}

/** With its quote marks and indentation, and what it is made of. */
const fence = /^([ \t>]*)(`{3,}|~{3,}|:{3,})/

const isFence = (line: string): boolean => fence.test(line)

function lineAt(source: string, offset: number): { text: string; start: number; end: number } {
  const start = source.lastIndexOf('\n', offset - 1) + 1
  const next = source.indexOf('\n', offset)
  const text = source.slice(start, next < 0 ? source.length : next).replace(/\r$/, '')
  return { text, start, end: start + text.length }
}
