// Places in the prepared text, and what is written there.

/** Offsets of the prepared text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface Written extends Stretch {
  readonly text: string
}

/** What could not be read: the token that was found, and what was being read since where. */
export interface ParseFailure<Found extends string, Construct extends string> {
  readonly at: Stretch
  readonly found: Found
  readonly reading: Construct
  readonly since: number
}
