// Reads what a fixture expects of its diagrams: verbs in comment lines, with carets under their subject.

import type { Finding } from '../src/service'
import type { Span } from '../src/text/span'

export const verbs = ['expect', 'hover', 'complete', 'define', 'fix', 'flow'] as const
export type Verb = (typeof verbs)[number]

export interface Expectation {
  readonly verb: Verb
  /** What stands over the carets; without carets the whole subject line, or the whole frontmatter. */
  readonly span: Span
  readonly carets: boolean
  /** What follows the colon. */
  readonly text: string
  /** `expect`: the rule. */
  readonly rule: string
  /** The parts in quotes. */
  readonly quoted: readonly string[]
  /** 1-based line of the expectation itself, for failures. */
  readonly line: number
}

interface Line {
  readonly start: number
  readonly text: string
}

const pattern = new RegExp(`^\\s*%%( *)(\\^*) *(${verbs.join('|')}):\\s*(.*?)\\s*$`)

/** The expectations of a text, in order. Each speaks about the nearest line above that is none itself. */
export function readExpectations(text: string): Expectation[] {
  const expectations: Expectation[] = []
  const lines = linesWithStarts(text)
  let subject: Span = { start: 0, end: 0 }
  lines.forEach((line, index) => {
    const match = pattern.exec(line.text)
    if (!match) {
      subject = frontmatterEndingAt(text, line) ?? { start: line.start, end: line.start + line.text.length }
      return
    }
    const [, , carets = '', verb = '', rest = ''] = match
    const column = line.text.indexOf('^')
    const place = { start: subject.start + column, end: subject.start + column + carets.length }
    expectations.push({
      verb: verbs.find(known => known === verb)!,
      span: carets === '' ? subject : place,
      carets: carets !== '',
      text: rest,
      rule: /^[\w-]+/.exec(rest)?.[0] ?? '',
      quoted: verb === 'expect' ? greedyQuote(rest) : quotes(rest),
      line: index + 1,
    })
  })
  return expectations
}

/** The text as an author would write it. */
export function withoutExpectations(text: string): string {
  return linesWithStarts(text)
    .filter(line => !pattern.test(line.text))
    .map(line => line.text)
    .join('\n')
}

/** The expectation line that a finding would satisfy, to paste under its line. */
export function expectationFor(text: string, found: { rule: string; span: Span; message: string }): string {
  const start = text.lastIndexOf('\n', found.span.start - 1) + 1
  const lineEnd = text.indexOf('\n', found.span.start)
  const end = Math.min(found.span.end, lineEnd < 0 ? text.length : lineEnd)
  const column = found.span.start - start
  const carets =
    column < 2 ? '' : `${' '.repeat(column - 2)}${'^'.repeat(Math.max(1, end - found.span.start))}`
  return `%%${carets} expect: ${found.rule} "${found.message}"`
}

/** Expectations without a finding and findings without an expectation. */
export function mismatches(text: string, found: readonly Finding[]): string[] {
  const open = found.filter(({ suppressed }) => !suppressed)
  const missed: string[] = []
  const expectations = readExpectations(text).filter(({ verb }) => verb === 'expect')
  for (const expectation of [
    ...expectations.filter(({ carets }) => carets),
    ...expectations.filter(({ carets }) => !carets),
  ]) {
    const index = open.findIndex(finding => {
      const { span, carets, rule, quoted } = expectation
      const inPlace = carets
        ? sameOnLine(text, finding.span, span)
        : span.start <= finding.span.start && finding.span.start <= span.end
      return inPlace && finding.rule === rule && finding.message.includes(quoted[0] ?? '')
    })
    if (index < 0) missed.push(`line ${expectation.line}: nothing found for "${expectation.text}"`)
    else open.splice(index, 1)
  }
  return [
    ...missed,
    ...open.map(finding => `not expected, under its line:\n${expectationFor(text, finding)}`),
  ]
}

/** Carets reach to the end of a line at most. */
function sameOnLine(text: string, found: Finding['span'], carets: Finding['span']): boolean {
  const lineEnd = text.indexOf('\n', found.start)
  return (
    found.start === carets.start && Math.min(found.end, lineEnd < 0 ? text.length : lineEnd) === carets.end
  )
}

function linesWithStarts(text: string): Line[] {
  let start = 0
  return text.split('\n').map(raw => {
    const line = { start, text: raw.replace(/\r$/, '') }
    start += raw.length + 1
    return line
  })
}

function frontmatterEndingAt(text: string, line: Line): Span | undefined {
  if (line.text.trim() !== '---' || line.start === 0 || !text.startsWith('---')) return undefined
  return { start: 0, end: line.start + line.text.length }
}

/** A message part may itself contain quotes: from the first to the last. */
function greedyQuote(text: string): string[] {
  const match = /"(.*)"/.exec(text)
  return match ? [match[1]!] : []
}

function quotes(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"/g)].map(match => match[1]!)
}
