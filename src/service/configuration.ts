// What a workspace configures: preset, severities, options and figures, read from `arrowsmith.config.json`.

import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { nearest } from '../model/annotations/nearest'
import { rules } from '../rules'
import { type OptionValue, type Preset, presets, type Rule, type Severity } from '../rules/rule'
import type { Span } from '../text/span'

export interface Configuration {
  readonly preset: Preset
  readonly rules: Readonly<Record<string, RuleSetting>>
  /** Figures by normalized label or technology, for all diagrams of the workspace. */
  readonly components?: Readonly<Record<string, StatedFigures>>
  /** Figures for all arrows and nodes that state none. */
  readonly defaults?: Readonly<Record<string, StatedFigures>>
}

/** Figures as they are written: `{ "p99": "300ms" }`. */
export type StatedFigures = Readonly<Record<string, OptionValue>>

export interface RuleSetting {
  readonly severity?: Severity | 'off'
  readonly options?: Readonly<Record<string, OptionValue>>
}

export const defaultConfiguration: Configuration = { preset: 'recommended', rules: {} }

export interface ConfigurationProblem {
  readonly message: string
  /** Offsets in the file's text. */
  readonly span: Span
}

export interface ReadConfiguration {
  readonly configuration: Configuration
  /** Looking for further configuration files upward ends here. */
  readonly root: boolean
  readonly problems: readonly ConfigurationProblem[]
}

/** Reads a configuration file (JSON with comments). What is wrong is reported and left out; `path` names the file in messages. */
export function readConfiguration(text: string, path: string): ReadConfiguration {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true })
  const problems: ConfigurationProblem[] = errors.map(({ error, offset, length }) => ({
    message: `${path} is no JSON: ${wordsOf(printParseErrorCode(error))}.`,
    span: { start: offset, end: offset + length },
  }))
  const report: Report = (node, message) =>
    problems.push({ message, span: { start: node.offset, end: node.offset + node.length } })
  if (tree && tree.type !== 'object')
    report(tree, `${path} has to hold an object: { "preset": "recommended" }.`)
  const entries = tree?.type === 'object' ? entriesOf(tree) : []
  for (const { key, name } of entries)
    if (!keys.includes(name)) report(key, unknownName('setting', name, keys))
  const value = (name: string) => entries.find(entry => entry.name === name)?.value
  const components = readStated(value('components'), report)
  const defaults = readStated(value('defaults'), report)
  return {
    configuration: {
      preset: readChoice(value('preset'), presets, report) ?? defaultConfiguration.preset,
      rules: readRules(value('rules'), report),
      ...(components && { components }),
      ...(defaults && { defaults }),
    },
    root: readChoice(value('root'), [true, false], report) ?? false,
    problems,
  }
}

/** Settings of rules as they stand in the file: a severity, or an object with severity and options. */
const keys = ['$schema', 'root', 'preset', 'rules', 'components', 'files', 'defaults', 'include', 'exclude']

type Report = (node: Node, message: string) => void

interface Entry {
  readonly key: Node
  readonly name: string
  readonly value: Node
}

function entriesOf({ children = [] }: Node): Entry[] {
  return children.flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key, value, name: String(getNodeValue(key)) }] : [],
  )
}

function readRules(node: Node | undefined, report: Report): Configuration['rules'] {
  if (!node) return {}
  if (node.type !== 'object') report(node, '"rules" has to hold an object: { "missing-timeout": "off" }.')
  const ids = rules.map(({ id }) => id)
  return Object.fromEntries(
    entriesOf(node).flatMap(({ key, name, value }) => {
      const rule = rules.find(({ id }) => id === name)
      if (!rule) report(key, unknownName('rule', name, ids))
      return rule ? [[name, readSetting(value, rule, report)]] : []
    }),
  )
}

const severities = ['off', 'hint', 'info', 'warning', 'error'] as const

function readSetting(node: Node, rule: Rule, report: Report): RuleSetting {
  if (node.type !== 'object') {
    const severity = readChoice(node, severities, report)
    return severity === undefined ? {} : { severity }
  }
  const entries = entriesOf(node)
  for (const { key, name } of entries) {
    if (name !== 'severity' && name !== 'options')
      report(key, unknownName('setting of a rule', name, ['severity', 'options']))
  }
  const severity = readChoice(entries.find(({ name }) => name === 'severity')?.value, severities, report)
  const options = entries.find(({ name }) => name === 'options')?.value
  return { ...(severity && { severity }), ...(options && { options: readOptions(options, rule, report) }) }
}

function readOptions(node: Node, rule: Rule, report: Report): Record<string, OptionValue> {
  return Object.fromEntries(
    entriesOf(node).flatMap(({ key, name, value }) => {
      const option = rule.options[name]
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

function readStated(node: Node | undefined, report: Report): Configuration['components'] {
  if (!node) return undefined
  if (node.type !== 'object')
    report(node, 'Figures are stated by name: { "Payments API": { "p99": "300ms" } }.')
  return Object.fromEntries(
    entriesOf(node).map(({ name, value }) => [
      name,
      Object.fromEntries(
        entriesOf(value).flatMap(({ name: key, value: figure }) => {
          const read = readScalar(figure)
          if (read === undefined)
            report(figure, `"${key}" of "${name}" has to be a number, a text, true or false.`)
          return read === undefined ? [] : [[key, read]]
        }),
      ),
    ]),
  )
}

function readScalar(node: Node): OptionValue | undefined {
  const value: unknown = getNodeValue(node)
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
    ? value
    : undefined
}

function readChoice<V extends string | boolean>(
  node: Node | undefined,
  choices: readonly V[],
  report: Report,
): V | undefined {
  if (!node) return undefined
  const value: unknown = getNodeValue(node)
  const found = choices.find(choice => choice === value)
  if (found !== undefined) return found
  const texts = choices.map(choice => JSON.stringify(choice))
  const meant = typeof value === 'string' ? nearest(value, choices.map(String)) : undefined
  report(
    node,
    `${JSON.stringify(value)} is none of ${texts.join(', ')}.${meant ? ` Did you mean "${meant}"?` : ''}`,
  )
  return undefined
}

function unknownName(what: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  return `There is no ${what} called "${name}".${meant ? ` Did you mean "${meant}"?` : ''}`
}

/** `PropertyNameExpected` → "property name expected". */
const wordsOf = (code: string): string => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
