// Reports that run on the database that serves the users.

import { hasKind, isService, isStore } from '../../model/ends'
import { isCall } from '../../model/requests'
import type { Call, Component } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { labelSpanOf } from '../queries/places'
import { defineRule } from '../rule'
import { startsSimple } from '../topics-in-prose'

const copied =
  /\bread[- ]?(?:only )?replicas?\b|\bstandby\b.{0,40}\b(?:reports?|analytics|bi)\b|\bchange data capture\b|\bcdc\b|\bdebezium\b/i

const copiedOrSimple = new RegExp(`${copied.source}|${startsSimple.source}`, 'i')

export const analyticsOnPrimary = defineRule({
  id: 'analytics-on-primary',
  category: 'overload',
  speaksOf: 'hazard',
  summary: 'Reports or bulk reads run on the database that serves requests.',
  presets: { recommended: 'info' },
  settledBy: copiedOrSimple,
  onRequest: true,
  options: {},

  *check(system) {
    for (const store of system.components) {
      if (!hasKind(store, 'database') || elsewhere.test(store.text) || isCopied(store)) continue
      const report = store.incoming.find(readsMuch)
      const request = store.incoming.find(each => servesRequests(each) && each.caller !== report?.caller)
      if (!report || !request) continue
      yield {
        at: labelSpanOf(report.connection),
        oncePerDocument: true,
        message: `${report.caller.name} reads ${store.name}, which also serves ${request.caller.name}: one long report scans its ${isRelational(store) ? 'tables' : 'data'}, takes its connections and memory, and slows every request. Let it read a replica or a copy in a warehouse${isRelational(store) ? ', and give its user a statement timeout until then' : ''}.`,
        related: [
          { at: labelSpanOf(request.connection), message: `${request.caller.name} serves users from it` },
        ],
      }
    }
  },
})

const reporting =
  /\b(?:metabase|tableau|looker|power ?bi|superset|redash|qlik\w*|quicksight|mode analytics|data studio|bi tools?|business intelligence|reporting (?:tool|job)s?|data scien\w+|analysts?|jupyter)\b/i
const bulk =
  /\b(?:full (?:table )?scans?|bulk (?:read|export)s?|dumps?|nightly export|aggregat\w+ queries)\b/i
const gentle = /\b(?:replica|cdc|binlog|wal|incremental|logical|snapshot|stream\w*)\b/i

const readsMuch = ({ caller, connection }: Call): boolean => {
  const words = wordingOf(connection.arrow)
  return isCall(connection) && !gentle.test(words) && (reporting.test(caller.headline) || bulk.test(words))
}

const servesRequests = ({ caller, connection }: Call): boolean =>
  isCall(connection) &&
  isService(caller) &&
  !hasKind(caller, 'worker', 'scheduler') &&
  !reporting.test(caller.text)

/** Made for it, or not the one that serves users. */
const elsewhere =
  /\b(?:replica|read[- ]?only|secondary|standby|analytics?|warehouse|dwh|olap|reporting|reports?|staging|lake|metrics|clickhouse|bigquery|snowflake|redshift)\b/i

/** A copy is drawn: which of the two the reports read is then the author's to say. */
const isCopied = ({ outgoing, incoming }: Component): boolean =>
  [...outgoing, ...incoming].some(
    ({ connection, caller, callee }) =>
      connection.role.value === 'replication' || (isStore(caller) && isStore(callee)),
  )

/** By its product; one without a name mostly is. */
const isRelational = ({ technology }: Component): boolean =>
  technology === undefined ||
  !/mongo|dynamo|firestore|cosmos|couch|cassandra|scylla|elastic|opensearch|redis/.test(technology.id)
