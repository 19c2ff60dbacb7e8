// One database behind several services that are meant to change and fail by themselves.

import { hasKind, isService, isSurely } from '../../model/ends'
import { isCall, isLikelyCall } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { enumeratedFirst } from '../fixes/enumeration'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

/** `catalog` schema, `orders` schema: the text around names whose is which. */
const dividedInWords =
  /\b(?:database|db|schema)[- ]per[- ](?:service|context|domain|module)\b|\b(?:each|every) (?:micro)?(?:service|domain|module|context) (?:has|owns|uses|gets) (?:its|an?) (?:own|separate|dedicated) (?:schema|database|db|tables)\b|["'`*][\w-]+["'`*]+ schema\b[\s\S]*["'`*][\w-]+["'`*]+ schema\b/i

export const sharedDatabase = defineRule({
  id: 'shared-database',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'Several services use one database.',
  presets: { recommended: 'info' },
  settledBy: dividedInWords,
  options: {
    services: { default: 3, description: 'So many services on one database are reported.' },
  },

  *check(system, { services }) {
    // A trace shows some calls, in the order of one request: whose tables they are stands elsewhere.
    if (isTimeline(system.diagram) || isSplit(system)) return
    for (const store of system.components) {
      if (!isDatabase(store)) continue
      const users = usersOf(store)
      if (users.size >= services) yield judge(store, [...users.values()])
    }
  },
})

const isDatabase = (part: Component): boolean =>
  isSurely(part, 'database') &&
  !part.technology?.embedded &&
  !(
    part.technology === undefined &&
    /^\W*(?:(?:the|main|shared|central) )?(?:databases?|dbs?|data ?stores?|storage)\W*$/i.test(part.headline)
  ) &&
  !severalIn.test(`${part.text} ${part.node.description ?? ''}`)

/** What its label says of more than one, or of what is made to be shared. */
const severalIn =
  /\b(?:databases|dbs|schemas?|clusters?|per[- ](?:service|tenant|context|domain)|each|separate|multiple|several|shared|ledger|event store|blockchain|read (?:replica|model)|replicas?|warehouse|lake)\b|\bRLS\b|\d ?(?:dbs|databases|schemas)|数据库集群|独立/i

/** Anywhere: the author says whose tables are whose. */
const isSplit = ({ components, boundaries, connections }: System): boolean =>
  [...components, ...boundaries].some(({ text }) => owned.test(text)) ||
  connections.some(({ arrow }) => owned.test(wordingOf(arrow)))

const owned =
  /\bown collections\b|\b(?:database|db|schema)[- ]per[- ](?:service|context|domain|module)\b|\b(?:own|separate|dedicated|isolated) (?:schemas?|databases?|dbs?|tables)\b|\b\w+_(?:schema|db)\b|\bschema[: ]\s?\w+/i

/** Services by name, once for all copies of one; who only reads depends on nobody's writes. */
function usersOf(store: Component): ReadonlyMap<string, Component> {
  const users = new Map<string, Component>()
  for (const call of store.incoming) {
    if (!mayWrite(call) || !isOneOfSeveral(call.caller)) continue
    users.set(call.caller.name.replace(copy, ''), call.caller)
  }
  return users
}

const copy = /(?:[\s#-]{0,4}\d{1,4}|[\s#-]{1,4}[a-z])$/i

const mayWrite = ({ connection }: Call): boolean =>
  connection.network.value &&
  isCall(connection) &&
  isLikelyCall(connection) &&
  !reading.test(connection.arrow.text)

const reading =
  /\b(?:reads?|quer(?:y|ies)|selects?|fetch(?:es)?|reports?|analy\w+|search)\b(?!\W{0,4}(?:&|\/|and|,)\W{0,4}writ)/i

/** `Order service`: what else uses the database may be a part of the same program, such as its worker. */
const isOneOfSeveral = (part: Component): boolean =>
  isService(part) && !hasKind(part, 'worker') && service.test(part.headline)

/** In the languages that design docs are written in; `OrderService`, `orders-svc`, `Microsserviço de Pedidos`. */
const service =
  /\b(?:micro)?services?\b|[a-z]-?(?:svc|service)\b|\p{Ll}Service\b|\b(?:mi[ck]ros?)?(?:servicio|serviço|servizio|dienst)|сервис|服务|服務|サービス|서비스/iu

/** Documents have no schema to divide by, and no login of a managed store takes all of its connections. */
const costOf = ({ name, technology }: Component): string =>
  storesDocuments.test(technology?.id ?? '')
    ? `One that changes the documents of another breaks it, and none can be deployed alone. Give each its own collections, which no other writes, and write it: "${name}, own collections per service".`
    : `One that changes what is stored or takes all connections breaks the others, and none can be deployed alone. Give each its own schema and login (or database), and write it: "${name}, one schema per service".`

const storesDocuments = /firestore|firebase|dynamo|cosmos|mongo|documentdb|couch|faunadb|datastore/

function judge(store: Component, users: readonly Component[]): Report {
  const names = users.map(({ name }) => name)
  return {
    at: nameSpan(store),
    oncePerDocument: true,
    refutedBy: isSplit,
    message: `${enumeratedFirst(names)} ${names.length > 2 ? 'all' : 'both'} use ${store.name}. ${costOf(store)}`,
    related: users.map(({ name, span }) => ({ at: span, message: `${name} uses it` })),
  }
}
