// GraphQL servers that ask their store once for each element of a list.

import { isStore } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { annotatePart } from '../fixes/annotate'
import { executorOf, isGraphQL } from '../queries/graph-ql'
import { defineRule, type Report } from '../rule'

export const graphqlNPlusOne = defineRule({
  id: 'graphql-n-plus-one',
  category: 'apis',
  speaksOf: 'omission',
  topic: 'batching',
  summary: 'A GraphQL server reads its store without batching.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    const executors = new Set(
      system.calls.filter(isGraphQL).flatMap(call => executorOf(call)?.executor ?? []),
    )
    for (const executor of executors) {
      const reads = executor.outgoing.filter(isStoreCall)
      if (reads.length > 0 && !batches(executor, reads)) yield judge(system, executor, reads)
    }
  },
})

const isStoreCall = (call: Call): boolean =>
  isRequest(call.connection) && isStore(call.callee) && !isGraphQL(call)

/** Products that make one query of a whole document. */
const batching =
  /data ?loader|batch|\bjoins?\b|hasura|postgraphile|prisma|dgraph|pg_graphql|join ?monster|look-?ahead/i

function batches({ figures, text, node, technology }: Component, reads: readonly Call[]): boolean {
  if (figures.batching) return figures.batching.value
  const words = [
    text,
    node.description,
    node.technology,
    technology?.name,
    ...reads.map(({ connection }) => connection.arrow.text),
  ]
  return words.some(word => word !== undefined && batching.test(word))
}

function judge(system: System, executor: Component, reads: readonly Call[]): Report {
  const [first, ...others] = reads
  const { arrow } = first!.connection
  const store = first!.callee.name
  return {
    at: arrow.labelSpan ?? arrow.operator,
    message: `${executor.name} resolves GraphQL field by field, and nothing says that it batches its reads of ${store}. A list of 50 with one nested field takes 1 + 50 queries: at 1 ms each, 51 ms instead of 2 ms. Load in batches (DataLoader) and state batching: true on ${executor.name}.`,
    related: others.map(({ connection, callee }) => ({
      at: connection.arrow.operator,
      message: `and its reads of ${callee.name}`,
    })),
    fixes: [
      annotatePart(system, {
        part: executor,
        title: `State that ${executor.name} loads in batches`,
        entries: { batching: true },
      }),
    ],
  }
}
