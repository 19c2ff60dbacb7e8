// What follows a node on its line though nothing joins it to that: more brackets, more words, another statement.

import { span } from '../../../text/span'
import { unmarked } from '../../preprocess'
import { lineAround } from '../../problems'
import type { Failure, Statement } from '../statements'
import type { BrokenLine, Habit } from './habits'
import { idFrom, instead } from './instead'
import type { Advice } from './syntax-errors'

/** `a[Orders](fill:#fff)`, `a[Orders](https://…)`: all of a line at once. */
export const secondBrackets: Habit = ({ start, end, text, broken }, { reading }) => {
  if (
    reading !== 'end of statement' ||
    !/[\])}]$/.test(text.slice(0, broken)) ||
    !/[[({]/.test(text[broken] ?? '')
  )
    return undefined
  const message = 'A node has one pair of brackets: write all of its label in it'
  const moved = [...text.matchAll(bracketsTwice)].map(
    ({ index, 0: whole, 1: node = '', 2: id = '', 3: inside = '' }) => ({
      at: span(start + index + node.length, start + index + whole.length),
      line: ownLine(id, unmarked(inside.trim())),
    }),
  )
  const [first] = moved
  if (!first || moved.some(({ line }) => line === undefined)) return { message }
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  const below = moved.map(({ line }) => `\n${indent}${line}`).join('')
  const isStyle = first.line?.startsWith('style')
  return {
    at: first.at,
    message: `A node has one pair of brackets: ${isStyle ? 'its style' : 'its link'} stands on a line of its own, \`${first.line}\``,
    fix: {
      title: 'Write it below',
      edits: [...moved.map(({ at }) => ({ at, text: '' })), { at: span(end, end), text: below }],
    },
  }
}

const bracketsTwice =
  /((?<![\w.-])([\w.-]+)(?:\[[^[\]]*\]|\([^()]*\)|\{[^{}]*\}))(?:\[{1,2}|\({1,2}|\{{1,2})([^[\](){}]*)[\])}]{1,2}/g

function ownLine(id: string, inside: string): string | undefined {
  if (/^(?:fill|stroke|color)[\w-]*:/.test(inside)) return `style ${id} ${inside.replaceAll(';', ',')}`
  return /^https?:\/\/\S+$/.test(inside) ? `click ${id} "${inside}"` : undefined
}

/** `get_(all)_orders --> b`: the bracket was meant as a part of the name. */
export const bracketInId: Habit = (line, { reading }) => {
  const before = /(?<![\w.-])[\w.-]+[[({][^[\](){}"|]*[\])}]$/.exec(line.text.slice(0, line.broken))
  if (reading !== 'end of statement' || !before) return undefined
  const [whole = ''] =
    /^[\w.-]+(?:[[({][^[\](){}"|]*[\])}][\w.-]*)+/.exec(line.text.slice(before.index)) ?? []
  const label = /[[({][^[\](){}"|]*[\])}]$/.exec(whole)?.[0] ?? ''
  const name = whole.slice(0, whole.length - label.length)
  if (!/[_-][[({]|[\])}][_-]/.test(name)) return undefined
  const node = label === '' ? `${idFrom(name)}["${name}"]` : `${idFrom(name)}${label}`
  const sign = /[[({]/.exec(name)?.[0]
  const message = `An id can't contain \`${sign}\`: write \`${node.length > 60 ? idFrom(name) : node}\``
  return instead(line, [before.index, before.index + whole.length], node, message, 'Write an id and a label')
}

/** `a --> b[Orders]  c[Stock]`, `a[Orders] and more`. */
export const behindNode: Habit = (line, { reading, found }) => {
  const { text, broken } = line
  if (reading !== 'end of statement' || !/^(?:word|number|letter)$/.test(found)) return undefined
  const before = text.slice(0, broken)
  const isLabelled = /[\])}][ \t]*$/.test(before)
  const isApart = (isLabelled && /[ \t]$/.test(before)) || /[ \t]{2}$/.test(before)
  const [word = ''] = /^[^\s[\](){}|]+/.exec(text.slice(broken)) ?? []
  const next = text.slice(broken + word.length)
  if (
    isApart &&
    word !== '' &&
    (isLabelled ? /^[[({]|^[ \t]*(?:-->|---|==>|-\.)/ : /^[[({]?[^[({]*[ \t](?:-->|---|==>|-\.)/).test(next)
  )
    return twoStatements(line, word)
  if (!isLabelled) return undefined
  const words = text
    .slice(broken)
    .split(/[[\](){}|&;<>=]|--|-\./, 1)
    .join('')
    .trimEnd()
  return {
    at: span(line.start + broken, line.start + broken + words.length),
    message: `Found \`${words.length > 40 ? word : words}\` behind a label: a node ends with its bracket. Write the words inside it, or an arrow between two nodes`,
  }
}

function twoStatements({ start, text, broken }: BrokenLine, word: string): Advice {
  const node = /^[^\s[\](){}|]+(?:\[[^[\]]*\]|\([^()]*\)|\{[^{}]*\})?/.exec(text.slice(broken))?.[0] ?? word
  const shown = node.length > 40 ? word : node
  const before = text.slice(0, broken).trimEnd()
  const at = span(start + broken, start + broken + node.length)
  const message = `Nothing joins \`${shown}\` to the node before it: begin a new line, or write an arrow between them`
  if (!/--|==|-\.|~~~/.test(before)) return { at, message }
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  const edits = [{ at: span(start + before.length, start + broken), text: `\n${indent}` }]
  return { at, message, fix: { title: 'Begin a new line', edits } }
}

/** `b --> Order API` where `api[Order API]` is a node: the label was written instead of its id. */
export function labelAsId(
  failure: Failure,
  text: string,
  ids: () => ReadonlyMap<string, string>,
): Advice | undefined {
  if (failure.reading !== 'end of statement' || !/^(?:word|number|letter)$/.test(failure.found))
    return undefined
  const line = lineAround(failure.at.start, text)
  const broken = failure.at.start - line.start
  const before = line.text.slice(0, broken)
  const head = before.slice(
    /^.*(?:[>|;&\])}]|--[-ox]|==[=ox]|-\.-|~~~)[ \t]*|^[ \t]*/.exec(before)?.[0].length ?? 0,
  )
  const tail = line.text
    .slice(broken)
    .split(/<?--|<?==|-\.|~~~|[&;|[\](){}]|:::/, 1)
    .join('')
    .trimEnd()
  const isLabelled = /^[ \t]*[[({]/.test(line.text.slice(broken + tail.length))
  const id = head === '' || isLabelled ? undefined : ids().get(head + tail)
  if (!id) return undefined
  const from = failure.at.start - head.length
  const at = span(from, from + head.length + tail.length)
  return {
    at,
    message: `\`${head + tail}\` is the label of \`${id}\`: write that id`,
    fix: { title: `Write \`${id}\``, edits: [{ at, text: id }] },
  }
}

/** The id of each label that one node alone has; '' where several have it. */
export function idsByLabel(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const { actions } of statements) {
    for (const action of actions) {
      if (action.kind !== 'node' || !action.node.label) continue
      const { id, label } = action.node
      const known = ids.get(label.text.trim())
      ids.set(label.text.trim(), known === undefined || known === id.text ? id.text : '')
    }
  }
  return ids
}
