// Health checks by which one slow dependency takes all servers out at once.

import { hasKind } from '../../model/ends'
import { isCall } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { annotatePart } from '../fixes/annotate'
import { dependenciesNamed } from '../queries/health-checks'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const healthCheckCascade = defineRule({
  id: 'health-check-cascade',
  category: 'load-balancing',
  speaksOf: 'hazard',
  summary: 'A health check fails on all servers at once when something they share fails.',
  presets: { strict: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const part of system.components.filter(isBalanced)) {
      const { readiness } = part.figures
      const touched = readiness?.stated ? dependenciesNamed(readiness.value, part)[0] : undefined
      if (touched && !failsOpen(part)) yield judge(system, part, touched)
    }
    for (const balancer of system.components.filter(isBalancer)) yield* judgeDeep(balancer)
  },
})

const isBalancer = (part: Component): boolean => hasKind(part, 'balancer', 'gateway', 'proxy', 'dns')

/** Several copies, or behind something that leaves out who isn't ready. */
const isBalanced = ({ figures, incoming }: Component): boolean =>
  (figures.replicas?.value ?? 1) > 1 || incoming.some(({ caller }) => isBalancer(caller))

const open = /\bfails?[- ]open\b|\bpanic\b/i

const failsOpen = ({ text, incoming }: Component): boolean =>
  open.test(text) ||
  incoming.some(({ caller, connection }) => open.test(`${caller.text} ${connection.arrow.text}`))

function judge(system: System, part: Component, touched: Component): Report {
  const { readiness, replicas } = part.figures
  const copies =
    replicas && replicas.value > 1
      ? `all ${replicas.value} copies of ${part.name}`
      : `all copies of ${part.name}`
  return {
    at: readiness?.span ?? part.span,
    message: `When ${touched.name} is slow, ${copies} become unready at the same moment: a few failed requests become an outage, even for requests that don't need ${touched.name}. Let readiness check only the process, and answer without ${touched.name} where you can.`,
    related: [{ at: nameSpan(touched), message: `all copies share ${touched.name}` }],
    fixes:
      readiness?.origin === 'metadata'
        ? [
            annotatePart(system, {
              part,
              title: 'Let readiness check only the process',
              entries: { readiness: 'none' },
            }),
          ]
        : [],
  }
}

const deep = /\b(?:deep|dependenc\w*|db|database|downstream|full)\b/i

/** `healthCheck: /health/deep`. */
function* judgeDeep(balancer: Component): Iterable<Report> {
  const { healthCheck } = balancer.figures
  if (typeof healthCheck?.value !== 'string' || !healthCheck.span || !deep.test(healthCheck.value)) return
  const shared = sharedBehind(balancer)
  if (!shared || open.test(balancer.text)) return
  yield {
    at: healthCheck.span,
    message: `${balancer.name} calls ${healthCheck.value}, which checks what its servers depend on: when ${shared.callee.name} is slow, it takes all of them out at once. Call a path that checks only the process, such as /healthz.`,
  }
}

/** What the servers behind it call. */
const sharedBehind = ({ outgoing }: Component): Call | undefined =>
  outgoing.flatMap(({ callee }) => callee.outgoing).find(({ connection }) => isCall(connection))
