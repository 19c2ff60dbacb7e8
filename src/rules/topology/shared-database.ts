// One database behind several services that are meant to change and fail by themselves.

import {
  framesAround,
  hasKind,
  holdsData,
  isAmongServices,
  isClient,
  isService,
  isSurely,
  kindOf,
} from '../../model/ends'
import { isCall, isLikelyCall } from '../../model/requests'
import type { Call, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { enumeratedFirst } from '../fixes/enumeration'
import { nameSpan } from '../queries/places'
import { sameName } from '../queries/same-name'
import { defineRule, type Report } from '../rule'
import { oneProgram } from '../topics-in-prose'

/** `catalog` schema, `orders` schema: the text around names whose is which. */
const dividedInWords =
  /\bmongo\w* collections\b|\bmodular monolith|\bmodulith\b|\b(?:deployed|runs?|ships?|packaged|built|compiled?|backend is|system is|application is) (?:as|in|inside|into|to)? ?(?:one|a single|the same) (?:[\w.]{1,20} ){0,3}(?:application|process|binary|deployable|container|executable|jar|monolith)\b|\b[2-9] (?:databases?|databaser|datenbanken|bases de datos|bancos de dados|schemas?|DBs)\b|\b(?:databases?|dbs?|schemas?|collections)[- ]per[- ](?:service|context|domain|module)\b|\b(?:dedicated|isolated) (?:\w+ ){0,2}(?:database|schema)s?\b|\b(?:each|every) (?:micro)?(?:service|domain|module|context) (?:has|owns|uses|gets) (?:its|an?) (?:own|separate|dedicated) (?:schema|database|db|tables)\b|\b(?:each|all) with (?:its|their) own (?:schema|database|db)s?\b|["'`*][\w-]+["'`*]+ schema\b[\s\S]*["'`*][\w-]+["'`*]+ schema\b/i

/** The same in other languages. */
const dividedElsewhere =
  /отдельн\p{L}* (?:логическ\p{L}* )?(?:схем|баз)\p{L}*|(?:схем|баз)\p{L}* (?:данных )?(?:на|под|для) каждый|\b(?:un|su propio|propio) esquema (?:por|para) (?:cada )?servicio|\besquemas? (?:propios?|separados?) |\b(?:um )?(?:schema|esquema|banco)s? (?:por|para cada|próprios? de cada) (?:micros)?serviço|\b(?:eigene[sn]?|getrennte|je ein) (?:schema|datenbank)|\b(?:schema|datenbank) (?:pro|je) (?:service|dienst)|\bschémas? (?:par|propres?|séparés?)|(?:独立|各自)的?(?:schema|数据库|库)|每个(?:微)?服务.{0,10}(?:schema|库)|分库|サービス(?:ごと|毎|別).{0,10}(?:スキーマ|DB|データベース)|서비스(?:별|마다).{0,10}(?:스키마|DB|데이터베이스)/u

/** `Neon (orders_db)` and `Neon (stock_db)` in a table. */
const listed =
  /\b(?!postgres|mysql|mongo|test|dev|app|main)(?<one>[a-z]\w{1,20})_db\b[\s\S]{0,200}?\b(?!\k<one>_|postgres|mysql|mongo|test|dev|app|main)[a-z]\w{1,20}_db\b/

/** One for all was chosen, or is what the platform gives. */
const decided =
  /\b(?:supabase|nhost|appwrite|pocketbase)\b|\bmicroservices?\b\W{1,6}(?:séparation|split|separation|migration|extract)|\b(?:split|migrat\w+|extract\w*|mov\w+|evol\w+) (?:in)?to (?:\w+ )?microservices?\b|\breferential integrity\b|\bforeign[- ]keys? (?:constraints?|between|across)\b|\b(?:single|one shared|one central) (?:shared )?(?:postgres\w*|mysql|mariadb|mongo\w*|sql server|databases?|db)\b(?! (?:transaction|query|call|row|connection|round|table|record|failure|user))|\bno need to (?:split|divide|separate) (?:the )?(?:databases?|db)\b|\bkhông cần (?:tách|chia) (?:db|database|cơ sở dữ liệu)|(?:单一|單一)(?:的)?(?:postgresql|mysql|数据库|資料庫)|(?:不需要|无需|無需)(?:按服务)?(?:分库|拆分数据库)|(?:単一)の?(?:postgresql|mysql|db|データベース)|(?:단일) ?(?:postgresql|mysql|db|데이터베이스)|\b(?:base de datos|banco de dados|base de données) (?:únic[ao]|unique)\b|\beinzige datenbank\b|един\p{L}{2,4} (?:postgresql|баз)/u

const dividedOrOne = new RegExp(
  [dividedInWords, dividedElsewhere, oneProgram, listed, decided].map(({ source }) => source).join('|'),
  'iu',
)

/** Who writes of microservices wants them to change and fail by themselves; services may be modules of one program. */
const microservices =
  /micro-?\s?services?\b|microservi[cç]\p{L}+|микросервис|微服务|微服務|マイクロサービス|마이크로 ?서비스|\bindependently (?:deploy|scal)\w+|\b(?:deployed|scaled) independently\b/iu

export const sharedDatabase = defineRule({
  id: 'shared-database',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'Several services use one database.',
  presets: { recommended: 'info' },
  settledBy: dividedOrOne,
  onRequest: true,
  askedForBy: microservices,
  options: {
    services: { default: 3, description: 'So many services on one database are reported.' },
  },

  *check(system, { services }) {
    // A trace shows some calls, in the order of one request: whose tables they are stands elsewhere.
    if (isTimeline(system.diagram) || isSplit(system)) return
    for (const store of system.components) {
      if (!isDatabase(store) || isForTrying(store)) continue
      const users = usersOf(store)
      if (users.length >= services) yield judge(store, users)
      else yield* reachedByOthers(store)
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
  !(part.technology === undefined && /\bledger\b/i.test(part.text)) &&
  !severalIn.test(`${part.text} ${part.node.description ?? ''}`)

/** One that developers share costs nobody a night's sleep. */
const isForTrying = (part: Component): boolean =>
  [part, ...framesAround(part)].some(({ text }) => trying.test(text))

const trying = /\b(?:dev|development|staging|test|testing|local|sandbox|qa|uat)\b/i

/** What its label says of more than one, or of what is made to be shared; a database that has read replicas is one. */
const severalIn =
  /\b(?:databases|dbs|schemas|clusters?|per[- ](?:service|tenant|context|domain)|each|separate|multiple|several|shared|event store|blockchain|read (?:replica(?!s? ?\(\d\))|model)|(?<!\b(?:primary|master) ?(?:\+|&|and|with|\/) ?(?:\d (?:read )?)?)replicas?(?! ?\(\d\))|warehouse|lake|knowledge (?:graph|base))\b|\bRLS\b|\d ?(?:dbs|databases|schemas)|数据库集群|独立/i

/** Anywhere: the author says whose tables are whose. */
const isSplit = ({ components, boundaries, connections }: System): boolean =>
  components.some(({ text, node }) => saysWhose(`${text} ${node.description ?? ''}`)) ||
  boundaries.some(({ text }) => saysWhose(text)) ||
  connections.some(({ arrow }) => saysWhose(wordingOf(arrow)))

const saysWhose = (words: string): boolean => owned.test(words) || severalNamed.test(words)

const owned =
  /\bown collections\b|\b(?:database|db|schema|collections?)[- ]per[- ](?:service|context|domain|module)\b|\b\w+[_ -](?:service|svc)[_ ](?:DB|database|schema)\b|\b(?:own|separate|dedicated|isolated) (?:schemas?|databases?|dbs?|tables)\b|\b\w+_(?:schema|db)\b|\bschema[: ]\s?\w+/i

/** `OrdersDb, StockDb` and `authdb / userdb`: one server, a database for each. */
const severalNamed = /(?<!\p{L})\p{L}{3,24}[Dd][Bb]\b[\s,·/&+;]{1,4}(?:and )?\p{L}{3,24}[Dd][Bb]\b/u

/**
 * Services by name, once for all copies of one. Beside two that are called services, others that surely are some
 * count too. Who only reads breaks with the tables as well, where several write.
 */
function usersOf(store: Component): readonly Component[] {
  const calls = store.incoming.filter(isByOwnProgram)
  const writers = distinct(calls.filter(({ connection }) => !readsOnly(connection)))
  if (writers.filter(isNamedService).length < 2) return []
  const isCounted = (part: Component) =>
    (isNamedService(part) || isSurely(part, 'service', 'auth')) && !looksOn.test(part.headline)
  const writing = writers.filter(isCounted)
  return writing.length > 2 ? writing : distinct(calls).filter(isCounted)
}

/** One for all parts of a program, and for all copies of one. */
function distinct(calls: readonly Call[]): readonly Component[] {
  const users = new Map(
    calls.map(({ caller }) => [programOf(caller) ?? caller.name.replace(copy, ''), caller]),
  )
  return [...users.values()]
}

/** What is drawn in a frame called an application is a part of it. */
const programOf = (part: Component) =>
  part.program ?? framesAround(part).find(({ text }) => application.test(text))

const application = /^\W*(?:(?:core|main|the|single|web|server|backend) )?application\W*$/i

const copy = /(?:[\s#-]{0,4}\d{1,4}|[\s#-]{1,4}[a-z])$/i

const isUse = (connection: Connection): boolean =>
  connection.network.value && isCall(connection) && isLikelyCall(connection)

const readsOnly = ({ arrow }: Connection): boolean =>
  reading.test(arrow.text) || (readingAbroad.test(arrow.text) && !writingAbroad.test(arrow.text))

const readingAbroad =
  /(?<!\p{L})(?:đọc|lee[rn]?|consultar?|ler|lê|lesen|liest|lecture|lettura|legge|чита\p{L}{1,4}|чтение)(?!\p{L})|读取|查询|조회|읽기|読み取り|参照/iu

const writingAbroad = /ghi|escri|schreib|écri|scri|пис|写|쓰기|저장|書/i

const reading =
  /\b(?:reads?|quer(?:y|ies)|selects?|fetch(?:es)?|reports?|analy\w+|search)\b(?!\W{0,4}(?:&|\/|and|,)\W{0,4}writ)/i

/** What else uses the database may be a part of the same program, such as its worker. */
const isOwnProgram = (part: Component): boolean =>
  !hasKind(part, 'worker') && (isService(part) || isOneOfTheServices(part))

/** By its name alone, where nothing else tells what it is and the arrow is its own, not that of its group. */
const isCalledService = ({ caller, connection }: Call): boolean =>
  kindOf(caller) === undefined && caller === connection.caller && service.test(caller.headline)

/** An arrow to the layer of stores says of none who uses it. */
const isByOwnProgram = (call: Call): boolean =>
  isUse(call.connection) &&
  call.callee === call.connection.callee &&
  (isOwnProgram(call.caller) || isCalledService(call))

const isNamedService = (part: Component): boolean =>
  service.test(part.headline) ||
  wrapped.test(part.text) ||
  apiOfOne.test(part.headline) ||
  isOneOfTheServices(part)

/** `User` in the frame “Services” is one if the gateway calls it by itself: modules of one program have one entry. */
const isOneOfTheServices = (part: Component): boolean =>
  isAmongServices(part) &&
  !holdsData(part) &&
  part.incoming.some(({ caller, connection }) => connection.network.value && isSurely(caller, 'gateway'))

/** In the languages that design docs are written in; `OrderService`, `orders-svc`, `Microsserviço de Pedidos`. */
const service =
  /\b(?:micro)?services?\b|[a-z]-?(?:svc|service)\b|\p{Ll}Service\b|\b(?:mi[ck]ros?)?(?:servicio|serviço|servizio|dienst)|сервис|服务|服務|サービス|서비스/iu

/** `Stock<br/>Service` */
const wrapped = /^[^\n]{1,40}\n\W*(?:micro)?services?\W*(?:\n|$)/i

/** `Billing API` is one among others; `REST API` is what there is. */
const apiOfOne =
  /^\W{0,4}(?!(?:rest|http|web|public|internal|external|admin|management|backend|main|core|node(?:js)?|graphql|nest(?:js)?|fast|flask|django|express|laravel|spring|rails|go|rust|python|gateway|mobile|client|server|app|next|private|platform|system|query|read|write|data|the|our|my)\b)\p{L}{3,24}[- ](?:apis?|bff)\b/iu

/** Reports and what looks after the tables read them by their nature. */
const looksOn =
  /\b(?:report\w*|analy\w+|bi|dashboards?|etl|sync\w*|migrat\w*|back-?ups?|monitor\w*|audit\w*|admin\w*|seed\w*|init\w*|cdc|debezium|connect\w*|export\w*|index\w*|search|orchestrator|cron|jobs?|poll\w*|schedul\w*|cleanup|archiv\w*|replicat\w*)\b/i

/** `Order database`, which the order service has to itself, as seen by everybody else who opens it. */
function* reachedByOthers(store: Component): Iterable<Report> {
  const whose = sameName(store.headline)
  if (nameless.test(whose)) return
  const calls = store.incoming.filter(isByOwnProgram)
  const owner = calls.find(({ caller }) => sameName(caller.headline) === whose)
  if (!owner) return
  const others = distinct(calls).filter(
    part => isNamedService(part) && !sameName(part.headline).includes(whose) && !looksOn.test(part.headline),
  )
  if (others.length > 0) yield judgeForeign(store, owner.caller, others)
}

/** What is left of `Database` or `PostgreSQL`: it names nobody. */
const nameless =
  /^(?:database|cache|server|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|sql|oracle|redis|main|app|shared|core|data)?$/

/** Documents have no schema to divide by, and no login of a managed store takes all of its connections. */
const costOf = ({ name, technology }: Component): string =>
  storesDocuments.test(technology?.id ?? '')
    ? `One that changes the documents of another breaks it, and none can be deployed alone. Give each its own collections, which no other writes, and write it: "${name}, own collections per service".`
    : `One that changes what is stored or takes all connections breaks the others, and none can be deployed alone. Give each its own schema and login (or database), and write it: "${name}, one schema per service".`

const storesDocuments = /firestore|firebase|dynamo|cosmos|mongo|documentdb|couch|faunadb|datastore/

/** All others that are drawn with an arrow to it, whatever they are. */
function othersAt(store: Component, users: readonly Component[]): readonly Component[] {
  const calls = store.incoming.filter(
    ({ caller, connection }) => isUse(connection) && !isClient(caller) && !readsOnly(connection),
  )
  return distinct(calls).filter(part => !users.some(({ name }) => name === part.name))
}

/** Each has one that is named after it: `User service`, `User DB`. */
function hasOwnStores({ components }: System): boolean {
  const named = new Set(components.filter(isNamedService).map(({ headline }) => stem(headline)))
  const owned = components.filter(
    part => isSurely(part, 'database') && ownStore.test(part.headline) && named.has(stem(part.headline)),
  )
  return new Set(owned.map(({ headline }) => stem(headline))).size > 1
}

const ownStore = /\b(?:dbs?|databases?|stores?|schemas?)\b/i

const stem = (name: string): string => sameName(name).replace(/(?:store|schema)?s?$/, '')

const isSplitThere = (other: System): boolean => isSplit(other) || hasOwnStores(other)

function judge(store: Component, users: readonly Component[]): Report {
  const names = [...users, ...othersAt(store, users)].map(({ name }) => name)
  return {
    at: nameSpan(store),
    oncePerDocument: true,
    refutedBy: isSplitThere,
    message: `${enumeratedFirst(names)} ${names.length > 2 ? 'all' : 'both'} use ${store.name}. ${costOf(store)}`,
    related: users.map(({ name, span }) => ({ at: span, message: `${name} uses it` })),
  }
}

const judgeForeign = (store: Component, owner: Component, others: readonly Component[]): Report => ({
  at: nameSpan(store),
  oncePerDocument: store.name,
  message: `${enumeratedFirst(others.map(({ name }) => name))} ${others.length === 1 ? 'opens' : 'open'} ${store.name}, which belongs to ${owner.name}. ${owner.name} can no longer change a table without checking who reads it, and direct writes bypass its validation. Point the arrow at ${owner.name}, or keep a copy that its events update.`,
  related: others.map(({ name, span }) => ({ at: span, message: `${name} uses it` })),
})
