// The thread that asks Mermaid about one diagram after the other.

import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Refusal } from '../../../service'

interface Mermaid {
  initialize(options: object): void
  mermaidAPI: { getDiagramFromText(text: string): Promise<unknown> }
}

/** What parsers throw: those made by Jison have a hash, those made by Langium a result. */
interface Thrown {
  readonly message?: string
  readonly hash?: {
    readonly text?: string
    readonly token?: string | null
    readonly line?: number
    readonly loc?: { readonly last_line: number }
  }
  readonly result?: {
    readonly lexerErrors?: readonly { readonly line?: number; readonly message: string }[]
    readonly parserErrors?: readonly {
      readonly token: { readonly image: string; readonly startLine?: number }
    }[]
  }
}

/** The copy that the preview draws with. As data, since older versions of Node take the file for CommonJS. */
const bundle = readFileSync(new URL('mermaid.js', import.meta.url))
const { default: mermaid, DOMPurify }: { default: Mermaid; DOMPurify: object } = await import(
  `data:text/javascript;base64,${bundle.toString('base64')}`
)
// Labels are cleaned where there is a page to draw in; here nothing is drawn.
Object.assign(DOMPurify, { addHook: () => {}, sanitize: (text: string) => text })
Object.assign(globalThis, {
  window: { CSS: { supports: () => true } },
  document: { getElementById: () => null },
})
mermaid.initialize({ maxEdges: 1_000_000, maxTextSize: 100_000_000, logLevel: 'fatal' })

const bodies: readonly string[] = workerData
for (const body of bodies) parentPort?.postMessage(await refusalOf(body))

async function refusalOf(body: string): Promise<Refusal | null> {
  try {
    await mermaid.mermaidAPI.getDiagramFromText(body)
    return null
  } catch (error) {
    return refusalIn(error instanceof Error ? { ...error, message: error.message } : {}, body)
  }
}

function refusalIn({ message = 'for an unknown reason', hash, result }: Thrown, body: string): Refusal {
  const lastLine = body.trimEnd().split('\n').length
  const [lexed] = result?.lexerErrors ?? []
  const [parsed] = result?.parserErrors ?? []
  if (lexed?.line !== undefined && !(Number(parsed?.token.startLine) < lexed.line))
    return { line: lexed.line, found: /unexpected character: ->([\s\S])<-/.exec(lexed.message)?.[1] ?? '' }
  if (parsed) {
    const { image, startLine = Number.NaN } = parsed.token
    return startLine > 0 ? { line: startLine, found: image.trim() } : { line: lastLine, found: '' }
  }
  if (hash?.line === undefined) return { reason: message.split('\n', 1)[0]!.replace(/\.$/, '') }
  const found = hash.text?.trim() ?? ''
  if (hash.token === 'EOF') return { line: lastLine, found: '' }
  const line = found === '' && hash.loc ? hash.loc.last_line : hash.line + 1
  return { line: Math.min(line, lastLine), found }
}
