// Long documents of the usual kind, open in an editor.

import { editorDoors } from '../doors'
import { generators, times, word } from '../generator'

const calls = (from: number, count: number) =>
  times(
    count,
    n =>
      `n${from + n}[${word(from + n)} service] -->|gRPC, 2s timeout| n${from + n + 1}[(${word(from + n + 1)})]`,
  )

const asked = Object.keys(editorDoors)

export const longDocuments = [
  ...generators('long', 'mermaid', { flowchart: n => `flowchart LR\n${calls(0, n)}\n` }, asked),
  ...generators(
    'long',
    'mermaid',
    { sequence: n => `sequenceDiagram\n${times(n, i => `A->>B: GET /orders/${i}`)}\n` },
    asked,
  ),
  ...generators(
    'long',
    'markdown',
    {
      pages: n =>
        times(Math.ceil(n / 20), page => {
          const fence = `\`\`\`mermaid\nflowchart LR\n${calls(page * 11, 10)}\n\`\`\``
          return `## Part ${page}\n\n${times(5, i => `Line ${i} of text.`)}\n\n${fence}\n`
        }),
      'lines between': n =>
        `${times(n, i => `Line ${i} of text.`)}\n\n\`\`\`mermaid\nflowchart LR\n${calls(0, 10)}\n\`\`\`\n`,
    },
    asked,
  ),
]
