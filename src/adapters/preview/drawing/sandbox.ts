// Runs in a sandboxed frame, which browsers give a process of its own: Mermaid draws in one go, and whatever shares its
// thread waits.

import { drawMarkup } from './markup'
import type { DrawingAnswer, DrawingRequest, SandboxSetup } from './request'

const answering =
  (mermaid: Promise<typeof import('mermaid')>, port: MessagePort) =>
  async ({ data: { number, text, theme } }: MessageEvent<DrawingRequest>) => {
    const answer: DrawingAnswer = { number, ...(await drawMarkup(mermaid, text, theme)) }
    port.postMessage(answer)
  }

window.addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<SandboxSetup>) => {
    if (!port) return
    document.body.style.font = data.font
    const script = new Blob([data.mermaid], { type: 'text/javascript' })
    const mermaid = import(URL.createObjectURL(script))
    // Said with the first drawing.
    mermaid.catch(() => undefined)
    port.onmessage = answering(mermaid, port)
  },
  { once: true },
)
