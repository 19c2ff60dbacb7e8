// What a command is: its name, its options and what it does.

import type { Arguments, Options } from './arguments'

export interface Command<Name extends string = string> {
  readonly name: string
  /** `arrowsmith lint [paths…]` */
  readonly usage: string
  readonly summary: string
  /** Further paragraphs of its help. */
  readonly details?: string
  /** Whether it takes words that are no options. */
  readonly operands: boolean
  /** What its exit code 1 says, where it has one. */
  readonly findings?: string
  readonly options: Options<Name>
  /** Runs and gives the exit code. */
  run(given: Arguments<Name>): Promise<number> | number
}

export const commandNames = [
  'lint',
  'format',
  'flows',
  'failures',
  'plan',
  'diff',
  'inspect',
  'explain',
  'rules',
  'schema',
  'init',
  'lsp',
  'mcp',
] as const

export type CommandName = (typeof commandNames)[number]

/** The word as a command's name, if it is one. */
export const commandNamed = (word: string | undefined): CommandName | undefined =>
  commandNames.find(name => name === word)

export const asksForHelp = (words: readonly string[]): boolean =>
  words.includes('--help') || words.includes('-h')

/** `interrupted`: by Ctrl+C, as shells have it. */
export const exit = { ok: 0, findings: 1, unusable: 2, interrupted: 130 } as const

/** Infers the names of a command's options. */
export function defineCommand<Name extends string>(command: Command<Name>): Command<Name> {
  return command
}
