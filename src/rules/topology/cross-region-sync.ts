// Calls that wait for another region.

import type { Region } from '../../knowledge'
import { setupOf } from '../../math'
import { setupRoundTrips } from '../../math/network/handshakes'
import { writeDuration } from '../../model/annotations'
import { type End, hasKind, isClient, isComponent, isStore } from '../../model/ends'
import { type Crossing, crossingOf } from '../../model/regions'
import { isAwaited, isLikelyCall } from '../../model/requests'
import type { Call, Component } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const crossRegionSync = defineRule({
  id: 'cross-region-sync',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'A synchronous call crosses regions.',
  presets: { recommended: 'warning' },
  byGroups: true,
  options: {},

  *check(system) {
    const byEnds = new Map<string, Abroad>()
    for (const call of system.calls) {
      const crossing = crossingOf(call)
      if (!crossing || !waits(call)) continue
      const ends = `${call.caller.id}\n${call.callee.id}`
      const known = byEnds.get(ends)
      if (known) known.more.push(call)
      else byEnds.set(ends, { call, crossing, more: [] })
    }
    for (const abroad of byEnds.values()) yield judge(abroad)
  },
})

/** Clients are where they are, and what routes between regions or stands by in one has to cross. */
function waits(call: Call): boolean {
  const { connection, caller, callee } = call
  if (!isAwaited(connection) || !isLikelyCall(connection)) return false
  if (isClient(caller) || isStore(caller) || hasKind(caller, 'dns', 'cdn', 'balancer')) return false
  if (cloudsOwn.test(callee.headline) || isWatched(call)) return false
  if (hasKind(callee, 'dns', 'cdn', 'external') || callee.figures.active?.value === 'passive') return false
  return !standingBy.test(`${connection.arrow.text} ${callee.text}`)
}

/** Where the interfaces stand by which a cloud is told what to run is not its customer's choice. */
const cloudsOwn = /\bcontrol[- ]plane\b|\bresource manager\b|\bmanagement api\b|\b(?:aws|gcp|azure) apis?\b/i

/** Whoever compares regions has to look into each of them, and no request waits for that. `Check stock` is part of one. */
const isWatched = ({ connection, caller }: Call): boolean =>
  looksAfter.test(wordingOf(connection.arrow).trim()) ||
  watches.test(`${caller.text} ${wordingOf(connection.arrow)}`)

const looksAfter =
  /^(?:\d+\W+)?(?:check|verif|prob|monitor|reconcil|compar|ping|scrap|observ)(?:e|es|s|ies|y|ing)?$/i
const watches =
  /\bhealth|\bheart-?beat|\bdrift\b|\breconcil|\bmonitor|\bprob(?:e|es|er|ing)\b|\bwatch-?dog|\bconsistency check|\bliveness\b/i

/** Copies in other regions are filled beside the requests. */
const standingBy = /\b(?:fail-?over|standby|passive|dr|disaster|backup|async\w*|replicas?|replicat\w+)\b/i

/** All calls of one component to another are one mistake. */
interface Abroad {
  readonly call: Call
  readonly crossing: Crossing
  readonly more: Call[]
}

function judge({ call, crossing, more }: Abroad): Report {
  const { connection, caller, callee } = call
  const { from, to, floorMs, ms, measured, km } = crossing
  const trips = 1 + setupRoundTrips(setupOf(call))
  const times = [call, ...more].reduce(
    (sum, each) => sum + Math.max(1, each.connection.figures.calls?.value ?? 1),
    0,
  )
  const rounds = trips * times
  const total = rounds > 1 ? ` ${countOf(trips, times)} make ${rounded(ms * rounds)}.` : ''
  return {
    at: labelSpanOf(connection),
    message: `${placed(caller, from)} waits for ${placed(callee, to)}, ${Math.round(km)} km away: a round trip takes ${rounded(ms)}${measured ? '' : ' or so'}, ${rounded(floorMs)} by light alone.${total}${togetherWith(call)} ${remedyFor(call, from.id)}`,
    ...(more.length > 0 && {
      related: more.map(({ connection: { arrow } }) => ({
        at: arrow.labelSpan ?? arrow.operator,
        message: 'and again',
      })),
    }),
  }
}

/** The region may be part of the name. */
const placed = ({ name }: Component, { id }: Region): string =>
  name.toLowerCase().includes(id) ? name : `${name} in ${id}`

const togetherWith = ({ connection: { figures } }: Call): string =>
  figures.optional?.value || figures.fallback ? '' : ' When the link fails, the call fails.'

const countOf = (trips: number, times: number): string =>
  trips > 1
    ? `${times > 1 ? `${times} times ` : ''}${trips} round trips with a new connection`
    : `${times} calls`

function remedyFor({ caller, callee }: Call, region: string): string {
  const holds = (end: End) => hasKind(end, 'database', 'search', 'objectStore', 'cache')
  if (!holds(callee)) return `Run ${callee.name} in ${region} too, or hand the work over through a queue.`
  const hasOwn =
    isComponent(caller) && caller.outgoing.some(other => other.callee !== callee && holds(other.callee))
  return hasOwn
    ? 'Send through a queue what nobody has to wait for, or give each record a home region.'
    : `Read from a replica in ${region}, and send writes through a queue or to a home region.`
}

const rounded = (ms: number): string => writeDuration(Math.round(ms))
