// Lines of a flowchart that Mermaid accepts but reads differently from what was meant.

import { type Span, span } from '../../text/span'
import { lineEnd } from '../problems'
import type { Problem } from '../tree'
import type { Stretch } from '../written-text'
import type { Action, LinkWritten, NodeWritten, QuotableText, Statement } from './statements'

type ActionOf<Name extends Action['kind']> = Extract<Action, { kind: Name }>

export function pitfallsIn(
  statements: readonly Statement[],
  text: string,
  spanOf: (stretch: Stretch) => Span,
): Problem[] {
  const finder = new Finder(text, spanOf, { arrows: arrowIdsIn(statements), nodes: nodeIdsIn(statements) })
  for (const statement of statements) for (const action of statement.actions) finder.look(action, statement)
  return finder.problems
}

interface Ids {
  /** Where each arrow id is given. */
  readonly arrows: ReadonlyMap<string, number>
  readonly nodes: ReadonlySet<string>
}

/** `cancel(order, key)` and `cancel()`: the same thing, said in more or fewer words. */
const isShortOf = (one: string, other: string): boolean => {
  const [a, b] = [lettersOf(one), lettersOf(other)]
  return Math.min(a.length, b.length) >= fewestLetters && (a.includes(b) || b.includes(a))
}

const lettersOf = (label: string): string => label.toLowerCase().replace(/<br\s*\/?>|[^\p{L}\p{N}]+/gu, '')
const fewestLetters = 4

function nodeIdsIn(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(
    statements.flatMap(({ actions }) =>
      actions.flatMap(action => (action.kind === 'node' ? [action.node.id.text] : [])),
    ),
  )
}

/** Where each arrow id is given. */
function arrowIdsIn(statements: readonly Statement[]): ReadonlyMap<string, number> {
  const ids = new Map<string, number>()
  for (const { actions } of statements) {
    for (const action of actions) {
      if (action.kind === 'link' && action.link.id) ids.set(action.link.id.text, action.link.id.start)
    }
  }
  return ids
}

interface Labelled {
  readonly label: string
  readonly line: number
}

class Finder {
  readonly problems: Problem[] = []
  private readonly labels = new Map<string, Labelled>()
  private lastLink: LinkWritten | undefined

  constructor(
    private readonly text: string,
    private readonly spanOf: (stretch: Stretch) => Span,
    private readonly ids: Ids,
  ) {}

  look(action: Action, statement: Statement): void {
    if (action.kind === 'node') this.lookAtNode(action.node)
    else if (action.kind === 'link') this.lookAtLink(action)
    else if (action.kind === 'metadata') this.lookAtMetadata(action)
    else if (action.kind === 'direction') this.lookAtDirection(statement)
    else if (action.kind === 'click') this.lookAtClick(action.id, statement)
  }

  private lookAtNode({ id, label, start, end }: NodeWritten): void {
    if (id.text.includes('&') && !label && this.joinsNodes(id.text)) {
      const apart = id.text.replace(/&/g, ' & ')
      this.report('missing-group-space', id, `\`${id.text}\` is one node; write \`${apart}\` for several`, {
        title: `Write \`${apart}\``,
        edits: [{ at: id, text: apart }],
      })
    }
    if (id.text === '%%') {
      const message = 'A line with `%%` alone is a node called `%%`; a comment needs a text'
      this.report('keyword-as-id', id, message, { title: 'Remove it', edits: [{ at: id, text: '' }] })
    }
    if (label) this.lookAtLabel(id, label, { start, end })
  }

  /** `web&app` beside `web` and `app`; `R&D` is a name. */
  private joinsNodes(id: string): boolean {
    return id.split('&').every(part => this.ids.nodes.has(part))
  }

  private lookAtLabel(id: QuotableText, label: QuotableText, node: Stretch): void {
    const shown = label.text.trim()
    const earlier = this.labels.get(id.text)
    if (earlier && earlier.label !== shown && !isShortOf(shown, earlier.label)) {
      const message = `\`${id.text}\` was \`${earlier.label}\` above; Mermaid shows only the last label. Label it once, or give the second node an id of its own`
      this.report('label-redefined', label, message, {
        title: 'Keep the label above',
        edits: [{ at: span(id.end, node.end), text: '' }],
      })
    }
    this.labels.set(id.text, { label: shown, line: node.start })
  }

  private lookAtLink({ link }: ActionOf<'link'>): void {
    if (link === this.lastLink) return
    this.lastLink = link
    const { closing, operator, label, opening } = link
    const next = this.text[operator.end] ?? ''
    const mark = closing[closing.length - 1] ?? ''
    if (opening === '' && (mark === 'o' || mark === 'x') && /\w/.test(next)) {
      const word = /^\w*/.exec(this.text.slice(operator.end - 1))?.[0] ?? ''
      const drawn = mark === 'o' ? 'circle' : 'cross'
      const at = span(operator.end - 1, operator.end - 1)
      const message = `This \`${mark}\` draws a ${drawn} at the end of the arrow, and \`${word.slice(1)}\` is what it leads to`
      this.report(
        'circle-or-cross-by-accident',
        span(operator.start, operator.end - 1 + word.length),
        message,
        {
          title: `Write a space before \`${word}\``,
          edits: [{ at, text: `${this.missingStroke(operator)} ` }],
        },
      )
    }
    if (label && opening !== '' && !label.quoted && label.text.trim().includes('\n')) {
      const end = lineEnd(this.text, label.start)
      const message = 'The text of this arrow has no end on its line, so the next line became part of it'
      this.report('swallowed-line', span(operator.start, end), message)
    }
  }

  /** `--x` without its mark needs a third stroke to be an arrow, unless a text begins there: `--xml-->`. */
  private missingStroke({ start, end }: Stretch): string {
    const opensText = /^\w[^[({|\n]*?(?:--|==)/.test(this.text.slice(end))
    const isShort = end - start === 3 && /^(?:--|==)/.test(this.text.slice(start))
    return isShort && !opensText ? this.text.charAt(start) : ''
  }

  private lookAtMetadata({ node, span: block }: ActionOf<'metadata'>): void {
    const defined = this.ids.arrows.get(node.id.text)
    if (defined === undefined || defined < node.start) return
    const message = `\`${node.id.text}\` is an arrow only further below: here this makes a node of that name. Move it below the arrow`
    this.report('unreachable-metadata', span(node.start, block.end), message)
  }

  /** Mermaid looks for `direction LR` anywhere in a line, labels included. */
  private lookAtDirection({ start, end }: Statement): void {
    const line = this.text.slice(start, end)
    if (/^\s*direction\s+\w\w\s*(?:;\s*)?$/.test(line)) return
    const found = /direction(\s+)(?:TB|BT|RL|LR|TD)/.exec(line)
    if (!found) return
    const blank = start + found.index + 'direction'.length
    const message = `Mermaid takes this whole line for \`${found[0].replace(/\s+/, ' ')}\` and draws nothing else of it`
    this.report('swallowed-line', { start, end }, message, {
      title: 'Write `direction#nbsp;…`, which looks the same',
      edits: [{ at: span(blank, blank + (found[1]?.length ?? 1)), text: '#nbsp;' }],
    })
  }

  private lookAtClick(id: QuotableText, { start }: Statement): void {
    if (!/^(?:[<xo]?(?:--|==|-\.)|&$)/.test(id.text)) return
    const at = this.text.lastIndexOf('click', id.start)
    const where = span(at >= 0 ? at : start, at >= 0 ? at + 5 : id.end)
    const message = '`click` starts a statement about clicks, so this line draws nothing'
    this.report('keyword-as-id', where, message, {
      title: 'Write `Click`',
      edits: [{ at: where, text: 'Click' }],
    })
  }

  private report(
    kind: string,
    at: Stretch,
    message: string,
    fix?: {
      readonly title: string
      readonly edits: readonly { readonly at: Stretch; readonly text: string }[]
    },
  ): void {
    const edits = fix?.edits.map(edit => ({ span: this.spanOf(edit.at), text: edit.text }))
    const fixes = fix && edits ? [{ title: fix.title, edits }] : []
    this.problems.push({ kind, span: this.spanOf(at), message, fixes })
  }
}
