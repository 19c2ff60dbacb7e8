// Every fix of every finding: it mends, Mermaid accepts the result, nothing worse appears, and nothing else is touched.

import { describe, expect, it } from 'vitest'
import { rules } from '../../src/rules'
import type { Configuration } from '../../src/service/configuration/configuration'
import { analyze } from '../../src/service/engine/analyze'
import { findings } from '../../src/service/engine/findings'
import type { Finding, Snapshot } from '../../src/service/engine/snapshot'
import { fixAll, fixesAt } from '../../src/service/features/fixes'
import { applyEdits, type Edit } from '../../src/text/edit'
import type { Language } from '../../src/text/languages'
import { overlaps } from '../../src/text/span'
import { ask as askMermaid } from '../conformance/oracle'
import { exhaustive } from '../fuzzing'
import { documents, pages } from './diagrams'
import { strayChanges } from './stray-changes'

/** All rules, the one that needs to know its host included. */
const configuration: Configuration = {
  preset: 'strict',
  rules: { 'newer-than-host': { severity: 'warning', options: { host: '10.9' } } },
}

interface Host {
  readonly name: string
  readonly language: Language
  /** The diagram where it stands. */
  readonly host: (text: string) => string
}

const hosts: readonly Host[] = [
  { name: 'a file with its mark of byte order', language: 'mermaid', host: text => `\uFEFF${text}` },
  { name: 'a file from Windows', language: 'mermaid', host: windows },
  { name: 'a file indented with tabs', language: 'mermaid', host: text => text.replace(/^ +/gm, '\t') },
  {
    name: 'a list item',
    language: 'markdown',
    host: text => `1. Design\n\n${fenced(text, '   ')}- next\n`,
  },
  {
    name: 'a quote in a list from Windows',
    language: 'markdown',
    host: text => windows(`- > Design\n  >\n${fenced(text, '  > ')}\nend\n`),
  },
  { name: 'MDX', language: 'mdx', host: text => `<Tabs>\n\n${fenced(text, '')}\n</Tabs>\n` },
]

function windows(text: string): string {
  return text.replace(/\n/g, '\r\n')
}

function fenced(text: string, prefix: string): string {
  const lines = ['```mermaid', ...text.replace(/\n$/, '').split('\n'), '```']
  return lines.map(line => `${prefix}${line}\n`).join('')
}

/** One fix of each kind is tried, and each text in one of the hosts; in exhaustive mode every one everywhere. */
const mostOfAKind = 1
const kinds = new Map<string, number>()

function isTried(kind: string): boolean {
  const before = kinds.get(kind) ?? 0
  kinds.set(kind, before + 1)
  return exhaustive || before < mostOfAKind
}

/** What a fix does, whatever it names. */
const kindOf = ({ rule }: Finding, { title }: Finding['fixes'][number]): string =>
  `${rule}: ${title.replace(/["`“][^"`”]*["`”]|[\d.]+\s?\w*/g, '…')}`

const placeOf = new Map(
  [...pages, ...documents].flatMap(({ texts }) => texts).map((text, place) => [text, place]),
)

const isHosted = (text: string, { name }: Host): boolean =>
  exhaustive || ((placeOf.get(text) ?? 0) + hosts.findIndex(host => host.name === name)) % hosts.length === 0

describe.each([...pages, ...documents])('the fixes in $name', ({ texts }) => {
  it('mend one by one', async () => {
    for (const text of texts) {
      const { error } = await ask(text)
      const before = open(text)
      for (const finding of before)
        for (const fix of finding.fixes) {
          if (!isTried(kindOf(finding, fix))) continue
          const mended = applyEdits(text, fix.edits)
          const what = `“${fix.title}” of ${line(finding)}\n${mended}`
          const after = open(mended)
          expect(of(after, finding.rule), `mends: ${what}`).toBeLessThan(of(before, finding.rule))
          expect(newlyGrave(before, after), `nothing new: ${what}`).toEqual([])
          expect(strayChanges(text, mended), `touches no more: ${what}`).toEqual([])
          if (error === undefined) expect((await ask(mended)).error, `is accepted: ${what}`).toBeUndefined()
        }
    }
  })

  it('stand side by side', async () => {
    for (const text of texts) {
      const before = open(text)
      const mended = applyEdits(text, apart(before))
      expect(newlyGrave(before, open(mended)), mended).toEqual([])
      expect(strayChanges(text, mended), mended).toEqual([])
      const { error } = await ask(text)
      if (error === undefined) expect((await ask(mended)).error, mended).toBeUndefined()
    }
  })

  it.each(hosts)('are the same in $name', hosting => {
    const { language, host } = hosting
    for (const text of texts) {
      if (!isHosted(text, hosting)) continue
      // YAML takes no tabs: frontmatter and metadata over several lines are another text with them.
      if (/^---|@\{[^}\n]*\n/.test(text) && host(text).includes('\t')) continue
      const alone = open(text).flatMap(({ fixes }) => fixes)
      const source = host(text)
      const hosted = open(source, language).flatMap(({ fixes }) => fixes)
      expect(hosted.map(({ edits }) => applyEdits(source, edits))).toEqual(
        alone.map(({ edits }) => host(applyEdits(text, edits))),
      )
    }
  })

  it('are refused in favor of silence, one by one', async () => {
    for (const text of texts) {
      const before = open(text)
      const { error, facts } = await ask(text)
      for (const finding of before) {
        if (!isTried(`silence of ${finding.rule}`)) continue
        const silence = silencing(text, finding)
        if (!silence) continue
        const silenced = applyEdits(text, silence)
        const after = open(silenced)
        expect(of(after, finding.rule), `${line(finding)}\n${silenced}`).toBeLessThan(
          of(before, finding.rule),
        )
        expect(newlyGrave(before, after), silenced).toEqual([])
        if (error === undefined) expect((await ask(silenced)).facts, silenced).toEqual(facts)
      }
    }
  })

  it('settle', () => {
    for (const text of texts) {
      let settled = text
      let edits = fixAll(read(settled))
      for (let round = 0; round < 5 && edits.length > 0; round++) {
        settled = applyEdits(settled, edits)
        edits = fixAll(read(settled))
      }
      expect(edits, settled).toEqual([])
    }
  })
})

/** The texts that are tried one test after the other, read once. */
const known = new Map<string, Snapshot>()

function read(source: string, language: Language = 'mermaid'): Snapshot {
  const before = known.get(source)
  if (before && language === 'mermaid') return before
  const snapshot = analyze(source, { language, configuration })
  if (placeOf.has(source)) known.set(source, snapshot)
  return snapshot
}

const open = (source: string, language?: Language): readonly Finding[] =>
  findings(read(source, language), { figures: true }).filter(({ suppressed }) => !suppressed)

const answers = new Map<string, ReturnType<typeof askMermaid>>()

/** Mermaid's answer about a text that several tests ask for. */
function ask(text: string): ReturnType<typeof askMermaid> {
  const answer = answers.get(text) ?? askMermaid(text)
  answers.set(text, answer)
  return answer
}

/** The edit that ignores a finding; none for what stands in frontmatter or deep in a block, where no comment can. */
function silencing(text: string, { rule, span }: Finding): readonly Edit[] | undefined {
  return fixesAt(read(text), span).find(
    ({ title, finding }) =>
      title.startsWith('Ignore ') && finding.rule === rule && finding.span.start === span.start,
  )?.edits
}

const line = ({ rule, message }: Finding): string => `${rule}: ${message}`

const of = (found: readonly Finding[], id: string): number => found.filter(({ rule }) => rule === id).length

const categories = new Map(rules.map(({ id, category }) => [id, category]))
const aboutWriting = new Set(rules.filter(({ everyDiagram }) => everyDiagram).map(({ id }) => id))

/** Errors and findings about syntax; what an objective still lacks is for its author to weigh. */
const isGrave = ({ severity, rule }: Finding): boolean =>
  aboutWriting.has(rule) || (severity === 'error' && categories.get(rule) !== 'objectives')

function newlyGrave(before: readonly Finding[], after: readonly Finding[]): string[] {
  // A fix may have rewritten what is quoted.
  const unquoted = (said: string): string => said.replace(/"[^"]*"/g, '""')
  const known = before.filter(isGrave).map(line).map(unquoted)
  return after
    .filter(isGrave)
    .map(line)
    .filter(each => !known.includes(unquoted(each)))
}

/** The first fix of each finding, without those that would write over others; what keeps an objective is chosen with the whole design in view. What repairs the reading comes alone: it may change what the others are about. */
function apart(found: readonly Finding[]): readonly Edit[] {
  const repairs = found.filter(({ rule }) => aboutWriting.has(rule))
  const others = found.filter(({ rule }) => categories.get(rule) !== 'objectives')
  const accepted: Edit[] = []
  for (const { fixes } of repairs.some(({ fixes }) => fixes.length > 0) ? repairs : others) {
    const edits = fixes[0]?.edits ?? []
    if (!edits.some(({ span }) => accepted.some(other => overlaps(span, other.span)))) accepted.push(...edits)
  }
  return accepted
}
