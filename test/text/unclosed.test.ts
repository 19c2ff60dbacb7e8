// Fences that close nothing: the diagram ends where its author meant, and one edit makes the document say so.

import { describe, expect, it } from 'vitest'
import { findDiagrams } from '../../src/text/diagrams'
import { applyEdits } from '../../src/text/edit'
import type { Language } from '../../src/text/languages'

interface Case {
  readonly language?: Language
  readonly written: string
  /** What each diagram is read as. */
  readonly read: readonly string[]
  readonly mended: string
}

const flow = 'flowchart LR\n  a[API] --> b[(Orders)]\n'
const prose = 'This is how an order is taken.\n'

function check({ language = 'markdown', written, read, mended }: Case): void {
  const diagrams = findDiagrams(written, language)
  expect(diagrams.map(({ text }) => text)).toEqual(read)
  const edits = diagrams.flatMap(({ fault }) => (fault ? [fault.edit] : []))
  expect(applyEdits(written, edits)).toBe(mended)
  const again = findDiagrams(mended, language)
  expect(again.map(({ fault }) => fault)).toEqual(again.map(() => undefined))
  expect(again.map(({ text }) => text.trimEnd())).toEqual(read.map(text => text.trimEnd()))
}

describe('a fence that nothing closes ends', () => {
  it.each([
    ['before prose', prose],
    ['before a heading', `## Next\n\n${prose}`],
    ['before a list', '- One thing\n- Another\n'],
    ['before other code', '```js\nlet a = 1\n```\n'],
    ['before a table', '| a | b |\n|---|---|\n'],
    ['before a tag', '<details>\n\nMore\n</details>\n'],
  ])('%s', (_, after) => {
    const opened = `# Orders\n\n\`\`\`mermaid\n${flow}`
    check({ written: `${opened}\n${after}`, read: [flow], mended: `${opened}\`\`\`\n\n${after}` })
  })

  it('where a formatter wrote a word behind the closing marks', () => {
    const opened = `\`\`\`mermaid\n${flow}`
    const after = `\n${prose}\n\`\`\`sql\nSELECT 1\n\`\`\`\n`
    check({ written: `${opened}\`\`\`text\n${after}`, read: [flow], mended: `${opened}\`\`\`\n${after}` })
  })

  it('before a block of text, which is closed itself', () => {
    const opened = `\`\`\`mermaid\n${flow}`
    const after = '```text\nGET /orders\n```\n'
    check({ written: `${opened}${after}`, read: [flow], mended: `${opened}\`\`\`\n${after}` })
  })

  it('before the next diagram, which is read as well', () => {
    const opened = `\`\`\`mermaid\n${flow}`
    check({
      written: `${opened}\n${opened}\`\`\`\n`,
      read: [flow, flow],
      mended: `${opened}\`\`\`\n\n${opened}\`\`\`\n`,
    })
  })

  it('no earlier than at the next one, where a line holds two fences', () => {
    const written = `\`\`\`mermaid\n\n\`\`\`   \`\`\`\n\`\`\`mermaid\n${flow}\`\`\`\n`
    const edits = findDiagrams(written, 'markdown').flatMap(({ fault }) => (fault ? [fault.edit] : []))
    expect(findDiagrams(applyEdits(written, edits), 'markdown').map(({ text }) => text)).toContain(flow)
  })

  it('in quotes and lists, with what stands before their lines', () => {
    const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/> $/, '')
    const opened = `- \`\`\`mermaid\n${flow.replace(/^/gm, '  ').trimEnd()}\n`
    check({
      written: `${quoted(`${opened}\n  ${prose}`)}\nElsewhere\n`,
      read: [flow],
      mended: `${quoted(`${opened}  \`\`\`\n\n  ${prose}`)}\nElsewhere\n`,
    })
  })

  it('with the line breaks of the document', () => {
    const opened = `\`\`\`mermaid\n${flow}`.replaceAll('\n', '\r\n')
    check({
      written: `${opened}\r\n# Next\r\n`,
      read: [flow.replaceAll('\n', '\r\n')],
      mended: `${opened}\`\`\`\r\n\r\n# Next\r\n`,
    })
  })

  it('in HTML and AsciiDoc', () => {
    check({
      language: 'html',
      written: `<pre class="mermaid">\n${flow}\n<p>${prose}</p>\n`,
      read: [flow],
      mended: `<pre class="mermaid">\n${flow}</pre>\n\n<p>${prose}</p>\n`,
    })
    const adoc = `[mermaid]\n----\n${flow}`
    const after = '\n== Next\n\n[source,js]\n----\nlet a = 1\n----\n'
    check({ language: 'asciidoc', written: adoc + after, read: [flow], mended: `${adoc}----\n${after}` })
  })

  it('with the document where that holds nothing else', () => {
    const written = `\`\`\`mermaid\n${flow}\n  b --> c\n`
    check({ written, read: [`${flow}\n  b --> c\n`], mended: written })
  })

  it('not inside of a text in quotes or a description', () => {
    const label = 'flowchart LR\n  a["Takes orders\nand tells the others of it\n\n- at once"] --> b\n'
    const described = 'flowchart LR\naccDescr {\n  The way of an order\n}\n  a --> b\n'
    for (const text of [label, described]) {
      const written = `\`\`\`mermaid\n${text}`
      check({ written, read: [text], mended: written })
    }
  })
})

describe('a closing fence', () => {
  it('behind text gets its own line', () => {
    const opened = `> \`\`\`mermaid\n> flowchart LR\n>   a[API] --> b[(Orders)]`
    check({
      written: `${opened}\`\`\`\n>\n> ${prose}`,
      read: [flow.trimEnd()],
      mended: `${opened}\n> \`\`\`\n>\n> ${prose}`,
    })
  })

  it('behind text at the end of the document, too', () => {
    const opened = `\`\`\`mermaid\n${flow.trimEnd()}`
    check({ written: `${opened}\`\`\``, read: [flow.trimEnd()], mended: `${opened}\n\`\`\`` })
  })

  it('behind text, before another block of code', () => {
    const opened = `\`\`\`mermaid\n${flow.trimEnd()}`
    const after = `\n${prose}\n\`\`\`\ncode\n\`\`\`\n`
    check({
      written: `${opened}\`\`\`\n${after}`,
      read: [flow.trimEnd()],
      mended: `${opened}\n\`\`\`\n${after}`,
    })
  })

  it('is of the kind, the length and the indentation of the opening one', () => {
    for (const [open, wrong] of [
      ['````', '```'],
      ['```', '~~~'],
      ['~~~', '      ~~~'],
    ])
      check({
        written: `${open}mermaid\n${flow}${wrong}\n\n${prose}`,
        read: [flow],
        mended: `${open}mermaid\n${flow}${open}\n\n${prose}`,
      })
  })

  it.each([
    ['a heading', '### 7.2 The worker'],
    ['words', ' The worker reads the queue.'],
    ['a link', '[The worker](worker.md)'],
  ])('with %s behind it gets its own line', (_, text) => {
    const next = `\n\`\`\`mermaid\n${flow}\`\`\`\n`
    check({
      written: `\`\`\`mermaid\n${flow}\`\`\`${text}\n${next}`,
      read: [flow, flow],
      mended: `\`\`\`mermaid\n${flow}\`\`\`\n\n${text.trim()}\n${next}`,
    })
  })

  it('with text behind it in a quote keeps the quote', () => {
    const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/> $/, '').replace(/^> $/gm, '>')
    check({
      written: quoted(`\`\`\`mermaid\n${flow}\`\`\`### Next\n`),
      read: [flow],
      mended: quoted(`\`\`\`mermaid\n${flow}\`\`\`\n\n### Next\n`),
    })
  })

  it('with text behind it and too few marks is written as it was opened', () =>
    check({
      written: `\`\`\`\`mermaid\n${flow}\`\`\`### Next\n\n\`\`\`\`mermaid\n${flow}\`\`\`\`\n`,
      read: [flow, flow],
      mended: `\`\`\`\`mermaid\n${flow}\`\`\`\`\n\n### Next\n\n\`\`\`\`mermaid\n${flow}\`\`\`\`\n`,
    }))

  it('ends what it closes, whatever the diagram says', () => {
    const text = 'flowchart LR\n  This is no diagram at all\n# Not one\n'
    const written = `\`\`\`mermaid\n${text}\`\`\`\n`
    check({ written, read: [text], mended: written })
  })
})

describe('long documents', () => {
  const times = (text: string) => text.repeat(200_000 / text.length)

  it.each<[string, Language, string]>([
    ['marks of quotes', 'markdown', `${times('> ')}x`],
    ['marks of lists', 'markdown', `${times('- ')}x`],
    ['lists in lists, then blank lines', 'markdown', `${times('- ').slice(0, 4000)}x\n${times('\n')}`],
    ['a break that is none', 'mdx', `${times('* ')}x`],
    ['fences in fences', 'markdown', times('```mermaid\n~~~mermaid\n')],
    ['fences that nothing closes', 'markdown', times('```mermaid\na b c d\n')],
    ['marks that end in no line break of ours', 'markdown', `${times('~')}\u2028`],
    ['an attribute that nothing closes', 'html', `<pre class="${times('mermaid ')}`],
    ['a class in a class', 'html', `<pre ${times('class="mermaid\'')}>`],
    ['tags in one line', 'markdown', times('<div class="mermaid">a</div>')],
    ['blocks that nothing closes', 'asciidoc', times('[mermaid]\n----\na\n====\n')],
    ['blank lines', 'restructuredtext', `.. mermaid::\n${times('\n')}  a\n${times('\n')}`],
    ['one body', 'restructuredtext', `.. mermaid::\n\n${times('  a\n')}`],
  ])('of %s are read to the end', (_, language, source) => {
    for (const { span } of findDiagrams(source, language)) expect(span.end).toBeLessThanOrEqual(source.length)
  })
})

describe('a tag that opens no diagram', () => {
  const pre = `<pre class="mermaid">\n${flow}</pre>\n`

  it.each([
    ['in a fence', '```html\n<pre class="mermaid">\n```\n'],
    ['within a sentence', 'Write <pre class="mermaid"> before it.\n'],
    ['in a fence, as a shortcode', '```\n{{< mermaid >}}\n```\n'],
  ])('%s leaves the closing tag to one that does', (_, before) =>
    check({ written: `${before}\n${pre}`, read: [flow], mended: `${before}\n${pre}` }),
  )
})

describe('a tag that nothing closes', () => {
  it('ends where a fence begins, which is no HTML', () =>
    check({
      written: `<pre class="mermaid">\n${flow}\`\`\`\`text\n{% mermaid %}\n\`\`\`\`\n`,
      read: [flow],
      mended: `<pre class="mermaid">\n${flow}</pre>\n\`\`\`\`text\n{% mermaid %}\n\`\`\`\`\n`,
    }))

  it('is closed within its list', () =>
    check({
      written: `- One\n\n  <pre class="mermaid">\n  flowchart LR\n  a --> b\n\n  ## Next\n`,
      read: ['  flowchart LR\n  a --> b\n'],
      mended: `- One\n\n  <pre class="mermaid">\n  flowchart LR\n  a --> b\n  </pre>\n\n  ## Next\n`,
    }))

  it('hides no tag that follows', () =>
    check({
      written: `{{< mermaid >}}\n${flow}\n# Next\n\n<pre class="mermaid">\n${flow}</pre>\n`,
      read: [flow, flow],
      mended: `{{< mermaid >}}\n${flow}{{< /mermaid >}}\n\n# Next\n\n<pre class="mermaid">\n${flow}</pre>\n`,
    }))
})
