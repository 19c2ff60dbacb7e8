// What people write in flowcharts by the habits of other languages and diagrams, and how it is written here.

import { span } from '../../../text/span'
import { short } from '../../line-advice'
import { unmarked } from '../../preprocess'
import { type Line, lineAround } from '../../problems'
import type { Failure } from '../statements'
import { behindNode, bracketInId, secondBrackets } from './behind-nodes'
import { barInLabel } from './broken-arrows'
import { commentBehind, commentOfCode } from './comments'
import { idFrom, instead } from './instead'
import { equalsInStyle, listOfArrows, styleAsClass, stylesOfCss } from './style-habits'
import type { Advice } from './syntax-errors'

export interface BrokenLine extends Line {
  /** Where in it something cannot be read. */
  readonly broken: number
}

export type Habit = (line: BrokenLine, failure: Failure) => Advice | undefined

/** The advice for a line that is written as it would be elsewhere. */
export function habitIn(failure: Failure, text: string): Advice | undefined {
  const isStyle = /^(?:style|style of arrow|class definition|class)$/.test(failure.reading)
  if (!isStyle && !/^(?:statement|end of statement|node|class name|direction)$/.test(failure.reading))
    return undefined
  const around = lineAround(failure.at.start, text)
  const line = { ...around, broken: failure.at.start - around.start }
  if (/^[ \t]*subgraph[ \t]/.test(line.text)) return undefined
  for (const habit of isStyle ? habitsOfStyles : habits) {
    const advice = habit(line, failure)
    if (advice) return advice
  }
  return undefined
}

const arrowOfSequences: Habit = line => {
  const before = Math.max(0, line.broken - 4)
  const found = /(?:--|==|-\.-)>>$/.exec(line.text.slice(before, line.broken + 1))
  if (!found) return undefined
  const [arrow] = found
  const from = before + found.index
  const wanted = arrow.slice(0, -1)
  const message = `\`${arrow}\` is not an arrow of flowcharts: write \`${wanted}\``
  return instead(line, [from, from + arrow.length], wanted, message)
}

/** `base <|-- derived`, as class diagrams have it: the arrow leads from the derived to its base. */
const arrowOfClasses: Habit = line => {
  const [, indent = '', one, arrow = '', other] =
    /^([ \t]*)([\w-]+)[ \t]*(<\|--|<\|\.\.|--\|>|\.\.\|>)[ \t]*([\w-]+)[ \t]*$/.exec(line.text) ?? []
  if (one === undefined || other === undefined) return undefined
  const drawn = arrow.includes('.') ? '-.->' : '-->'
  const wanted = arrow.startsWith('<') ? `${other} ${drawn} ${one}` : `${one} ${drawn} ${other}`
  const message = `\`${arrow}\` is an arrow of class diagrams: write \`${wanted}\``
  return instead(line, [indent.length, line.text.trimEnd().length], wanted, message)
}

/** `a <- b` */
const arrowBack: Habit = (line, { reading }) => {
  const [, indent = '', receiver, arrow = '', sender] =
    /^([ \t]*)([\w.-]+(?<!-))[ \t]*(<-|<=|<-\.)[ \t]*(\w[\w.-]*)[ \t]*;?$/.exec(line.text) ?? []
  if (reading !== 'end of statement' || receiver === undefined || sender === undefined) return undefined
  const drawn = arrow === '<-' ? '-->' : arrow === '<=' ? '==>' : '-.->'
  const wanted = `${sender} ${drawn} ${receiver}`
  const message = `\`${arrow}\` is not an arrow: write \`${wanted}\``
  return instead(line, [indent.length, line.text.trimEnd().length], wanted, message)
}

/** `a{Paid?} -yes-> b` */
const textInHalfArrow: Habit = (line, { reading }) => {
  const [whole, text = ''] =
    /^-[ \t]*([^\s"|[\](){}<>=.-][^"|[\](){}<>=.-]*)->(?=[ \t\w])/.exec(line.text.slice(line.broken)) ?? []
  if (reading !== 'end of statement' || whole === undefined) return undefined
  const wanted = `-- ${text.trim()} -->`
  const message = `\`${short(whole)}\` is not an arrow: write \`${short(wanted)}\``
  return instead(
    line,
    [line.broken, line.broken + whole.length],
    wanted,
    message,
    `Write \`${short(wanted)}\``,
  )
}

/** `a - b`, `a ~~ b` */
const shortArrow: Habit = (line, { reading }) => {
  const stroke = /^(?:-|~{1,2})(?=[ \t]+\w)/.exec(line.text.slice(line.broken))?.[0]
  if (reading !== 'end of statement' || stroke === undefined) return undefined
  const before = line.text.slice(0, line.broken)
  // In `Orders - new --> b`, the sign is a part of a name.
  const isBetween =
    /[\])}][ \t]*$/.test(before) || /^[ \t]*[\w.-]+[ \t]+\S+[ \t]+[\w.-]+[ \t]*;?$/.test(line.text)
  if (!isBetween) return undefined
  const wanted = stroke.startsWith('~') ? '~~~' : '---'
  const other = wanted === '---' ? ', or `-->` with a head' : ''
  const at: [number, number] = [line.broken, line.broken + stroke.length]
  return instead(
    line,
    at,
    wanted,
    `\`${stroke}\` is not an arrow: write \`${wanted}\`${other}`,
    `Write \`${wanted}\``,
  )
}

/** `a --> b: text`, as messages have it. */
const textAfterColon: Habit = ({ start, text, broken }, { reading }) => {
  if (text.slice(Math.max(0, broken - 2), broken + 3).includes(':::')) return undefined
  const isAt = text[broken] === ':'
  const isBefore = text.slice(0, broken).trimEnd().endsWith(':')
  if (reading !== 'end of statement' || !(isAt || isBefore)) return undefined
  const arrow = /^[^|"[({]*?(?:-->|---|==>|-\.->)(?=[^-=|"[({]*$)/.exec(text.slice(0, broken))?.[0]
  if (arrow === undefined) return undefined
  const colon = isAt ? broken : text.lastIndexOf(':', broken)
  const label = text
    .slice(colon + 1)
    .replace(';', '')
    .trim()
  const quoted = /^[\w ,-]+$/.test(label) ? label : `"${label.replaceAll('"', '#quot;')}"`
  const edits = [
    { at: span(start + arrow.length, start + arrow.length), text: `|${quoted}|` },
    { at: span(start + colon, start + text.length), text: '' },
  ]
  return {
    at: span(start + colon, start + text.trimEnd().length),
    message: 'The text of an arrow stands in bars behind it: write `a -->|text| b`',
    fix: { title: 'Put the text in bars', edits },
  }
}

const commaForAnd: Habit = (line, { reading }) => {
  const blank = /,[ \t]*$/.exec(line.text.slice(0, line.broken))
  if (reading !== 'end of statement' || !blank) return undefined
  if (/^[ \t]*class[ \t]/.test(line.text)) return undefined
  const message = 'Nodes are joined by `&`, with a space on either side: write `a & b`'
  return instead(line, [blank.index, line.broken], ' & ', message, 'Write `&`')
}

/** `class a, b hot`: the blank ends the list. */
const blankInClassList: Habit = ({ start, text }) => {
  const list = /^[ \t]*class[ \t]+(?:[^\s,]+,[ \t]*)+/.exec(text)?.[0]
  if (list === undefined || !/,[ \t]/.test(list)) return undefined
  const blanks = [...list.matchAll(/,([ \t]+)/g)]
  return {
    at: span(start + list.search(/\S/), start + list.trimEnd().length),
    message: 'The ids of a `class` line are joined by commas without spaces: write `class a,b name`',
    fix: {
      title: 'Remove the spaces',
      verbatim: true,
      edits: blanks.map(({ 1: blank = '', index }) => ({
        at: span(start + index + 1, start + index + 1 + blank.length),
        text: '',
      })),
    },
  }
}

const spacedClass: Habit = line => {
  const marks = line.text.indexOf(':::')
  const from = line.text.slice(0, marks).trimEnd().length
  const to = marks + 3 + line.text.slice(marks + 3).search(/\S|$/)
  if (marks < 0 || to - from === 3) return undefined
  const message = 'No space may stand beside `:::`: write `id:::name`'
  return instead(line, [from, to], ':::', message)
}

const secondClass: Habit = line => {
  const found = /:::[\w-]+(:::[\w-]+)/.exec(line.text)
  if (!found) return undefined
  const [both, second = ''] = found
  const from = found.index + both.length - second.length
  const message = `A node takes one class here: give it the second by \`class id ${second.slice(3)}\``
  const id =
    line.text
      .slice(0, found.index)
      .split(/[^\w.-]/)
      .at(-1) ?? ''
  const { at, fix } = instead(line, [from, from + second.length], '', message, 'Write it as `class`')
  if (id === '' || !fix) return { at, message }
  const indent = /^[ \t]*/.exec(line.text)?.[0] ?? ''
  const below = { at: span(line.end, line.end), text: `\n${indent}class ${id} ${second.slice(3)}` }
  return { at, message, fix: { ...fix, edits: [...fix.edits, below] } }
}

const classBeforeLabel: Habit = line => {
  const found = /(:::[\w-]+)(\[[^[\]]*\]|\([^()]*\)|\{[^{}]*\})/.exec(line.text)
  if (!found) return undefined
  const [whole, name = '', label = ''] = found
  const message = `The class stands behind the label: write \`id${label.length < 40 ? label : '[…]'}${name}\``
  return instead(line, [found.index, found.index + whole.length], `${label}${name}`, message, 'Swap them')
}

const colorInBrackets: Habit = line => {
  if (!/^[ \t]*(?:classDef|style|linkStyle)[ \t]/.test(line.text)) return undefined
  const found = /\b(?:rgb|hsl)a?\(([^()]*)\)/.exec(line.text)
  if (!found) return undefined
  const [color, numbers = ''] = found
  const message = `Brackets are not allowed in a style: write the color \`${color}\` as hexadecimal digits, such as \`#336699\``
  const parts = numbers.split(',').map(Number)
  const at: [number, number] = [found.index, found.index + color.length]
  if (!color.startsWith('rgb') || parts.length !== 3 || !parts.every(part => part >= 0 && part < 256))
    return { at: span(line.start + at[0], line.start + at[1]), message }
  const digits = parts.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')
  return instead(line, at, `#${digits}`, message)
}

/** `(Orders) --> b`, `"Orders" --> b`: labels that belong to nothing, all of a line at once. */
const labelWithoutId: Habit = ({ start, text, broken }, { reading }) => {
  if (reading === 'end of statement') return undefined
  const found = [...text.matchAll(unnamed)].filter(({ 0: whole, index }) => !isArrowText(text, index, whole))
  const bare = found.map(({ index, 0: whole, 1: before = '' }) => {
    const label = whole.slice(before.length)
    const id = idFrom(label)
    const at = span(start + index + before.length, start + index + whole.length)
    const text = listed(label) ?? (label.startsWith('"') ? `${id}[${label}]` : `${id}${label}`)
    return { at, id, text, isList: listed(label) !== undefined }
  })
  const [first] = bare
  if (!first || first.at.start > start + broken + 1 || bare.some(({ id }) => id === '')) return undefined
  const shown =
    first.text.length > 60 ? (first.isList ? 'orders & stock' : 'orders[Order service]') : first.text
  const message = first.isList
    ? `Several nodes are joined by \`&\`: write \`${shown}\``
    : `A node has an id in front of its label: write \`${shown}\``
  const title = first.isList ? 'Join them by `&`' : 'Give it an id'
  return { at: first.at, message, fix: { title, edits: bare } }
}

/** `[orders, stock]`: names without blanks, as ids are. */
const listed = (label: string): string | undefined =>
  /^[[({][ \t]*[\w.-]+(?:[ \t]*[,&][ \t]*[\w.-]+)+[ \t]*[\])}]$/.test(label)
    ? label
        .slice(1, -1)
        .split(/[,&]/)
        .map(id => id.trim())
        .join(' & ')
    : undefined

/** `-- "text" -->`. */
const isArrowText = (text: string, index: number, whole: string): boolean =>
  /(?:^|[^-=])(?:--|==)$/.test(text.slice(Math.max(0, index - 3), index + 1)) &&
  /^[ \t]*(?:--|==)/.test(text.slice(index + whole.length))

const unnamed =
  /((?:^|-|=|>|&|\||;(?=[ \t]*"[^"]*"[ \t]*[-=<&]))[ \t]*)(?:"[^"|]*"|\[{1,2}[^[\]|]*\]{1,2}|\({1,3}[^()|]*\){1,3}|\{{1,2}[^{}|]*\}{1,2})(?![ \t]*\|)/g

/** `a[loader]\n(S3)`: the second line of a label, written behind its bracket. All of a line at once. */
const textBehindLabel: Habit = ({ start, text, broken }) => {
  if (!/[\])}]\\n|[\])}][ \t]*<br ?\/?>/i.test(text.slice(Math.max(0, broken - 1), broken + 9)))
    return undefined
  const edits = [...text.matchAll(behindBracket)].map(
    ({ index, 0: whole, 1: open = '', 2: label = '', 3: close = '', 4: more = '' }) => ({
      at: span(start + index, start + index + whole.trimEnd().length),
      text: `${open}"${label.trim()}<br/>${more.trim()}"${close}`,
    }),
  )
  const [first] = edits
  if (!first) return undefined
  return {
    at: first.at,
    message:
      'The second line of a label stands behind its bracket: write it inside, after `<br/>`, and put the label into quotes',
    fix: { title: 'Move it into the label', edits },
  }
}

const behindBracket =
  /(\[{1,2}|\({1,2}|\{{1,2})"?([^[\](){}"|]+)"?(\]{1,2}|\){1,2}|\}{1,2})[ \t]*(?:\\n|<br ?\/?>)((?:\([^()"]*\)|[^\n"\-=<&|;.(])+)/g

/** A sign in the middle of an id. */
const signInId: Habit = (line, { found }) => {
  const before =
    line.text
      .slice(0, line.broken)
      .split(/[\s&|[\](){}"<>;]/)
      .at(-1) ?? ''
  const from = line.broken - before.length
  const written = /^[^\s&|[\](){}"<>;:]+/.exec(line.text.slice(from))?.[0] ?? ''
  const id = unmarked(written)
  const sign = /[^\p{L}\p{N}_.:/*+-]/u.exec(id)?.[0]
  if (sign === undefined || found === 'arrow' || /[—–→⟶➜]|[-=~.]>|-{2}|={2}|-\.|@(?:-|=|$)/.test(id))
    return undefined
  const wanted = idFrom(id)
  if (wanted === '') return undefined
  const isLabelled = /[[({]/.test(line.text[from + written.length] ?? '')
  const node = isLabelled ? wanted : `${wanted}["${id}"]`
  const message = `An id can't contain \`${sign}\`: write \`${node.length > 60 ? wanted : node}\``
  return instead(line, [from, from + written.length], node, message)
}

const participant: Habit = ({ start, text }) => {
  const [, indent = '', word = '', named = ''] = /^([ \t]*)(participant|actor)[ \t]+(\S.*)/.exec(text) ?? []
  const [id = '', name] = named.replace(';', '').trim().split(' as ')
  if (!/^[\w-]+$/.test(id)) return undefined
  const box = name === undefined ? id : `${id}["${name.replaceAll('"', '')}"]`
  const from = start + indent.length
  return {
    at: span(from, from + word.length),
    message: `Flowcharts have no \`${word}\`, unlike sequence diagrams: write ${box.length > 60 ? 'a node' : `\`${box}\``}`,
    fix: { title: 'Write a node', edits: [{ at: span(from, start + text.length), text: box }] },
  }
}

const unknownDirection: Habit = (line, { reading }) => {
  const found = reading === 'end of statement' ? /^[ \t]*direction[ \t]+(\w+)[ \t]*;?$/.exec(line.text) : null
  if (!found) return undefined
  const [whole, written = ''] = found
  const from = whole.lastIndexOf(written)
  const upper = written.toUpperCase()
  const message = `\`${written}\` is not a direction: expected LR, RL, TB, TD or BT`
  const known = /^(?:LR|RL|TB|TD|BT)$/.test(upper)
  if (known) return instead(line, [from, from + written.length], upper, message)
  return { at: span(line.start + from, line.start + from + written.length), message }
}

const fullWidth: Habit = line => {
  const partner = { '（': '）', '【': '】', '［': '］', '｛': '｝' }
  const plain: Readonly<Record<string, string>> = {
    ...{ '（': '(', '）': ')', '【': '[', '】': ']', '［': '[', '］': ']', '｛': '{', '｝': '}' },
    ...{ '；': ';', '，': ' & ', '｜': '|', '＞': '>', '＆': ' & ' },
  }
  const sign = line.text[line.broken] ?? ''
  const wanted = plain[sign]
  if (wanted === undefined) return undefined
  const other = Object.entries(partner).find(([opening]) => opening === sign)?.[1]
  const close = other === undefined ? -1 : line.text.indexOf(other, line.broken)
  const places = [line.broken, ...(close < 0 ? [] : [close])]
  return {
    at: span(line.start + line.broken, line.start + line.broken + 1),
    message: `\`${sign}\` is a full-width character: write \`${wanted.trim()}\``,
    fix: {
      title: `Write \`${wanted.trim()}\``,
      edits: places.map(place => ({
        at: span(line.start + place, line.start + place + 1),
        text: plain[line.text[place] ?? ''] ?? '',
      })),
    },
  }
}

const habitsOfStyles: readonly Habit[] = [
  commentBehind,
  listOfArrows,
  styleAsClass,
  stylesOfCss,
  equalsInStyle,
]

/** In the order in which they are asked. */
const habits: readonly Habit[] = [
  ...habitsOfStyles,
  commentOfCode,
  commentBehind,
  barInLabel,
  participant,
  unknownDirection,
  fullWidth,
  arrowOfSequences,
  arrowOfClasses,
  arrowBack,
  textInHalfArrow,
  shortArrow,
  textAfterColon,
  blankInClassList,
  colorInBrackets,
  spacedClass,
  secondClass,
  classBeforeLabel,
  commaForAnd,
  labelWithoutId,
  textBehindLabel,
  secondBrackets,
  bracketInId,
  behindNode,
  signInId,
]
