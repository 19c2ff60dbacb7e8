// What is wrong with a broken line of a flowchart, in words, and how to write it.

import { type Span, span } from '../../../text/span'
import { withoutOpening } from '../../line-advice'
import { lineEnd, secondHeader, visibleSpan } from '../../problems'
import type { Problem } from '../../tree'
import type { Stretch } from '../../written-text'
import { pseudoArrow } from '../repair'
import type { Construct, Failure, Statement } from '../statements'
import { idsByLabel, labelAsId } from './behind-nodes'
import {
  brokenArrowText,
  htmlArrow,
  labelWithoutArrow,
  notAnArrow,
  secondLabel,
  signBehindLabel,
} from './broken-arrows'
import { brokenArrowLabel, brokenLabel, withoutIt } from './broken-labels'
import { brokenTitle, missingEndsOf } from './broken-subgraphs'
import { foreignStatement, withoutConsequences } from './foreign'
import { habitIn } from './habits'
import { idsCalled } from './keyword-ids'
import { type MistakeOverLines, mistakesOverLines } from './over-lines'

export function problemsOf(
  failures: readonly Failure[],
  text: string,
  spanOf: (stretch: Stretch) => Span,
  statements: readonly Statement[],
): Problem[] {
  if (failures.length === 0) return []
  const ends = missingEndsOf(failures, text)
  const ids = once(() => idsByLabel(statements))
  const mistakes = mistakesOverLines(text)
  const told = new Set<MistakeOverLines>()
  return withoutConsequences(failures, text).flatMap(failure => {
    const mistake = mistakes.find(
      ({ lines: { start, end } }) => start <= failure.at.start && failure.at.start <= end,
    )
    if (mistake && told.has(mistake)) return []
    if (mistake) told.add(mistake)
    const advice =
      mistake?.advice ?? ends.get(failure) ?? labelAsId(failure, text, ids) ?? explain(failure, text)
    const { at = failure.at, message, fix } = advice
    const edits = fix?.edits.map(edit => ({ span: spanOf(edit.at), text: edit.text }))
    const fixes = fix && edits ? [{ ...fix, edits }] : []
    const problem = { kind: 'syntax-error', span: spanOf(visibleSpan(at, text)), message, fixes }
    return isAboutGroups(failure) ? { ...problem, leavesGroupsOpen: true } : problem
  })
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A group that never ends, an `end` too many, or a group that could not be opened. */
const isAboutGroups = ({ reading, found }: Failure): boolean =>
  reading === 'end of subgraph' || reading === 'subgraph' || (reading === 'statement' && found === 'end')

export interface Advice {
  readonly message: string
  /** Where to point; the offending token unless something smaller or larger says more. */
  readonly at?: Stretch
  readonly fix?: Fix
}

interface Fix {
  readonly title: string
  /** See `Problem`. */
  readonly verbatim?: boolean
  readonly edits: readonly { readonly at: Stretch; readonly text: string }[]
}

function explain(failure: Failure, text: string): Advice {
  return (
    htmlArrow(failure, text) ??
    foreignStatement(failure, text) ??
    habitIn(failure, text) ??
    grammarOf(failure, text)
  )
}

function grammarOf(failure: Failure, text: string): Advice {
  switch (failure.reading) {
    case 'label':
    case 'closing bracket':
      return brokenLabel(failure, text)
    case 'arrow label':
      return brokenArrowLabel(failure, text)
    case 'arrow text':
      return brokenArrowText(failure, text)
    case 'direction':
      return brokenDirection(failure, text)
    case 'end of header':
      return afterHeader(failure, text)
    case 'node':
      return brokenNode(failure, text)
    case 'statement':
      return brokenStatement(failure, text)
    case 'end of statement':
      return trailing(failure, text)
    case 'closing brace':
      return openBrace(failure, text)
    case 'click':
      return callWithoutFunction(failure, text) ?? { message: `${foundIn(failure, text)}: ${forms.click}` }
    case 'subgraph':
      return brokenTitle(text, failure.at) ?? { message: `${foundIn(failure, text)}: ${forms.subgraph}` }
    default:
      return { message: `${foundIn(failure, text)}: ${forms[failure.reading]}` }
  }
}

const forms: Readonly<Record<Exclude<Construct, Explainable>, string>> = {
  header: 'a flowchart starts with `flowchart LR` or `graph TD`',
  arrow: 'after the id of an arrow comes the arrow, for example `e1@-->`',
  'class name': 'after `:::` comes the name of a class',
  'end of subgraph': 'a subgraph ends with `end`',
  'blank before &': 'nodes are joined as `A & B`, with a space on either side of the `&`',
  'blank after &': 'nodes are joined as `A & B`, with a space on either side of the `&`',
  subgraph: 'a subgraph needs a name: `subgraph orders [Order services]`',
  properties: 'write `[|border:value|text]`',
  style: 'write `style id fill:#f96,stroke:#333`',
  'style of arrow': 'write `linkStyle 0 stroke:#333` or `linkStyle default interpolate basis`',
  'class definition': 'write `classDef name fill:#f96,stroke:#333`; brackets are not allowed',
  class: 'write `class id1,id2 name`, with nothing after it',
  click: 'write `click id "https://…" "tooltip"` or `click id call name()`, with nothing after it',
}

type Explainable =
  | 'label'
  | 'closing bracket'
  | 'arrow label'
  | 'arrow text'
  | 'direction'
  | 'end of header'
  | 'node'
  | 'statement'
  | 'end of statement'
  | 'closing brace'

function openBrace({ at: { start, end } }: Failure, text: string): Advice {
  const last = start + text.slice(start, end).trimEnd().length
  return {
    at: span(start, start + 2),
    message: 'This `@{` is never closed: expected `}`',
    fix: { title: 'Add `}`', edits: [{ at: span(last, last), text: ' }' }] },
  }
}

function brokenDirection({ at }: Failure, text: string): Advice {
  const written = /^\s*\w*/.exec(text.slice(at.start))?.[0] ?? ''
  const upper = written.trim().toUpperCase()
  const where = span(at.start + written.length - upper.length, at.start + written.length)
  const message = `\`${text.slice(where.start, where.end)}\` is not a direction: expected LR, RL, TB, TD or BT, or the end of the line`
  if (!/^(?:LR|RL|TB|TD|BT)$/.test(upper)) return { at: where, message }
  return {
    at: where,
    message,
    fix: { title: `Write \`${upper}\``, verbatim: true, edits: [{ at: where, text: upper }] },
  }
}

function afterHeader({ at, found }: Failure, text: string): Advice {
  if (found.startsWith('arrow')) return { message: 'This arrow has no node before it' }
  const rest = text.slice(at.start, lineEnd(text, at.start)).trim()
  if (/^[:,.]+$/.test(rest))
    return withoutIt(
      span(at.start, at.start + rest.length),
      `Nothing stands behind the direction: remove \`${rest}\``,
    )
  const start = text.slice(0, at.start).trimEnd().length
  const fix = {
    title: 'Start a new line',
    verbatim: true,
    edits: [{ at: span(start, at.start), text: '\n' }],
  }
  return { message: 'The header must be on its own line; put the first statement below it', fix }
}

function brokenNode({ at, found }: Failure, text: string): Advice {
  const word = text.slice(at.start, at.end).trim()
  if (found === 'line end' || found === 'eof' || found === 'end of diagram' || found === ';') {
    return { message: 'This arrow leads nowhere: expected a node after it' }
  }
  if (text.startsWith('|', at.start)) return secondLabel(at, text)
  const sign = signBehindLabel(at, text)
  if (sign) return sign
  if (found === 'arrow' || found === 'arrow start') return secondArrow(at, text)
  if (found === 'callback') return callAsId(at, text)
  if (reserved.has(word)) return keywordAsId(span(at.start, at.start + word.length), word, text)
  return {
    message: `\`${word}\` can't start a node's id: use letters, digits and \`_\`, and put the name in brackets: \`id["${word}"]\``,
  }
}

/** `a --x--> b`: a text of one letter was meant, where the letter is a head; `a --> --> b`. */
function secondArrow({ start, end }: Stretch, text: string): Advice {
  const head = /--[xo]$/.exec(text.slice(Math.max(0, start - 3), start))?.[0].slice(2)
  if (head === undefined)
    return {
      message: `\`${text.slice(start, end).trim()}\` stands behind another arrow: expected a node between them`,
    }
  const at = span(start - 3, end)
  const wanted = `-- ${head} ${text.slice(start, end).trim()}`
  return {
    at,
    message: `\`--${head}\` is a whole arrow: for a text \`${head}\`, write \`${wanted}\``,
    fix: { title: `Write \`${wanted}\``, edits: [{ at, text: `${wanted} ` }] },
  }
}

const reserved: ReadonlySet<string> = new Set([
  'end',
  'class',
  'classDef',
  'style',
  'linkStyle',
  'subgraph',
  'graph',
  'flowchart',
  'click',
  'call',
  'href',
  'interpolate',
  '_self',
  '_blank',
  '_parent',
  '_top',
])

function keywordAsId(at: Stretch, word: string, text: string): Advice {
  const other = `${word[0]!.toUpperCase()}${word.slice(1)}`
  if (other === word) return { at, message: `\`${word}\` is a keyword of flowcharts and can't be an id` }
  const places = [at, ...idsCalled(word, text).filter(({ start }) => start !== at.start)]
  const where = places.length > 1 ? ` in all of its ${places.length} places` : ''
  return {
    at,
    message: `\`${word}\` is a keyword of flowcharts and can't be an id; write \`${other}\`${where}`,
    fix: { title: `Write \`${other}\``, edits: places.map(place => ({ at: place, text: other })) },
  }
}

/** Mermaid's token is the name that `call` wants behind it. */
function callAsId({ start }: Stretch, text: string): Advice {
  const call = text.lastIndexOf('call', start)
  return keywordAsId(span(call, call + 4), 'call', text)
}

function brokenStatement({ at, found }: Failure, text: string): Advice {
  const word = text.slice(at.start, at.end).trim()
  if (found === 'arrow' || found === 'arrow start' || found === 'arrow id') {
    return { message: `The arrow \`${word}\` has no node before it` }
  }
  const next = text[at.start + 3] ?? '\n'
  if (found === 'end' && /[\w-]/.test(next)) return keywordAsId(span(at.start, at.start + 3), 'end', text)
  if (found === 'end') return endOfNothing(at.start, text)
  if (found === 'header') return headerBelow(at, text) ?? keywordAsId(at, word, text)
  if (found === 'callback') return callAsId(at, text)
  if (found === 'string') return textAlone(at, text)
  if (found === 'unreadable')
    return { message: `An id can't contain \`${word}\`; put it in a label: \`id["${word}"]\`` }
  return {
    message: `\`${word}\` cannot start a statement: expected a node, \`subgraph\`, \`style\`, \`classDef\`, \`class\` or \`click\``,
  }
}

function endOfNothing(start: number, text: string): Advice {
  const why = 'There is no subgraph for this `end` to close'
  const { at, message, title, edits } = withoutOpening(span(start, start + 'end'.length), text, why)
  return { at, message, ...(title !== undefined && edits && { fix: { title, edits } }) }
}

/** `a --> b; "text"`. */
function textAlone({ start, end }: Stretch, text: string): Advice {
  return {
    at: span(start - 1, Math.min(end + 1, lineEnd(text, start))),
    message:
      'A text alone is no statement: write it on an arrow, `a -- "text" --> b`, or behind `%%` on a line of its own',
  }
}

function headerBelow({ start }: Stretch, text: string): Advice | undefined {
  const second = secondHeader(start, text)
  if (!second) return undefined
  const { at, message, title = '', verbatim, edits = [] } = second
  return { at, message, fix: { title, verbatim, edits } }
}

/** Something follows that doesn't belong to the statement. */
function trailing({ at, found }: Failure, text: string): Advice {
  const end = lineEnd(text, at.start)
  const rest = text.slice(at.start, end)
  const title = found === 'blank' && rest.trim() === '' ? undefined : brokenTitle(text, at)
  if (title) return title
  const label = signBehindLabel(at, text) ?? labelWithoutArrow(at.start, text)
  if (label) return label
  const where = pseudoArrow(text, at.start)
  if (where) {
    const arrow = text.slice(where.start, where.end)
    const wanted = arrow.startsWith('<') ? '<-->' : arrow.startsWith('.') ? '-.->' : '-->'
    return notAnArrow(where, text, wanted)
  }
  const word = text.slice(at.start, at.end).trim()
  if (found === 'arrow' || found === 'arrow start')
    return { message: `The arrow \`${word}\` has no node before it` }
  if (found === 'word' || found === 'number' || found === 'letter') {
    return {
      message: `Found \`${/^\S*/.exec(rest)?.[0]}\` after the node: an id can't contain spaces; write \`id["two words"]\`, or an arrow between two nodes`,
    }
  }
  if (found === 'blank')
    return {
      message: 'Blanks are not allowed at the end of this line',
      fix: { title: 'Remove the spaces', verbatim: true, edits: [{ at, text: '' }] },
    }
  return {
    message: `Found \`${word}\` where the line should end: write one statement a line, with \`&\` or an arrow between nodes`,
  }
}

/** `click a call "tip"`: `call` takes all up to the next bracket for a name, if need be to the end of the text. */
function callWithoutFunction({ since }: Failure, text: string): Advice | undefined {
  const line = text.slice(since, lineEnd(text, since)).trimEnd()
  const [, before, behind] = /^(\S*[ \t]*)call[ \t]([^(]*)$/.exec(line) ?? []
  if (before === undefined || behind === undefined) return undefined
  const from = since + before.length
  const message =
    'A function behind `call` needs brackets: write `click id call name()`; without a function, `click id "https://…" "tooltip"`'
  const at = span(from, since + line.length)
  const words = behind.trimStart()
  const name = /^[\w.]*/.exec(words)?.[0] ?? ''
  if (name === '') return { at, message }
  const end = since + line.length - words.length + name.length
  return { at, message, fix: { title: `Write \`${name}()\``, edits: [{ at: span(end, end), text: '()' }] } }
}

function foundIn({ at, found }: Failure, text: string): string {
  const word = text.slice(at.start, at.end).trim()
  return word === '' || found === 'eof' ? 'The line ends too early' : `Found \`${word}\``
}
