// Mermaid's own verdict on a diagram, in plain Node: what it refuses, and why.

import DOMPurify from 'dompurify'

Object.assign(DOMPurify, { addHook: () => {}, sanitize: (text: string) => text })
const { default: mermaid } = await import('mermaid')
Object.assign(globalThis, {
  window: {
    CSS: { supports: (property: string, value: string) => property === 'color' && /^[a-z]+$/i.test(value) },
  },
  document: { getElementById: () => null },
})
mermaid.initialize({ maxEdges: 100_000, maxTextSize: 10_000_000 })

/** Why Mermaid refuses the text; undefined if it accepts it. */
export async function refusal(text: string): Promise<string | undefined> {
  try {
    await mermaid.mermaidAPI.getDiagramFromText(text)
    return undefined
  } catch (error) {
    return String(error)
  }
}
