// What pages and manifests say about the rules, written by the tests that compare it.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Preset, presets, type Rule } from '../src/rules/rule'
import { type Family, families } from './pages'

/** Fails when the file's text differs; with UPDATE=1 in the environment, writes it instead. */
export function expectFile(path: string, wanted: string): void {
  const found = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (found === wanted) return
  if (process.env.UPDATE) writeFileSync(path, wanted)
  else expect(found, `${path} is not up to date. Run: UPDATE=1 npm test`).toBe(wanted)
}

/** The text with what stands between two markers replaced; undefined if the markers are missing. */
export function between(
  source: string,
  [open, close]: readonly [string, string],
  content: string,
): string | undefined {
  const start = source.indexOf(open)
  const end = source.indexOf(close, start)
  if (start < 0 || end < 0) return undefined
  return `${source.slice(0, start + open.length)}\n${content}\n${source.slice(end)}`
}

export const pageMarkers = (rule: Rule) => [`<!-- generated from ${rule.id}.ts -->`, '<!-- end -->'] as const
export const optionMarkers = ['<!-- generated options -->', '<!-- end -->'] as const

/** A page's header: summary · category · severity by preset · quick fix · the families it speaks in. */
export function pageHeader(rule: Rule, families: readonly Family[]): string {
  const fix = rule.fixable === undefined ? [] : [rule.fixable === 'safe' ? 'safe fix' : 'quick fix']
  return `${rule.summary}\n\n${[rule.category, severities(rule), ...fix, familyList(families)].join(' · ')}`
}

/** "all families", "flowchart, C4". */
const familyList = (spoken: readonly Family[]): string =>
  spoken.length === families.length
    ? 'all families'
    : spoken.map(family => (family === 'c4' ? 'C4' : family)).join(', ')

export function optionTable(rule: Rule): string {
  const rows = Object.entries(rule.options).map(
    ([name, { default: value, description }]) =>
      `| \`${name}\` | \`${JSON.stringify(value)}\` | ${description} |`,
  )
  return ['| option | default | |', '|---|---|---|', ...rows].join('\n')
}

/** "warning", "info, warning in strict", "error in strict", "off unless configured". */
export function severities(rule: Rule): string {
  const stated = presets.filter(preset => rule.presets[preset] !== undefined)
  const text = stated.map((preset, order) => severityIn(rule, preset, order === 0))
  const raised = rule.raised === undefined ? [] : [`raised to ${rule.raised}`]
  return [...(stated.length === 0 ? ['off unless configured'] : text), ...raised].join(', ')
}

function severityIn(rule: Rule, preset: Preset, weakest: boolean): string {
  const severity = rule.presets[preset]
  return weakest && preset !== 'strict' ? `${severity}` : `${severity} in ${preset}`
}
