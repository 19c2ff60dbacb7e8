// The service's Markdown as elements: what the editor's hovers are written in, and nothing that would load or run.

import type { ComponentChildren } from 'preact'
import { Link } from '../panel/section'

export interface MarkdownProps {
  readonly source: string
  readonly open: (url: string) => void
}

export const MarkdownText = ({ source, open }: MarkdownProps) => (
  <>{blocksOf(source).map(block => blockElement(block, open))}</>
)

interface Block {
  readonly kind: 'text' | 'list' | 'drawing' | 'rule'
  readonly lines: readonly string[]
}

const blockElement = ({ kind, lines }: Block, open: MarkdownProps['open']) => {
  switch (kind) {
    case 'rule':
      return <hr />
    case 'drawing':
      return <pre>{lines.join('\n')}</pre>
    case 'list':
      return (
        <ul>
          {lines.map((line, place) => (
            <li key={place}>{inline(line, open)}</li>
          ))}
        </ul>
      )
    case 'text':
      return <p>{inline(lines.join(' '), open)}</p>
  }
}

const fence = '```'

const blocksOf = (source: string): readonly Block[] => {
  const blocks: { kind: Block['kind']; lines: string[] }[] = []
  let isFenced = false
  let isNew = true
  for (const line of source.split('\n')) {
    const kind = isFenced ? 'drawing' : kindOf(line)
    if (line.startsWith(fence)) {
      if (!isFenced) blocks.push({ kind: 'drawing', lines: [] })
      isFenced = !isFenced
      isNew = true
    } else if (kind === undefined) isNew = true
    else {
      const last = blocks.at(-1)
      const words = kind === 'list' ? line.slice(2) : line
      if (kind === 'rule') blocks.push({ kind, lines: [] })
      else if (last && last.kind === kind && (isFenced || !isNew)) last.lines.push(words)
      else blocks.push({ kind, lines: [words] })
      isNew = kind === 'rule'
    }
  }
  return blocks
}

const kindOf = (line: string): Block['kind'] | undefined => {
  if (line.trim() === '') return undefined
  if (line === '---') return 'rule'
  return line.startsWith('- ') ? 'list' : 'text'
}

/** What is written with signs: escaped, bold, stressed, code, a link; in the words between them nothing is. */
const signs =
  /\\(?<sign>.)|\*\*(?<bold>(?:\\.|[^*\\])+)\*\*|\*(?<stressed>(?:\\.|[^*\\])+)\*|`(?<code>[^`]+)`|\[(?<words>(?:\\.|[^\]\\])+)\]\((?<url>[^()\s]+)\)/g

const inline = (text: string, open: MarkdownProps['open']): ComponentChildren[] => {
  const pieces: ComponentChildren[] = []
  let end = 0
  for (const match of text.matchAll(signs)) {
    pieces.push(text.slice(end, match.index), signed(match.groups ?? {}, open))
    end = match.index + match[0].length
  }
  return [...pieces, text.slice(end)]
}

const signed = (
  { sign, bold, stressed, code, words = '', url = '' }: Partial<Record<string, string>>,
  open: MarkdownProps['open'],
): ComponentChildren => {
  if (sign !== undefined) return sign
  if (bold !== undefined) return <strong>{inline(bold, open)}</strong>
  if (stressed !== undefined) return <em>{inline(stressed, open)}</em>
  if (code !== undefined) return <code>{code}</code>
  return <Link act={() => open(url)}>{inline(words, open)}</Link>
}
