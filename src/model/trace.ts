// A sequence diagram read as a trace: which message opens a call, which closes it, what happens inside.

import { type ArrowMeaning, arrowMeaning, lazily } from '../knowledge'
import type { Arrow, Diagram, FragmentKind, Section, Step } from '../syntax/tree'

export interface Trace {
  /** What the first message's sender does, in order. */
  readonly steps: readonly TraceStep[]
  readonly opener?: string
  /** Exchanges of senders that nobody called. */
  readonly others: readonly Exchange[]
  /** Indexes of the arrows that are replies. */
  readonly replies: ReadonlySet<number>
}

export type TraceStep = Exchange | TraceFragment

/** One message and all that its receiver does before it answers. */
export interface Exchange {
  readonly kind: 'exchange'
  /** The message's index in `diagram.arrows`. */
  readonly arrow: number
  readonly async: boolean
  readonly steps: readonly TraceStep[]
  /** The message that answers it. */
  reply?: number
}

export interface TraceFragment {
  readonly kind: 'fragment'
  readonly fragment: FragmentKind
  readonly sections: readonly { readonly written: Section; readonly steps: TraceStep[] }[]
}

interface Frame {
  readonly caller: string
  readonly callee: string
  readonly exchange: GrowingExchange
  /** How many fragments were open when the call began. */
  readonly depth: number
}

interface GrowingExchange extends Exchange {
  readonly steps: TraceStep[]
}

interface OpenFragment {
  readonly step: Extract<Step, { kind: 'fragment' }>
  section: number
  /** The fragment's picture inside each list of steps that it touches. */
  readonly pictures: Map<TraceStep[], TraceFragment>
}

/** `isBroker` tells which participants take messages over: what they hand on, and what a consumer sends them, is no answer. */
export function readTrace(diagram: Diagram, isBroker: (id: string) => boolean): Trace {
  const reader = new TraceReader(diagram, isBroker)
  reader.follow(diagram.steps)
  return {
    steps: reader.root,
    others: reader.others,
    replies: reader.replies,
    ...(reader.opener !== undefined && { opener: reader.opener }),
  }
}

/** `GET /orders/1` and `webhook: paid` are requests of their own, whoever waits for an answer. */
const asksAnew = (text: string): boolean => requestLine.test(text) || arrowMeaning(text)?.value === 'webhook'

/** Where answers are drawn dotted, a solid message that asks for something is no answer: `Delete the invoice`. */
const asksInWords = (text: string): boolean => askingMeanings.has(arrowMeaning(text)?.value)

const askingMeanings: ReadonlySet<ArrowMeaning | undefined> = new Set(['call', 'async'])

const requestLine = /^\W*(?:\d+[.)]\s*)?(?:GET|POST|PUT|PATCH|DELETE)\s+\/\w/

class TraceReader {
  readonly root: TraceStep[] = []
  readonly others: Exchange[] = []
  readonly replies = new Set<number>()
  opener: string | undefined
  #open: Frame[] = []
  #fragments: OpenFragment[] = []
  /** The last asynchronous message to each receiver: what it does next happens there. */
  readonly #handedOver = new Map<string, Frame>()
  readonly #drawn = new Set<string>()
  readonly #diagram: Diagram
  readonly #isBroker: (id: string) => boolean

  constructor(diagram: Diagram, isBroker: (id: string) => boolean) {
    this.#diagram = diagram
    this.#isBroker = isBroker
  }

  follow(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.kind === 'message') this.#message(step.arrow)
      else if (step.kind === 'fragment') this.#fragment(step)
    }
  }

  #message(index: number): void {
    const arrow = this.#diagram.arrows[index]
    if (!arrow) return
    this.opener ??= arrow.from
    if (!this.#closes(arrow, index)) this.#opens(arrow, index)
    this.#drawn.add(`${arrow.from}\n${arrow.to}`)
  }

  /** A message back to an open caller closes that call and all inside it. */
  #closes(arrow: Arrow, index: number): boolean {
    if (arrow.from === arrow.to) return false
    const dotted = arrow.stroke === 'dotted'
    if (!dotted && this.#passesBroker(arrow) && arrowMeaning(arrow.text)?.value !== 'reply') return false
    if (!dotted && (asksAnew(arrow.text) || (this.#answersAreDotted() && asksInWords(arrow.text))))
      return false
    const at = this.#open.findLastIndex(
      ({ caller, callee }) => caller === arrow.to && (callee === arrow.from || dotted),
    )
    if (at >= 0) {
      const { exchange, depth } = this.#open[at]!
      exchange.reply = index
      // An early answer is all that most breaks show: what follows in this call happens for the other requests.
      if (this.#fragments.at(-1)?.step.fragment === 'break') this.#pictured(exchange.steps, depth)
      this.#open = this.#open.slice(0, at)
    } else if (!dotted || !this.#drawn.has(`${arrow.to}\n${arrow.from}`)) return false
    this.replies.add(index)
    return true
  }

  /** More than one message back is dotted: no slip of the pen. */
  #answersAreDotted = lazily(() => {
    const drawn = new Set<string>()
    let back = 0
    for (const { from, to, stroke } of this.#diagram.arrows) {
      if (stroke === 'dotted' && drawn.has(`${to}\n${from}`)) back++
      drawn.add(`${from}\n${to}`)
    }
    return back > 1
  })

  #passesBroker = ({ from, to }: Arrow) => this.#isBroker(from) || this.#isBroker(to)

  #opens(arrow: Arrow, index: number): void {
    const async = arrow.variant?.includes('POINT') ?? false
    const exchange: GrowingExchange = { kind: 'exchange', arrow: index, async, steps: [] }
    const home = this.#homeOf(arrow.from)
    if (home) this.#pictured(home.steps, home.depth).push(exchange)
    else this.others.push(exchange)
    if (arrow.from === arrow.to) return
    const frame: Frame = { caller: arrow.from, callee: arrow.to, exchange, depth: this.#fragments.length }
    if (async) this.#handedOver.set(arrow.to, frame)
    else this.#open.push(frame)
  }

  /** Where a sender's next message belongs; calls that it had open are closed by its sending again. */
  #homeOf(sender: string): { readonly steps: TraceStep[]; readonly depth: number } | undefined {
    const at = this.#open.findLastIndex(({ callee }) => callee === sender)
    if (at >= 0) {
      this.#open = this.#open.slice(0, at + 1)
      return this.#stepsOf(this.#open[at]!)
    }
    const sending = this.#open.findIndex(({ caller }) => caller === sender)
    if (sending >= 0) this.#open = this.#open.slice(0, sending)
    if (sender === this.opener) return { steps: this.root, depth: 0 }
    const handed = this.#handedOver.get(sender)
    return handed && this.#stepsOf(handed)
  }

  #stepsOf = ({ exchange, depth }: Frame) => ({ steps: exchange.steps, depth })

  /** The list to append to, inside the fragments that opened after the list's owner did. */
  #pictured(steps: TraceStep[], depth: number): TraceStep[] {
    let list = steps
    for (const open of this.#fragments.slice(depth)) {
      let picture = open.pictures.get(list)
      if (!picture) {
        const sections = open.step.sections.map(written => ({ written, steps: [] }))
        picture = { kind: 'fragment', fragment: open.step.fragment, sections }
        open.pictures.set(list, picture)
        list.push(picture)
      }
      list = picture.sections[open.section]!.steps
    }
    return list
  }

  #fragment(step: Extract<Step, { kind: 'fragment' }>): void {
    const before = this.#open
    let afterFirst = before
    const branches = step.fragment === 'alt' || step.fragment === 'critical' || step.fragment === 'par'
    const open: OpenFragment = { step, section: 0, pictures: new Map() }
    this.#fragments.push(open)
    step.sections.forEach((section, index) => {
      open.section = index
      if (branches) this.#open = before
      this.follow(section.steps)
      if (index === 0) afterFirst = this.#open
    })
    this.#fragments.pop()
    this.#open = openAfter(step.fragment, { before, afterFirst, now: this.#open })
  }
}

/** The first branch is the main path; what may not happen changes nothing. */
function openAfter(
  fragment: FragmentKind,
  calls: { before: Frame[]; afterFirst: Frame[]; now: Frame[] },
): Frame[] {
  if (fragment === 'alt' || fragment === 'critical') return calls.afterFirst
  if (fragment === 'opt' || fragment === 'break' || fragment === 'par') return calls.before
  return calls.now
}

/** The messages that are answered: whoever sent them waited. */
export function answeredIn({ steps, others }: Trace): ReadonlySet<number> {
  const answered = new Set<number>()
  const open: TraceStep[] = [...steps, ...others]
  for (let step = open.pop(); step; step = open.pop()) {
    if (step.kind === 'fragment') open.push(...step.sections.flatMap(section => section.steps))
    else {
      if (step.reply !== undefined) answered.add(step.arrow)
      open.push(...step.steps)
    }
  }
  return answered
}
