// Replays what Mermaid's flowchart database does with the statements: which nodes, arrows and groups they make.

import type { Span } from '../../text/span'
import { iconIn, readable } from '../labels'
import { unmarked } from '../preprocess'
import type { Arrow, Attribute, Classes, ClassUse, Group, Mention, Metadata, Node } from '../tree'
import type { Stretch } from '../written-text'
import { isNull, isText, isTruthy, readFlowchartMetadata, stringOf, type Value, valueAt } from '../yaml'
import { arrowForm } from './arrows'
import { isShape, nearestShape } from './shapes'
import {
  type Action,
  type LinkWritten,
  type NodeWritten,
  type QuotableText,
  type Statement,
  trimmed,
} from './statements'

export interface FlowchartContents {
  readonly nodes: readonly Node[]
  readonly arrows: readonly Arrow[]
  readonly groups: readonly Group[]
  readonly metadata: readonly Metadata[]
  readonly classes: Classes
  readonly faults: readonly { readonly span: Span; readonly message: string }[]
  /** The arrow from which on there are more of them than are read. */
  readonly overflow?: Span
}

/** `spanOf` leads from the prepared text to the author's. */
/** What exceeds this is not read: groups joined by `&` make products, which a few lines make as large as one likes. */
export const mostArrows = 20_000

export function replay(
  statements: readonly Statement[],
  spanOf: (stretch: Stretch) => Span,
): FlowchartContents {
  const database = new Database(spanOf)
  for (const statement of statements) database.apply(statement)
  return database.contents()
}

interface NodeDraft {
  readonly id: string
  label: string
  shape: string
  icon?: string
  readonly classes: string[]
  readonly mentions: Mention[]
}

interface OpenGroup {
  readonly id?: QuotableText
  readonly title: QuotableText
  readonly header: Stretch
  readonly members: string[]
  direction?: string
}

interface GroupDraft extends OpenGroup {
  readonly key: string
  readonly label: string
  readonly end: number
  /** Does its id stand in the text? Mermaid makes one up for titles with blanks. */
  readonly named: boolean
}

class Database {
  private readonly nodes = new Map<string, NodeDraft>()
  private readonly arrows: Arrow[] = []
  private readonly arrowIds = new Set<string>()
  private readonly pairs = new Map<string, number>()
  private readonly groups: GroupDraft[] = []
  private readonly groupsById = new Map<string, GroupDraft>()
  private readonly owners = new Map<string, string>()
  private readonly open: OpenGroup[] = []
  private groupCount = 0
  private readonly metadata: Metadata[] = []
  private readonly classes: { definitions: string[]; uses: ClassUse[] } = { definitions: [], uses: [] }
  /** The arrow from which on none are drawn. */
  private overflow: Span | undefined
  private readonly faults: { span: Span; message: string }[] = []

  constructor(private readonly spanOf: (stretch: Stretch) => Span) {}

  apply(statement: Statement): void {
    for (const action of statement.actions) this.act(action, statement)
  }

  contents(): FlowchartContents {
    return {
      nodes: Array.from(this.nodes.values(), draft => this.node(draft)),
      arrows: this.arrows,
      groups: this.groups.map(draft => this.group(draft)),
      metadata: this.metadata,
      classes: this.classes,
      faults: this.faults,
      ...(this.overflow && { overflow: this.overflow }),
    }
  }

  private act(action: Action, statement: Statement): void {
    switch (action.kind) {
      case 'node':
        this.addNode(action.node)
        this.remember(action.node.id.text)
        break
      case 'metadata':
        this.addMetadata(action)
        break
      case 'link':
        this.addLinks(action, statement)
        break
      case 'class of node':
        this.addClass(action.ids, action.name.text)
        this.classes.uses.push(this.className(action.name))
        break
      case 'class definition':
        this.classes.definitions.push(...action.names.text.split(',').map(unmarked))
        break
      case 'style':
        if (!this.arrowIds.has(action.id.text)) this.mention(this.draft(action.id.text), action.id)
        break
      case 'link style':
        this.checkIndexes(action.indexes)
        break
      case 'click':
        this.addClass(action.id, 'clickable')
        break
      case 'direction':
        this.setDirection(action.value)
        break
      case 'accessible text':
        this.remember(action.text)
        break
      case 'group':
        this.open.push({ ...action, members: [] })
        break
      case 'end of group':
        this.closeGroup(action.at)
    }
  }

  private addNode(written: NodeWritten): void {
    const id = written.id.text
    if (this.arrowIds.has(id)) return
    const draft = this.draft(id)
    this.mention(draft, written.id, written)
    if (written.label) draft.label = labelOf(written.label)
    if (written.shape) draft.shape = written.shape
  }

  private draft(id: string): NodeDraft {
    const known = this.nodes.get(id)
    if (known) return known
    const draft: NodeDraft = { id, label: unmarked(id), shape: '', classes: [], mentions: [] }
    this.nodes.set(id, draft)
    return draft
  }

  private mention(
    draft: NodeDraft,
    id: QuotableText,
    node: Stretch & { readonly label?: QuotableText } = id,
  ): void {
    draft.mentions.push({
      span: this.spanOf(node),
      id: this.spanOf(id),
      label: node.label && this.spanOf(node.label),
    })
  }

  private addMetadata({ node, span, body, closed }: Extract<Action, { kind: 'metadata' }>): void {
    const id = node.id.text
    const { value, attributes: written, fault } = readFlowchartMetadata(body)
    const attributes = written.map(attribute => this.attribute(attribute))
    const targetSpan = this.spanOf(node.id)
    const whole = this.spanOf({ start: node.start, end: span.end })
    this.metadata.push({
      target: unmarked(id),
      targetSpan,
      attributes,
      comment: false,
      span: whole,
      body: this.spanOf(body),
    })
    if (fault && closed) this.faults.push({ ...fault, span: this.spanOf(fault.span) })
    if ((isTruthy(value) && this.groupsById.has(id)) || this.arrowIds.has(id)) return
    const draft = this.draft(id)
    if (value && !isNull(value)) this.applyMetadata(draft, value)
    else if (!fault && closed)
      this.faults.push({ span: whole, message: `Write \`key: value\` between these braces` })
  }

  private applyMetadata(draft: NodeDraft, value: Value): void {
    const [shape, label, icon] = [valueAt(value, 'shape'), valueAt(value, 'label'), valueAt(value, 'icon')]
    if (isTruthy(shape)) this.setShape(draft, shape)
    if (isTruthy(label)) draft.label = unmarked(stringOf(label))
    if (isTruthy(icon)) draft.icon = unmarked(stringOf(icon))
    if (!isTruthy(icon) && !isTruthy(valueAt(value, 'img'))) return
    if (label && !isNull(label) && !isText(label))
      this.faults.push({
        span: this.spanOf(label.span),
        message: 'Beside an icon or image a label must be text: write quotes',
      })
    else if ((!label || isNull(label) || stringOf(label).trim() === '') && draft.label === draft.id)
      draft.label = ''
  }

  private setShape(draft: NodeDraft, shape: Value): void {
    const name = stringOf(shape)
    if (isText(shape) && isShape(name)) draft.shape = name
    else {
      const meant = isShape(name.toLowerCase()) ? name.toLowerCase() : nearestShape(name)
      this.faults.push({
        span: this.spanOf(shape.span),
        message: `Mermaid has no shape \`${name}\`${meant === undefined ? '' : `; write \`${meant}\``}`,
      })
    }
  }

  private attribute({ key, keySpan, value, valueSpan }: Attribute): Attribute {
    const decoded = typeof value === 'string' ? unmarked(value) : value
    return { key, keySpan: this.spanOf(keySpan), value: decoded, valueSpan: this.spanOf(valueSpan) }
  }

  /** An id in `A & B e1@--> C & D` goes to the arrow from the last of the left to the first of the right. */
  private addLinks({ from, to, link }: Extract<Action, { kind: 'link' }>, statement: Statement): void {
    const lastFrom = from[from.length - 1]?.id.text
    const firstTo = to[0]?.id.text
    for (const left of from) {
      for (const right of to) {
        if (this.arrows.length >= mostArrows) {
          this.overflow ??= this.spanOf(link)
          return
        }
        const named = left.id.text === lastFrom && right.id.text === firstTo
        this.addArrow(left, right, { link, named, statement })
      }
    }
  }

  private addArrow(
    from: NodeWritten,
    to: NodeWritten,
    {
      link,
      named,
      statement,
    }: { readonly link: LinkWritten; readonly named: boolean; readonly statement: Statement },
  ): void {
    const form = arrowForm(link.closing, link.opening)
    const label = link.label ? labelOf(link.label) : ''
    const written = named && link.id ? `${link.id.text}@`.replace('@', '') : ''
    const id = written !== '' && !this.arrowIds.has(written) ? written : undefined
    const generated = this.nextGeneratedId(from.id.text, to.id.text)
    this.arrowIds.add(id ?? generated)
    this.arrows.push({
      from: unmarked(from.id.text),
      to: unmarked(to.id.text),
      label,
      text: readable(label),
      stroke: form.stroke,
      head: form.head,
      tail: form.tail,
      length: Math.min(form.length, 10),
      id: id === undefined ? undefined : unmarked(id),
      idSpan: id === undefined ? undefined : link.id && this.spanOf(link.id),
      span: this.spanOf(link),
      operator: this.spanOf(link.operator),
      labelSpan: link.label && this.spanOf(link.label),
      fromSpan: this.spanOf(from),
      toSpan: this.spanOf(to),
      statement: this.spanOf(statement),
    })
  }

  /** Mermaid's own id of the next arrow between two nodes; a node of that name would be taken for the arrow. */
  private nextGeneratedId(from: string, to: string): string {
    const pair = `${from}\n${to}`
    const count = this.pairs.get(pair) ?? 0
    this.pairs.set(pair, count + 1)
    return `L_${from}_${to}_${count === 0 ? 0 : count + 1}`
  }

  private addClass(ids: QuotableText, name: string): void {
    for (const id of ids.text.split(',')) this.nodes.get(id)?.classes.push(name)
  }

  private className(name: QuotableText): ClassUse {
    return { name: unmarked(name.text), span: this.spanOf(name) }
  }

  private checkIndexes(indexes: readonly QuotableText[]): void {
    for (const index of indexes) {
      const number = Number(index.text)
      if (String(number) === index.text && number < this.arrows.length) continue
      const count = this.arrows.length
      const range = count === 0 ? 'no arrow stands above it' : `the arrows above it are 0 to ${count - 1}`
      this.faults.push({ span: this.spanOf(index), message: `There is no arrow ${index.text}: ${range}` })
    }
  }

  private setDirection(value: string): void {
    const group = this.open[this.open.length - 1]
    if (group) group.direction = value
  }

  private remember(member: string): void {
    const group = this.open[this.open.length - 1]
    if (group && member.trim() !== '') group.members.push(member)
  }

  /** A node belongs to the group that closes first; a repeated id adds to the first group of that id. */
  private closeGroup(at: Stretch): void {
    const group = this.open.pop()
    if (!group) return
    const written = group.id?.text.trim() ?? ''
    const unnamed = group.id === undefined || (group.id === group.title && /\s/.test(group.id.text))
    const id = unnamed ? `subGraph${this.groupCount}` : written
    this.groupCount++
    const members = new Set(group.members.filter(member => member !== id && !this.owners.has(member)))
    for (const member of members) this.owners.set(member, id)
    if (!this.groupsById.has(id)) {
      const draft = {
        ...group,
        key: id,
        label: unmarked(group.title.text).trim(),
        end: at.end,
        named: !unnamed,
      }
      this.groups.push(draft)
      this.groupsById.set(id, draft)
    }
    this.remember(id)
  }

  private node(draft: NodeDraft): Node {
    const parent = this.owners.get(draft.id)
    return {
      id: unmarked(draft.id),
      label: draft.label,
      text: readable(draft.label),
      shape: draft.shape,
      parent: parent === undefined ? undefined : unmarked(parent),
      classes: draft.classes,
      icon: draft.icon ?? iconIn(draft.label),
      mentions: draft.mentions,
    }
  }

  private group(draft: GroupDraft): Group {
    const parent = this.owners.get(draft.key)
    return {
      id: unmarked(draft.key),
      label: draft.label,
      text: readable(draft.label),
      parent: parent === undefined ? undefined : unmarked(parent),
      variant: 'subgraph',
      direction: draft.direction,
      span: this.spanOf(draft.header),
      idSpan: draft.id && draft.named ? this.spanOf(trimmed(draft.id)) : undefined,
      labelSpan: this.spanOf(draft.title),
      whole: this.spanOf({ start: draft.header.start, end: draft.end }),
    }
  }
}

/** Mermaid trims a label and takes quotes around all of it away. */
function labelOf({ text }: QuotableText): string {
  const label = unmarked(text).trim()
  const quoted = label.length > 1 && label.startsWith('"') && label.endsWith('"')
  return quoted ? label.slice(1, -1) : label
}
