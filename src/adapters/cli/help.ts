// The help texts, made from the commands' own tables.

import type { Option } from './arguments'
import type { Command } from './command'

export function overview(commands: readonly Command[]): string {
  return `Lints and explains the Mermaid architecture diagrams in your documents, and computes their latency and availability.

Usage: arrowsmith <command> [options]

${columns(commands.map(({ name, summary }) => [name, summary]))}

'arrowsmith <command> --help' shows a command's options; 'arrowsmith --version' the version.
'source <(arrowsmith completion bash)' completes them; zsh and fish likewise.
Exit codes: 0 nothing found, 1 errors or warnings found, 2 wrong usage or unreadable input.`
}

export function commandHelp({ usage, summary, details, findings, options }: Command): string {
  const rows = Object.entries(options).map(
    ([name, option]) => [spelling(name, option), describe(option)] as const,
  )
  const parts = [
    summary,
    `Usage: ${usage}`,
    ...(details ? [details] : []),
    ...(rows.length > 0 ? [columns(rows)] : []),
    `Exit codes: 0 done; ${findings ? `1 ${findings}; ` : ''}2 wrong usage or unreadable input.`,
  ]
  return parts.join('\n\n')
}

function spelling(name: string, { short, value }: Option): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`
}

function describe({ description, choices }: Option): string {
  return choices ? `${description} (${choices.join(', ')})` : description
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}
