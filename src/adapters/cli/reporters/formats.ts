// The formats that `lint` writes findings in; the code of each is loaded when it is asked for.

import type { FileReport } from './report'

export const formats = [
  'text',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'markdown',
  'agent',
] as const

export type Format = (typeof formats)[number]
export type MachineFormat = Exclude<Format, 'text'>

type Reporter = (reports: readonly FileReport[]) => string

/** Those for programs: plain text without colors, the same on a terminal and in a file. */
const reporters: Readonly<Record<MachineFormat, () => Promise<Reporter>>> = {
  json: async () => (await import('./json')).reportJson,
  sarif: async () => (await import('./sarif')).reportSarif,
  github: async () => (await import('./github')).reportGithub,
  gitlab: async () => (await import('./gitlab')).reportGitlab,
  junit: async () => (await import('./junit')).reportJunit,
  checkstyle: async () => (await import('./checkstyle')).reportCheckstyle,
  markdown: async () => (await import('./markdown')).reportMarkdown,
  agent: async () => (await import('./agent')).reportAgent,
}

export const isFormat = (word: string | undefined): word is Format => formats.some(format => format === word)

/** The findings in a format for programs. */
export const reportFor = async (format: MachineFormat, reports: readonly FileReport[]): Promise<string> =>
  (await reporters[format]())(reports)
