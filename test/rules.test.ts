// Executes every rule's page: flagged, fixed and clean diagrams are what the page says they are.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/rules'
import type { Rule } from '../src/rules/rule'
import type { Configuration } from '../src/service/configuration/configuration'
import { configurationOf } from '../src/service/configuration/layers'
import { readConfiguration } from '../src/service/configuration/read'
import { analyze } from '../src/service/engine/analyze'
import { findings } from '../src/service/engine/findings'
import type { Finding } from '../src/service/engine/snapshot'
import { parseDiagram } from '../src/syntax'
import { applyEdits } from '../src/text/edit'
import type { Span } from '../src/text/span'
import { ask } from './conformance/oracle'
import { mismatches, readExpectations, withoutExpectations } from './expectations'
import { between, expectFile, optionMarkers, optionTable, pageHeader, pageMarkers } from './generated'
import { ownMemory } from './mutation/own-memory'
import { type Example, flaggedFamilies, type Page, readPage, type Section } from './pages'

describe('the list', () => {
  it('names every rule in its category’s folder', () => {
    // Conventions are rules of a workspace's own, with one page for all of them.
    const pages = readdirSync('src/rules', { recursive: true, encoding: 'utf8' }).filter(
      name => name.endsWith('.md') && !name.startsWith('conventions'),
    )
    expect(rules.map(({ category, id }) => join(category, `${id}.md`)).sort()).toEqual(pages.sort())
  })

  it('names each rule once', () => {
    expect(rules.map(({ id }) => id)).toEqual([...new Set(rules.map(({ id }) => id))])
  })

  it('only refers to rules that exist', () => {
    const ids = rules.map(({ id }) => id)
    for (const { supersedes = [] } of rules) expect(ids).toEqual(expect.arrayContaining([...supersedes]))
  })
})

describe.each(rules.map(rule => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  const page = readPage(rule)

  it('has a complete page', () => {
    expect(page.title).toBe(rule.id)
    expect(page.headings).toEqual(headingsOf(rule))
    expect(examplesIn(page, 'Flagged').length, 'flagged diagrams').toBeGreaterThanOrEqual(3)
    expect(examplesIn(page, 'Clean').length, 'clean diagrams').toBeGreaterThanOrEqual(3)
    expectFile(page.path, generatedPage(rule, page))
  })

  it.each(examplesIn(page, 'Flagged', 'Options'))('reports what is expected (page line $line)', example => {
    const found = lint(example.text, rule, example)
    expect(mismatches(example.text, found), `${page.path}:${example.line}`).toEqual([])
    if (rule.id !== 'label-redefined') expect(laterMentions(example.text, found)).toEqual([])
  })

  it.each(examplesIn(page, 'Flagged', 'Options'))(
    'says it briefly and plainly (page line $line)',
    example => {
      for (const { message } of lint(example.text, rule, example).filter(isBy(rule))) {
        const sentences = message.split(/(?<=[.!?])\s+(?=[A-Z“"\d])/)
        expect(sentences.slice(0, -1).join(' ').length, message).toBeLessThanOrEqual(mostBeforeRemedy)
        expect(message).not.toContain('`')
      }
    },
  )

  it.each(examplesIn(page, 'Flagged'))('has something to report (page line $line)', example => {
    expect(lint(example.text, rule, example).filter(isBy(rule))).not.toEqual([])
  })

  it.each(examplesIn(page, 'Clean', 'Fixed'))('is silent (page line $line)', example => {
    const found = lint(example.text, rule, example).filter(({ suppressed }) => !suppressed)
    const unfixed = example.section === 'Clean' ? found : found.filter(({ fixes }) => fixes.length > 0)
    expect(unfixed.map(asLine), `${page.path}:${example.line}`).toEqual([])
  })

  it.each(page.examples.filter(example => !expectsRefusal(example)))(
    'is Mermaid (page line $line)',
    async example => {
      expect((await ask(example.text)).error, `${page.path}:${example.line}`).toBeUndefined()
    },
  )

  it.each(page.examples.filter(expectsRefusal))('is refused by Mermaid (page line $line)', async example => {
    expect((await ask(example.text)).error, `${page.path}:${example.line}`).toBeDefined()
  })

  it.each(examplesIn(page, 'Flagged', 'Options'))(
    'offers fixes that mend it (page line $line)',
    async example => {
      const text = withoutExpectations(example.text)
      for (const finding of lint(text, rule, example).filter(({ suppressed }) => !suppressed)) {
        for (const fix of finding.fixes)
          await expectMended({ rule, example, text, finding, edits: fix.edits, title: fix.title })
      }
    },
  )

  it('says whether it offers fixes', () => {
    const fixes = examplesIn(page, 'Flagged', 'Options').flatMap(example =>
      lint(withoutExpectations(example.text), rule, example).flatMap(finding => finding.fixes),
    )
    const offered = fixes.length === 0 ? undefined : fixes.every(({ safe }) => safe) ? 'safe' : 'review'
    expect(rule.fixable).toBe(offered)
  })
})

/** Characters that a list of problems shows before its reader has to scroll. */
const mostBeforeRemedy = 220

interface Repair {
  readonly rule: Rule
  readonly example: Example
  readonly text: string
  readonly finding: Finding
  readonly edits: Finding['fixes'][number]['edits']
  readonly title: string
}

/** Places of findings in a box's name where that is neither its first nor the first that labels it: nobody looks there. */
function laterMentions(text: string, found: readonly Finding[]): readonly string[] {
  const { nodes, metadata } = parseDiagram(text)
  const isIn = (inner: Span) => (outer: Span) => outer.start <= inner.start && inner.end <= outer.end
  const places = found
    .flatMap(({ span, related }) => [span, ...related.map(place => place.span)])
    .filter(place => !metadata.some(({ span }) => isIn(place)(span)))
  return places.flatMap(place =>
    nodes.flatMap(({ mentions }) => {
      const at = mentions.findIndex(({ span }) => isIn(place)(span))
      const labeled = mentions.findIndex(({ label }) => label !== undefined)
      return at > 0 && at !== labeled ? [text.slice(place.start, place.end)] : []
    }),
  )
}

/** One finding less of this rule, nothing that Mermaid refuses, and no new error or finding about syntax. */
async function expectMended({ rule, example, text, finding, edits, title }: Repair): Promise<void> {
  const mended = applyEdits(text, edits)
  const by = ({ rule: id }: Finding) => id === finding.rule
  const what = `“${title}” of ${asLine(finding)}\n${mended}`
  expect(lint(mended, rule, example).filter(by).length, `mends: ${what}`).toBeLessThan(
    lint(text, rule, example).filter(by).length,
  )
  const broken = lint(mended, rule, example).some(({ rule: id }) => id === 'syntax-error')
  if (!broken) expect((await ask(mended)).error, `Mermaid accepts: ${what}`).toBeUndefined()
  const before = graveFindings(text).map(asLine)
  const after = graveFindings(mended).map(asLine)
  expect(
    after.filter(line => !before.includes(line)),
    `nothing new: ${what}`,
  ).toEqual([])
}

const syntax = new Set(rules.filter(({ everyDiagram }) => everyDiagram).map(({ id }) => id))

/** Errors and findings about syntax, of all rules. */
function graveFindings(text: string): Finding[] {
  return findingsOf(text, { preset: 'recommended', rules: {} }).filter(
    ({ severity, rule }) => severity === 'error' || syntax.has(rule),
  )
}

const isBy = (rule: Rule) => (finding: Finding) => finding.rule === rule.id

const asLine = ({ rule, message }: Finding): string => `${rule}: ${message}`

function examplesIn(page: Page, ...sections: readonly Section[]): Example[] {
  return page.examples.filter(({ section }) => sections.includes(section))
}

/** A diagram with a syntax error is one that Mermaid refuses. */
function expectsRefusal({ text }: Example): boolean {
  return readExpectations(text).some(({ rule }) => rule === 'syntax-error')
}

function findingsOf(text: string, configuration: Configuration): readonly Finding[] {
  return findings(analyze(text, { language: 'mermaid', configuration }), { figures: true })
}

const linted = ownMemory(() => new Map<string, readonly Finding[]>())

/** The findings of a rule and of `syntax-error`, configured as the example says. Tests ask for most of them several times. */
function lint(text: string, rule: Rule, example: Example): readonly Finding[] {
  const asked = [rule.id, example.configuration, text].join('\n')
  const found = linted.get(asked) ?? findingsByRule(text, rule, example)
  linted.set(asked, found)
  return found
}

function findingsByRule(text: string, rule: Rule, { configuration, section }: Example): readonly Finding[] {
  const read = readConfiguration(configuration ?? '{}', 'arrowsmith.config.json')
  expect(read.problems).toEqual([])
  const stated = configurationOf([{ read, path: '' }])
  const heard = [rule.id, 'syntax-error']
  const others = needsOthers(rule) ? [] : rules.filter(({ id }) => !heard.includes(id))
  const off = Object.fromEntries(others.map(({ id }) => [id, { severity: 'off' as const }]))
  const preset = configuration?.includes('"preset"') ? stated.preset : weakestPreset(rule)
  const isAsked = rule.speaksOf === 'omission' || (showsHazard(section) && isSilentUnlessAsked(rule))
  const own = isAsked ? { [rule.id]: { severity: 'warning' as const, ...stated.rules[rule.id] } } : {}
  const found = findingsOf(text, { ...stated, preset, rules: { ...off, ...stated.rules, ...own } })
  return found.filter(({ rule: id }) => heard.includes(id))
}

/** A page shows what a rule sees: omissions, and what is told on request, are asked for by name, whatever their diagram. */
const isSilentUnlessAsked = ({ id, onRequest, presets }: Rule): boolean =>
  onRequest === true || partlyOnRequest.includes(id) || Object.keys(presets).length === 0

/** Of what a diagram doesn't state. */
const partlyOnRequest = ['call-in-loop', 'dual-write']

const showsHazard = (section: Section): boolean => section === 'Flagged' || section === 'Options'

/** An unused suppression is one that no other rule needed. */
const needsOthers = ({ id }: Rule): boolean => id === 'unused-suppression'

function weakestPreset({ presets }: Rule): 'recommended' | 'strict' {
  return presets.sketch || presets.recommended ? 'recommended' : 'strict'
}

function headingsOf(rule: Rule): string[] {
  return [
    'Flagged',
    ...(rule.fixable ? ['Fixed'] : []),
    'Clean',
    ...(Object.keys(rule.options).length > 0 ? ['Options'] : []),
  ]
}

/** The page with its header, option table and fixed diagrams as they have to be. */
function generatedPage(rule: Rule, page: Page): string {
  const headed =
    between(page.source, pageMarkers(rule), pageHeader(rule, flaggedFamilies(page))) ??
    'a page without the markers of its header'
  const tabled =
    Object.keys(rule.options).length > 0
      ? (between(headed, optionMarkers, optionTable(rule)) ?? headed)
      : headed
  if (!rule.fixable) return tabled
  const fixed = examplesIn(page, 'Flagged').flatMap(example => fixedText(rule, example))
  return tabled.replace(
    /^(## Fixed\n)[\s\S]*?^(?=## )/m,
    (_, heading) => `${heading}\n${fixed.join('\n\n')}\n\n`,
  )
}

/** A flagged diagram after the first fix of each finding, in fences; none if no finding has one. */
function fixedText(rule: Rule, example: Example): string[] {
  const original = withoutExpectations(example.text)
  let text = original
  for (let round = 0; round < 20; round++) {
    const next = lint(text, rule, example).find(({ fixes, suppressed }) => fixes.length > 0 && !suppressed)
    if (!next) break
    text = applyEdits(text, next.fixes[0]!.edits)
  }
  if (text === original) return []
  const configuration =
    example.configuration === undefined ? [] : [fence('json', example.configuration.trimEnd())]
  return [...configuration, fence('mermaid', text)]
}

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``
