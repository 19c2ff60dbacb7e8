// Reads a command's arguments against its table of options; a mistake comes back as one sentence.

import { parseArgs } from 'node:util'
import { type FileFailure, failure } from '../disk/failure'

/** An option without `value` is a switch. */
export interface Option {
  readonly description: string
  /** What its value is called in the help: `FORMAT`, `FILE`. */
  readonly value?: string
  readonly choices?: readonly string[]
  readonly short?: string
  /** May be given several times; all values count. Otherwise the last one does. */
  readonly repeated?: boolean
  /** The value is a whole number, 0 or more. */
  readonly number?: boolean
}

export type Options<Name extends string = string> = Readonly<Record<Name, Option>>

export interface Arguments<Name extends string = string> {
  /** What is no option, in order. */
  readonly operands: readonly string[]
  has(option: Name): boolean
  value(option: Name): string | undefined
  values(option: Name): readonly string[]
  number(option: Name): number | undefined
}

/** Parses `words` by the rules of `options`; `-` and what follows `--` are operands. */
export async function readArguments<Name extends string>(
  words: readonly string[],
  options: Options<Name>,
): Promise<Arguments<Name> | FileFailure> {
  const table = new Map<string, Option>(Object.entries(options))
  const given = new Map<string, string[]>()
  const operands: string[] = []
  for (const token of tokensOf(words, table)) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const problem = await problemWith(token, table)
    if (problem) return failure(problem)
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ''])
  }
  const values = (option: Name) => given.get(option) ?? []
  const value = (option: Name) => values(option).at(-1)
  return {
    operands,
    has: option => given.has(option),
    value,
    values,
    number: option => (value(option) === undefined ? undefined : Number(value(option))),
  }
}

function tokensOf(words: readonly string[], table: ReadonlyMap<string, Option>) {
  const options = Object.fromEntries(
    [...table].map(([name, { value, short }]) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), ...(short && { short }) },
    ]),
  )
  return parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true }).tokens
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
}

/** What is wrong with an option as given, if anything. Suggestions are loaded only then. */
async function problemWith(
  { name, rawName, value }: OptionToken,
  table: ReadonlyMap<string, Option>,
): Promise<string | undefined> {
  const option = table.get(name)
  if (!option) {
    const { didYouMean } = await import('./suggest')
    const known = [...table.keys()].map(each => `--${each}`)
    return `unknown option ${rawName}${didYouMean(rawName, known)}`
  }
  if (!option.value) return value === undefined ? undefined : `${rawName} takes no value`
  const { choices } = option
  if (value === undefined) return `${rawName} needs a value: ${rawName} ${choices?.join('|') ?? option.value}`
  if (option.number && !/^\d+$/.test(value)) return `${rawName} needs a whole number, not '${value}'`
  if (!choices || choices.includes(value)) return undefined
  const { didYouMean } = await import('./suggest')
  return `${rawName} can't be '${value}'${didYouMean(value, choices)}; it is one of ${choices.join(', ')}`
}
