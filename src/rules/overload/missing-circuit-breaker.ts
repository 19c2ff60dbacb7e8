// Calls that go on knocking at a door that nobody answers.

import { writeDuration } from '../../model/annotations'
import { type End, isService, isStore, isSurely } from '../../model/ends'
import { isSurelyRemote } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { annotateArrow } from '../fixes/annotate'
import { isNamedAlike } from '../queries/same-name'
import { defineRule, type Report } from '../rule'

export const missingCircuitBreaker = defineRule({
  id: 'missing-circuit-breaker',
  category: 'overload',
  speaksOf: 'omission',
  topic: 'breaker',
  summary: 'Calls to a dependency that can be down for long have no circuit breaker.',
  presets: { recommended: 'info', strict: 'warning' },
  fixable: 'review',
  onRequest: true,
  options: {},

  *check(system, _, review) {
    const guarded = review.preset === 'strict' ? dependsOnIt : isThirdParty
    const eligible = firstOfEach(
      system.calls.filter(
        call =>
          isSurelyRemote(call.connection) &&
          isService(call.caller) &&
          guarded(call) &&
          !isBehindBreaker(call, system),
      ),
    )
    const missing = eligible
      .filter(({ connection }) => !connection.figures.breaker)
      .map(call => judge(system, call))
    yield {
      eligible: eligible.length,
      missing,
      message: howMany =>
        `${howMany} calls to dependencies have no circuit breaker. While one of them is down, each call still waits until its timeout. Write breaker: true on each, or the threshold at which it opens.`,
      fixTitle: count => `State a circuit breaker on all ${count} calls`,
    }
  },
})

const isThirdParty = ({ callee }: Call): boolean => isSurely(callee, 'external')

const dependsOnIt = (call: Call): boolean =>
  isThirdParty(call) || isService(call.callee) || isStore(call.callee)

/** One that is drawn as a box of its own guards what lies behind it: `worker --> breaker --> renderer --> provider`. */
function isBehindBreaker({ caller, callee }: Call, { connections }: System): boolean {
  let parts: readonly End[] = [callee, caller]
  for (let hops = 0; hops <= mostHops; hops++) {
    if (parts.some(({ text }) => breaker.test(text))) return true
    const behind = new Set(parts.filter(part => part !== callee))
    parts = connections.filter(each => behind.has(each.callee)).map(each => each.caller)
  }
  return false
}

/** Another picture of it, or of what is called like it, shows one. */
const drawsBreakerOf = ({ name }: Component, { components }: System): boolean =>
  components.some(({ text, id }) => breaker.test(text) || /^cb\d?$/i.test(id)) &&
  components.some(other => isNamedAlike(other.name, name))

/** Within one program, whose parts call each other over no network. */
const mostHops = 2
const breaker = /\bcircuit[- ]?breakers?\b|断路器|熔断|サーキット ?ブレーカー|서킷 ?브레이커/i

/** In a trace the same dependency is called many times: one breaker guards all of them. */
function firstOfEach(calls: readonly Call[]): readonly Call[] {
  const pairs = new Map<string, Call[]>()
  for (const call of calls) {
    const pair = `${call.caller.id}\n${call.callee.id}`
    pairs.set(pair, [...(pairs.get(pair) ?? []), call])
  }
  return [...pairs.values()].map(
    pair => pair.find(({ connection }) => connection.figures.breaker) ?? pair[0]!,
  )
}

function judge(system: System, { connection, caller, callee }: Call): Report {
  const { timeout } = connection.figures
  const wait = timeout ? `waits ${writeDuration(timeout.value)} for each answer` : 'waits for each answer'
  return {
    at: connection.arrow.operator,
    chance: connection.chances.call,
    refutedBy: other => drawsBreakerOf(caller, other),
    message: `${caller.name} calls ${callee.name} without a circuit breaker. While ${callee.name} is down, ${caller.name} still ${wait} that won't come, and the load keeps it down. Write breaker: "50% of 20 calls", or breaker: true.`,
    fixes: [
      annotateArrow(system, {
        connection,
        title: `State a circuit breaker for ${callee.name}`,
        entries: { breaker: true },
      }),
    ],
  }
}
