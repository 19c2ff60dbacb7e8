// What an assistant waits for: an answer of each tool, about a design that it has not asked about before.

import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { page } from './designs'
import { report } from './report'
import { inTurns } from './timing'

const terms = [
  'retry storm',
  'gRPC',
  '502',
  'p99',
  'circuit breaker',
  'Redis',
  '10.0.0.0/8',
  'missing-timeout',
]

export async function benchAssistants(built: string): Promise<void> {
  const client = new Client({ name: 'bench', version: '1' })
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [join(built, 'cli.mjs'), 'mcp'] }),
  )
  let asked = 0
  const design = () => ({ source: page(asked++).replace('Design', `Design ${asked}`), language: 'markdown' })
  const ask = async (name: string, input: object): Promise<number> => {
    const start = performance.now()
    const { isError } = await client.callTool({ name, arguments: { ...input } })
    if (isError === true) throw new Error(`${name} does not answer`)
    return performance.now() - start
  }
  const down = [{ target: 'n1', key: 'component', value: 'down' }]
  const tools = {
    lint_diagram: () => ask('lint_diagram', design()),
    compute_flows: () => ask('compute_flows', design()),
    what_if: () => ask('what_if', { ...design(), changes: down }),
    explain_term: () => ask('explain_term', { term: terms[asked++ % terms.length] }),
    compare_designs: () => ask('compare_designs', { before: design(), after: design() }),
  }
  for (const tool of Object.values(tools)) await tool()
  for (const [name, { p95, median }] of Object.entries(await inTurns(20, tools)))
    report({
      what: `MCP: ${name}, p95`,
      value: p95,
      unit: 'ms',
      atMost: 200,
      detail: `median ${median.toFixed(1)} ms`,
    })
  await client.close()
}
