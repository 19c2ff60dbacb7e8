// What scanners share: a place in the text, and steps from it.

export abstract class TextScanner {
  protected at = 0
  private readonly lastPlaces = new Map<string, number>()

  constructor(protected readonly text: string) {}

  /** Where `text` stands next; the end of all text where it doesn't. */
  protected find(text: string): number {
    const found = this.text.indexOf(text, this.at)
    return found < 0 ? this.text.length : found
  }

  /** Where the match of a sticky pattern ends; -1 where it matches nothing here. */
  protected matchEnd(sticky: RegExp): number {
    sticky.lastIndex = this.at
    return sticky.test(this.text) && sticky.lastIndex > this.at ? sticky.lastIndex : -1
  }

  /** The same of a pattern that reads up to the next `closing`: not tried where none is left, which takes a look at all. */
  protected matchEndClosed(sticky: RegExp, closing: string): number {
    const last = this.lastPlaces.get(closing) ?? this.text.lastIndexOf(closing)
    this.lastPlaces.set(closing, last)
    return this.at < last ? this.matchEnd(sticky) : -1
  }

  protected to<Kind extends string | undefined>(end: number, kind: Kind): Kind {
    this.at = end
    return kind
  }
}
