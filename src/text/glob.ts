// Patterns of paths: `*`, `?`, `**`, `[a-z]`, `{a,b}`, and `\` before what stands for itself.
//
// A pattern is followed on all its ways at once, so that its time grows with the path's length and its own, however it
// is written: patterns come from repositories that nobody has vetted.

/** Tells whether a path with `/` matches as a whole. */
export type Matches = (path: string) => boolean

/** Does a pattern hold anything but the letters of one path? */
export const isGlob = (pattern: string): boolean => /(?<!\\)[*?[{]/.test(pattern)

/** The bracket or brace that a pattern opens and never closes; undefined if there is none. */
export function unclosedIn(pattern: string): '[' | '{' | undefined {
  if (pattern.length > maxLength) return undefined
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]
    if (char === '\\') at++
    else if (char === '{' && closingBrace(pattern, at) === undefined) return char
    else if (char === '[') {
      const set = setAt(pattern, at)
      if (set === undefined) return char
      at += set.length - 1
    }
  }
  return undefined
}

/** The folders before the first part of a pattern that is no plain name; '' if there are none. */
export function plainFolder(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex(part => /[*?[\]{}\\]/.test(part))
  return parts.slice(0, first < 0 ? -1 : first).join('/') || (pattern.startsWith('/') ? '/' : '')
}

/** Longer ones are taken for names. */
const maxLength = 1000

/** Reads a pattern. What opens a bracket or brace and is not closed stands for itself. */
export function matcherOf(pattern: string): Matches {
  if (pattern.length > maxLength) return path => path === pattern
  const steps = new Reader(pattern).read()
  // Most paths differ in the first folder already. Its slash may belong to what follows it.
  const [plain = ''] = /^[^*?[{\\]*/.exec(pattern) ?? []
  const folder = plain.replace(/\/$/, '')
  return path => path.startsWith(folder) && follow(steps, path)
}

/** One step of a pattern: a character that fits, then on to the next step; or on without one. */
interface Step {
  readonly fits?: (char: string) => boolean
  /** Where to go on; with a character if `fits` is there, without one if it is not. None: the end. */
  next: readonly number[]
}

function follow(steps: readonly Step[], path: string): boolean {
  let places = reachedFrom(steps, [0])
  for (const char of path) {
    if (places.size === 0) return false
    const moved: number[] = []
    for (const place of places) {
      const { fits, next } = steps[place]!
      if (fits?.(char)) moved.push(...next)
    }
    places = reachedFrom(steps, moved)
  }
  return places.has(steps.length - 1)
}

/** All steps that are reached from some without another character. */
function reachedFrom(steps: readonly Step[], from: readonly number[]): Set<number> {
  const reached = new Set(from)
  for (const place of reached) {
    const { fits, next } = steps[place]!
    if (!fits) for (const step of next) reached.add(step)
  }
  return reached
}

const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at)!)

const anything = () => true
const inName = (char: string) => char !== '/'

/** Writes a pattern as steps; the last one is the end. */
class Reader {
  private readonly steps: Step[] = []
  private at = 0

  constructor(private readonly pattern: string) {}

  read(): readonly Step[] {
    while (this.at < this.pattern.length) this.part()
    this.steps.push({ next: [] })
    return this.steps
  }

  private part(): void {
    const { pattern } = this
    const char = characterAt(pattern, this.at)
    if (char === '/' && this.at > 0 && this.at === pattern.length - 3 && pattern.endsWith('/**')) this.below()
    else if (char === '*') this.stars()
    else if (char === '?') this.one(inName, 1)
    else if (char === '[') this.set()
    else if (char === '{') this.choice()
    else if (char === '\\' && this.at + 1 < pattern.length) this.literal(characterAt(pattern, this.at + 1), 1)
    else this.literal(char)
  }

  /** A character, with what stands before it. */
  private literal(char: string, before = 0): void {
    this.one(found => found === char, before + char.length)
  }

  private one(fits: (char: string) => boolean, length: number): void {
    this.steps.push({ fits, next: [this.steps.length + 1] })
    this.at += length
  }

  /** `**` between slashes stands for any folders, also for none; other stars stay within a name. */
  private stars(): void {
    const { pattern, at } = this
    let end = at
    while (pattern[end] === '*') end++
    const isPart = (at === 0 || pattern[at - 1] === '/') && (end === pattern.length || pattern[end] === '/')
    const deep = isPart && end - at === 2
    if (deep && end < pattern.length) this.folders()
    else if (deep) this.repeated(anything)
    else this.repeated(inName)
    this.at = deep && end < pattern.length ? end + 1 : end
  }

  private repeated(fits: (char: string) => boolean): void {
    const here = this.steps.length
    this.steps.push({ next: [here + 1, here + 2] }, { fits, next: [here] })
  }

  /** Any number of names, a slash after each. */
  private folders(): void {
    const here = this.steps.length
    this.steps.push(
      { next: [here + 1, here + 4] },
      { fits: inName, next: [here + 2] },
      { next: [here + 1, here + 3] },
      { fits: char => char === '/', next: [here] },
    )
  }

  /** `/**` at the end: the folder itself, and all that is in it. */
  private below(): void {
    const here = this.steps.length
    this.steps.push({ next: [here + 1, here + 4] }, { fits: char => char === '/', next: [here + 2] })
    this.repeated(anything)
    this.at = this.pattern.length
  }

  private set(): void {
    const set = setAt(this.pattern, this.at)
    if (set === undefined) this.literal('[')
    else {
      const isMember = memberOf(set.members)
      this.one(char => inName(char) && isMember(char) !== set.isNegated, set.length)
    }
  }

  private choice(): void {
    const end = closingBrace(this.pattern, this.at)
    const choices = end === undefined ? [] : splitAtCommas(this.pattern.slice(this.at + 1, end))
    if (end === undefined || choices.length < 2) this.literal('{')
    else {
      this.fork(choices)
      this.at = end + 1
    }
  }

  private fork(choices: readonly string[]): void {
    const begins: number[] = []
    const ends: { next: readonly number[] }[] = []
    this.steps.push({ next: begins })
    for (const choice of choices) {
      begins.push(this.steps.length)
      this.steps.push(...moved(new Reader(choice).read().slice(0, -1), this.steps.length))
      const end: Step = { next: [] }
      this.steps.push(end)
      ends.push(end)
    }
    for (const end of ends) end.next = [this.steps.length]
  }
}

/** `[a-z]` or `[!a-z]` at a place of a pattern. */
function setAt(pattern: string, at: number) {
  const found = /\[([!^]?)(\]?[^\]]*)\]/y
  found.lastIndex = at
  const [whole, negation, members = ''] = found.exec(pattern) ?? []
  if (whole === undefined || members === '') return undefined
  return { members, isNegated: negation !== '', length: whole.length }
}

const moved = (steps: readonly Step[], by: number): Step[] =>
  steps.map(step => ({ ...step, next: step.next.map(index => index + by) }))

function memberOf(members: string): (char: string) => boolean {
  const ranges = Array.from(members.matchAll(/(.)-(.)|./gsu), ([one, from = one, to = one]) => ({ from, to }))
  return char => ranges.some(({ from, to }) => from <= char && char <= to)
}

function closingBrace(pattern: string, opening: number): number | undefined {
  let depth = 0
  for (let at = opening; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++
    else if (pattern[at] === '{') depth++
    else if (pattern[at] === '}' && --depth === 0) return at
  }
  return undefined
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '{') depth++
    else if (text[at] === '}') depth--
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}
