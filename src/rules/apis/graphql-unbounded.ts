// GraphQL offered to the public without a limit on what one query may cost.

import { hasKind, isSurely, isSurelyClient } from '../../model/ends'
import type { Call, Component, System } from '../../model/system'
import { annotatePart } from '../fixes/annotate'
import { executorOf, isGraphQL } from '../queries/graph-ql'
import { defineRule, type Report } from '../rule'

export const graphqlUnbounded = defineRule({
  id: 'graphql-unbounded',
  category: 'apis',
  speaksOf: 'omission',
  topic: 'query limit',
  summary: 'A public GraphQL endpoint states no limit on its queries.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    const judged = new Set<Component>()
    for (const call of system.calls.filter(isPublicQuery)) {
      const execution = executorOf(call)
      if (!execution) continue
      const { executor, way } = execution
      if (judged.has(executor) || hasKind(executor, 'external') || way.some(isLimited) || saysLimits(call))
        continue
      judged.add(executor)
      yield judge(system, call, executor)
    }
  },
})

const isPublicQuery = (call: Call): boolean =>
  isGraphQL(call) && (isSurelyClient(call.caller) || isSurely(call.caller, 'external'))

const limits = /persisted|trusted doc|\bapq\b|depth|\bcost|complexity|allow-?list|safe-?list|limit|quota/i

const saysLimits = ({ connection }: Call): boolean => limits.test(connection.arrow.text)

function isLimited({ figures, text, node }: Component): boolean {
  const audience = figures.audience?.value
  if (audience === 'internal' || audience === 'partner') return true
  return (
    Boolean(figures.depthLimit ?? figures.costLimit ?? figures.persistedQueries?.value) ||
    limits.test(`${text} ${node.description ?? ''}`)
  )
}

function judge(system: System, call: Call, executor: Component): Report {
  const mention = executor.node.mentions[0]
  return {
    at: mention?.label ?? mention?.id ?? executor.span,
    message: `${executor.name} answers GraphQL from ${call.caller.name} and states no limit. One request of 200 bytes may ask for deeply nested lists: 4 levels of 50 are 6,250,000 objects. Write depthLimit: 10, costLimit:, or persistedQueries: true if only your own apps ask.`,
    related: [{ at: call.connection.arrow.operator, message: `${call.caller.name} sends the queries` }],
    fixes: [
      annotatePart(system, { part: executor, title: 'State depthLimit: 10', entries: { depthLimit: 10 } }),
      annotatePart(system, {
        part: executor,
        title: 'State that only registered queries are accepted',
        entries: { persistedQueries: true },
      }),
    ],
  }
}
