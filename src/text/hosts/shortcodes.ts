// Diagrams between the tags of site generators: Hugo's shortcodes and Jekyll's Liquid tags.

import { type HostedBlock, upTo } from '../blocks'

/** What stands between `{{< mermaid >}}` and `{{< /mermaid >}}`, or `{% mermaid %}` and `{% endmermaid %}`. */
export function shortcodeBlocks(source: string): HostedBlock[] {
  const blocks: HostedBlock[] = []
  const opening = /\{\{([<%])\s*mermaid(?![\w-])[^\n{}]*[>%]\}\}|\{%-?\s*mermaid(?![\w-])[^\n{}]*%\}/g
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const kind = match[1] === undefined ? liquid : match[1] === '<' ? angled : percented
    const start = afterLineBreak(source, opening.lastIndex)
    kind.closing.lastIndex = start
    const end = kind.closing.exec(source)?.index
    const at = { start: match.index, end: opening.lastIndex }
    const block =
      end === undefined
        ? upTo(source, start, { closing: kind.written, at, prefixed: false })
        : { span: { start, end } }
    blocks.push({ ...block, opening: match.index })
    opening.lastIndex = block.span.end
  }
  return blocks
}

const angled = { closing: /\{\{<\s*\/\s*mermaid\s*>\}\}/g, written: '{{< /mermaid >}}' }
const percented = { closing: /\{\{%\s*\/\s*mermaid\s*%\}\}/g, written: '{{% /mermaid %}}' }
const liquid = { closing: /\{%-?\s*endmermaid\s*-?%\}/g, written: '{% endmermaid %}' }

/** The tag's own line is no part of the diagram. */
function afterLineBreak(source: string, offset: number): number {
  const rest = /^[ \t]*(?:\r\n|\n|\r)/.exec(source.slice(offset, offset + 200))
  return offset + (rest?.[0].length ?? 0)
}
