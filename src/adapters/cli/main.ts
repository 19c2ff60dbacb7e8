// The command line: finds the command, runs it, and turns whatever happens into an exit code.

import { version } from '../../../package.json'
import { failed, reasonOf } from '../disk/failure'
import { readArguments } from './arguments'
import { asksForHelp, type Command, commandNamed, commandNames, exit } from './command'
import { commands } from './commands'
import { complain, say } from './output'

run(process.argv.slice(2))
  .catch(unforeseen)
  .then(code => {
    process.exitCode = code
  })

/** Nothing is meant to throw; if something does, the user gets a sentence and not a stack. */
function unforeseen(error: unknown): number {
  complain(`internal error: ${reasonOf(error)}`)
  return exit.unusable
}

async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') return await help()
  if (name === '--version' || name === '-v') return printVersion()
  if (name === 'completion') return await completion(rest[0])
  if (name === 'help') return rest[0] === undefined ? await help() : await runCommand(rest[0], ['--help'])
  return await runCommand(name, rest)
}

async function runCommand(name: string, words: readonly string[]): Promise<number> {
  const known = commandNamed(name)
  if (!known) return await unknownCommand(name)
  const { command } = await commands[known]()
  if (asksForHelp(words)) {
    const { commandHelp } = await import('./help')
    say(commandHelp(command))
    return exit.ok
  }
  const given = await readArguments(words, command.options)
  const problem = failed(given) ? given.failure : surplus(given.operands, command)
  if (!failed(given) && problem === undefined) return await command.run(given)
  complain(`${problem}; see 'arrowsmith ${name} --help'`)
  return exit.unusable
}

function surplus([first]: readonly string[], { name, operands }: Command): string | undefined {
  return operands || first === undefined ? undefined : `${name} takes options only, not '${first}'`
}

async function unknownCommand(name: string): Promise<number> {
  const { existsSync } = await import('node:fs')
  const { didYouMean } = await import('./suggest')
  if (name.startsWith('-')) complain(`unknown option ${name}; see 'arrowsmith --help'`)
  else if (existsSync(name)) complain(`'${name}' is a path; did you mean 'arrowsmith lint ${name}'?`)
  else complain(`unknown command '${name}'${didYouMean(name, commandNames)}; see 'arrowsmith --help'`)
  return exit.unusable
}

async function help(): Promise<number> {
  const { overview } = await import('./help')
  say(overview(await allCommands()))
  return exit.ok
}

async function completion(shell = ''): Promise<number> {
  if (shell === '--help' || shell === '-h') {
    say('Usage: source <(arrowsmith completion bash|zsh), or arrowsmith completion fish | source')
    return exit.ok
  }
  const { completionScript } = await import('./completion')
  const script = completionScript(shell, await allCommands())
  if (script !== undefined) say(script)
  else if (shell === '') complain("completion needs a shell: 'arrowsmith completion bash', zsh or fish")
  else complain(`completion supports bash, zsh and fish, not '${shell}'`)
  return script === undefined ? exit.unusable : exit.ok
}

async function allCommands(): Promise<readonly Command[]> {
  const loaded = await Promise.all(commandNames.map(name => commands[name]()))
  return loaded.map(({ command }) => command)
}

function printVersion(): number {
  say(version)
  return exit.ok
}
