// Standbys that lag behind, without a word on how much may be lost.

import { isComponent, isStore } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { annotatePart } from '../fixes/annotate'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const asyncReplicationLoss = defineRule({
  id: 'async-replication-loss',
  category: 'topology',
  speaksOf: 'omission',
  topic: 'replication',
  summary: 'A fail-over loses writes, and nothing states how many.',
  inOperation: true,
  presets: { recommended: 'info' },
  onRequest: true,
  fixable: 'review',
  options: {},

  promised({ losesNothing }, system, mentions) {
    if (!losesNothing || !mentions(takeover) || mentions(waited)) return undefined
    const copy = system.components.find(part => isStore(part) && asyncCopy.test(part.text))
    const target = copy ?? system.connections.flatMap(asyncTarget)[0]
    return (
      target &&
      `This promises that no confirmed write is lost, and ${target.name} receives writes only after they have been confirmed. When it takes over, those that had not arrived yet are gone. Let the primary wait for one standby before it confirms, or promise how much may be lost.`
    )
  },

  *check(system) {
    for (const connection of system.connections) {
      const { caller: source, callee: target } = connection
      if (!isComponent(source) || !isComponent(target) || !isStore(source) || !isStore(target)) continue
      if (
        isAsync(connection, target) &&
        takesOver(connection, target) &&
        !statesLoss(connection, source, target)
      )
        yield judge(system, { connection, source, target })
    }
  },
})

const takeover =
  /\bfail-?overs?\b|\bpromot(?:es?|ed|ion)\b|\btakes? over\b|\bstandby\b|\bpatroni\b|\bsentinel\b|\brepmgr\b|\bübernimmt\b|\bconmutación\b|\bbascul\w*|故障转移|主从切换|フェイルオーバー|昇格|페일오버|승격/i
/** Somewhere the primary waits. */
const waited =
  /\bsemi-?sync\w*|\bsynchronous_commit\W{1,4}(?:on|remote_\w+)|\bsynchronous_standby_names\b|\bsynchronous(?:ly)? replic\w*|\bsync(?:hronous)? (?:standby|replica|copy)\b|\bsynchrone?r? (?:standby|replik)\w*/i

/** By its own words, a copy that lags. */
const asyncCopy =
  /\b(?:replicas?|standby|secondary|followers?|slave|réplica|replik|从库|备库)\b.{0,40}\basync\w*|\basync\w*.{0,40}\b(?:replicas?|standby|secondary|followers?|slave|réplica|replik)\b/i

const asyncTarget = (connection: Connection): Component[] => {
  const { callee } = connection
  return isComponent(callee) && isStore(callee) && isAsync(connection, callee) ? [callee] : []
}

const isAsync = ({ role, figures, arrow }: Connection, target: Component): boolean =>
  role.value === 'replication' &&
  ((figures.replication ?? target.figures.replication)?.value === 'async' || /\basync\w*\b/i.test(arrow.text))

const standby = /\b(?:fail-?over|standby|passive|secondary|dr|disaster|backup)\b/i

const takesOver = ({ arrow }: Connection, target: Component): boolean =>
  target.figures.active?.value === 'passive' ||
  standby.test(`${target.text} ${arrow.text} ${target.boundary?.text ?? ''}`)

const statesLoss = ({ figures, arrow }: Connection, source: Component, target: Component): boolean =>
  figures.lag !== undefined ||
  [source, target].some(part => part.figures.rpo !== undefined || part.figures.lag !== undefined) ||
  /\b(?:rpo|lag)\b/i.test(arrow.text)

interface Copy {
  readonly connection: Connection
  readonly source: Component
  readonly target: Component
}

function judge(system: System, { connection, source, target }: Copy): Report {
  const { arrow } = connection
  const rate = source.figures.rate ?? source.figures.capacity
  const lost = rate?.stated
    ? `: at ${rate.value} writes a second, each second of lag loses that number of writes`
    : ''
  return {
    at: arrow.labelSpan ?? arrow.operator,
    message: `${target.name} takes over from ${source.name} but lags behind it. Confirmed writes that were not copied are lost in a fail-over${lost}. State how much may be lost: rpo on ${target.name}, or the measured lag.`,
    related: [{ at: nameSpan(target), message: `${target.name} lacks the last writes` }],
    fixes: [
      annotatePart(system, {
        part: target,
        title: 'State that 5s of writes may be lost',
        entries: { rpo: '5s' },
      }),
    ],
  }
}
