// Which of many calls to look at first: the one whose callee holds up most when it hangs.

import { namesStandIn, technologiesIn } from '../../knowledge'
import {
  type End,
  framesAround,
  hasKind,
  holdsData,
  isClient,
  isComponent,
  isDrawnExternal,
  isEdge,
  isService,
  isSurely,
} from '../../model/ends'
import type { Boundary, Component, Connection } from '../../model/system'
import { enumeratedFirst } from '../fixes/enumeration'

/** What to look at first, and why. */
export interface SorePoint {
  readonly callee: End
  readonly reason: string
}

/** A third party, whose bad days nobody here can end, then a protocol without a deadline, then what most others wait for; none where neither is sure. */
export function whereItHurts(calls: readonly Connection[]): SorePoint | undefined {
  const sure = calls.filter(({ chances, caller }) => chances.call >= sureCall && holdsUpOthers(caller))
  const abroad = sure.find(({ callee }) => isAbroad(callee))
  if (abroad)
    return {
      callee: abroad.callee,
      reason: `Start with ${abroad.callee.name}, a third party: an outage there holds up everything that waits for ${abroad.caller.name}.`,
    }
  const unlimited = sure.find(({ protocols }) => protocols.includes('grpc'))
  if (unlimited)
    return {
      callee: unlimited.callee,
      reason: `Start with ${unlimited.callee.name}: gRPC has no deadline by default.`,
    }
  const [callee, callers] = mostAwaited(sure)
  if (!callee || callers.size < 2) return undefined
  const names = [...new Set([...callers].map(({ name }) => name))]
  const reason = `Start with ${callee.name}: an outage there holds up ${enumeratedFirst(names)}.`
  return { callee, reason }
}

/** Of what is named in a sentence of its own. */
const sureCall = 0.93

/** A program of ours that answers requests. Clients, tests and jobs of the night hold up nobody while they wait. */
export const holdsUpOthers = (caller: End): boolean =>
  answersOthers(caller) && (caller.kind?.confidence ?? 0) >= sureCaller

/** The same of who is less sure: what surely calls is surely a program. */
export const answersOthers = (caller: End): caller is Component =>
  isComponent(caller) && (isService(caller) || isEdge(caller)) && !job.test(caller.headline)

const job =
  /\b(?:cron ?jobs?|crons?|jobs?$|batch(?:es)?|nightly|daily|weekly|hourly|monthly|periodic|scheduled|etl|backfill|archiv(?:e|er|al)|restor(?:e|er)|retention|backup|clean-?up|gc|cli|scripts?|makefile|notebooks?|scraper|crawler|importer|scanner|train(?:ing|er)|scoring|bootstrap|seed(?:er)?|dev(?:elopment)?[- ](?:server|proxy)|migrat(?:ions?|or)|load (?:tests?|testers?|generators?)|benchmarks?|k6|jmeter|locust|terraform|ansible)\b|批处理|定时|バッチ|배치/i

const sureCaller = 0.6

/**
 * `Core banking .NET` names what it is made of, and `Gateway service` with a line on whose events it takes is ours too:
 * somebody here runs them. So is a stand-in, and what is drawn among our own parts.
 */
export function isAbroad(end: End): boolean {
  if (!isSurely(end, 'external') || !isComponent(end) || namesStandIn(end.text)) return false
  if (framesAround(end).some(isOurs) || library.test(end.text)) return false
  if (isDrawnExternal(end)) return true
  const { technology, headline } = end
  if (!technology) return end.boundary !== undefined || saysForeign.test(end.text)
  const isNamed = technologiesIn(headline).some(each => each.technology.id === technology.id)
  return (
    technology.kind === 'external' && (isNamed || framesAround(end).some(({ text }) => abroad.test(text)))
  )
}

/** `Payment providers`, and on its next line `Stripe, PayPal`, in a frame of others' systems. */
const abroad =
  /\bextern\w*|\b(?:third|3rd)[- ]part(?:y|ies)\b|\bpartners?\b|\bproviders?\b|\bvendors?\b|\bsaas\b|外部|第三方|외부|внешн|\bterceros\b|\bterceiros\b|\btiers\b/iu

/** A frame around programs or data of our own. */
const isOurs = ({ members }: Boundary): boolean => members.some(one => isService(one) || holdsData(one))

/** Third parties' programs that one runs oneself, too. */
const library =
  /\b(?:osrm|valhalla|nominatim|graphhopper|ollama|vllm|librar(?:y|ies)|sdk|package|transformers|models?|plugin|skill)\b/i

const saysForeign =
  /\b(?:external|third[- ]party|3rd[- ]party|provider|partner(?! (?:backend|service|app|portal))|api|psp|gateway|bank)\b/i

/** By how many callers. Services that seem to wait for what stands in front of them are drawn the way data goes. */
function mostAwaited(calls: readonly Connection[]): readonly [Component | undefined, ReadonlySet<End>] {
  const callersOf = new Map<Component, Set<End>>()
  for (const { caller, callee } of calls)
    if (isComponent(callee) && answersRequests(callee))
      callersOf.set(callee, (callersOf.get(callee) ?? new Set()).add(caller))
  const [most] = [...callersOf].sort(([, a], [, b]) => b.size - a.size)
  return most ?? [undefined, new Set()]
}

/** A program or a store of which that is known; a registry is read at start-up. */
const answersRequests = (callee: Component): boolean =>
  (callee.technology !== undefined || (callee.kind?.confidence ?? 0) >= sureCallee) &&
  !isEdge(callee) &&
  !isClient(callee) &&
  (callee.technology !== undefined || !hasKind(callee, 'external')) &&
  !hasKind(callee, 'registry', 'monitoring', 'person') &&
  !readAtStart.test(callee.headline)

const sureCallee = 0.8

const readAtStart =
  /\b(?:config(?:uration)?|secrets?|vault|key ?vault|parameter store|registry|eureka|discovery|consul)\b/i
