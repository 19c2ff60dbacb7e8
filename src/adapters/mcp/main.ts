// The process of the MCP server: speaks on standard input and output, and ends with them.

import { createInterface } from 'node:readline'
import { diskHost } from './host'
import { createServer } from './server'

const server = createServer(diskHost())

// An assistant that is gone closes the pipe: there is nobody left to answer.
process.stdin.on('close', () => process.exit())
process.stdout.on('error', () => process.exit())

/** One message a line, answered one after the other. */
async function serve(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const answer = await server.receive(line)
    if (answer !== undefined) process.stdout.write(`${answer}\n`)
  }
}

void serve()
