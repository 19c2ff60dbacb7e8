// The Model Context Protocol as far as tools need it: JSON-RPC messages in, answers out.

import * as z from 'zod/mini'
import { version } from '../../../package.json'
import { type AssistantTool, refused, type ToolHost } from '../assistants/tool'
import { assistantTools } from '../assistants/tools'
import { jsonSchema } from './json-schema'

export interface McpServer {
  /** Answers one message, a line of JSON; undefined for what asks for no answer. Never throws. */
  receive(line: string): Promise<string | undefined>
}

/** The newest first: what a client asks for in a version that is not among them is answered in the newest. */
const versions = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const

const message = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  method: z.optional(z.string()),
  params: z.optional(z.looseObject({})),
})

const code = { unreadable: -32700, noRequest: -32600, unknownMethod: -32601, misused: -32602, failed: -32603 }

class ProtocolFailure extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message)
  }
}

export function createServer(host: ToolHost): McpServer {
  const handle = async (given: unknown): Promise<object | undefined> => {
    if (given === undefined) return failure(null, new ProtocolFailure(code.unreadable, 'This is not JSON.'))
    const { data: request } = z.safeParse(message, given)
    if (!request)
      return failure(
        null,
        new ProtocolFailure(code.noRequest, 'This is not a request: it needs a method and an id.'),
      )
    const { id, method, params = {} } = request
    // Notifications, and answers to questions that this server never asks.
    if (id === undefined || method === undefined) return undefined
    try {
      return { jsonrpc: '2.0', id, result: await answer(method, params, host) }
    } catch (error) {
      return failure(id, error)
    }
  }
  return {
    async receive(line) {
      if (line.trim() === '') return undefined
      const given = parsed(line)
      const answers = Array.isArray(given)
        ? (await Promise.all(given.map(handle))).filter(each => each !== undefined)
        : await handle(given)
      const isNothing = answers === undefined || (Array.isArray(answers) && answers.length === 0)
      return isNothing ? undefined : JSON.stringify(answers)
    },
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const failure = (id: string | number | null, error: unknown): object => ({
  jsonrpc: '2.0',
  id,
  error: {
    code: error instanceof ProtocolFailure ? error.code : code.failed,
    message: error instanceof Error ? error.message : String(error),
  },
})

async function answer(method: string, params: Readonly<Record<string, unknown>>, host: ToolHost) {
  switch (method) {
    case 'initialize':
      return {
        protocolVersion: versions.find(each => each === params.protocolVersion) ?? versions[0],
        capabilities: { tools: {} },
        serverInfo: { name: 'arrowsmith', title: 'Arrowsmith', version },
        instructions,
      }
    case 'ping':
      return {}
    case 'tools/list':
      return { tools: assistantTools.map(listed) }
    case 'tools/call':
      return called(params, host)
    default:
      throw new ProtocolFailure(code.unknownMethod, `There is no method ${method}.`)
  }
}

const instructions =
  'Arrowsmith lints the Mermaid architecture diagrams of design documents and computes their latency and availability. After writing or changing a diagram, call lint_diagram; take latency, availability and downtime from compute_flows and what_if, never from an estimate of your own; name the assumptions that they list.'

const listed = ({ name, title, description, input, output }: AssistantTool) => ({
  ...{ name, title, description },
  inputSchema: jsonSchema(input, 'input'),
  outputSchema: jsonSchema(output, 'output'),
  annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})

async function called(params: Readonly<Record<string, unknown>>, host: ToolHost) {
  const tool = assistantTools.find(({ name }) => name === params.name)
  if (!tool) throw new ProtocolFailure(code.misused, `There is no tool ${String(params.name)}.`)
  const result = await tool.call(params.arguments ?? {}, host)
  if (refused(result)) return { content: [{ type: 'text', text: result.refusal }], isError: true }
  return { content: [{ type: 'text', text: JSON.stringify(result) }], structuredContent: result }
}
