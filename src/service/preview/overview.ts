// A flow in two or three sentences, for who has never seen the design.

import type { System } from '../../model/system'
import { estimate, formatPercentage, formatPeriod, formatShare } from '../../text/figures'
import type { Translate } from '../../text/translation'
import type { EvaluatedFlow } from '../engine/evaluation'

/** `A checkout takes 630 ms at p99. It is up 99.86%, 12.3 h down a year. Slowest: Card processor (96%).` */
export function overviewOf(evaluated: EvaluatedFlow, system: System, translate: Translate): string {
  const { figures } = evaluated
  const subject = subjectOf(evaluated, translate)
  const sentences =
    figures.availability === 0
      ? [noAnswer(subject, translate), downIn(system, translate)]
      : isHardlyUp(figures)
        ? [hardlyAnAnswer(subject, translate)]
        : [
            time(subject, figures, translate),
            ...upTime(figures, subject, translate),
            slowest(evaluated, translate),
          ]
  return sentences.filter(sentence => sentence !== '').join(' ')
}

interface Subject {
  readonly text: string
  readonly many: boolean
}

/** Objectives have names of what is done; other flows are named after their ends. */
function subjectOf({ flow, objective }: EvaluatedFlow, translate: Translate): Subject {
  const { name, entry, to } = flow
  if (!objective || name.includes('→')) {
    const text =
      entry === to
        ? translate('A request to {0}', to.name)
        : translate('A request from {0} to {1}', entry.name, to.name)
    return { text, many: false }
  }
  if (/[^s]s$/.test(name.split(' ')[0] ?? '')) return { text: capitalized(name), many: true }
  const text = /^[aeio]/i.test(name) ? translate('An {0}', name) : translate('A {0}', name)
  return { text, many: false }
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const noAnswer = ({ text, many }: Subject, translate: Translate): string =>
  many ? translate('{0} get no answer.', text) : translate('{0} gets no answer.', text)

/** So seldom that its figures would read as none. */
export const isHardlyUp = ({ availability }: EvaluatedFlow['figures']): boolean =>
  formatPercentage(availability) === '0%'

const hardlyAnAnswer = ({ text, many }: Subject, translate: Translate): string =>
  many
    ? translate('{0} hardly ever get an answer: their calls take longer than their timeouts allow.', text)
    : translate('{0} hardly ever gets an answer: its calls take longer than their timeouts allow.', text)

function time(
  { text, many }: Subject,
  { p99, basis }: EvaluatedFlow['figures'],
  translate: Translate,
): string {
  if (p99 === null)
    return many
      ? translate('{0} take longer and longer, because more arrive than can be served.', text)
      : translate('{0} takes longer and longer, because more arrive than can be served.', text)
  const ms = estimate(p99, translate)
  if (basis.assumed.times)
    return many
      ? translate('{0} take about {1} at p99.', text, ms)
      : translate('{0} takes about {1} at p99.', text, ms)
  return many ? translate('{0} take {1} at p99.', text, ms) : translate('{0} takes {1} at p99.', text, ms)
}

function upTime(
  { availability, downtimeSecondsPerYear, failed }: EvaluatedFlow['figures'],
  { many }: Subject,
  translate: Translate,
): readonly string[] {
  const [up, down] = [formatPercentage(availability), formatPeriod(downtimeSecondsPerYear, 3, translate)]
  return [
    many
      ? translate('They are up {0}, {1} down a year.', up, down)
      : translate('It is up {0}, {1} down a year.', up, down),
    ...(failed >= 0.001
      ? [translate('{0} are answered while everything is up.', formatPercentage(1 - failed))]
      : []),
  ]
}

function slowest({ figures: { attribution, p99 } }: EvaluatedFlow, translate: Translate): string {
  const [first] = (attribution?.latency ?? []).filter(({ component }) => component !== undefined)
  if (!first?.component || !p99 || first.ms < 0.05 * p99) return ''
  // What is given up before it is done would have taken longer than the request.
  const { name } = first.component
  return first.ms < p99
    ? translate('Slowest: {0} ({1}).', name, formatShare(first.ms / p99))
    : translate('Slowest: {0}.', name)
}

function downIn({ components }: System, translate: Translate): string {
  const down = components.filter(({ figures }) => figures.availability?.value === 0)
  if (down.length === 0 || down.length > 3) return ''
  return translate('Down: {0}.', down.map(({ name }) => name).join(', '))
}
