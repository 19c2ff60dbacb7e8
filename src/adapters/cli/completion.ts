// `arrowsmith completion`: what shells need to complete commands, options and their values, made from the tables.

import type { Option } from './arguments'
import type { Command } from './command'

const shells = new Map<string, (all: readonly Command[]) => string>([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
])

/** The script for a shell; undefined for one that none is written for. */
export const completionScript = (shell: string, all: readonly Command[]): string | undefined =>
  shells.get(shell)?.(all)

const optionsOf = ({ options }: Command): [string, Option][] => Object.entries(options)

/** The words that may follow an option, by `command option`. */
const choices = (all: readonly Command[]): [string, readonly string[]][] =>
  all.flatMap(command =>
    optionsOf(command).flatMap(([name, option]): [string, readonly string[]][] =>
      option.choices ? [[`${command.name} --${name}`, option.choices]] : [],
    ),
  )

/** Files are completed wherever nothing else is. */
function bash(all: readonly Command[]): string {
  return `_arrowsmith() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" = 1 ]; then
    words="${all.map(({ name }) => name).join(' ')} --help --version"
  else
    case "\${COMP_WORDS[1]} $before" in
${choices(all)
  .map(
    ([place, words]) =>
      `      "${place}") COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$word")); return ;;`,
  )
  .join('\n')}
    esac
    case "\${COMP_WORDS[1]}" in
${all.map(command => `      ${command.name}) words="${optionWords(command).join(' ')}" ;;`).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _arrowsmith arrowsmith`
}

const optionWords = (command: Command): string[] => [
  ...optionsOf(command).map(([name]) => `--${name}`),
  '--help',
]

/** zsh runs bash's completions. */
function zsh(all: readonly Command[]): string {
  return `autoload -Uz compinit bashcompinit && compinit -u && bashcompinit\n${bash(all)}`
}

function fish(all: readonly Command[]): string {
  const first = all.map(
    ({ name, summary }) => `complete -c arrowsmith -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
  )
  const options = all.flatMap(command =>
    optionsOf(command).map(([name, { short, value, choices, description }]) => {
      const values = choices ? ` -xa ${quoted(choices.join(' '))}` : value ? ' -r' : ''
      return `complete -c arrowsmith -n '__fish_seen_subcommand_from ${command.name}' -l ${name}${short ? ` -s ${short}` : ''}${values} -d ${quoted(description)}`
    }),
  )
  return [...first, ...options].join('\n')
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
