// What the process that runs tests is told, and what it says.

export interface Plan {
  /** Their names, by number. */
  readonly mutants: readonly string[]
  /** How many sources there are. */
  readonly sources: number
  /** The one that is on from the start, where only a new process can judge it. */
  readonly always?: number
  /** The file that `Heard` is added to, one a line. */
  readonly heard: string
  /** Milliseconds of CPU after which a mutant counts as one that never stops. */
  readonly patience: number
  /** Milliseconds of CPU over which a test is left to the whole suite. */
  readonly slow: number
  /** Milliseconds of CPU, at most, for the tests of one mutant. */
  readonly budget: number
  /** Milliseconds of CPU under which a test is asked whatever others have taken. */
  readonly quick: number
}

export interface Heard {
  readonly mutant?: string
  readonly killed?: boolean
  /** The test that noticed it. */
  readonly by?: string
  /** The file of tests that reaches the mutant when it is loaded, or in what is kept between tests. */
  readonly outside?: string
  /** A test that ran, with the sources that it entered, by number. */
  readonly test?: string
  readonly file?: string
  readonly milliseconds?: number
  readonly entered?: readonly number[]
}
