// Work that must not be lost, waiting in the memory of one process.

import { type End, hasKind, isClient, isComponent } from '../../model/ends'
import type { Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import type { Span } from '../../text/span'
import { enumeratedFirst } from '../fixes/enumeration'
import { labelSpanOf, nameSpan } from '../queries/places'
import { notesIn } from '../queries/traces/branches'
import { defineRule } from '../rule'

export const workInMemory = defineRule({
  id: 'work-in-memory',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'Payments, orders, mails or exports wait in the memory of one process.',
  inOperation: true,
  everyDiagram: true,
  presets: { recommended: 'info' },
  // It is stored as well, looked for at the start, or may be lost.
  settledBy:
    /\boutbox\b|\b(?:recover|resum|re-?queu|reload|re-?schedul|restor|replay)\w*[^.\n]{0,60}\b(?:start|startup|boot|restart|crash)\w*|\b(?:start-?up|boot|restart)\b[^.\n]{0,60}\b(?:recover|resum|re-?queu|pending|reload|re-?schedul)\w*|\bbest[- ]effort\b|\bat[- ]most[- ]once\b|\b(?:may|can) be lost\b|\breconcil\w*|\bsingle[- ]process\b/i,
  options: {},

  *check(system) {
    if (system.components.some(runsOnDesktop)) return
    const found = handedOver(system)
    if (!found) return
    yield {
      at: found.at,
      oncePerDocument: true,
      onRequest: found.isDispensable,
      message: `${found.carrier} holds work in the memory of one process: ${enumeratedFirst(found.work)}. A crash or a deployment loses what waits there, and nothing tries it again. Store each job first, in a table, an outbox or a queue that lasts, and mark it done at the end.`,
    }
  },
})

const runsOnDesktop = ({ text }: Component): boolean => /\b(?:electron|tauri|desktop|cli|tui)\b/i.test(text)

interface Found {
  readonly carrier: string
  readonly work: readonly string[]
  readonly at: Span
  readonly isDispensable: boolean
}

/** The first box, frame, arrow or note that says where work waits which must not be lost, or else any. */
function handedOver(system: System): Found | undefined {
  const found = [...foundIn(system)]
  return found.find(({ isDispensable }) => !isDispensable) ?? found[0]
}

function* foundIn(system: System): Iterable<Found> {
  for (const { words, at, work } of placesIn(system)) {
    const carrier = carrierIn(words)
    const named = carrier === undefined ? [] : workIn(work())
    if (carrier === undefined || named.length === 0) continue
    yield { carrier, work: named, at, isDispensable: named.every(name => dispensable.has(name)) }
  }
}

/** Often sent on a best-effort basis, whether or not the text says so. */
const dispensable: ReadonlySet<string> = new Set(['mails', 'notifications'])

interface Place {
  readonly words: string
  readonly at: Span
  /** What tells of the work. */
  readonly work: () => readonly string[]
}

/** What happens in an app is its own. */
function* placesIn(system: System): Iterable<Place> {
  for (const part of system.components)
    if (!isClient(part) && !hasKind(part, 'cache'))
      yield { words: part.text, at: nameSpan(part), work: () => around(part, system) }
  for (const frame of system.boundaries)
    if (!frame.members.some(isClient)) yield { words: frame.text, at: frame.span, work: () => namesIn(frame) }
  for (const connection of system.connections) {
    const words = wordingOf(connection.arrow)
    if (!isClient(connection.caller))
      yield { words, at: labelSpanOf(connection), work: () => [words, connection.callee.text] }
  }
  for (const { text, span, over } of notesIn(system.diagram)) {
    const parts = system.components.filter(({ id }) => over.includes(id))
    if (!parts.some(isClient))
      yield { words: text, at: span, work: () => [text, ...parts.flatMap(part => around(part, system))] }
  }
}

/** What it hands over and to whom; where nothing of that is drawn, what it is handed and by whom. */
function around(part: Component, { connections }: System): readonly string[] {
  const out = connections.filter(({ caller }) => caller === part)
  const shown = out.length > 0 ? out : connections.filter(({ callee }) => callee === part)
  return [
    part.text,
    ...shown.flatMap(({ arrow, caller, callee }) => [
      wordingOf(arrow),
      ...namesIn(caller === part ? callee : caller),
    ]),
  ]
}

const namesIn = (end: End): readonly string[] =>
  isComponent(end) ? [end.text] : [end.text, ...end.members.map(({ text }) => text)]

const carriers: readonly RegExp[] = [
  /\bin[- ]?(?:memory|process) (?:\w+ )?(?:queue|event ?bus|message bus|bus|broker|channel|(?:cron )?jobs?|task queue|job queue|cron|scheduler|timers?)\b/i,
  /\b(?:FastAPI )?BackgroundTasks?\b|\bfastapi background tasks?\b/,
  // Spring calls listeners at once, in the thread of the publisher, unless they are asynchronous.
  /(?:\bApplicationEventPublisher\b|\bspring (?:application )?events\b|@(?:Transactional)?EventListener\b)(?=[^\n]{0,80}\basync)/i,
  /@Async\b/,
  /\basyncio\.(?:create_task|Queue)\b|\btokio::spawn\b|\bsetImmediate\b/,
  /\bgo(?:routine)?s? (?:with |\+ )?(?:buffered )?channels?\b|\bbuffered (?:go )?channel\b/i,
  /\b(?:node(?:\.js)? )?EventEmitter2?\b/,
]

const carrierIn = (words: string): string | undefined =>
  stored.test(words) ? undefined : carriers.map(each => each.exec(words)?.[0]).find(Boolean)

/** It lasts, or it is not where the work is. */
const stored =
  /\b(?:redis|postgres\w*|sql\w*|rabbit ?mq|kafka|sqs|nats|persist\w*|durable|telemetry|metrics|cache|tests?|mock|dev\w*|local)\b/i

const kinds: readonly (readonly [string, RegExp])[] = [
  ['payments', /\bpayments?\b|\bpagos?\b|\bpagamentos?\b|支付|決済|결제|\bcharges?\b/i],
  ['refunds', /\brefunds?\b|\breembolsos?\b|退款|返金|환불/i],
  ['orders', /\borders?\b(?! by)|\bpedidos?\b|订单|注文|주문/i],
  ['invoices', /\binvoices?\b|\breceipts?\b|\bfacturas?\b|\brechnung\w*|发票|請求書/i],
  ['mails', /\be?-?mails?\b|\bcorreos?\b|\bsmtp\b|邮件|メール|이메일|Email\b/i],
  ['notifications', /\bnotif\w*|\breminders?\b|\bsms\b|\btwilio\b|\bfcm\b|\bapns\b|通知|알림/i],
  ['exports', /\bexports?\b|导出/i],
  ['imports', /\bimports?\b|导入/i],
  ['webhooks', /\bwebhooks?\b/i],
  ['bookings', /\bbookings?\b|\breservations?\b|预订|予約|예약/i],
]

const workIn = (texts: readonly string[]): readonly string[] => {
  const words = texts.join('\n')
  return kinds.flatMap(([name, pattern]) => (pattern.test(words) ? [name] : []))
}
