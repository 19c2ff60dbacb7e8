// Money that is taken before anything is stored that says what for.

import { type End, isClient, isComponent, isStore } from '../../model/ends'
import { isCall } from '../../model/requests'
import type { Connection } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { isPaymentProvider, saysCharge } from '../queries/payments'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const chargeBeforeRecord = defineRule({
  id: 'charge-before-record',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'A payment is taken before a record of it is stored.',
  presets: { recommended: 'warning' },
  options: {},

  *check({ connections, diagram }) {
    if (!isTimeline(diagram)) return
    for (const charge of connections) {
      if (!takesMoney(charge)) continue
      const { caller } = charge
      if (connections.some(other => other.index < charge.index && keeps(other))) continue
      const record = connections.find(
        other => other.index > charge.index && other.caller === caller && storesAnew(other),
      )
      if (record) yield judge(charge, record)
    }
  },
})

/** Asked of another organization, by a program that stores things. */
const takesMoney = (connection: Connection): boolean =>
  isCall(connection) &&
  isComponent(connection.caller) &&
  !isClient(connection.caller) &&
  (isPaymentProvider(connection.callee) || keepsNothing(connection.callee)) &&
  saysCharge(wordingOf(connection.arrow))

/** `Payment server`: whoever it belongs to, it has no store, and who asks it has. */
const keepsNothing = (callee: End): boolean =>
  isComponent(callee) &&
  /\bpayments? ?(?:server|system|gateway)\b/i.test(callee.text) &&
  !callee.outgoing.some(other => isStore(other.callee))

/** Somebody wrote something down that a charge can be found by. */
const keeps = ({ role, callee, caller, from, to, arrow }: Connection): boolean =>
  role.value !== 'reply' &&
  storing.test(wordingOf(arrow)) &&
  (from === to || isStore(callee) || (isComponent(callee) && !isClient(caller)))

const storing =
  /\b(?:insert|creat|sav|stor|persist|record|reserv|plac|add|writ|upsert|updat|set|mark|begin)\w*\b|speicher|reservier|anlegen|guarda|reserva|registra|保存|登録|予約(?:を)?(?:作成|仮)|写入|创建|锁定|저장|등록|\bpending\b|\border\b.*\bid\b/i

/** A change of what is there already was stored before. */
const storesAnew = ({ role, callee, arrow }: Connection): boolean =>
  role.value === 'call' && isStore(callee) && recording.test(wordingOf(arrow))

const recording =
  /\b(?:insert|creat|sav|stor|persist|record|add)\w*\b|speicher|\banlegen\b|\blegt\b.*\ban\b|\bguarda|\bregistra|\bcrea\b|保存|登録|写入|创建|저장|등록/i

function judge(charge: Connection, record: Connection): Report {
  const { caller, callee } = charge
  return {
    at: labelSpanOf(charge),
    message: `${caller.name} lets ${callee.name} take the money before it stores what the money is for. If ${caller.name} stops in between, the payment has no record, and nothing detects that. Store a pending record first, send its id as the idempotency key, and mark it paid afterwards.`,
    related: [{ at: labelSpanOf(record), message: `Stored only here, in ${record.callee.name}` }],
  }
}
