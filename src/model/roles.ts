// What an arrow stands for: the first reading that applies decides.

import { type ArrowMeaning, type Inference, namesConfiguration } from '../knowledge'
import {
  depthOf,
  type End,
  framesAround,
  hasKind,
  holdsData,
  isBroker,
  isClient,
  isComponent,
  isEdge,
  isService,
  isStore,
  isSurelyClient,
  kindOf,
} from './ends'
import type { Role } from './system'

/** An arrow with its ends in calling order: `caller` is where the request would come from. */
export interface ArrowHint {
  readonly caller: End
  readonly callee: End
  readonly dotted: boolean
  /** An arrow the other way stands before it. */
  readonly answersAnother: boolean
  /** A line that ties two boxes together, or a box to where it runs: no call. */
  readonly attaches: boolean
  /** Whoever sends it operates a screen somewhere in the picture: clicks, fills in, opens a page. */
  readonly fromOperator: boolean
  readonly meaning?: Inference<ArrowMeaning>
  /** Its label or its callee tells how the two talk. */
  readonly namesProtocol: boolean
  /** It speaks a protocol of services, or says that it fetches what is missing. */
  readonly fetches: boolean
  /** Its own words name a request: HTTP, a remote procedure call, a method, a path, a timeout. */
  readonly asks: boolean
  /** Its label names an interval: `every 10s`, `30s poll`. */
  readonly interval: boolean
  /** The author stated figures of a call on it: protocol, timeout, retries … */
  readonly statedAsCall: boolean
  /** In C4: its technology is a protocol. */
  readonly speaksProtocol: boolean
}

type RoleReader = (hint: ArrowHint) => Inference<Role> | undefined

const certain = (value: Role, why: string): Inference<Role> => ({ value, confidence: 0.95, why })
const likely = (value: Role, why: string): Inference<Role> => ({ value, confidence: 0.8, why })

export function roleOf(hint: ArrowHint): Inference<Role> {
  for (const reading of readers) {
    const role = reading(hint)
    if (role) return role
  }
  return drawnCall
}

const drawnCall: Inference<Role> = { value: 'call', confidence: 0.7, why: 'an arrow from caller to callee' }

const meant =
  (role: Role, ...meanings: readonly ArrowMeaning[]): RoleReader =>
  ({ meaning }) =>
    meaning && meanings.includes(meaning.value)
      ? { value: role, confidence: meaning.confidence, why: meaning.why }
      : undefined

/** "Holds a seat" over gRPC is a call, whatever else "holds" may mean. */
const structure: RoleReader = hint =>
  hint.statedAsCall || hint.speaksProtocol ? undefined : meant('structure', 'containment', 'dependency')(hint)

const statedCall: RoleReader = hint => {
  const { statedAsCall, asks, caller, callee } = hint
  if (!statedAsCall || watches(hint)) return undefined
  if (isBroker(caller) || (isStore(caller) && !(asks && isGuess(caller)))) return undefined
  if (hasKind(caller, 'external') && poller.test(callee.text) && !isBroker(callee)) return fetched
  return isBroker(callee) ? statedEnqueue : statedRequest
}

/** `Weather API -->|HTTP GET| Poller`: drawn the way the data goes. */
const fetched = likely('feed', 'whoever polls asks')
const poller = /\b(?:poller|fetcher|scraper|crawler|importer)s?\b/i

/** `GET /metrics` within a second is still nobody's request. */
const watches = ({ meaning }: ArrowHint): boolean =>
  meaning?.value === 'telemetry' && meaning.confidence >= 0.95

const statedEnqueue = certain('enqueue', 'its figures are stated')
const statedRequest = certain('call', 'its figures are stated')

const reply: RoleReader = ({ dotted, answersAnother, meaning, callee }) => {
  if (!answersAnother) return undefined
  if (meaning?.value === 'reply') return certain('reply', meaning.why)
  const unsaid = meaning === undefined || meaning.value === 'data-flow' || meaning.value === 'decision'
  return dotted && unsaid && !isBroker(callee)
    ? likely('reply', 'a dotted arrow back beside the call')
    : undefined
}

const attachment: RoleReader = ({ attaches }) =>
  attaches ? likely('attachment', 'a line that joins or hosts, beside arrows that are calls') : undefined

/** An arrow between a frame and what stands in it says no more than the frame. */
const containment: RoleReader = ({ caller, callee, namesProtocol }) => {
  const isWithin = (inner: End, outer: End) => !isComponent(outer) && framesAround(inner).includes(outer)
  return !namesProtocol && (isWithin(caller, callee) || isWithin(callee, caller))
    ? likely('attachment', 'a frame and what stands in it')
    : undefined
}

/** `Object store → Partition 2025`: unless it says more, the arrow divides the store. */
const division: RoleReader = ({ caller, callee, meaning, asks }) => {
  const divides = isStore(caller) && isStore(callee) && isComponent(callee) && storePart.test(callee.headline)
  return divides && meaning === undefined && !asks
    ? likely('attachment', 'a store and a part of it')
    : undefined
}

const storePart = /^(?:partition|shard|table|collection|keyspace)s?\b/i

const usage: RoleReader = ({ caller, callee, namesProtocol, fromOperator }) => {
  if (hasKind(caller, 'person') && isClient(callee)) return certain('usage', 'a person in front of a screen')
  if (fromOperator && !namesProtocol && mayBeScreen(caller, callee))
    return likely('usage', 'whoever sends it operates a screen')
  return hasKind(callee, 'person') && !namesProtocol
    ? likely('usage', 'a person answers no calls')
    : undefined
}

/** An app opens nothing but connections; a person in front of a server stands for their app. */
const mayBeScreen = (caller: End, callee: End): boolean =>
  isClient(callee) ||
  ((kindOf(caller) ?? 'person') === 'person' && !isService(callee) && !isEdge(callee) && !isStore(callee))

/** What a relay sends later is written down: nobody waits for who sends it. */
const intoOutbox: RoleReader = ({ callee }) =>
  isComponent(callee) && !isStore(callee) && outbox.test(callee.headline)
    ? likely('enqueue', 'an outbox is written into')
    : undefined

const outbox = /^(?:transactional )?outbox\b/i

const intoBroker: RoleReader = ({ callee, caller, meaning }) => {
  if (!isBroker(callee) || caller === callee) return undefined
  if (isStore(caller)) return likely('feed', 'a change feed out of a store')
  if (meaning?.value === 'subscription') return likely('delivery', meaning.why)
  return hasKind(caller, 'worker') && meaning === undefined ? mayHandOver : handsOver
}

/** A worker may as well take what it works on. */
const mayHandOver = likely('enqueue', 'a worker at a broker')

const handsOver = certain('enqueue', 'it hands over to a broker')

const outOfBroker: RoleReader = ({ caller, callee }) =>
  isBroker(caller) && caller !== callee ? certain('delivery', 'a broker delivers') : undefined

/** `Order store` over HTTPS is a service, whatever its name says; a database or a product is not. */
const isGuess = (end: End): boolean =>
  isComponent(end) && end.technology === undefined && (end.kind?.confidence ?? 0) < 0.75

const outOfStore: RoleReader = ({ caller, callee, asks }) => {
  if (!isStore(caller) || (asks && isGuess(caller))) return undefined
  return isStore(callee) ? likely('replication', 'between stores') : likely('feed', 'a store calls nobody')
}

/**
 * Into a store it is the read behind a miss, and so it is where answers are cached on their way; elsewhere the cache
 * hands out what it was asked for.
 */
const outOfCache: RoleReader = ({ caller, callee, meaning, fetches, asks }) => {
  if (!hasKind(caller, 'cache') || (asks && isGuess(caller))) return undefined
  if (hasKind(callee, 'cache') && isComponent(callee) && copy.test(callee.text))
    return certain('replication', 'a cache and its copy')
  if (!isService(callee) && !isClient(callee)) return undefined
  if (isService(callee) && (fetches || cachesAnswers(caller)))
    return likely('call', 'a cache asks for what it has not')
  return meaning?.value === 'async' || meaning?.value === 'subscription'
    ? likely('delivery', meaning.why)
    : likely('feed', 'a cache calls nobody')
}

const copy = /\b(?:replicas?|secondary|standby|followers?|slaves?)\b/i

const cachesAnswers = (end: End): boolean =>
  isComponent(end) && (end.technology?.mayBe?.includes('proxy') === true || answerCache.test(end.headline))

const answerCache = /\b(?:response|page|http|reverse|proxy|read[- ]through|edge|full[- ]page)\b/i

/** Nobody's request waits for what a dashboard asks its store, whichever way it is drawn. */
const telemetry: RoleReader = ({ caller, callee }) => {
  if ([caller, callee].every(end => hasKind(end, 'monitoring')))
    return certain('telemetry', 'between monitors')
  return [caller, callee].some(end => hasKind(end, 'monitoring') || isMonitoringProduct(end))
    ? likely('telemetry', 'monitoring')
    : undefined
}

/** Sentry is drawn as a third party, and nobody waits for it. */
const isMonitoringProduct = (end: End): boolean =>
  isComponent(end) && end.technology?.kind === 'monitoring' && hasKind(end, 'external')

/**
 * A registry hands out images and addresses, and what configures a component is read when it starts; where the words ask
 * for something, more than the ends tells whether somebody waits for it.
 */
const control: RoleReader = ({ caller, callee, asks, meaning }) => {
  const ends = [caller, callee]
  if (ends.some(delivers)) return certain('control', 'it builds, ships or configures software')
  if (ends.some(end => namesConfiguration(isComponent(end) ? end.headline : end.text)))
    return certain('control', 'an end configures what runs')
  if (isCloudsOwn(caller) && !asks) return certain('control', 'a cloud makes what its customer ordered')
  const plane =
    (hasKind(callee, 'registry', 'scheduler') && !(asks && isUnnamed(callee))) ||
    (hasKind(caller, 'registry') && !holdsData(callee))
  if (!plane) return undefined
  const isTold = ends.some(isRegistryProduct) && meaning?.value !== 'call'
  return (isTold ? certain : likely)('control', 'the control plane')
}

/** `AWS control plane API → PostgreSQL`: the database is created, not queried. */
const isCloudsOwn = (end: End): boolean => isComponent(end) && cloudsOwn.test(end.headline) && !isStore(end)

const cloudsOwn =
  /\b(?:aws|amazon|gcp|google|azure|ibm|oci|alibaba)\b[^\n]{0,20}\b(?:control[- ]plane|resource manager|management apis?)\b/i

const isRegistryProduct = (end: End): boolean => hasKind(end, 'registry') && !isUnnamed(end)

const isUnnamed = (end: End): boolean => isComponent(end) && end.technology === undefined

/** CI servers, deployment controllers and infrastructure as code. */
const delivers = (end: End): boolean => isComponent(end) && end.technology?.delivers === true

/** A service that signs a URL of a store needs its key, not the store; and whoever sends people to sign in only makes a URL. */
const signing: RoleReader = ({ caller, callee, meaning }) =>
  meaning?.value === 'signing' && hasKind(callee, 'objectStore', 'external', 'auth') && !isClient(caller)
    ? certain('control', meaning.why)
    : undefined

/** Pages and notices are pushed to it, or answer what it asked elsewhere. */
const toClient: RoleReader = ({ caller, callee, namesProtocol, fetches }) =>
  isSurelyClient(callee) && !isClient(caller) && !isEdge(caller) && (!namesProtocol || fetches)
    ? likely('callback', 'a client answers no calls')
    : undefined

/** `Prices API → Importer`, "every 10 s": drawn the way the data goes, the one that asks at intervals is the other. */
const polled: RoleReader = ({ caller, callee, interval }) =>
  interval && !isClient(caller) && (hasKind(caller, 'external') || fetcher.test(callee.text))
    ? likely('feed', 'it is asked at intervals')
    : undefined

/** "miss" between a CDN and its origin is an outcome, not a fork of a process. */
const decision: RoleReader = ({ caller, callee, meaning }) => {
  if (meaning?.value !== 'decision' || (kindOf(caller) && kindOf(callee))) return undefined
  return { value: 'structure', confidence: meaning.confidence, why: meaning.why }
}

/** A token on the way from the gateway to a service is handed on, not returned. */
const unaskedReply: RoleReader = hint => {
  const [near, far] = [depthOf(hint.caller), depthOf(hint.callee)]
  if (near !== undefined && far !== undefined && near < far) return undefined
  return meant('reply', 'reply')(hint)
}

const fetcher = /\b(?:ingest|import|fetch|crawl|collect|poll|scrap|harvest|sync)\w*\b/i

const readers: readonly RoleReader[] = [
  structure,
  decision,
  reply,
  signing,
  statedCall,
  attachment,
  containment,
  division,
  usage,
  meant('telemetry', 'telemetry'),
  meant('control', 'control'),
  meant('callback', 'webhook', 'redirect'),
  telemetry,
  control,
  outOfBroker,
  intoBroker,
  outOfStore,
  outOfCache,
  intoOutbox,
  meant('replication', 'replication'),
  unaskedReply,
  polled,
  toClient,
]
