// Reads at a replica of what was just written at its primary.

import { saysWrite } from '../../knowledge'
import { isService, isStore } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { mayFollow } from '../queries/traces/branches'
import { defineRule } from '../rule'

const replica =
  /\b(?:read[- ]?)?replicas?\b|\bread[- ]only (?:copy|copies|node|database|db)\b|\bsecondar(?:y|ies)\b|\bfollowers?\b|lese-?replik|réplicas?\b|从库|只读(?:库|副本)|レプリカ|복제본/i

export const staleReadAfterWrite = defineRule({
  id: 'stale-read-after-write',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A replica is read right after a write to its primary.',
  presets: { recommended: 'info' },
  settledBy:
    /read[- ]your[- ](?:own[- ])?writes|replica(?:tion)? lag|stale reads?|eventual(?:ly)? consisten\w*|\blsn\b|\bgtid\b|synchronous(?:ly)? replic|wait(?:s)? (?:for|until) the replica|复制延迟|主从延迟|レプリケーション遅延|結果整合/i,
  told: [
    {
      words: [
        /\breads?\b|\bliest\b|\blee\b|\bgelesen\b|读|読/i,
        replica,
        /\b(?:right|immediately|directly|straight) (?:after|afterwards)\b|\bjust (?:been )?(?:written|saved|changed|updated)\b|\bown (?:writes?|changes?)\b|\bafter (?:the |a |each |every )?(?:write|save|update|insert)\b|direkt (?:nach|danach)|sofort (?:nach|danach)|justo después|刚(?:写|更新)|写入后|書き込み直後|更新直後/i,
      ],
      unless: /\bprimary (?:for|(?:\w+ )?after)|\bwait|\bnot\b|\bnever\b|主库/i,
      message:
        'A replica lags behind its primary, by milliseconds when idle and by minutes under load. Users who have just saved something see the old value and save it again. Read from the primary for some seconds after a write, or wait until the replica has reached the position of the write.',
    },
  ],
  options: {},

  *check(system) {
    const { connections, diagram } = system
    if (!isTimeline(diagram)) return
    for (const read of connections) {
      const write = readsReplica(read) ? writtenBefore(read, system) : undefined
      if (write)
        yield {
          at: labelSpanOf(read),
          oncePerDocument: true,
          message: `${read.caller.name} reads from ${read.callee.name} right after writing to ${write.callee.name}. The replica may lag: the old value comes back and is shown, used in a decision or saved again. Read from ${write.callee.name}, or wait until ${read.callee.name} has reached the position of the write.`,
          related: [{ at: labelSpanOf(write), message: 'Written here' }],
        }
    }
  },
})

const readsReplica = ({ callee, role, arrow }: Connection): boolean =>
  role.value === 'call' && !isService(callee) && replica.test(callee.text) && !saysWrite(wordingOf(arrow))

/** By its name alone: `Primary`. */
const primary =
  /^(?:the )?(?:primary|main|master|leader|writer)(?: (?:node|db|database|instance))?$|主库|主系|主数据库/i

/** So many messages before it belong to the same errand. */
const furthest = 12

/** By the same service, at what is no replica. */
const writtenBefore = (
  { index, caller }: Connection,
  { connections, diagram }: System,
): Connection | undefined =>
  connections
    .slice(Math.max(0, index - furthest), index)
    .findLast(
      each =>
        each.caller === caller &&
        each.role.value === 'call' &&
        (isStore(each.callee) || primary.test(each.callee.text)) &&
        !replica.test(each.callee.text) &&
        saysWrite(wordingOf(each.arrow)) &&
        mayFollow(diagram, each.index, index),
    )
