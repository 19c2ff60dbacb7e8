// The MCP server as an assistant meets it: the official client, a process, and answers that keep their schemas.

import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { build, design, flawless, folderOf, repository, runner } from '../cli/program'

const built = build('cli', 'mcp')
const connected: Client[] = []

afterEach(async () => {
  for (const client of connected.splice(0)) await client.close()
})

async function assistant(cwd = repository) {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(built, 'cli.mjs'), 'mcp'],
    cwd,
  })
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  connected.push(client)
  // From here on the client holds every answer against the schema that its tool announces.
  const { tools } = await client.listTools()
  const call = async (name: string, input: object) => {
    const answer = await client.callTool({ name, arguments: { ...input } })
    return { refused: answer.isError === true, text: textOf(answer.content), data: answer.structuredContent }
  }
  return { client, transport, tools, call }
}

const textOf = (content: unknown): string =>
  z.array(z.object({ text: z.string() })).parse(content)[0]?.text ?? ''

const rules = (data: unknown) =>
  z.object({ findings: z.array(z.object({ rule: z.string(), line: z.int() })) }).parse(data).findings

const flow = z.looseObject({ name: z.string(), p99: z.number(), availability: z.number() })
const flows = (data: unknown) =>
  z
    .object({ flows: z.array(z.object({ changed: z.array(z.string()), before: flow, after: flow })) })
    .parse(data).flows

describe('an assistant', () => {
  it('is offered five tools that change nothing and ask nobody', async () => {
    const { tools, client } = await assistant()
    expect(tools.map(({ name }) => name)).toEqual([
      ...['lint_diagram', 'compute_flows', 'what_if', 'explain_term', 'compare_designs'],
    ])
    for (const { annotations, inputSchema, outputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
      expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object'])
      expect(description).toContain('offline')
    }
    expect(client.getInstructions()).toContain('compute_flows')
  })

  it('learns what is wrong, where, and how it is mended', async () => {
    const { call } = await assistant()
    const { data } = await call('lint_diagram', { source: design })
    expect(rules(data)).toContainEqual({ rule: 'unlabeled-arrow', line: 3 })
    expect(data).toMatchObject({
      findings: [
        {
          url: expect.stringMatching(/\.md$/),
          fixes: expect.arrayContaining([
            expect.objectContaining({
              safe: false,
              edits: [{ text: '|HTTPS|', line: 3, column: 13, endLine: 3, endColumn: 13 }],
            }),
          ]),
        },
      ],
    })
    const misspelt = `${flawless}  %% stock@{ replcas: 2 }\n`
    const { data: mended } = await call('lint_diagram', { source: misspelt, fix: true })
    expect(mended).toMatchObject({ fixed: misspelt.replace('replcas', 'replicas') })
  })

  it('gets figures, and from where each assumed one comes', async () => {
    const { call } = await assistant()
    const { data } = await call('compute_flows', { source: `# Orders\n\n\`\`\`mermaid\n${flawless}\`\`\`\n` })
    expect(data).toMatchObject({
      flows: [
        {
          line: 4,
          name: 'Web app → Order service',
          assumed: expect.arrayContaining([
            {
              at: 'db',
              key: 'p99',
              value: expect.stringMatching(/ms$/),
              source: expect.stringMatching(/\w/),
            },
          ]),
          basis: expect.stringMatching(/figures are assumed\.$/),
        },
      ],
    })
  })

  it('tries what a failure, a latency and a rate do, by id or by label', async () => {
    const { call } = await assistant()
    const tried = async (change: object) =>
      flows((await call('what_if', { source: flawless, changes: [change] })).data)[0]
    const down = await tried({ target: 'Postgres', key: 'component', value: 'down' })
    expect(down?.after.availability).toBe(0)
    expect(down?.changed).toContain('downtimeSecondsPerYear')
    const slow = await tried({ target: 'db', key: 'p99', value: '400ms' })
    expect(slow?.after.p99).toBeGreaterThan(slow?.before.p99 ?? Number.POSITIVE_INFINITY)
  })

  it('takes a zone down, and what else runs in another one goes on', async () => {
    const { call } = await assistant()
    const tried = async (zones: string) => {
      const source = `${flawless}  %% db@{ zone: ${zones} }\n`
      const changes = [{ target: 'eu-west-1a', key: 'zone', value: 'down' }]
      return flows((await call('what_if', { source, changes })).data)[0]
    }
    expect((await tried('eu-west-1a'))?.after.availability).toBe(0)
    expect((await tried('[eu-west-1a, eu-west-1b]'))?.after.availability).toBeGreaterThan(0.9)
  })

  it('has a term explained, with its sources, and a rule by its page', async () => {
    const { call } = await assistant()
    expect((await call('explain_term', { term: 'gRPC' })).data).toMatchObject({
      markdown: expect.stringMatching(/\*Source:\*/),
    })
    expect((await call('explain_term', { term: 'missing-timeout' })).data).toMatchObject({
      rule: 'missing-timeout',
      markdown: expect.stringContaining('```mermaid'),
    })
    expect((await call('explain_term', { term: 'missing-timeuot' })).data).toMatchObject({
      suggestions: ['missing-timeout'],
    })
  })

  it('compares two designs', async () => {
    const { call } = await assistant()
    const { data } = await call('compare_designs', {
      before: { source: flawless },
      after: { source: design },
    })
    expect(data).toMatchObject({ added: [{ rule: 'unlabeled-arrow' }], removed: [] })
    const slower = flawless.replace('300ms }', '300ms, p99: 250ms }')
    const changed = await call('compare_designs', { before: { source: flawless }, after: { source: slower } })
    expect(flows(changed.data)[0]?.changed).toContain('p99')
    const drawn = await call('compare_designs', {
      before: { source: flawless },
      after: { source: `${flawless}  orders -->|"RESP, 50ms timeout"| cache[(Redis)]\n` },
    })
    expect(drawn.data).toMatchObject({
      drawings: [{ diagram: 'kept', components: { added: [{ name: 'Redis' }], removed: [] } }],
    })
  })

  it('may name a document, which has the configuration of its folder', async () => {
    const folder = folderOf({
      'docs/a.mmd': design,
      'arrowsmith.config.json': '{ "rules": { "unlabeled-arrow": "off" } }',
    })
    const { call } = await assistant(folder)
    expect(rules((await call('lint_diagram', { path: 'docs/a.mmd' })).data)).toEqual([])
    expect(rules((await call('lint_diagram', { source: design })).data)).not.toEqual([])
  })

  it.each([
    ['nothing to look at', 'lint_diagram', {}, 'Give the design as `source`'],
    [
      'a text without a diagram',
      'compute_flows',
      { source: '# Plans\n', language: 'markdown' },
      'no Mermaid diagram',
    ],
    ['a file that is missing', 'lint_diagram', { path: 'missing.mmd' }, 'no such file'],
    ['a file that is no document', 'lint_diagram', { path: 'package.json' }, 'unsupported file type'],
    [
      'an unknown component',
      'what_if',
      { source: flawless, changes: [{ target: 'x', key: 'component', value: 'down' }] },
      'web (Web app)',
    ],
    [
      'an unknown zone',
      'what_if',
      {
        source: `${flawless}  %% db@{ zone: eu-west-1a }\n`,
        changes: [{ target: 'eu-west-1b', key: 'zone', value: 'down' }],
      },
      'eu-west-1a',
    ],
    [
      'an unknown key',
      'what_if',
      { source: flawless, changes: [{ target: 'db', key: 'mood', value: '1' }] },
      'expected one of component',
    ],
    [
      'no latency',
      'what_if',
      { source: flawless, changes: [{ target: 'db', key: 'p99', value: 'slow' }] },
      'write 250ms',
    ],
  ])('is told what to give instead: %s', async (_, tool, input, expected) => {
    const { call } = await assistant()
    const { refused, text } = await call(tool, input)
    expect([refused, text]).toEqual([true, expect.stringContaining(expected)])
  })

  it('is answered in the order of its questions, and told of a tool that does not exist', async () => {
    const { client, call } = await assistant()
    const terms = ['gRPC', 'HTTP', 'TCP']
    const answers = await Promise.all(terms.map(term => call('explain_term', { term })))
    expect(answers.map(({ text }, index) => text.includes(terms[index] ?? '–'))).toEqual([true, true, true])
    await expect(client.callTool({ name: 'guess', arguments: {} })).rejects.toThrow('There is no tool guess')
  })
})

describe('the process', () => {
  it('ends with the assistant', async () => {
    const { client, transport } = await assistant()
    const pid = transport.pid
    await client.close()
    await expect.poll(() => isRunning(pid)).toBe(false)
  })
})

function isRunning(pid: number | null): boolean {
  if (pid === null) return false
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it('answers lines that are no JSON, and JSON that is no request, with the codes of JSON-RPC', async () => {
  const { stdout, code } = await runner(built)(['mcp'], { input: 'garbage\n"words"\n\n' })
  const answers = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(answers).toMatchObject([
    { jsonrpc: '2.0', id: null, error: { code: -32700 } },
    { jsonrpc: '2.0', id: null, error: { code: -32600 } },
  ])
  expect(code).toBe(0)
})
