// Whether a block of metadata is closed, asked often: without reading to the end of the text each time.

/** Lines below an open `@{` that are its own. */
const keyLines = /(?:\n[^\S\n]*[\w"'-]+[^\S\n]*:(?:[^\S\n][^\n]*)?(?=\n|$))+/y

export class Braces {
  /** Where quotes stand. */
  private readonly quotes: readonly number[]
  /** The last closing brace behind an even and behind an odd number of quotes. */
  private readonly last: readonly [number, number]

  constructor(private readonly text: string) {
    const quotes: number[] = []
    const last: [number, number] = [-1, -1]
    for (const { 0: mark, index } of text.matchAll(/["}]/g)) {
      if (mark === '"') quotes.push(index)
      else last[quotes.length % 2 === 0 ? 0 : 1] = index
    }
    this.quotes = quotes
    this.last = last
  }

  /** Does a block whose text begins here end? Braces between quotes don't count. */
  closes(start: number): boolean {
    let low = 0
    let high = this.quotes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.quotes[middle]! < start) low = middle + 1
      else high = middle
    }
    return this.last[low % 2 === 0 ? 0 : 1] >= start
  }

  /** Where a block ends that is never closed, lest it takes all that follows: with its line, or its keys below. */
  openEnd(start: number): number {
    const feed = this.text.indexOf('\n', start)
    const end = feed < 0 ? this.text.length : feed
    if (this.text.slice(start, end).trim() !== '') return end
    keyLines.lastIndex = end
    return keyLines.test(this.text) ? keyLines.lastIndex : end
  }
}
