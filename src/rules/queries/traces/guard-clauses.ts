// Refusals drawn as a branch that ends the request, by authors who mean a guard clause: `alt not found`, `400`, `end`.

import { rememberedFor } from '../../../model/remembered-for'
import type { Connection, System } from '../../../model/system'
import { fails, furthest, isAnswer, refuses, saidIn } from './answers'
import {
  type Branch,
  branchAround,
  branchesAround,
  branchesIn,
  isAnotherScenario,
  mayFollow,
  notesIn,
  standsIn,
} from './branches'
import { takingOf } from './effects'

/** So many of one shape are how their author writes, and whoever reads them takes each for an end. */
const habit = 3

/** Whether these pictures of one document draw guard clauses of that shape throughout. */
export const isHabit = ({ fragment }: Branch, ...systems: readonly System[]): boolean =>
  systems.flatMap(guardClauses).filter(each => isAlone(each) === (fragment.sections.length === 1)).length >=
  habit

const isAlone = ({ fragment }: Branch): boolean => fragment.sections.length === 1

/** Branches that refuse in their last step, and behind whose fragment the picture goes on all the same. */
const guardClauses = rememberedFor(({ connections, diagram }: System): readonly Branch[] => {
  const branches = branchesIn(diagram)
  const ends = new Map(branches.map(({ fragment, last }) => [fragment, last]))
  return branches.filter(branch => {
    const { fragment, first, last } = branch
    const refusal = connections[last]
    const next = connections[(ends.get(fragment) ?? last) + 1]
    return (
      first <= last &&
      refusal !== undefined &&
      next !== undefined &&
      guarding.has(fragment.fragment) &&
      branchAround(diagram, last) === branch &&
      refuses(refusal, branch) &&
      mayFollow(diagram, last, next.index) &&
      !isAnotherScenario(diagram, refusal.span, next.span)
    )
  })
})

const guarding: ReadonlySet<string> = new Set(['alt', 'opt'])

/** What was refused is taken, paid for or booked all the same: no habit excuses that picture. */
export function isDoneAnyway(refusal: Connection, { connections, diagram }: System): boolean {
  const own = branchesAround(diagram, refusal.index)
  // On a condition of its own, it may be that nothing was refused.
  const isAnyway = (branch: Branch) =>
    own.includes(branch) || !isAlone(branch) || !guarding.has(branch.fragment.fragment)
  return connections
    .slice(refusal.index + 1, refusal.index + furthest)
    .some(
      each =>
        !isAnswer(each) &&
        !fails(each) &&
        (takingOf(each) !== undefined || booking.test(saidIn(each))) &&
        mayFollow(diagram, refusal.index, each.index) &&
        branchesAround(diagram, each.index).every(isAnyway) &&
        !isAnotherScenario(diagram, refusal.span, each.span),
    )
}

const booked = '(?:reservations?|bookings?|orders?|payments?|points?|seats?|tickets?)'

const booking = new RegExp(
  [
    String.raw`\b(?:create|save|insert(?: into)?|book|confirm|pay|place|issue)[ _-]?(?:(?:a|an|the|new) )?${booked}\b`,
    '(?:예약|주문|결제|좌석|포인트|예매) ?(?:생성|저장|확정|처리|충전)|(?:创建|保存|生成)(?:订单|预订|预约|支付)|(?:予約|注文)(?:作成|登録|保存|確定)',
  ].join('|'),
  'i',
)

/** A note in the branch, or a step that somebody takes alone, says that nothing follows. */
export const saysItEnds = (branch: Branch, { connections, diagram }: System): boolean =>
  notesIn(diagram).some(({ text, span }) => standsIn(span, branch) && ending.test(text)) ||
  connections
    .slice(branch.first, branch.last + 1)
    .some(each => each.from === each.to && ending.test(saidIn(each)))

const ending =
  /\b(?:end (?:of )?(?:the )?(?:flow|request|process|sequence|execution)|(?:flow|request|process|sequence|execution) (?:ends|stops|is over|terminates|aborted)|stops?(?= (?:here|processing|execution|the)\b|\W*$)|(?:early )?return(?! (?:later|to)\b)|exit|abort(?:s|ed)?|terminat(?:e|es|ed))\b|종료|중단|終了|中断|结束|終止|终止|fin (?:del flujo|du flux)|fim do fluxo|ende des ablaufs|конец|заверш/i
