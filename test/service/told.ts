// Documents of one or more designs, and what is told of them.

import { analyze, defaultConfiguration, type Finding, findings, type Preset } from '../../src/service'

export const document = (...diagrams: readonly (readonly string[])[]): string =>
  diagrams.map(lines => ['```mermaid', ...lines, '```', ''].join('\n')).join('\n')

/** Where a page explains its picture: alone, it is taken for a trial. */
export const described = (lines: readonly string[]): string =>
  `${document(lines)}\n${'The order API keeps orders in its database. '.repeat(5)}`

export const told = (source: string, preset: Preset = 'recommended', faint = false): readonly Finding[] => {
  const configuration = { ...defaultConfiguration, preset }
  return findings(analyze(source, { language: 'markdown', configuration }), { figures: true, faint })
}

export const of = (rule: string, found: readonly Finding[]): readonly Finding[] =>
  found.filter(each => each.rule === rule)

export const short = ({ rule, severity }: Finding): string => `${rule} ${severity}`

export const orders = [
  'flowchart LR',
  '  web[Web app] -->|HTTPS| api[Order API]',
  '  api -->|SQL| db[(PostgreSQL)]',
  '  api -->|HTTPS| paypal[PayPal]',
]

export const stock = [
  'flowchart LR',
  '  api[Stock API] -->|gRPC| prices[Price service]',
  '  prices -->|SQL| db[(MySQL)]',
]

/** With a timeout on these lines. */
export const timed = (lines: readonly string[], ...places: readonly number[]): readonly string[] =>
  lines.map((line, index) =>
    places.includes(index) ? line.replace(/\|(\w+)\|/, '|"$1, 2s timeout"|') : line,
  )
