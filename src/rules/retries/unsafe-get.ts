// GET requests that change something.

import { isRequest, methodOf } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import type { Span } from '../../text/span'
import { labelSpanOf } from '../queries/places'
import { type SpentLink, spentLinks } from '../queries/traces/mail-links'
import { isReturn, type WritingRead, writingReads } from '../queries/traces/writing-reads'
import { defineRule, type Fix, type Report } from '../rule'

export const unsafeGet = defineRule({
  id: 'unsafe-get',
  category: 'retries',
  speaksOf: 'hazard',
  summary: 'A GET request changes a resource.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  supersedes: ['verb-in-path'],
  options: {},

  *check(system) {
    for (const read of writingReads(system)) yield judgeWrite(read)
    for (const link of spentLinks(system)) yield judgeLink(link)
    for (const connection of system.connections) {
      const verb = verbIn(connection)
      if (verb === undefined || isReturn(connection, system.connections)) continue
      const { callee, request } = connection
      const better = deletes.test(verb) ? 'DELETE' : 'POST'
      yield {
        at: writtenRequest(system, connection),
        message: `GET ${request?.path ?? ''} makes ${callee.name} ${verb.toLowerCase()} something. Browsers, crawlers, link previews, caches and retries may repeat a GET at any time, so it has to be safe. Write ${better}.`,
        fixes: fixesOf(system, connection, better),
      }
    }
  },
})

/** What the path does not tell, the trace does. */
function judgeWrite({ request, write: { arrow, callee }, isFirstOnly }: WritingRead): Report {
  const [statement = ''] =
    /^\S+(?: INTO| FROM)? \S+/i.exec(arrow.text.replace(/^\W*(?:\d+[.)]\s*)?/, '')) ?? []
  return {
    at: labelSpanOf(request),
    message: `GET ${request.request?.path ?? ''} makes ${request.callee.name} change ${callee.name} (${statement}). Browsers, crawlers, link previews, caches and retries may repeat a GET at any time, so it has to be safe. Do that in a POST of its own.`,
    related: [{ at: arrow.labelSpan ?? arrow.operator, message: `What it changes at ${callee.name}` }],
    // Repeated, it finds what the first one made.
    onRequest: isFirstOnly,
  }
}

/** Programs open it before anybody has read the mail. */
function judgeLink({ request, change }: SpentLink): Report {
  return {
    at: labelSpanOf(request),
    message: `${request.callee.name} does "${wordingOf(change.arrow)}" as soon as GET ${request.request?.path ?? ''} is opened from a mail. Mail scanners and previews open links before people do, and use them up. Answer with a page whose button sends a POST.`,
    settledBy: asksOnPage,
    oncePerDocument: 'mail',
    related: [{ at: labelSpanOf(change), message: 'What opening the link does' }],
  }
}

const asksOnPage =
  /\b(?:e-?mail|link|url) scanner|\bsafe ?links\b|\bprefetch|\bconfirm\w* (?:button|page)|\blanding page|\bone-click unsubscribe|list-unsubscribe-post/i

const deletes = /^(?:delete|remove)$/i

/** A verb in front of a noun (`deleteUser`, `cancel-order`). */
const verbNoun =
  /^(delete|remove|create|update|cancel|add|insert|approve|reject|charge|refund|deactivate|disable|send|publish|purge|transfer|submit|set)(?:[A-Z][a-z]|[-_][a-z])/
/** A verb at the end of a resource (`/orders/1/cancel`). */
const verbAlone = /^(delete|remove|cancel|approve|reject|charge|refund|deactivate|disable|purge)$/i

/** The verb by which the path of a GET changes something; where a provider sends the browser back to, a GET has to do. */
function verbIn(connection: Connection): string | undefined {
  const method = methodOf(connection)
  const path = connection.request?.path?.split(/[?#]/)[0]
  if (!isRequest(connection) || path === undefined || (method !== 'GET' && method !== 'HEAD'))
    return undefined
  if (/\boauth|\bsso\b|\bsaml\b|[?&](?:code|state)=/i.test(connection.request?.path ?? '')) return undefined
  const segments = path.split('/').filter(Boolean)
  const named = segments.flatMap(segment => verbNoun.exec(segment)?.[1] ?? [])[0]
  return named ?? (segments.length > 1 ? verbAlone.exec(segments.at(-1) ?? '')?.[1] : undefined)
}

/** `GET /orders/1/cancel`, where the label has both. */
function writtenRequest({ diagram }: System, { arrow, figures, request }: Connection): Span {
  const { labelSpan, operator } = arrow
  const method = figures.method?.span
  if (!labelSpan || !method) return method ?? labelSpan ?? operator
  const path = diagram.text.indexOf(request?.path ?? '', method.end)
  const end = path + (request?.path?.length ?? 0)
  return path >= 0 && end <= labelSpan.end ? { start: method.start, end } : method
}

/** The method is replaced where it is written. */
function fixesOf({ diagram }: System, { figures }: Connection, better: string): readonly Fix[] {
  const span = figures.method?.span
  if (!span) return []
  const text = diagram.text.slice(span.start, span.end).replace(/\b(?:GET|HEAD)\b/i, better)
  return [{ title: `Make it a ${better}`, edits: [{ span, text }], safe: false }]
}
