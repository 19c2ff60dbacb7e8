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
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

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
