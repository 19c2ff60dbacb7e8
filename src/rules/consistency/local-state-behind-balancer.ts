// What one of several servers keeps to itself.

import { statementWords } from '../../knowledge'
import { isComponent, isEdge, isService } from '../../model/ends'
import { normalizedName, replicaSets } from '../../model/flows/replicas'
import type { Call, Component, System } from '../../model/system'
import { nameSpan } from '../queries/places'
import { defineRule } from '../rule'

/** "Each pod", or several by name: "App 1 and App 2". */
const statesCopies = new RegExp(
  `${statementWords.everyCopy.source}|\\b(\\w+) ?1(?:,[^.]{0,40})?,? (?:and|und|y) \\1 ?\\d`,
  'iu',
)

/** Requests of one client reach one copy; “sticky: off” says the opposite. */
const stays =
  /(?<!\b(?:no|not|without|ohne|sin|sem|sans) )\bsticky\b(?! ?sessions?\W{1,3}(?:are |is )?(?:off|disabled)\b)(?!\W{1,3}(?:is |are )?(?:off|no|none|false|disabled|aus|nein)\b)|\bsession affinity\b(?!\W{1,3}(?:is )?(?:off|no|none|false|disabled)\b)/i

export const localStateBehindBalancer = defineRule({
  id: 'local-state-behind-balancer',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'One of several servers keeps sessions, limits or files to itself.',
  inOperation: true,
  presets: { recommended: 'warning' },
  settledBy: stays,
  told: [
    {
      words: [
        /\bsessions?\b|\bshopping carts?\b|\bcarts\b|\bsockets?\b|\bconnections?\b|\brate[- ]limit\w*|\bcounters?\b|sitzung|sesion|sesión|会话|セッション|세션/i,
        /\bin (?:the |its |their |local |process )*(?:own )?(?:memory|ram|heap)\b|\bin-(?:memory|process)\b|\bim (?:arbeits|haupt)?speicher\b|\ben (?:la )?memoria\b|内存|メモリ|메모리/i,
        statesCopies,
      ],
      unless:
        /\bredis\b|\bshared\b|\bdistributed\b|\bno(?:t|thing)?\b|\bnever\b|\bpub ?\/? ?sub\b|\bsingle (?:instance|pod|node)|\bsqlite\b|\bpool(?:s|ed)?\b|\breplicat|\bread-only\b|\bprometheus\b|\bscrape|\bmetrics?\b|\btests?\b|n['’]t\b/i,
      message:
        'Each copy keeps this in its own memory. A request that reaches another copy does not find it, and a restart or deployment loses all of it. Keep it in Redis or a database that every copy reads, and use pub/sub to reach sockets on other copies.',
    },
  ],
  options: {},

  *check(system) {
    const keepers = system.components.flatMap(server => {
      const state = sessionFilesOf(server) ?? (isServer(server) ? keptBy(server, system) : undefined)
      return state === undefined ? [] : [{ server, state }]
    })
    if (keepers.length === 0) return
    const edges = edgesInFront(system)
    /** By name: copies of one server are one mistake. */
    const judged = new Set<string>()
    for (const { server, state } of keepers) {
      const copies = copiesOf(server, edges)
      if (!copies || judged.has(normalizedName(server))) continue
      judged.add(normalizedName(server))
      yield {
        at: nameSpan(server),
        oncePerDocument: normalizedName(server),
        message: `${copies} has its own ${state}. ${harmOf(state)} Keep it where every copy reads it: ${placeFor(state)}.`,
      }
    }
  },
})

const own = `(?:on (?:its |the )?(?:own |local )?disk|(?:local|own) disk|in[- ](?:process|memory)|in (?:its |the )?(?:own |local )?(?:memory|ram)|local(?:ly)?(?: in memory)?|per[- ](?:instance|process|node|pod))`
const kept = String.raw`(?:sessions?|shopping carts?|carts?|rate[- ]?limit\w*|quotas?|counters?|locks?|job queue|uploads?|uploaded files?|user state|game state|connection registry)`

/** Both words in one part of the label: a cache alone may differ from copy to copy. */
const localState = new RegExp(
  String.raw`\b${own}\W{1,3}(?:\w+ )?${kept}\b|\b${kept}\W{1,3}(?:\w+ ){0,2}${own}\b`,
  'i',
)

/** As frameworks are told to. */
const configured =
  /\bSESSION_DRIVER\s?[=:]\s?["']?file\b|\bsession\.save_handler\s?[=:]\s?["']?files\b|\bfile(?:-based)? sessions?\b|\bsessions? (?:are )?(?:kept |stored |saved )?(?:in|as|on) (?:local )?(?:files|disk)\b|\bMemoryStore\b/i

const shared = /\b(?:redis|valkey|memcached|shared|distributed|replicated|hazelcast)\b/i

const isServer = (part: Component): boolean => isService(part) || isEdge(part)

/** What has such a setting serves requests, whatever its name is. */
const sessionFilesOf = ({ text, node }: Component): string | undefined =>
  configured.test(`${text} ${node.description ?? ''}`) ? 'session files' : undefined

const keptBy = (server: Component, system: System): string | undefined =>
  localStateOf(server) ?? diskOf(server, system)

const localStateOf = ({ text, node }: Component): string | undefined =>
  [text, node.description ?? '']
    .filter(words => !shared.test(words))
    .map(words => localState.exec(words)?.[0])
    .find(Boolean)

/** A disk that is drawn for this one alone: `/var/uploads on app-1`. */
function diskOf(server: Component, { connections }: System): string | undefined {
  const disk = connections
    .filter(({ from }) => from === server)
    .map(({ to }) => to)
    .find(
      to =>
        isComponent(to) &&
        ownDisk.test(to.text) &&
        connections.every(each => each.to !== to || each.from === server),
    )
  return disk && `disk (“${disk.name}”)`
}

/** Logs and copies may differ. */
const ownDisk =
  /^(?!.*(?:\blogs?\b|cache|\btmp\b|nfs|efs|shared))(?:\W*(?:[\w.-]{1,30}:)?[\\/]?(?:var|srv|mnt|data|home|opt|uploads?|www|storage)[\\/]|.*(?:\b(?:local|own) (?:disk|files?|storage|volume|ssd|uploads?)\b|\bdisque local\b|\bdisco local\b|\blokale (?:fest)?platte\b|本地磁盘|ローカルディスク|로컬 ?디스크))/i

/** By its number, or drawn beside its copies behind something that chooses among them. */
function copiesOf(server: Component, edges: ReadonlyMap<Component, Component>): string | undefined {
  const count = server.figures.replicas?.value ?? 1
  if (count > 1) return `Each of the ${count} copies of ${server.name}`
  const edge = edges.get(server)
  return edge && `Each copy behind ${edge.name}`
}

/** What chooses among several copies, for each of them. Words about memory leave open whether a network lies between. */
function edgesInFront({ connections }: System): ReadonlyMap<Component, Component> {
  const behind = new Map<Component, Call[]>()
  for (const connection of connections) {
    const { caller, callee } = connection
    if (!isComponent(caller) || !isComponent(callee) || !isEdge(caller) || caller === callee) continue
    const calls = behind.get(caller) ?? []
    behind.set(caller, calls)
    calls.push({ connection, caller, callee })
  }
  const edges = new Map<Component, Component>()
  for (const [edge, calls] of behind)
    for (const set of replicaSets(calls)) {
      const copies = new Set(set.map(({ callee }) => callee))
      if (copies.size > 1) for (const copy of copies) edges.set(copy, edge)
    }
  return edges
}

const limits = /limit|quota|counter/i
const signable = /session|cart/i
const files = /disk|upload|files?$/i

const placeFor = (state: string): string => {
  if (signable.test(state)) return 'in Redis or a database, or in a signed token'
  return files.test(state) ? 'in object storage' : 'in Redis or a database'
}

const harmOf = (state: string): string =>
  limits.test(state)
    ? 'Each copy counts by itself: together they allow several times the limit, and a client that reaches another copy starts again at zero.'
    : 'A request that reaches another copy does not find it, and a restart or deployment loses all of it.'
