// Retries that follow at once on the failure.

import { statementWords } from '../../knowledge'
import { pausesByDefault } from '../../model/hidden-defaults'
import type { Connection } from '../../model/system'
import { annotateArrow } from '../fixes/annotate'
import { notesIn } from '../queries/traces/branches'
import { defineRule } from '../rule'

export const retryWithoutBackoff = defineRule({
  id: 'retry-without-backoff',
  category: 'retries',
  speaksOf: 'omission',
  topic: 'retry policy',
  summary: 'A call is retried, and no pause is stated.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  told: [
    {
      words: [statementWords.retrying, statementWords.atOnce],
      unless:
        /back-?off|jitter|n['’]t\b|<br|\bfail(?:s|ed)? (?:fast|immediately)|\bstop|\bimmediate (?:retry|fix)|\bwithout retr|\d ?(?:ms|s|sec\w*|min\w*)\b|\bqueue[ds]?\b|\bnot\b|\bnever\b|\bonce\b|\bonly\b|\bconflicts?\b|\boptimistic|\bmanual|\busers?\b|\blater\b|\bback[- ]off|退避|nicht sofort/i,
      message:
        'Calls are retried without a pause. What failed a millisecond ago fails again, and all callers retry at once, so an overloaded service gets several times its load and stays down. Wait between attempts, twice as long each time (exponential backoff), with jitter, and stop after a few.',
    },
  ],
  options: {},

  *check(system) {
    const notes = notesIn(system.diagram)
    for (const connection of system.connections.filter(
      each => retriesAtOnce(each) && !pausesAsTold(each, notes),
    )) {
      const { caller, callee, figures, arrow } = connection
      yield {
        at: (figures.attempts ?? figures.retries)?.span ?? arrow.operator,
        message: `${caller.name} retries ${callee.name} ${figures.backoff ? 'without a pause' : 'and states no pause'}. What failed a millisecond ago fails again, and all callers retry at once. Write backoff: exponential, jitter: true.`,
        fixes: [
          annotateArrow(system, {
            connection,
            title: 'Back off exponentially with jitter',
            entries: { backoff: 'exponential', jitter: true },
          }),
        ],
      }
    }
  },
})

/** In the box of whoever retries, or in a note at its lifeline; what the arrow itself states counts more. */
const pausesAsTold = ({ caller, figures }: Connection, notes: ReturnType<typeof notesIn>): boolean =>
  figures.backoff === undefined &&
  [caller.text, ...notes.filter(({ over }) => over.includes(caller.id)).map(({ text }) => text)].some(
    words => pause.test(words) && !noPause.test(words),
  )

const pause =
  /\bback[- ]?off\b|(?:\bwait\w*|\bsleep\w*|\bpauses?|\bdelay\w*|\bwarte\w*|\bespera\w*|\battend\w*|대기|等待|待機|ожида\p{L}*)[^\n]{0,12}\d|\d ?(?:ms|s|sec\w*|min\w*|초|秒|сек\p{L}*)? ?(?:\bwait|\bdelay|\bpause|대기|待|间隔|後)/iu
const noPause =
  /\b(?:no|without|missing|lacks?|ohne|kein\w*|sin|sem|sans) (?:\w+ )?(?:back[- ]?off|wait\w*|delay|pause)/i

function retriesAtOnce(connection: Connection): boolean {
  const { network, role, figures } = connection
  if (!network.value || (role.value !== 'call' && role.value !== 'enqueue')) return false
  const extra = figures.attempts ? figures.attempts.value - 1 : (figures.retries?.value ?? 0)
  const pauses = figures.backoff
    ? figures.backoff.value !== 'none'
    : figures.baseDelay !== undefined || pausesByDefault(connection)
  return extra > 0 && !pauses && !isAskedAnew(connection)
}

/** A model is asked again because its answer was no good: a pause does not make the next one better. */
const isAskedAnew = ({ figures, arrow }: Connection): boolean =>
  figures.attempts?.origin === 'note' &&
  /\b(?:re-?)?generat\w*|\b(?:re-?)?prompt\w*|\brewrit\w*|\brepair\w*|\brefin\w*/i.test(arrow.text)
