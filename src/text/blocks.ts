// The lines of a text, and blocks of them that a host gives to a diagram.

import type { Host, Piece } from './block'
import type { Span } from './span'
import { endingOf, type FenceFault, type FenceOpening } from './unclosed'

/** A diagram as its host embeds it. */
export interface HostedBlock {
  /** The stretches of source that make up the diagram's text; the whole span where there are none. */
  readonly pieces?: readonly Piece[]
  readonly span: Span
  /** Where what opens it starts. */
  readonly opening?: number
  /** How it wants to be written to, if not line by line as it stands. */
  readonly host?: Host
  /** What is wrong with a block that nothing closes. */
  readonly fault?: FenceFault
}

/** A block of which is known where what opens it starts. */
export type OpenedBlock = HostedBlock & { readonly opening: number }

/** Finds the first block that opens at an offset or behind it. */
export type BlockFinder = (from: number) => OpenedBlock | undefined

interface Found {
  /** From here on it was looked for. */
  readonly from: number
  readonly block: OpenedBlock | undefined
}

/** The first that any of the finders finds; each is asked again only where what it found last is behind. */
export function firstOf(finders: readonly BlockFinder[]): BlockFinder {
  const found = finders.map((): Found => ({ from: Number.POSITIVE_INFINITY, block: undefined }))
  return from => {
    for (const [at, last] of found.entries()) {
      if (last.from <= from && (!last.block || last.block.opening >= from)) continue
      found[at] = { from, block: finders[at]!(from) }
    }
    const blocks = found.flatMap(({ block }) => block ?? [])
    return blocks.length === 0 ? undefined : blocks.reduce((a, b) => (b.opening < a.opening ? b : a))
  }
}

/** All that a finder finds: within a block no other opens. */
export function everyBlock(find: BlockFinder): OpenedBlock[] {
  const blocks: OpenedBlock[] = []
  for (let block = find(0); block; block = find(block.span.end)) blocks.push(block)
  return blocks
}

/** A block that nothing closes, up to where the document seems to go on. */
export function upTo(source: string, start: number, opening: FenceOpening): HostedBlock {
  const ending = endingOf(source, linesFrom(source, start), opening)
  return ending
    ? { span: { start, end: ending.at }, fault: ending.fault }
    : { span: { start, end: source.length } }
}

export interface BlockLine extends Span {
  /** Where the next line starts. */
  readonly next: number
  /** Whether it starts within the columns of a tab, of which the container takes the others. */
  readonly insideTab?: boolean
}

/** The lines of a text without their line breaks. */
export const blockLines = (source: string): BlockLine[] => Array.from(linesFrom(source, 0))

/** The lines from an offset on, one by one. */
function* linesFrom(source: string, from: number): Iterable<BlockLine> {
  const breaks = /\r\n|\n|\r/g
  breaks.lastIndex = from
  let start = from
  for (let found = breaks.exec(source); found; found = breaks.exec(source)) {
    yield { start, end: found.index, next: breaks.lastIndex }
    start = breaks.lastIndex
  }
  if (start < source.length) yield { start, end: source.length, next: source.length }
}
