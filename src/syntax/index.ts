// A diagram's text into its tree: exactly what Mermaid reads, and more where Mermaid gives up. Never throws.

import { type Span, span } from '../text/span'
import { aboveHeader } from './above-header'
import { readArchitecture } from './architecture'
import { bareComments } from './bare-comments'
import { readC4 } from './c4'
import { commentMetadata, commentOf } from './comments'
import { detect } from './detect'
import { type RefusedSetting, refusedDirective } from './directives'
import { readFlowchart } from './flowchart'
import { readFrontmatter } from './frontmatter'
import { misplacedFrontmatter } from './misplaced-frontmatter'
import { isRepeated, nextHeaders, secondDiagram, withoutHeading } from './next-diagram'
import { type Prepared, prepare, unmarked } from './preprocess'
import { readSequence } from './sequence'
import { replaced, sourceSpan } from './source-map'
import { strayPercents } from './stray-percents'
import { withTestedFixes } from './tested'
import type { Contents, Diagram, Family, Problem } from './tree'

export type * from './tree'

/** Reads the text of one diagram, as it stands between its fences. */
export function parseDiagram(text: string): Diagram {
  const diagram = read(text)
  return { ...diagram, problems: diagram.problems.map(problem => tested(problem, diagram)) }
}

/** A problem of a diagram with those of its fixes that Mermaid accepts. */
export const tested = <Kind extends string>(problem: Problem & { readonly kind: Kind }, diagram: Diagram) =>
  withTestedFixes(problem, diagram, text => read(text).problems)

function read(text: string): Diagram {
  const prepared = prepare(text)
  const comments = prepared.comments.map(at => commentOf(text, at))
  const notes = comments.flatMap(comment => commentMetadata(comment, text))
  const { family, ...read } = contentsOf(prepared, text)
  const refused = refusedDirective(prepared.directives)
  const told = read.problems.map(asWritten)
  const contents = { ...read, problems: [...(refused ? [faultOf(refused)] : []), ...told] }
  const metadata = [...contents.metadata, ...notes].sort((a, b) => a.span.start - b.span.start)
  if (!prepared.frontmatter) return { text, family, ...contents, metadata, comments }
  const { yaml, ...place } = prepared.frontmatter
  const { value, fault, ...reading } = readFrontmatter(yaml)
  const title = contents.title ?? reading.title
  const problems = [...(fault ? [faultOf(fault)] : []), ...contents.problems]
  return {
    text,
    family,
    ...contents,
    ...(title !== undefined && { title }),
    metadata,
    comments,
    frontmatter: { ...place, ...(value && { value }) },
    problems,
  }
}

/** A problem in the words of the author, where they hold codes such as `#quot;`. */
function asWritten(problem: Problem): Problem {
  const fixes = problem.fixes.map(({ title, edits, ...fix }) => ({
    ...fix,
    title: unmarked(title),
    edits: edits.map(({ span, text }) => ({ span, text: unmarked(text) })),
  }))
  return { ...problem, message: unmarked(problem.message), fixes }
}

const faultOf = (fault: RefusedSetting): Problem => ({ kind: 'syntax-error', fixes: [], ...fault })

/** What stands for a diagram whose text is not read at all. */
export function unreadDiagram(text: string): Diagram {
  const first = /\S+/.exec(text)
  const start = first?.index ?? 0
  const header = span(start, start + (first?.[0].length ?? 0))
  return { text, family: 'other', ...emptyContents(header), comments: [] }
}

const emptyContents = (header: Span): Contents => ({
  keyword: '',
  header,
  nodes: [],
  arrows: [],
  groups: [],
  references: [],
  steps: [],
  metadata: [],
  statements: [],
  problems: [],
})

function contentsOf(prepared: Prepared, source: string): Contents & { readonly family: Family } {
  const { text } = prepared.body
  const { family, keyword, known } = detect(text)
  const bare = family === 'flowchart' ? bareComments(prepared) : undefined
  if (bare) {
    const contents = contentsOf({ ...prepared, body: bare.body }, source)
    return { ...contents, problems: [bare.problem, ...contents.problems] }
  }
  const misplaced = refusesFrontmatter(family, keyword) ? misplacedFrontmatter(prepared, source) : undefined
  if (misplaced) {
    const contents = contentsOf({ ...prepared, body: misplaced.body }, source)
    return { ...contents, problems: [misplaced.problem, ...contents.problems] }
  }
  if (family !== 'other') return { family, ...readFirst(family, prepared) }
  const above = known ? undefined : aboveHeader(prepared.body)
  if (above) {
    const contents = contentsOf({ ...prepared, body: above.body }, source)
    return { ...contents, problems: [above.problem, ...contents.problems] }
  }
  const start = Math.max(0, text.indexOf(keyword))
  const header = sourceSpan(prepared.body, span(start, start + keyword.length))
  const problems = known || isPlaceholder(source) ? [] : [missingType(keyword, header)]
  const stray = /^stateDiagram/.test(keyword) ? strayPercents(prepared.body) : []
  return {
    family,
    ...emptyContents(header),
    keyword: known ? keyword : '',
    problems: [...problems, ...stray],
  }
}

/** Where another diagram follows, what stands before it: of the other only its beginning is told. */
function readFirst(family: Exclude<Family, 'other'>, prepared: Prepared): Contents {
  const read = readers[family](prepared)
  const errors = read.problems.filter(({ kind }) => kind === 'syntax-error')
  // A word that names a diagram may be a box: only where something is refused, others are looked for.
  if (errors.length === 0) return read
  const { body } = prepared
  const [next, ...others] = nextHeaders(body.text)
  if (!next || isRepeated([next, ...others], body.text)) return read
  const at = sourceSpan(body, next)
  if (errors.every(error => error.span.start < at.start)) return read
  const first = withoutHeading(next.start, body.text, start => {
    const cut = { start, end: body.text.length, text: '' }
    return readers[family]({ ...prepared, body: replaced(body, [cut]) })
  })
  const message = secondDiagram(next, body.text)
  return { ...first, problems: [...first.problems, { kind: 'syntax-error', span: at, message, fixes: [] }] }
}

/** Inside a diagram: the grammars of some families skip it anywhere. */
const refusesFrontmatter = (family: Family, keyword: string): boolean =>
  family === 'other'
    ? /^(?:classDiagram|stateDiagram|erDiagram|gantt)/.test(keyword)
    : family !== 'architecture'

const readers: Readonly<Record<Exclude<Family, 'other'>, (prepared: Prepared) => Contents>> = {
  flowchart: readFlowchart,
  sequence: readSequence,
  c4: readC4,
  architecture: readArchitecture,
}

/** What a template leaves for others to fill in: `{{diagram}}`, `<diagram>`, or comments with such gaps. */
function isPlaceholder(text: string): boolean {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.length > 0 && lines.every(line => placeholder.test(line.trim()))
}

const placeholder = /^(?:\{\{[^{}]*\}\}|<[^<>]*>|\[[^[\]]*\]|\.{3}|…|%%.*<[^<>]+>.*)$/u

function missingType(found: string, header: Span): Problem {
  const near = types.find(type => type.toLowerCase() === found.replace(/[:;]$/, '').toLowerCase())
  const fixes = near ? [{ title: `Write \`${near}\``, edits: [{ span: header, text: near }] }] : []
  return { kind: 'syntax-error', span: header, message: typeMessage(found, near), fixes }
}

/** Those that are often written in other letters. */
const types = [
  ...['flowchart', 'graph', 'sequenceDiagram', 'classDiagram', 'stateDiagram-v2', 'erDiagram', 'gitGraph'],
  ...['C4Context', 'C4Container', 'C4Component', 'C4Dynamic', 'C4Deployment', 'architecture-beta'],
]

function typeMessage(found: string, near: string | undefined): string {
  if (near) return `\`${found}\` is not a diagram type: write \`${near}\``
  const hint =
    'the first line says what kind of diagram this is, for example `flowchart LR` or `sequenceDiagram`'
  return found === '' ? `This diagram is empty: ${hint}` : `\`${found}\` is not a diagram type: ${hint}`
}
