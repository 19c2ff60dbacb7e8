// Diagrams between the tags of site generators: Hugo's shortcodes and Jekyll's Liquid tags.

import { type BlockFinder, upTo } from '../blocks'

/**
 * What stands between `{{< mermaid >}}` and `{{< /mermaid >}}`, or `{% mermaid %}` and `{% endmermaid %}`. A tag within a
 * sentence or in code opens nothing, and leaves the closing tag to one that does.
 */
export function shortcodeFinder(source: string, canOpen: (offset: number) => boolean): BlockFinder {
  const closingFrom = closingsIn(source)
  const opening = /\{\{([<%])\s*mermaid(?![\w-])[^\n{}]*[>%]\}\}|\{%-?\s*mermaid(?![\w-])[^\n{}]*%\}/g
  return from => {
    opening.lastIndex = from
    for (let match = opening.exec(source); match; match = opening.exec(source)) {
      if (!canOpen(match.index)) continue
      const kind = match[1] === undefined ? liquid : match[1] === '<' ? angled : percented
      const start = afterLineBreak(source, opening.lastIndex)
      const end = closingFrom(kind, start)
      const at = { start: match.index, end: opening.lastIndex }
      const block =
        end === undefined
          ? upTo(source, start, { closing: kind.written, at, prefixed: false })
          : { span: { start, end } }
      return { ...block, opening: match.index }
    }
    return undefined
  }
}

interface Kind {
  readonly closing: RegExp
  readonly written: string
}

/** Where the next closing tag stands; the text is read to its end for one that is missing only once. */
function closingsIn(source: string): (kind: Kind, from: number) => number | undefined {
  const missing = new Set<Kind>()
  return (kind, from) => {
    if (missing.has(kind)) return undefined
    kind.closing.lastIndex = from
    const found = kind.closing.exec(source)?.index
    if (found === undefined) missing.add(kind)
    return found
  }
}

const angled = { closing: /\{\{<\s*\/\s*mermaid\s*>\}\}/g, written: '{{< /mermaid >}}' }
const percented = { closing: /\{\{%\s*\/\s*mermaid\s*%\}\}/g, written: '{{% /mermaid %}}' }
const liquid = { closing: /\{%-?\s*endmermaid\s*-?%\}/g, written: '{% endmermaid %}' }

/** The tag's own line is no part of the diagram. */
function afterLineBreak(source: string, offset: number): number {
  const rest = /^[ \t]*(?:\r\n|\n|\r)/.exec(source.slice(offset, offset + 200))
  return offset + (rest?.[0].length ?? 0)
}
