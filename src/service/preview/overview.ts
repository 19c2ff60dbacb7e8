// A flow in two or three sentences, for who has never seen the design.

import type { System } from '../../model/system'
import { estimate, formatPercentage, formatPeriod, formatShare } from '../../text/figures'
import type { EvaluatedFlow } from '../engine/evaluation'

/** `A checkout takes 630 ms at p99. It is up 99.86%, 12.3 h down a year. Slowest: Card processor (96%).` */
export function overviewOf(evaluated: EvaluatedFlow, system: System): string {
  const { figures } = evaluated
  const subject = subjectOf(evaluated)
  if (figures.availability === 0)
    return `${subject.text} ${subject.many ? 'get' : 'gets'} no answer.${downIn(system)}`
  return [time(subject, figures), upTime(figures, subject), slowest(evaluated)]
    .filter(sentence => sentence !== '')
    .join(' ')
}

interface Subject {
  readonly text: string
  readonly many: boolean
}

/** Objectives have names of what is done; other flows are named after their ends. */
function subjectOf({ flow, objective }: EvaluatedFlow): Subject {
  const { name, entry, to } = flow
  if (!objective || name.includes('→')) {
    const ends = entry === to ? `to ${to.name}` : `from ${entry.name} to ${to.name}`
    return { text: `A request ${ends}`, many: false }
  }
  if (/[^s]s$/.test(name.split(' ')[0] ?? '')) return { text: capitalized(name), many: true }
  return { text: `${/^[aeio]/i.test(name) ? 'An' : 'A'} ${name}`, many: false }
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function time({ text, many }: Subject, { p99, basis }: EvaluatedFlow['figures']): string {
  const verb = many ? 'take' : 'takes'
  if (p99 === null) return `${text} ${verb} longer and longer, because more arrive than can be served.`
  return `${text} ${verb} ${basis.assumed.times ? 'about ' : ''}${estimate(p99)} at p99.`
}

function upTime(figures: EvaluatedFlow['figures'], { many }: Subject): string {
  const { availability, downtimeSecondsPerYear, failed } = figures
  const down = formatPeriod(downtimeSecondsPerYear)
  const answered =
    failed >= 0.001 ? ` ${formatPercentage(1 - failed)} are answered while everything is up.` : ''
  return `${many ? 'They are' : 'It is'} up ${formatPercentage(availability)}, ${down} down a year.${answered}`
}

function slowest({ figures: { attribution, p99 } }: EvaluatedFlow): string {
  const [first] = (attribution?.latency ?? []).filter(({ component }) => component !== undefined)
  if (!first?.component || !p99 || first.ms < 0.05 * p99) return ''
  // What is given up before it is done would have taken longer than the request.
  const share = first.ms < p99 ? ` (${formatShare(first.ms / p99)})` : ''
  return `Slowest: ${first.component.name}${share}.`
}

function downIn({ components }: System): string {
  const down = components.filter(({ figures }) => figures.availability?.value === 0)
  if (down.length === 0 || down.length > 3) return ''
  return ` Down: ${down.map(({ name }) => name).join(', ')}.`
}
