// Activations that nothing ends: no bar is drawn for them.

import { isBroker } from '../../model/ends'
import { groupedBy } from '../../model/grouped-by'
import type { System } from '../../model/system'
import type { Arrow, Diagram, Step } from '../../syntax/tree'
import { lineToRemove } from '../../text/lines'
import { enumeratedFirst } from '../fixes/enumeration'
import { defineRule, type Fix, type Report } from '../rule'

export const activationLeftOpen = defineRule({
  id: 'activation-left-open',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A participant is activated and never deactivated, so Mermaid draws no bar for it.',
  presets: { sketch: 'info' },
  everyDiagram: true,
  byAllLines: true,
  fixable: 'review',
  options: {},

  *check(system) {
    const { diagram } = system
    const acting = actingIn(diagram)
    const all = [...openIn(diagram)].filter(([, { activations }]) => activations.length > 0)
    const open = all.filter(([id]) => acting.has(id))
    const again = repeatedIn(diagram)
    const doubled = open.flatMap(([, { activations }]) => activations.filter(each => again.has(each)))
    if (doubled.length > 0) {
      yield* doubled.map(first => judgeDoubled(again.get(first)!, first, diagram))
      return
    }
    const own = open.map(([node, { activations, ended }]) =>
      ended ? ownOf(node, diagram).slice(0, activations.length) : [],
    )
    for (const message of own.flat()) yield judgeOwn(message, diagram)
    const others = open.filter((_, n) => own[n]!.length === 0)
    if (others.length === 0 || isLoneBroker(others, system)) return
    // Whoever mends these looks for the bars of the rest as well.
    const passive = all.filter(each => !open.includes(each))
    yield judge([...others, ...passive].toSorted(byPlace), diagram)
  },
})

/** Whoever sends something to others: of one that only takes messages, nobody misses the bar. */
const actingIn = ({ arrows }: Diagram): ReadonlySet<string> =>
  new Set(arrows.flatMap(({ from, to }) => (from === to ? [] : [from])))

type Named = readonly [id: string, open: Open]

const byPlace = ([, one]: Named, [, other]: Named): number =>
  one.activations[0]!.span.start - other.activations[0]!.span.start

/** One message that it passes on and answers to nobody: there is no bar that anybody expects. */
const isLoneBroker = ([first, ...others]: readonly Named[], { components, diagram }: System): boolean =>
  first !== undefined &&
  others.length === 0 &&
  first[1].activations.length === 1 &&
  components.some(each => each.id === first[0] && isBroker(each)) &&
  !diagram.arrows.some(each => each.from === first[0] && isAnswer(each, diagram))

const isAnswer = ({ operator }: Arrow, { text }: Diagram): boolean =>
  text.slice(operator.start, operator.end).includes('--')

type Activation = Extract<Step, { kind: 'activate' | 'deactivate' | 'create' | 'destroy' }>

interface Open {
  readonly activations: readonly Activation[]
  /** Others of it have ended. */
  readonly ended: boolean
}

const closed: Open = { activations: [], ended: false }

/** What is still active behind the last step; who is destroyed is active no more. */
function openIn({ steps }: Diagram): ReadonlyMap<string, Open> {
  const open = new Map<string, Open>()
  for (const step of flat(steps)) {
    if (step.kind === 'destroy') open.delete(step.node)
    if (step.kind !== 'activate' && step.kind !== 'deactivate') continue
    const { activations, ended } = open.get(step.node) ?? closed
    if (step.kind === 'activate') open.set(step.node, { activations: [...activations, step], ended })
    else open.set(step.node, { activations: activations.slice(0, -1), ended: true })
  }
  return open
}

function* flat(steps: readonly Step[]): Iterable<Step> {
  for (const step of steps)
    if (step.kind === 'fragment') for (const section of step.sections) yield* flat(section.steps)
    else yield step
}

/** `->>+` and then `activate`: two bars, of which the answer ends one. Each with the second of the same participant. */
function repeatedIn({ steps }: Diagram): ReadonlyMap<Activation, Activation> {
  const again = new Map<Activation, Activation>()
  let before: Step | undefined
  for (const step of flat(steps)) {
    const isAgain = step.kind === 'activate' && before?.kind === 'activate' && before.node === step.node
    if (isAgain && before?.kind === 'activate') again.set(before, step)
    before = step
  }
  return again
}

/** `a->>+a`: the answer's `-` ends this one, so that what began before it stays open. Not those that a message to itself ends again. */
function ownOf(node: string, { steps, arrows }: Diagram): readonly Arrow[] {
  const open: Arrow[] = []
  for (const step of flat(steps)) {
    const arrow = step.kind === 'message' ? arrows[step.arrow] : undefined
    if (arrow?.from !== node || arrow.to !== node) continue
    if (arrow.activates) open.push(arrow)
    if (arrow.deactivates) open.pop()
  }
  return open
}

function judgeOwn({ from, operator }: Arrow, { nodes, text }: Diagram): Report {
  const name = nodes.find(({ id }) => id === from)?.text ?? from
  const plus = text.indexOf('+', operator.start)
  return {
    at: { start: operator.start, end: plus + 1 },
    habit: 'message to itself',
    message: `The + on this message of ${name} to itself activates it once more, and nothing ends that. The - of the answer ends this activation, so the bar that began before is not drawn. Remove the +.`,
    fixes: [
      { title: 'Remove the +', safe: false, edits: [{ span: { start: plus, end: plus + 1 }, text: '' }] },
    ],
  }
}

const judgeDoubled = ({ node, span }: Activation, first: Activation, { nodes, text }: Diagram): Report => {
  const above = text.slice(first.span.start, first.span.end).includes('+') ? 'The + on the arrow' : 'The line'
  return {
    at: span,
    habit: 'twice',
    // A bar beside a bar, which hardly anybody sees.
    onRequest: true,
    message: `${above} above activates ${nodes.find(each => each.id === node)?.text ?? node} already, so this activates it a second time, and only one of the two is ended. Remove this line.`,
    fixes: [
      {
        title: 'Remove the second activation',
        safe: false,
        edits: [{ span: lineToRemove(text, span), text: '' }],
      },
    ],
  }
}

function judge(open: readonly Named[], diagram: Diagram): Report {
  const { nodes } = diagram
  const [first, ...others] = open.flatMap(([, { activations }]) => activations)
  const names = open.map(([id]) => nodes.find(node => node.id === id)?.text ?? id)
  const [are, them] = names.length > 1 ? ['are', 'them'] : ['is', 'it']
  const isEndedOnce = open.some(([, { ended }]) => ended)
  const why = isEndedOnce
    ? `${enumeratedFirst(names)} ${are} activated more often than deactivated`
    : `Nothing deactivates ${enumeratedFirst(names)} after this`
  const begun = [first!, ...others]
  const forks = begun.map(each => answeredIn(each, diagram.steps, diagram))
  const isAnswered = begun.some(each => answersBehind(each, diagram))
  const remedy = isAnswered ? remedyOf(forks) : remedyUnanswered(begun, diagram)
  return {
    at: first!.span,
    habit: remedy,
    onRequest: isEndedOnce,
    message: `${why}, so Mermaid draws no bar for ${them} here and the arrows start beside the lifeline. ${remedy}`,
    related: others.map(({ span }) => ({ at: span, message: 'Nothing ends this activation either' })),
    ...(forks.every(each => each !== undefined) && {
      fixes: [deactivateBehind(forks, begun, diagram)],
    }),
  }
}

/** Each branch's `-` would end it once more, which Mermaid refuses. */
function remedyOf(forks: readonly (Fork | undefined)[]): string {
  const fork = forks.find(each => each !== undefined)
  if (!fork) return 'Put - behind the arrow of the answer (-->>-), or write deactivate where the work ends.'
  return forks.includes(undefined)
    ? `Put - behind the arrow of the answer (-->>-); where each branch of an ${fork.fragment} answers, write deactivate behind its end: Mermaid refuses a - in each branch.`
    : `Write deactivate behind the end of the ${fork.fragment} whose branches answer: Mermaid refuses a - on each of these answers.`
}

/** Whoever was activated answers somebody later on. */
const answersBehind = ({ node, span }: Activation, diagram: Diagram): boolean =>
  diagram.arrows.some(
    each =>
      each.from === node && each.to !== node && isAnswer(each, diagram) && each.operator.start > span.end,
  )

/** No answer is drawn that could end it. */
const remedyUnanswered = (begun: readonly Activation[], { text }: Diagram): string =>
  begun.every(({ span }) => text.slice(span.start, span.end).includes('+'))
    ? 'No answer is drawn that could end it: leave the + out, or write deactivate where the work ends.'
    : 'Write deactivate where the work ends.'

type Fork = Extract<Step, { kind: 'fragment' }>

/** The block behind an activation that answers in more than one of its branches. */
function answeredIn(begun: Activation, steps: readonly Step[], diagram: Diagram): Fork | undefined {
  const at = steps.indexOf(begun)
  if (at >= 0) {
    const next = steps
      .slice(at + 1)
      .find(step => endsSearch(step, begun, diagram) || isFork(step, begun, diagram))
    return next?.kind === 'fragment' ? next : undefined
  }
  for (const step of steps)
    if (step.kind === 'fragment' && step.span.start <= begun.span.start && begun.span.start < step.span.end)
      for (const section of step.sections) {
        const found = answeredIn(begun, section.steps, diagram)
        if (found) return found
      }
  return undefined
}

/** It answers outside of branches, or begins something else. */
const endsSearch = (step: Step, { node }: Activation, diagram: Diagram): boolean =>
  (step.kind === 'activate' && step.node === node) || answers(step, node, diagram)

const isFork = (step: Step, { node }: Activation, diagram: Diagram): boolean =>
  step.kind === 'fragment' &&
  step.sections.filter(({ steps }) => [...flat(steps)].some(each => answers(each, node, diagram))).length > 1

function answers(step: Step, node: string, diagram: Diagram): boolean {
  const arrow = step.kind === 'message' ? diagram.arrows[step.arrow] : undefined
  return arrow?.from === node && arrow.to !== node && isAnswer(arrow, diagram)
}

/** Whoever was activated last ends first. */
function deactivateBehind(
  forks: readonly (Fork | undefined)[],
  begun: readonly Activation[],
  { text }: Diagram,
): Fix {
  const edits = [...groupedBy(begun, each => forks[begun.indexOf(each)]!)].map(([fork, ended]) => {
    const start = text.lastIndexOf('\n', fork.span.start - 1) + 1
    const indent = /^[ \t]*/.exec(text.slice(start))![0]
    const lines = ended
      .toSorted((a, b) => b.span.start - a.span.start)
      .map(({ node }) => `\n${indent}deactivate ${node}`)
    return { span: { start: fork.span.end, end: fork.span.end }, text: lines.join('') }
  })
  return { title: 'Write deactivate behind the branches', safe: false, edits }
}
