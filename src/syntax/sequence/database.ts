// Replays what Mermaid's sequence database does with the events: participants, messages, boxes, steps.

import type { Span } from '../../text/span'
import { iconIn, readable } from '../labels'
import { unmarked } from '../preprocess'
import type { Arrow, Group, Head, Mention, Metadata, Node, Step, Stroke } from '../tree'
import type { Stretch, Written } from '../written-text'
import { isNull, isTruthy, readMetadata, stringOf, type Value, valueAt } from '../yaml'
import { Activations } from './activations'
import { isColor } from './colors'
import type { Event, Properties } from './events'
import { NestedSteps, type SectionHeader } from './nested-steps'
import { arrows } from './scanner'

export interface SequenceContents {
  readonly title?: string
  readonly nodes: readonly Node[]
  readonly arrows: readonly Arrow[]
  readonly groups: readonly Group[]
  readonly steps: readonly Step[]
  readonly metadata: readonly Metadata[]
  readonly faults: readonly { readonly span: Span; readonly message: string }[]
}

/** `spanOf` leads from the prepared text to the author's. */
export function replay(events: readonly Event[], spanOf: (stretch: Stretch) => Span): SequenceContents {
  const database = new Database(spanOf)
  for (const event of events) database.apply(event)
  return database.contents()
}

type EventOf<Name extends Event['kind']> = Extract<Event, { kind: Name }>

interface ParticipantDraft {
  readonly id: string
  label: string
  type: string
  box?: BoxDraft
  readonly mentions: Mention[]
}

interface BoxDraft {
  /** Boxes have no ids in Mermaid: their title serves, with a number where it isn't unique. */
  readonly id: string
  readonly event: EventOf<'box'>
  end: number
}

class Database {
  private title: string | undefined
  private readonly participants = new Map<string, ParticipantDraft>()
  private readonly arrows: Arrow[] = []
  private readonly boxes: BoxDraft[] = []
  /** How many boxes have a title. */
  private readonly titles = new Map<string, number>()
  private readonly steps = new NestedSteps()
  private readonly activations = new Activations()
  private readonly metadata: Metadata[] = []
  private readonly faults: { span: Span; message: string }[] = []
  /** Where participants are destroyed before anything introduces them. */
  private readonly unmet: Written[] = []
  private box: BoxDraft | undefined
  private created: Written | undefined
  private destroyed: Written | undefined

  constructor(private readonly spanOf: (stretch: Stretch) => Span) {}

  contents(): SequenceContents {
    return {
      ...(this.title !== undefined && { title: this.title }),
      nodes: Array.from(this.participants.values(), draft => this.node(draft)),
      arrows: this.arrows,
      groups: this.boxes.map(draft => this.group(draft)),
      steps: this.steps.all,
      metadata: this.metadata,
      faults: this.faults,
    }
  }

  apply(event: Event): void {
    switch (event.kind) {
      case 'participant':
        this.declare(event)
        break
      case 'destroy':
        this.destroyed = event.id
        this.mention(event.id)
        this.steps.add({ kind: 'destroy', node: nameOf(event.id), span: this.spanOf(event) })
        break
      case 'activate':
        this.activate(event.id, event)
        break
      case 'deactivate':
        this.deactivate(event.id, event)
        break
      case 'message':
        this.addMessage(event)
        break
      case 'note':
        this.addNote(event)
        break
      case 'extras':
        this.meet(event.id)
        break
      case 'fragment':
        this.steps.openFragment(event, this.section(event))
        break
      case 'section':
        this.steps.openSection(this.section(event))
        break
      case 'end of fragment':
        this.steps.closeFragment(start => this.spanOf({ start, end: Math.max(start, event.end) }))
        break
      case 'box':
        this.box = { id: this.boxId(boxTitle(event.label)), event, end: event.end }
        this.boxes.push(this.box)
        break
      case 'end of box':
        if (this.box) this.box.end = event.end
        this.box = undefined
        break
      case 'title':
        this.title = unmarked(event.text.replace(/^title:?\s/i, ''))
    }
  }

  private declare(event: EventOf<'participant'>): void {
    const { id } = event
    const properties = event.properties && this.addProperties(event, event.properties)
    if (event.created) this.create(event)
    const written = event.alias && unmarked(event.alias.text)
    const alias = valueAt(properties, 'alias')
    const isAlias = isTruthy(alias) && (written === undefined || written === nameOf(id))
    const type = valueAt(properties, 'type')
    this.put(id, {
      label: isAlias ? unmarked(stringOf(alias)) : written,
      type: type === undefined || isNull(type) ? event.type : unmarked(stringOf(type)),
      event,
    })
  }

  private create({ id, start, end }: EventOf<'participant'>): void {
    const name = nameOf(id)
    if (this.participants.has(name)) {
      this.fault(
        id,
        `\`${name}\` exists already; Mermaid creates only participants that nothing has named before`,
      )
    }
    this.created = id
    this.steps.add({ kind: 'create', node: name, span: this.spanOf({ start, end }) })
  }

  /** Sets a participant's label and kind; a bare mention leaves what is known, except for the box. */
  private put(
    id: Written,
    {
      label,
      type,
      event,
    }: {
      readonly label: string | undefined
      readonly type?: string
      readonly event?: EventOf<'participant'>
    },
  ): void {
    const name = nameOf(id)
    const known = this.participants.get(name)
    const draft = known ?? { id: name, label: name, type: type ?? 'participant', mentions: [] }
    if (known?.box && this.box && known.box !== this.box) {
      this.fault(id, `\`${name}\` is in two boxes; a participant can be in one box only`)
    }
    if (!known) {
      this.participants.set(name, draft)
      for (const before of this.unmet) if (nameOf(before) === name) this.mention(before)
    }
    if (this.box && !draft.box) draft.box = this.box
    this.mention(id, event)
    if (known && label === undefined) return
    draft.label = type === undefined ? name : (label ?? name)
    draft.type = type ?? 'participant'
  }

  private meet(id: Written): void {
    this.put(id, { label: undefined })
  }

  private mention(id: Written, event?: EventOf<'participant'>): void {
    const draft = this.participants.get(nameOf(id))
    if (!draft) {
      this.unmet.push(id)
      return
    }
    const whole = event ? { start: id.start, end: event.end } : id
    const label = event?.alias && this.spanOf(event.alias)
    draft.mentions.push({ span: this.spanOf(whole), id: this.spanOf(id), ...(label && { label }) })
  }

  private addProperties({ id, end }: EventOf<'participant'>, body: Properties): Value | undefined {
    const { attributes, value, fault } = readMetadata(body)
    const decoded = attributes.map(attribute => ({
      ...attribute,
      value: typeof attribute.value === 'string' ? unmarked(attribute.value) : attribute.value,
      keySpan: this.spanOf(attribute.keySpan),
      valueSpan: this.spanOf(attribute.valueSpan),
    }))
    const span = this.spanOf({ start: id.start, end: Math.min(end, body.end + 1) })
    const place = { targetSpan: this.spanOf(id), body: this.spanOf(body), span, comment: false }
    this.metadata.push({ target: nameOf(id), attributes: decoded, ...place })
    if (fault && body.closed) this.fault(fault.span, fault.message)
    return value
  }

  private addMessage(event: EventOf<'message'>): void {
    this.meet(event.from)
    this.meet(event.to)
    this.checkLives(event)
    const label = unmarked(event.label.text)
    const variant = arrows.get(event.operator.text.toLowerCase()) ?? 'SOLID'
    this.steps.add({ kind: 'message', arrow: this.arrows.length, span: this.spanOf(event) })
    this.arrows.push({
      from: nameOf(event.from),
      to: nameOf(event.to),
      label,
      text: readable(label),
      ...formOf(variant),
      length: 1,
      span: this.spanOf(event.operator),
      operator: this.spanOf(event.operator),
      ...(label !== '' && { labelSpan: this.spanOf(event.label) }),
      fromSpan: this.spanOf(event.from),
      toSpan: this.spanOf(event.to),
      statement: this.spanOf(event),
      variant,
      ...(event.activates && { activates: true }),
      ...(event.deactivates && { deactivates: true }),
    })
    if (event.activates) this.activate(event.to, event)
    if (event.deactivates) this.deactivate(event.from, event, event.to)
  }

  /** A created participant must receive the next message; a destroyed one must take part in it. */
  private checkLives({ from, to }: EventOf<'message'>): void {
    const { created, destroyed } = this
    if (created) {
      if (nameOf(to) !== nameOf(created)) {
        this.fault(created, `The next message after \`create\` must go to \`${nameOf(created)}\``)
      }
      this.created = undefined
    } else if (destroyed) {
      if (nameOf(to) !== nameOf(destroyed) && nameOf(from) !== nameOf(destroyed)) {
        this.fault(
          destroyed,
          `The next message after \`destroy\` must come from or go to \`${nameOf(destroyed)}\``,
        )
      }
      this.destroyed = undefined
    }
  }

  private addNote({ over, label, start, end }: EventOf<'note'>): void {
    for (const id of over) this.meet(id)
    const span = this.spanOf({ start, end })
    this.steps.add({ kind: 'note', over: over.map(nameOf), text: unmarked(label.text), span })
  }

  private activate(id: Written, at: Stretch): void {
    const name = nameOf(id)
    this.activations.begin(name)
    this.steps.add({ kind: 'activate', node: name, span: this.spanOf(at) })
  }

  private deactivate(id: Written, at: Stretch, receiver?: Written): void {
    const name = nameOf(id)
    const problem = receiver
      ? this.activations.endOfSender(name, nameOf(receiver))
      : this.activations.end(name)
    if (problem !== undefined) this.fault(id, problem)
    this.steps.add({ kind: 'deactivate', node: name, span: this.spanOf(at) })
  }

  private section({ label, start, end }: EventOf<'fragment' | 'section'>): SectionHeader {
    const header = this.spanOf({ start, end: Math.max(end, label.end) })
    return { label: unmarked(label.text), header }
  }

  private fault(at: Stretch, message: string): void {
    this.faults.push({ span: this.spanOf(at), message })
  }

  private node({ id, label, type, box, mentions }: ParticipantDraft): Node {
    const icon = iconIn(label)
    return {
      id,
      label,
      text: readable(label),
      shape: type,
      ...(box && { parent: box.id }),
      classes: [],
      ...(icon !== undefined && { icon }),
      mentions,
    }
  }

  private group(draft: BoxDraft): Group {
    const { id, event, end } = draft
    const title = boxTitle(event.label)
    const labelSpan =
      title === '' ? undefined : this.spanOf({ start: event.label.end - title.length, end: event.label.end })
    return {
      id,
      label: unmarked(title),
      text: readable(unmarked(title)),
      variant: 'box',
      span: this.spanOf({ start: event.start, end: Math.max(event.end, event.label.end) }),
      ...(labelSpan && { labelSpan }),
      whole: this.spanOf({ start: event.start, end: Math.max(event.end, end) }),
    }
  }

  private boxId(written: string): string {
    const title = written === '' ? 'box' : unmarked(written)
    const count = (this.titles.get(written) ?? 0) + 1
    this.titles.set(written, count)
    return count === 1 ? title : `${title} ${count}`
  }
}

export function nameOf(id: Written): string {
  return unmarked(id.text)
}

/** `box Aqua Title`: a color first, if the first word is one. */
function boxTitle({ text }: Written): string {
  const color = /^(?:rgba?|hsla?)\s*\(.*\)|^\w*/.exec(text)?.[0] ?? ''
  const title = color !== '' && isColor(color.trim()) ? text.slice(color.length) : text
  return title
    .trim()
    .replace(/^:?(?:no)?wrap:/, '')
    .trim()
}

function formOf(variant: string): { readonly stroke: Stroke; readonly head: Head; readonly tail: Head } {
  const stroke = variant.includes('DOTTED') ? 'dotted' : 'normal'
  if (variant.endsWith('OPEN')) return { stroke, head: 'none', tail: 'none' }
  if (variant.endsWith('CROSS')) return { stroke, head: 'cross', tail: 'none' }
  if (variant.startsWith('BIDIRECTIONAL')) return { stroke, head: 'arrow', tail: 'arrow' }
  return variant.includes('REVERSE')
    ? { stroke, head: 'none', tail: 'arrow' }
    : { stroke, head: 'arrow', tail: 'none' }
}
