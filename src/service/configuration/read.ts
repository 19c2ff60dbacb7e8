// A configuration file: what it states, and what is wrong in it.

import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { rules } from '../../rules'
import { presets, type Rule } from '../../rules/rule'
import { unclosedIn } from '../../text/glob'
import type { Span } from '../../text/span'
import { type Configuration, type RuleSetting, sharings } from './configuration'
import { readConventions } from './conventions'
import { readComponents, readDefaults } from './figures'
import {
  type ProblemSink,
  readChoice,
  readScalar,
  reportRepeated,
  type SettingEntry,
  settingsIn,
  unknownName,
} from './nodes'

export interface ConfigurationProblem {
  readonly message: string
  /** Offsets in the file's text. */
  readonly span: Span
}

export interface ReadConfiguration {
  readonly settings: Partial<Configuration>
  /** Looking for further configuration files upward ends here. */
  readonly root: boolean
  /** Settings for the files that a pattern names, in order. */
  readonly files: readonly { readonly pattern: string; readonly settings: Partial<Configuration> }[]
  /** Only these are linted; all where none is named. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly problems: readonly ConfigurationProblem[]
}

/** Reads a configuration file (JSON with comments). What is wrong is reported and left out; `path` names the file in messages. */
export function readConfiguration(text: string, path: string): ReadConfiguration {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true })
  const problems: ConfigurationProblem[] = errors.map(({ error, offset, length }) => ({
    message: `${path} is not valid JSON: ${wordsOf(printParseErrorCode(error))}.`,
    span: { start: offset, end: offset + length },
  }))
  const report: ProblemSink = (node, message) =>
    problems.push({ message, span: { start: node.offset, end: node.offset + node.length } })
  if (tree && tree.type !== 'object')
    report(tree, `${path} has to be an object: { "preset": "recommended" }.`)
  if (tree) reportRepeated(tree, report)
  const entries = tree?.type === 'object' ? settingsIn(tree) : []
  const value = (name: string) => entries.find(entry => entry.name === name)?.value
  return {
    settings: readSettings(entries, [...settingNames, ...fileNames], report),
    root: readChoice(value('root'), [true, false], report) ?? false,
    files: readFiles(value('files'), report),
    include: readPatterns(value('include'), report),
    exclude: readPatterns(value('exclude'), report),
    problems,
  }
}

/** What can be set for all files, and for those that a pattern names. */
const settingNames = ['preset', 'rules', 'conventions', 'components', 'defaults', 'sharing', 'comments']

/** What only a whole file can say. */
const fileNames = ['$schema', 'root', 'files', 'include', 'exclude']

function readSettings(
  entries: readonly SettingEntry[],
  known: readonly string[],
  report: ProblemSink,
): Partial<Configuration> {
  for (const { key, name } of entries)
    if (!known.includes(name)) report(key, unknownName('setting', name, known))
  const value = (name: string) => entries.find(entry => entry.name === name)?.value
  const preset = readChoice(value('preset'), presets, report)
  const sharing = readChoice(value('sharing'), sharings, report)
  const comments = readChoice(value('comments'), [true, false], report)
  const severities = value('rules')
  const conventions = value('conventions')
  const components = value('components')
  const defaults = value('defaults')
  return {
    ...(preset && { preset }),
    ...(sharing && { sharing }),
    ...(comments !== undefined && { comments }),
    ...(severities && { rules: readRules(severities, report) }),
    ...(conventions && { conventions: readConventions(conventions, report) }),
    ...(components && { components: readComponents(components, report) }),
    ...(defaults && { defaults: readDefaults(defaults, report) }),
  }
}

/** Names of components may be ids there. */
function readFiles(node: Node | undefined, report: ProblemSink): ReadConfiguration['files'] {
  if (!node) return []
  if (node.type !== 'object') {
    report(node, '"files" has to be an object: { "docs/legacy/**": { "preset": "sketch" } }.')
    return []
  }
  return settingsIn(node).map(({ key, name: pattern, value }) => {
    reportBroken(key, pattern, report)
    const settings = readSettings(settingsIn(value), settingNames, report)
    return { pattern, settings: { ...settings, ...(settings.components && { nodes: settings.components }) } }
  })
}

function readPatterns(node: Node | undefined, report: ProblemSink): readonly string[] {
  if (!node) return []
  const patterns = node.type === 'array' ? (node.children ?? []) : [node]
  return patterns.flatMap(each => {
    const pattern = readScalar(each)
    if (typeof pattern === 'string') {
      reportBroken(each, pattern, report)
      return [pattern]
    }
    report(each, 'Name files by a pattern or a list of patterns: ["docs/**"].')
    return []
  })
}

function reportBroken(place: Node, pattern: string, report: ProblemSink): void {
  const opening = unclosedIn(pattern)
  if (opening === undefined) return
  const closing = opening === '[' ? ']' : '}'
  report(
    place,
    `"${opening}" is never closed in this pattern, so it stands for itself. Add "${closing}", or write "\\\\${opening}" for the character.`,
  )
}

function readRules(node: Node, report: ProblemSink): Configuration['rules'] {
  if (node.type !== 'object') report(node, '"rules" has to be an object: { "missing-timeout": "off" }.')
  const ids = rules.map(({ id }) => id)
  return Object.fromEntries(
    settingsIn(node).flatMap(({ key, name, value }) => {
      const rule = rules.find(({ id }) => id === name)
      if (!rule) report(key, unknownName('rule', name, ids))
      return rule ? [[name, readSetting(value, rule, report)]] : []
    }),
  )
}

const severities = ['off', 'hint', 'info', 'warning', 'error'] as const

function readSetting(node: Node, rule: Rule, report: ProblemSink): RuleSetting {
  if (node.type !== 'object') {
    const severity = readChoice(node, severities, report)
    return severity === undefined ? {} : { severity }
  }
  const entries = settingsIn(node)
  for (const { key, name } of entries) {
    if (name !== 'severity' && name !== 'options')
      report(key, unknownName('setting of a rule', name, ['severity', 'options']))
  }
  const severity = readChoice(entries.find(({ name }) => name === 'severity')?.value, severities, report)
  const options = entries.find(({ name }) => name === 'options')?.value
  return { ...(severity && { severity }), ...(options && { options: readOptions(options, rule, report) }) }
}

function readOptions(node: Node, rule: Rule, report: ProblemSink): NonNullable<RuleSetting['options']> {
  return Object.fromEntries(
    settingsIn(node).flatMap(({ key, name, value }) => {
      const option = Object.hasOwn(rule.options, name) ? rule.options[name] : undefined
      if (!option) report(key, unknownName(`option of ${rule.id}`, name, Object.keys(rule.options)))
      if (!option) return []
      const read = readScalar(value)
      const fits = typeof read === typeof option.default && (option.choices?.includes(String(read)) ?? true)
      const accepted =
        option.choices?.map(choice => JSON.stringify(choice)).join(', ') ?? `a ${typeof option.default}`
      if (!fits) report(value, `${rule.id}: "${name}" takes ${accepted}.`)
      return fits && read !== undefined ? [[name, read]] : []
    }),
  )
}

/** `PropertyNameExpected` → "property name expected". */
const wordsOf = (code: string): string => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
