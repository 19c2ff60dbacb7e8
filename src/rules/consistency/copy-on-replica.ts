// Copies of a service of which one reaches the primary, the others a replica that takes no writes.

import { framesAround, holdsData, isBroker } from '../../model/ends'
import { rememberedFor } from '../../model/remembered-for'
import { isCall, methodOf } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { enumeratedFirst } from '../fixes/enumeration'
import { nameSpan } from '../queries/places'
import { toldApart } from '../queries/same-name'
import { defineRule, type Report } from '../rule'

export const copyOnReplica = defineRule({
  id: 'copy-on-replica',
  category: 'consistency',
  speaksOf: 'hazard',
  summary:
    'One copy of a service uses the primary database, and another only a replica, which refuses its writes.',
  presets: { recommended: 'warning' },
  settledBy:
    /\b(?:write[- ]forwarding|read[/ -]?write[- ]split\w*|multi[- ]?(?:master|primary)|pgpool|proxysql|maxscale|active[- /]passive|(?:hot|warm|cold)[- ]standby|primary \+ fail-?over|bascul\w+)\b|读写分离/i,
  options: {},

  *check(system) {
    if (isTimeline(system.diagram)) return
    const byPrimary = new Map<Component, Stranded[]>()
    for (const replica of system.components) {
      const primary = primaryOf(replica, system)
      const stranded = primary ? strandedAt(replica, primary) : []
      if (primary && stranded.length > 0)
        byPrimary.set(primary, [...(byPrimary.get(primary) ?? []), ...stranded])
    }
    for (const [primary, stranded] of byPrimary) yield judge(primary, stranded)
  },
})

/** What replicates to it, or the one other database of that product which is called the primary. */
function primaryOf(replica: Component, { connections, components }: System): Component | undefined {
  if (!isData(replica) || !takesNoWrites.test(replica.text) || takesWrites.test(replica.text))
    return undefined
  if (everyPeerWrites.test(`${replica.text} ${replica.technology?.id ?? ''}`)) return undefined
  const sources = connections.flatMap(({ role, caller, callee, direction }) =>
    role.value === 'replication' && callee === replica && direction.value !== 'both' ? [caller] : [],
  )
  const [primary, ...others] = components.filter(
    other =>
      other !== replica &&
      isData(other) &&
      (sources.length > 0
        ? sources.includes(other)
        : isPrimary.test(other.text) && isSameProduct(other, replica)),
  )
  return others.length === 0 ? primary : undefined
}

const isData = (end: Component): boolean => holdsData(end) && !isBroker(end)
const isSameProduct = (one: Component, other: Component): boolean =>
  !one.technology || !other.technology || one.technology.id === other.technology.id

const takesNoWrites = /\breplicas?\b(?![ -]?sets?)|\bread[- ]only\b|\bslaves?\b|réplica|レプリカ|只读|从库/i
const takesWrites =
  /\bread[/ -]?write\b|\bmulti[- ]?(?:master|primary)\b|\bactive[- ]active\b|\bgalera\b|\bcluster\b/i
/** Any of their nodes takes a write, and sees to it that those with the data get it. */
const everyPeerWrites =
  /\b(?:qdrant|weaviate|milvus|cassandra|scylla\w*|dynamo ?db|cockroach\w*|yugabyte\w*|tidb|elastic ?search|open ?search|solr|couch ?base|couch ?db|riak|hazelcast|aerospike|etcd|consul|zoo ?keeper|rqlite|cosmos ?db|spanner)\b/i
const isPrimary = /\b(?:primary|master|writer|leader)\b|主库|プライマリ/i

interface Stranded {
  readonly call: Call
  /** The copy of its caller that reaches the primary. */
  readonly copy: Component
}

/** Callers that never reach the primary, by arrows that don't say that they only read. */
function strandedAt({ incoming }: Component, primary: Component): readonly Stranded[] {
  const stranded = new Map<Component, Stranded>()
  for (const call of incoming) {
    const { caller, connection } = call
    if (!isCall(connection) || readsOnly.test(wordingOf(connection.arrow)) || reaches(caller, primary))
      continue
    if (isOnlyRead(caller)) continue
    const copy = primary.incoming.find(
      other =>
        isCall(other.connection) && areCopies(caller, other.caller) && !areFarApart(caller, other.caller),
    )
    if (copy && !stranded.has(caller)) stranded.set(caller, { call, copy: copy.caller })
  }
  return [...stranded.values()]
}

/** Whoever asks it for something gets it. */
const isOnlyRead = ({ incoming }: Component): boolean =>
  incoming.length > 0 && incoming.every(({ connection }) => methodOf(connection) === 'GET')

/** Copies in other regions are there to be read from nearby; writes are sent elsewhere. */
const areFarApart = (one: Component, other: Component): boolean => regionOf(one) !== regionOf(other)

const regionOf = (part: Component): string | undefined =>
  part.figures.region?.value ?? framesAround(part).find(({ text }) => /\bregion\b/i.test(text))?.name

const reaches = ({ outgoing }: Component, end: Component): boolean =>
  outgoing.some(({ callee }) => callee === end)

const readsOnly = /\bread|\bquer(?:y|ies)\b|\bselect\b|\breports?\b|\bfail-?over\b|\bstandby\b|读|查询|読/i

/** `Order service 1` and `Order service 2`; or ids numbered apart, one of which has no label. */
const areCopies = (one: Component, other: Component): boolean =>
  one !== other &&
  (sharedName(one) === sharedName(other) ||
    ([one, other].some(({ id, text }) => id === text) && sharedId(one) === sharedId(other)))

const sharedName = rememberedFor(({ name }: Component) => unnumbered(name))
const sharedId = rememberedFor(({ id }: Component) => unnumbered(id))

/** Without what numbers it: `User service (AZ 2)` is `user service`. */
function unnumbered(name: string): string {
  const words = name.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
  const isMark = (word = ''): boolean => /^(?:\d+|[a-dn]|az|zone|region|node)$/.test(word)
  const rest = words.slice(0, words.findLastIndex(word => !isMark(word)) + 1)
  return (rest.length > 0 ? rest : words).join(' ')
}

/** Where their first lines are the same, the others tell them apart: `Postgres` and below it `Replica`. */
const inFull = ({ name, text }: Component, other: Component | undefined): string =>
  name === other?.name ? text : name

function judge(primary: Component, stranded: readonly Stranded[]): Report {
  const [first, ...others] = stranded.map(({ call, copy }) => ({
    at: call.connection.span,
    apart: toldApart(call.caller, copy),
    replica: inFull(call.callee, primary),
  }))
  const callers = [...new Set(stranded.map(({ call, copy }) => toldApart(call.caller, copy)[0]))]
  const replicas = [...new Set(stranded.map(({ call }) => inFull(call.callee, primary)))]
  const whole = inFull(primary, stranded[0]?.call.callee)
  return {
    at: first?.at ?? nameSpan(primary),
    message: `${enumeratedFirst(callers)} ${callers.length === 1 ? 'reaches' : 'reach'} only ${enumeratedFirst(replicas)}, which ${replicas.length === 1 ? 'takes' : 'take'} no writes, while ${first?.apart[1]} has ${whole}. Whether a write fails depends on the copy that gets it. Connect every copy to ${whole} for its writes.`,
    related: others.map(({ at, apart, replica }) => ({ at, message: `${apart[0]} reaches only ${replica}` })),
  }
}
