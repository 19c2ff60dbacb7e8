// Statements of other kinds of diagrams in a flowchart: what they are, and what flowcharts write instead.

import { span } from '../../../text/span'
import { lineAround } from '../../problems'
import type { Failure } from '../statements'
import type { Advice } from './syntax-errors'

/** The advice for a line that is a statement elsewhere, wherever in it Mermaid stops. */
export function foreignStatement({ at }: Failure, text: string): Advice | undefined {
  const line = lineAround(at.start, text)
  for (const { pattern, message, written } of statements) {
    const match = pattern.exec(line.text)
    if (!match) continue
    const [, indent = '', word = '', rest = ''] = match
    const from = line.start + indent.length
    const whole = span(from, line.start + line.text.trimEnd().length)
    const wanted = written?.(rest, word)
    return {
      at: span(from, from + word.length),
      message: message(word),
      fix: wanted
        ? { title: `Write \`${wanted.split('\n').at(-1)}\``, edits: [{ at: whole, text: wanted }] }
        : { title: 'Turn the line into a comment', edits: [{ at: span(from, from), text: '%% ' }] },
    }
  }
  return undefined
}

interface Foreign {
  /** The indent, the word that opens the statement, and what follows it. */
  readonly pattern: RegExp
  readonly message: (word: string) => string
  readonly written?: (rest: string, word: string) => string | undefined
}

/** Failures without each `end` of a block that a sequence diagram would have opened, and without a line's second one. */
export function withoutConsequences(failures: readonly Failure[], text: string): readonly Failure[] {
  let opened = 0
  let done = -1
  return failures.filter(failure => {
    const { at, found, reading } = failure
    if (reading === 'statement' && found === 'end' && opened > 0) {
      opened--
      return false
    }
    if (!foreignStatement(failure, text)) return true
    const line = lineAround(at.start, text)
    if (line.start === done) return false
    done = line.start
    if (opensBlock.test(line.text) || opensFrame.test(line.text)) opened++
    return true
  })
}

/** Pseudo-code has some of them, too. */
const opensBlock = /^([ \t]*)(alt|opt|loop|par|critical|break|if|while|for|foreach)[ \t]+([\p{L}\p{N}"].*)/u
const opensFrame = /^([ \t]*)(box|rect)[ \t]+([\p{L}\p{N}"].*)/u
const dividesBlock = /^([ \t]*)(else|and|option)[ \t]+([\p{L}\p{N}"].*)/u

const group = (title: string): string => `subgraph "${title.replaceAll('"', '').trim()}"`

const noBlocks = (word: string): string =>
  `Flowcharts have no \`${word}\`, unlike sequence diagrams: ${drawn(word)}`

function drawn(word: string): string {
  if (/^(?:loop|while|for|foreach)$/.test(word))
    return 'draw an arrow back to where it begins again, or put the steps in a `subgraph`'
  if (/^(?:par|and)$/.test(word))
    return 'draw an arrow to each: `a --> b & c`, or put the steps in a `subgraph`'
  if (/^(?:critical|break)$/.test(word)) return 'put the steps in a `subgraph "…"`'
  return 'write a diamond with an arrow for each case: `q{Paid?} -->|yes| a`, or put the steps in a `subgraph`'
}

const statements: readonly Foreign[] = [
  { pattern: opensBlock, message: noBlocks, written: group },
  {
    pattern: /^([ \t]*)([\w.]+[ \t]*--?>>[ \t]*[-+]?[\w.]+)[ \t]*:[ \t]*(\S.*)$/,
    message: () => 'This is a message of a sequence diagram: a flowchart writes `a -->|text| b`',
    written: arrowOfMessage,
  },
  { pattern: dividesBlock, message: noBlocks, written: title => `end\n${group(title)}` },
  {
    pattern: /^([ \t]*)((?:de)?activate|destroy|autonumber)[ \t]+([\w-]+)[ \t]*$/,
    message: word => `Flowcharts have no \`${word}\`, unlike sequence diagrams: leave it out`,
  },
  {
    pattern: /^([ \t]*)(service|junction)[ \t]+(\w[\w-]*(?:\(|[ \t]+in\b|[ \t]*$).*)/,
    message: word =>
      `Flowcharts have no \`${word}\`, unlike architecture diagrams: write a node, \`db[Orders]\``,
    written: nodeOfService,
  },
  {
    pattern: /^([ \t]*)(group)[ \t]+(\w[\w-]*\(.*)/,
    message: () =>
      'Flowcharts have no `group`, unlike architecture diagrams: write `subgraph "Title"` and `end` around its nodes',
  },
  {
    pattern: /^([ \t]*)((?:Bi)?Rel(?:_\w+)?)\(([\w.-]+[ \t]*,.*)/,
    message: word => `\`${word}\` is a relation of C4 diagrams: write an arrow, \`a -->|uses| b\``,
    written: arrowOfRelation,
  },
  {
    pattern:
      /^([ \t]*)((?:Person|System|Container|Component)(?:Db|Queue)?(?:_Ext)?|(?:\w+_)?Boundary|(?:Deployment_)?Node)\(([\w.-]+[ \t]*,.*)/,
    message: word => `\`${word}\` is a macro of C4 diagrams: write a node with its label, \`a["Order API"]\``,
    written: nodeOfMacro,
  },
  {
    pattern: /^([ \t]*)(title)[ \t]+(\w.*)/,
    message: () =>
      'A flowchart has its title above the header, between two lines of `---`: write `title: Orders` there',
  },
  {
    pattern: opensFrame,
    message: word =>
      `Flowcharts have no \`${word}\`, unlike sequence diagrams: write \`subgraph "Title"\` and \`end\` around its nodes`,
    written: title => (/^(?:rgba?|hsl)\(/.test(title) ? undefined : group(title)),
  },
  {
    pattern: /^([ \t]*)(state)[ \t]+(\w[\w-]*[ \t]*)$/,
    message: () => 'Flowcharts have no `state`, unlike state diagrams: write the node alone, `paid[Paid]`',
    written: id => id.trim(),
  },
  {
    pattern: /^([ \t]*|[^[\]\n]*>[ \t]*)(\[\*\])(.*)$/,
    message: () => '`[*]` is the start or the end of a state diagram: write a node, `start((Start))`',
    written: rest => (rest.trim() === '' ? 'done((End))' : `start((Start))${rest}`),
  },
  {
    pattern: /^([ \t]*)(class)[ \t]+(\w[\w-]*[ \t]*\{.*)/,
    message: () =>
      'A class with members belongs into a class diagram: a flowchart writes a node, `order[Order]`',
  },
  {
    pattern: /^([ \t]*)(\w[\w-]*[ \t]+[|}][|o](?:--|\.\.)[|o][|{][ \t]+\w[\w-]*)((?:[^\w-].*)?)$/,
    message: () => 'This is a relation between entities: a flowchart writes `a -->|has| b`',
    written: arrowOfEntities,
  },
  {
    pattern: /^([ \t]*)(section)[ \t]+(\w.*)/,
    message: () => 'Flowcharts have no `section`: write `subgraph "Title"` and `end` around its nodes',
  },
]

function nodeOfService(rest: string): string | undefined {
  const [, id = '', title] = /^([\w-]+)(?:\([^()]*\))?(?:\[([^[\]"]*)\])?/.exec(rest) ?? []
  return title === undefined ? id : `${id}["${title}"]`
}

function nodeOfMacro(rest: string, word: string): string | undefined {
  const [, id, name] = /^([\w.-]+)[ \t]*,[ \t]*"([^"]*)"/.exec(rest) ?? []
  return id === undefined || /Boundary|Node/.test(word) ? undefined : `${id}["${name}"]`
}

function arrowOfRelation(rest: string): string | undefined {
  const [, from, to, label] = /^([\w.-]+)[ \t]*,[ \t]*([\w.-]+)[ \t]*,[ \t]*"([^"]*)"/.exec(rest) ?? []
  return from === undefined ? undefined : `${from} -->|"${label}"| ${to}`
}

function arrowOfMessage(rest: string, ends: string): string {
  const [from, to] = ends.split(/--?>>/).map(id => id.replace(/^[ \t]*[-+]?/, '').trim())
  const text = rest.trim().replaceAll('"', '#quot;')
  return `${from} ${ends.includes('-->>') ? '-.->' : '-->'}|"${text}"| ${to}`
}

function arrowOfEntities(rest: string, ends: string): string {
  const [from, , to] = ends.split(/[ \t]+/)
  const text = rest.replace(':', '').replaceAll('"', '').trim()
  return `${from} -->${text === '' ? '' : `|"${text}"|`} ${to}`
}
