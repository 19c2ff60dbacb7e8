// What people write in C4 diagrams by the habits of PlantUML and other diagrams, and how it is written here.

import { span } from '../../text/span'
import { asComment, writeInstead } from '../line-advice'
import { type Explained, type Line, lineAround } from '../problems'
import { macros } from './macros'

/** The advice for a line that cannot be read as a call. */
export function habitIn(since: number, text: string): Explained | undefined {
  const line = lineAround(since, text)
  return plantuml(line) ?? comment(line) ?? otherMacro(line)
}

/** How it is laid out, what its legend shows: nothing of the design. */
const settings =
  /^[ \t]*((?:SHOW|HIDE|LAYOUT|SET)_[A-Z_]+|Lay_\w+|Add\w*(?:Tag|Property)|SetPropertyHeader|WithoutPropertyHeader|UpdateLegendTitle|SetDefaultLegendEntries)(?=\()|^[ \t]*(![a-z]+|@(?:start|end)\w+|skinparam|hide|show|(?:left to right|top to bottom) direction)(?=[ \t]|$)/

function plantuml(line: Line): Explained | undefined {
  const [, macro, word = macro] = settings.exec(line.text) ?? []
  if (word === undefined) return undefined
  const layout = word.startsWith('LAYOUT_') ? ', or write `UpdateLayoutConfig($c4ShapeInRow="3")`' : ''
  return asComment(line, `\`${word}\` belongs to PlantUML: remove the line${layout}`)
}

function comment(line: Line): Explained | undefined {
  const [whole, indent = '', mark = ''] = /^([ \t]*)('|\/\/|#)/.exec(line.text) ?? []
  if (whole === undefined) return undefined
  const message = `\`${mark}\` begins no comment: write \`%%\``
  return writeInstead(line, [indent.length, whole.length], mark.length < 2 ? '%% ' : '%%', message)
}

function otherMacro(line: Line): Explained | undefined {
  const [, indent = '', word = ''] = /^([ \t]*)(\w+)[ \t]*\(/.exec(line.text) ?? []
  const wanted = macros.has(word) ? undefined : macroFor(word)
  if (wanted === undefined) return undefined
  const message = `Mermaid has no C4 macro \`${word}\`; write \`${wanted}\``
  return writeInstead(line, [indent.length, indent.length + word.length], wanted, message)
}

/** The macro that a name stands for: written otherwise, of PlantUML, or that of the thing it names. */
function macroFor(word: string): string | undefined {
  const letters = lettersOf(word)
  return byLetters.get(letters) ?? relationFor(word) ?? things.get(letters)
}

/** `Rel_Back_Neighbor`: Mermaid's relations have a direction at most. */
function relationFor(word: string): string | undefined {
  if (/^BiRel_/.test(word)) return 'BiRel'
  const [, side] = /^Rel_(Back|Up|Down|Left|Right|[UDLR])_/.exec(word) ?? []
  if (side !== undefined) return `Rel_${side}`
  return word.startsWith('Rel_') ? 'Rel' : undefined
}

/** Without what is written in several ways: `Container_External`, `ExternalContainer`, `container_ext`. */
function lettersOf(word: string): string {
  const plain = word.toLowerCase().replaceAll('_', '').replace('external', 'ext').replace('database', 'db')
  return /^ext|ext(?:db|queue)$/.test(plain) ? `${plain.replace('ext', '')}ext` : plain
}

const byLetters: ReadonlyMap<string, string> = new Map(
  [...macros.keys()].map(name => [lettersOf(name), name]),
)

const things: ReadonlyMap<string, string> = new Map(
  [
    ['ContainerDb', 'db cache store datastore'],
    ['ContainerQueue', 'queue topic broker messagequeue'],
    ['Container', 'service microservice api app application webapp webapplication containerinstance'],
    ['Component', 'module class'],
    ['Person', 'user actor customer'],
    ['System', 'softwaresystem'],
    ['System_Ext', 'softwaresystemext ext'],
    ['System_Boundary', 'softwaresystemboundary'],
    ['Container_Boundary', 'componentboundary'],
    ['Boundary', 'group package'],
    ['Rel', 'relation relationship uses'],
    ['BiRel', 'relboth'],
    ['UpdateElementStyle', 'updateboundarystyle'],
  ].flatMap(([name = '', words = '']) => words.split(' ').map((word): [string, string] => [word, name])),
)

/** `subgraph Backend` and its `end`, as a boundary. */
export function boundaryFor(line: Line, text: string): Pick<Explained, 'title' | 'edits'> {
  const [, indent = '', id = '', title = id] =
    /^([ \t]*)subgraph[ \t]+("[^"]+"[ \t]*|[^"[\s][^"[\n]*)(?:\[["']?([^\]"'\n]+)["']?\])?/.exec(line.text) ??
    []
  const name = id.replaceAll('"', '').trim()
  const alias = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
  const end = endBelow(line, text)
  if (alias === '' || !end) return {}
  const wanted = `System_Boundary(${alias}, "${title.replaceAll('"', '').trim()}") {`
  const from = line.start + indent.length
  const edits = [
    { at: span(from, line.start + line.text.trimEnd().length), text: wanted },
    { at: end, text: '}' },
  ]
  return { title: `Write \`${wanted}\``, edits }
}

/** Where the `end` of a subgraph stands. */
function endBelow(line: Line, text: string) {
  let depth = 1
  let below = line
  for (let count = 0; count < mostLines && below.end < text.length; count++) {
    below = lineAround(below.end + 1, text)
    if (/^[ \t]*subgraph\b/.test(below.text)) depth++
    else if (isEnd(below.text)) depth--
    const start = below.start + below.text.search(/\S/)
    if (depth === 0) return span(start, start + 'end'.length)
  }
  return undefined
}

const mostLines = 100

export const isEnd = (line: string): boolean => /^end[ \t]*;?$/i.test(line.trim())
