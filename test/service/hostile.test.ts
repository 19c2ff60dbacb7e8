// Whatever a label says, nothing that we show of it is a link, an image or HTML.

import { Lexer, type Token } from 'marked'
import { describe, expect, it } from 'vitest'
import { markdownTable, noteLines } from '../../src/adapters/cli/reporters/flow-table'
import {
  analyze,
  completionsAt,
  defaultConfiguration,
  explainTerm,
  flowTables,
  hints,
  hoverAt,
  type Snapshot,
} from '../../src/service'
import { markdownText } from '../../src/text/markdown'

const hostile = [
  '![x](https://evil.example/a.png)',
  '[x](https://evil.example)',
  '[x](command:workbench.action.quit)',
  'https://evil.example/a',
  'ftp://evil.example/a',
  'www.evil.example',
  'WWW.evil.example',
  'me@evil.example',
  '<https://evil.example>',
  '<me@evil.example>',
  '<img src=https://evil.example/a.png>',
  '<script>alert(1)</script>',
  '<!-- x',
  '&lt;img src=x&gt;',
  '[x]: https://evil.example',
  '[x][y]',
  '![x][y]',
  '\\![x](https://evil.example)',
  '\\\\[x](https://evil.example)',
  '**bold** `code` _slanted_ ~~gone~~',
  '$(trash) $x$',
  '| a | b |',
  '# Title',
  '- item',
  '1. item',
  '> quote',
]

/** As a label in quotes: Mermaid ends it at a quote, so quotes and backticks become entities. */
const inQuotes = (text: string): string => text.replaceAll('"', '#quot;').replaceAll('`', '#96;')

const diagram = (text: string): string => {
  const label = inQuotes(text)
  return `flowchart LR
  web["${label} Web app"] -->|"HTTPS, ${label}"| api["${label} Order API"]
  subgraph core["${label} Core"]
    api -->|"SQL, 2s timeout"| db[("${label} Postgres")]
  end
  %% api@{ region: '${label.replaceAll("'", '')}', tech: '${label.replaceAll("'", '')}', p99: 300ms }
  %% core@{ region: '${label.replaceAll("'", '')}' }
  %% web->api@{ protocol: '${label.replaceAll("'", '')}', timeout: 1s }
  %% arrowsmith: { objectives: { '${label.replaceAll("'", '')}': { from: web, to: db, p99: 1s } } }
`
}

/** What a reader of Markdown would make of a text: the kinds of its pieces, those from our own sources left out. */
function made(markdown: string): string[] {
  const kinds: string[] = []
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (['image', 'html', 'def'].includes(token.type)) kinds.push(`${token.type} ${token.raw}`)
      if (token.type === 'link' && /evil|command:/.test(token.raw)) kinds.push(`link ${token.raw}`)
      if ('tokens' in token && token.tokens) visit(token.tokens)
      if (token.type === 'list') for (const item of token.items) visit(item.tokens)
      if (token.type === 'table')
        for (const cell of [...token.header, ...token.rows.flat()]) visit(cell.tokens)
    }
  }
  visit(Lexer.lex(markdown, { gfm: true }))
  return kinds
}

const open = (source: string): Snapshot =>
  analyze(source, { language: 'mermaid', configuration: defaultConfiguration })

describe.each(hostile)('%j', text => {
  const source = diagram(text)
  const snapshot = open(source)

  it('is shown as it is written', () => {
    const [paragraph, ...others] = Lexer.lex(markdownText(text), { gfm: true })
    expect(others).toEqual([])
    expect(paragraph?.type).toBe('paragraph')
    expect(made(markdownText(text))).toEqual([])
  })

  it('stays text in every hover', () => {
    const hovers = new Set<string>()
    for (let offset = 0; offset <= source.length; offset += 9) {
      const hover = hoverAt(snapshot, offset)
      if (hover) hovers.add(hover.markdown)
    }
    expect(hovers.size).toBeGreaterThan(4)
    for (const hover of hovers) expect(made(hover), hover).toEqual([])
  })

  it('stays text in hints, completions and explanations', () => {
    for (const { tooltip } of hints(snapshot)) expect(made(tooltip)).toEqual([])
    for (const offset of [source.indexOf('api -->'), source.indexOf('SQL'), source.indexOf('p99: 300')])
      for (const { documentation = '' } of completionsAt(snapshot, offset))
        expect(made(documentation)).toEqual([])
    const explained = explainTerm(text)
    if ('markdown' in explained) expect(made(explained.markdown)).toEqual([])
  })

  it('stays text in tables of flows, and adds no cells', () => {
    const flows = flowTables(snapshot)
    expect(flows.length).toBeGreaterThan(0)
    const table = markdownTable(flows).join('\n')
    expect(made(table), table).toEqual([])
    expect(made(markdownText(noteLines(flows).join(' ')))).toEqual([])
    const [read] = Lexer.lex(table, { gfm: true })
    expect(read?.type === 'table' && read.rows.map(({ length }: { length: number }) => length)).toEqual(
      flows.map(() => (read as { header: unknown[] }).header.length),
    )
  })
})
