// Rules of one's own in a configuration file: what they say, and what is wrong in them.

import type { Node } from 'jsonc-parser'
import { kinds, protocolsIn } from '../../knowledge'
import { rules } from '../../rules'
import {
  type Convention,
  type ConventionClaim,
  requirements,
  type Selector,
} from '../../rules/conventions/convention'
import { type ProblemSink, readChoice, readScalar, type SettingEntry, settingsIn, unknownName } from './nodes'

/** Reads `conventions`; what is wrong in one leaves that one out. */
export function readConventions(node: Node, report: ProblemSink): readonly Convention[] {
  if (node.type !== 'array') {
    report(node, `"conventions" has to be a list: [${example}].`)
    return []
  }
  const seen = new Set<string>()
  return (node.children ?? []).flatMap(each => {
    const convention = readConvention(each, report)
    if (!convention) return []
    if (!seen.has(convention.id)) {
      seen.add(convention.id)
      return [convention]
    }
    report(each, `Two conventions are called "${convention.id}".`)
    return []
  })
}

const example =
  '{ "id": "no-stores-from-clients", "from": { "kind": "browser" }, "mayNotCall": { "kind": "database" } }'

const severities = ['off', 'hint', 'info', 'warning', 'error'] as const
const demands = ['mayNotCall', 'mayCallOnly', 'mayBeCalledOnlyBy', 'requires', 'named'] as const
const known = ['id', 'from', 'to', 'of', ...demands, 'protocols', 'message', 'severity']

function readConvention(node: Node, report: ProblemSink): Convention | undefined {
  if (node.type !== 'object') {
    report(node, `A convention is an object: ${example}.`)
    return undefined
  }
  const entries = settingsIn(node)
  for (const { key, name } of entries)
    if (!known.includes(name)) report(key, unknownName('part of a convention', name, known))
  const value = (name: string) => entries.find(entry => entry.name === name)?.value
  const id = readId(node, value('id'), report)
  const demand = readDemand(node, { entries, value, report })
  const severity = readChoice(value('severity'), severities, report) ?? 'warning'
  const message = readText(value('message'), 'A message is a string.', report)
  return id && demand ? { id, severity, demand, ...(message !== undefined && { message }) } : undefined
}

function readId(node: Node, id: Node | undefined, report: ProblemSink): string | undefined {
  const name = id && readScalar(id)
  if (typeof name !== 'string' || !/^[a-z][a-z0-9-]{0,79}$/.test(name)) {
    report(
      id ?? node,
      'A convention needs an "id" of lowercase letters, digits and hyphens; suppression comments refer to it.',
    )
    return undefined
  }
  if (!rules.some(rule => rule.id === name)) return name
  report(id ?? node, `"${name}" is a built-in rule: give the convention another id.`)
  return undefined
}

interface Reading {
  readonly entries: readonly SettingEntry[]
  readonly value: (name: string) => Node | undefined
  readonly report: ProblemSink
}

function readDemand(node: Node, reading: Reading): ConventionClaim | undefined {
  const { entries, value, report } = reading
  const stated = demands.filter(name => entries.some(entry => entry.name === name))
  const [name] = stated
  if (stated.length !== 1 || !name) {
    report(node, `A convention says one thing: ${demands.map(each => `"${each}"`).join(', ')}.`)
    return undefined
  }
  const select = (key: string) => readSelector(value(key), report)
  switch (name) {
    case 'mayNotCall':
      return { kind: 'forbidden', from: select('from'), to: select(name) }
    case 'mayCallOnly':
      return { kind: 'calls-only', from: select('from'), to: select(name) }
    case 'mayBeCalledOnlyBy':
      return { kind: 'called-only-by', from: select(name), to: select('to') }
    case 'named':
      return readNaming(value(name), select('of'), report)
    case 'requires':
      return readRequirement(reading, select)
  }
}

function readNaming(node: Node | undefined, of: Selector, report: ProblemSink): ConventionClaim | undefined {
  const pattern = readText(node, '"named" is a pattern such as "* service".', report)
  return pattern === undefined ? undefined : { kind: 'named', of, pattern }
}

/** Of a component its technology, of a call its label or its protocol. */
function readRequirement(
  { value, report }: Reading,
  select: (key: string) => Selector,
): ConventionClaim | undefined {
  const required = readList(value('requires'), each => readChoice(each, requirements, report))
  const protocols = readList(value('protocols'), each => readProtocol(each, report))
  if (required.includes('technology')) return { kind: 'part-requires', of: select('of'), technology: true }
  if (required.length === 0) return undefined
  return {
    kind: 'call-requires',
    from: select('from'),
    to: select('to'),
    label: required.includes('label'),
    protocols: required.includes('protocol') && protocols.length === 0 ? ['*'] : protocols,
  }
}

function readProtocol(node: Node, report: ProblemSink): string | undefined {
  const name = readScalar(node)
  if (typeof name === 'string' && protocolsIn(name).length > 0) return name
  report(node, `${JSON.stringify(name)} is not a known protocol.`)
  return undefined
}

/** A name's pattern, or an object of patterns. */
function readSelector(node: Node | undefined, report: ProblemSink): Selector {
  if (!node) return {}
  if (node.type === 'string') return { name: [String(readScalar(node))] }
  if (node.type !== 'object') {
    report(node, 'Components are selected by "name", "kind", "tech" and "group": { "kind": "database" }.')
    return {}
  }
  const entries = settingsIn(node)
  for (const { key, name } of entries)
    if (!selectors.includes(name)) report(key, unknownName('way to select components', name, selectors))
  const patterns = (name: string) => {
    const found = entries.find(entry => entry.name === name)?.value
    return found && readList(found, each => readText(each, 'A pattern is a string.', report))
  }
  const kind = entries.find(({ name }) => name === 'kind')?.value
  const [name, tech, group] = [patterns('name'), patterns('tech'), patterns('group')]
  return {
    ...(name && { name }),
    ...(kind && { kind: readList(kind, each => readChoice(each, kinds, report)) }),
    ...(tech && { tech }),
    ...(group && { group }),
  }
}

const selectors = ['name', 'kind', 'tech', 'group']

function readText(node: Node | undefined, otherwise: string, report: ProblemSink): string | undefined {
  if (!node) return undefined
  const text = readScalar(node)
  if (typeof text === 'string' && text !== '') return text
  report(node, otherwise)
  return undefined
}

/** One, or a list of them. */
function readList<T>(node: Node | undefined, read: (node: Node) => T | undefined): readonly T[] {
  if (!node) return []
  const items = node.type === 'array' ? (node.children ?? []) : [node]
  return items.flatMap(each => read(each) ?? [])
}
