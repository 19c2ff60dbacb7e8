// Replays what Mermaid's architecture database does: groups first, then services, junctions, edges, alignments.

import type { Span } from '../../text/span'
import { readable } from '../labels'
import { unmarked } from '../preprocess'
import type { Arrow, Group, Mention, Node } from '../tree'
import type { Stretch, Written } from '../written-text'
import type { Alignment, Edge, Element, Statement } from './parser'

export interface Replayed {
  readonly title?: string
  readonly nodes: readonly Node[]
  readonly arrows: readonly Arrow[]
  readonly groups: readonly Group[]
  readonly faults: readonly { readonly span: Span; readonly message: string }[]
}

/** `spanOf` leads from the prepared text to the author's. */
export function replay(statements: readonly Statement[], spanOf: (stretch: Stretch) => Span): Replayed {
  const database = new Database(spanOf)
  const title = statements.findLast(statement => statement.kind === 'title' && statement.text !== '')
  for (const kind of ['group', 'service', 'junction', 'edge', 'align']) {
    for (const statement of statements) if (statement.kind === kind) database.apply(statement)
  }
  return { ...(title?.kind === 'title' && { title: titleOf(title.text) }), ...database.contents() }
}

class Database {
  private readonly kinds = new Map<string, 'group' | 'node'>()
  private readonly nodes: { readonly element: Element; readonly mentions: Mention[] }[] = []
  private readonly byId = new Map<string, (typeof this.nodes)[number]>()
  private readonly groups: Group[] = []
  private readonly arrows: Arrow[] = []
  private readonly faults: { span: Span; message: string }[] = []

  constructor(private readonly spanOf: (stretch: Stretch) => Span) {}

  contents(): Omit<Replayed, 'title'> {
    const nodes = this.nodes.map(({ element, mentions }) => this.node(element, mentions))
    return { nodes, arrows: this.arrows, groups: this.groups, faults: this.faults }
  }

  apply(statement: Statement): void {
    if (statement.kind === 'edge') this.addEdge(statement)
    else if (statement.kind === 'align') this.checkAlignment(statement)
    else if (statement.kind !== 'title') this.addElement(statement)
  }

  private addElement(element: Element): void {
    const { id, parent } = element
    const known = this.kinds.get(id.text)
    if (known)
      this.fault(
        id,
        `\`${id.text}\` is already the id of a ${known === 'group' ? 'group' : 'service or junction'}`,
      )
    if (parent) this.checkParent(element, parent)
    if (known) return
    this.kinds.set(id.text, element.kind === 'group' ? 'group' : 'node')
    if (element.kind === 'group') this.groups.push(this.group(element))
    else {
      const label = element.title && this.spanOf(inside(element.title))
      const draft = {
        element,
        mentions: [{ span: this.spanOf(element), id: this.spanOf(id), ...(label && { label }) }],
      }
      this.nodes.push(draft)
      this.byId.set(id.text, draft)
    }
  }

  private checkParent({ id, kind }: Element, parent: Written): void {
    const known = this.kinds.get(parent.text)
    if (parent.text === id.text) this.fault(parent, `A group can't contain itself: \`${id.text}\``)
    else if (known === 'node') this.fault(parent, `\`${parent.text}\` is not a group`)
    else if (!known && kind === 'group') {
      this.fault(
        parent,
        `There is no group \`${parent.text}\` above; a group must come before the groups in it`,
      )
    } else if (!known)
      this.fault(parent, `There is no group \`${parent.text}\`; write \`group ${parent.text}\``)
  }

  private addEdge(edge: Edge): void {
    const known = this.checkEnd(edge.from) && this.checkEnd(edge.to)
    if (known && (edge.fromGroup || edge.toGroup)) this.checkBorder(edge)
    const from = this.mention(edge.from)
    const to = this.mention(edge.to)
    const label = edge.title ? labelOf(edge.title.text) : ''
    this.arrows.push({
      from: edge.from.text,
      to: edge.to.text,
      label,
      text: readable(label),
      stroke: 'normal',
      head: edge.head ? 'arrow' : 'none',
      tail: edge.tail ? 'arrow' : 'none',
      length: 1,
      span: this.spanOf(edge.operator),
      operator: this.spanOf(edge.operator),
      ...(edge.title && { labelSpan: this.spanOf(inside(edge.title)) }),
      fromSpan: from,
      toSpan: to,
      statement: this.spanOf(edge),
    })
  }

  private checkEnd(id: Written): boolean {
    const kind = this.kinds.get(id.text)
    if (kind === 'group') {
      this.fault(
        id,
        `\`${id.text}\` is a group; draw the arrow to a service in it and write \`{group}\` after its id`,
      )
    } else if (!kind) this.fault(id, `There is no service or junction \`${id.text}\``)
    return kind === 'node'
  }

  private checkBorder({ from, to, fromGroup }: Edge): void {
    const left = this.byId.get(from.text)?.element.parent?.text
    const right = this.byId.get(to.text)?.element.parent?.text
    if (left !== undefined && left === right) {
      this.fault(
        fromGroup ? from : to,
        `Both ends are in \`${left}\`, so the arrow crosses no border: leave \`{group}\` out`,
      )
    }
  }

  private checkAlignment({ members }: Alignment): void {
    const seen = new Set<string>()
    for (const member of members) {
      if (this.kinds.get(member.text) !== 'node')
        this.fault(member, `There is no service or junction \`${member.text}\``)
      if (seen.has(member.text)) this.fault(member, `\`${member.text}\` stands here twice`)
      seen.add(member.text)
      this.mention(member)
    }
  }

  private mention(id: Written): Span {
    const span = this.spanOf(id)
    this.byId.get(id.text)?.mentions.push({ span, id: span })
    return span
  }

  private fault(at: Stretch, message: string): void {
    this.faults.push({ span: this.spanOf(at), message })
  }

  private node({ kind, id, icon, iconText, title, parent }: Element, mentions: readonly Mention[]): Node {
    const label = title ? labelOf(title.text) : ''
    const drawn = icon?.text.replace(/[()]/g, '')
    return {
      id: id.text,
      label,
      text: readable(label === '' ? id.text : label),
      shape: kind === 'junction' ? 'junction' : (drawn ?? (iconText ? unquoted(iconText.text) : '')),
      ...(parent && { parent: parent.text }),
      classes: [],
      ...(drawn !== undefined && { icon: drawn }),
      ...(kind === 'junction' && { junction: true }),
      mentions,
    }
  }

  private group(element: Element): Group {
    const { id, icon, title, parent } = element
    const label = title ? labelOf(title.text) : ''
    const span = this.spanOf(element)
    return {
      id: id.text,
      label,
      text: readable(label === '' ? id.text : label),
      ...(parent && { parent: parent.text }),
      variant: 'group',
      ...(icon && { icon: icon.text.replace(/[()]/g, '') }),
      span,
      idSpan: this.spanOf(id),
      ...(title && { labelSpan: this.spanOf(inside(title)) }),
      whole: span,
    }
  }
}

function labelOf(bracketed: string): string {
  const inner = unmarked(bracketed.replace(/^\[|\]$/g, '')).trim()
  return (isQuoted(inner) ? inner.slice(1, -1).replace(/\\(["'])/g, '$1') : inner).trim()
}

/** As Mermaid asks it: a single quote mark counts as both. */
function isQuoted(text: string): boolean {
  return ['"', "'"].some(quote => text.startsWith(quote) && text.endsWith(quote))
}

function unquoted(string: string): string {
  return unmarked(string.slice(1, -1).replace(/\\(.)/g, '$1'))
}

/** What stands between the brackets, quotes excluded. */
function inside({ start, end, text }: Written): Stretch {
  const marks = text.length > 3 && isQuoted(text.slice(1, -1)) ? 2 : 1
  return { start: start + marks, end: end - marks }
}

function titleOf(statement: string): string {
  return unmarked(
    statement
      .replace(/^title/, '')
      .trim()
      .replace(/[\t ]{2,}/g, ' '),
  )
}
