// Diagrams in Markdown that are no fences: tags of HTML, shortcodes and components that begin a line.

import { type BlockFinder, type BlockLine, firstOf, type HostedBlock } from './blocks'
import { htmlFinder } from './hosts/html'
import { jsxFinder } from './hosts/jsx'
import { shortcodeFinder } from './hosts/shortcodes'

/** The next such diagram, asked for line by line. */
export class HostedAhead {
  private readonly find: BlockFinder
  private next: HostedBlock | undefined
  /** From here on the next one was looked for. */
  private from = Number.POSITIVE_INFINITY

  constructor(source: string) {
    const canOpen = (offset: number) => startsItsLine(source, offset)
    this.find = firstOf([
      htmlFinder(source, canOpen),
      shortcodeFinder(source, canOpen),
      jsxFinder(source, canOpen),
    ])
  }

  /** The one that opens on a line; lines that were passed over are asked for no more, unless reading goes back. */
  on(line: BlockLine): HostedBlock | undefined {
    if (line.start < this.from || this.opening < line.start) {
      this.from = line.start
      this.next = this.find(line.start)
    }
    return this.opening < line.next ? this.next : undefined
  }

  private get opening(): number {
    return this.next?.opening ?? Number.POSITIVE_INFINITY
  }
}

/** Does nothing but blanks stand before what stands here? */
function startsItsLine(source: string, offset: number): boolean {
  let at = offset - 1
  while (source[at] === ' ' || source[at] === '\t') at--
  return at < 0 || source[at] === '\n' || source[at] === '\r' || source[at] === '\uFEFF'
}
