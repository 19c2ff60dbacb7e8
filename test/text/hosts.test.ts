// Every host that docs/hosts.md names: its diagrams are found, read as Mermaid is given them, and written back in its own form.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { knownHosts, versionOf } from '../../src/rules/queries/mermaid-versions'
import { findDiagrams } from '../../src/text/diagrams'
import { applyEdits } from '../../src/text/edit'
import { languageOfFile } from '../../src/text/languages'

const diagram = 'flowchart LR\n  a[R&D] --> b\n'
const by = (mark: string) => diagram.replace(/^(?=.)/gm, mark)
const indented = by('    ')
const html = diagram.replaceAll('&', '&amp;')

/** A notebook whose second cell is Markdown, as a list of lines or one string. */
function notebook(text: string, lines: boolean): string {
  const code = { cell_type: 'code', source: ['```mermaid\n', 'flowchart LR'], outputs: [] }
  const source = lines ? text.match(/.*\n|.+$/g) : text
  return `${JSON.stringify({ cells: [code, { cell_type: 'markdown', metadata: {}, source }], nbformat: 4 }, undefined, 1)}\n`
}

interface Fixture {
  readonly path: string
  readonly source: string
  /** How the host writes `"<b> & \`c\`"`, if not so. */
  readonly written?: string
}

/** By the name of the row in the docs. */
const fixtures: Readonly<Record<string, readonly Fixture[]>> = {
  'Mermaid files': [{ path: 'a.mmd', source: diagram }],
  'GitHub, GitLab, VS Code, Obsidian': [
    { path: 'a.md', source: `# A\n\n\`\`\`mermaid\n${diagram}\`\`\`\n` },
    { path: 'a.mkd', source: `# A\n\n~~~ mermaid\n${diagram}~~~\n` },
    { path: 'a.markdown', source: `- x\n\n  \`\`\`mmd\n${diagram.replace(/^(?=.)/gm, '  ')}  \`\`\`\n` },
  ],
  'Azure DevOps': [{ path: 'a.md', source: `::: mermaid\n${diagram}:::\n` }],
  'MyST (Sphinx, Jupyter Book)': [
    { path: 'a.md', source: `\`\`\`{mermaid}\n:align: center\n:name: x\n\n${diagram}\`\`\`\n` },
    { path: 'a.md', source: `:::{mermaid}\n${diagram}:::\n` },
  ],
  Quarto: [{ path: 'a.qmd', source: `\`\`\`{mermaid}\n%%| fig-width: 6\n${diagram}\`\`\`\n` }],
  'R Markdown': [{ path: 'a.Rmd', source: `\`\`\`{mermaid, echo=FALSE}\n${diagram}\`\`\`\n` }],
  Pandoc: [
    { path: 'a.md', source: `\`\`\`{.mermaid}\n${diagram}\`\`\`\n` },
    { path: 'a.md', source: `~~~~ {#fig .mermaid format=svg}\n${diagram}~~~~\n` },
  ],
  MkDocs: [
    { path: 'a.md', source: `!!! note "A"\n\n    \`\`\`mermaid\n${indented}    \`\`\`\n\nText\n` },
    {
      path: 'a.md',
      source: `=== "A"\n    Text\n\n    ??? tip\n\n        \`\`\` mermaid\n${indented.replace(/^(?=.)/gm, '    ')}        \`\`\`\n\n=== "B"\n`,
    },
  ],
  Hugo: [
    { path: 'a.md', source: `{{< mermaid align="left" >}}\n${diagram}{{< /mermaid >}}\n` },
    { path: 'a.md', source: `{{% mermaid %}}\n${diagram}{{% /mermaid %}}\n` },
  ],
  Jekyll: [{ path: 'a.md', source: `{% mermaid %}\n${diagram}{% endmermaid %}\n` }],
  Docusaurus: [
    {
      path: 'a.mdx',
      source: `<Mermaid\n  value={\`${diagram}\`}\n/>\n`,
      written: '"<b> & \\`c\\`"',
    },
    { path: 'a.mdx', source: `<Mermaid chart="${html}" />\n`, written: '&quot;&lt;b> &amp; `c`&quot;' },
    { path: 'a.mdx', source: `<Tabs>\n\n\`\`\`mermaid\n${diagram}\`\`\`\n\n</Tabs>\n` },
  ],
  Jupyter: [
    {
      path: 'a.ipynb',
      source: notebook(`# A\n\n\`\`\`mermaid\n${diagram}\`\`\``, true),
      written: '\\"<b> & `c`\\"',
    },
    {
      path: 'a.ipynb',
      source: notebook(`> \`\`\`mermaid\n${diagram.replace(/^(?=.)/gm, '> ')}> \`\`\`\n`, false),
      written: '\\"<b> & `c`\\"',
    },
  ],
  'Mermaid’s own documentation': [{ path: 'a.md', source: `\`\`\`mermaid-example\n${diagram}\`\`\`\n` }],
  'Source code with `//` and `/* */`': [
    {
      path: 'a.ts',
      source: `const a = 1\n\n  /**\n   * A\n   *\n   * \`\`\`mermaid\n${by('   * ')}   * \`\`\`\n   */\n  b()\n`,
    },
    { path: 'a.go', source: `/*\nA\n\n\`\`\`mermaid\n${diagram}\`\`\`\n*/\npackage a\n` },
    { path: 'b.go', source: `// \`\`\`mermaid\n${by('// ')}// \`\`\`\nfunc a() {}\n` },
    { path: 'a.rs', source: `//! \`\`\`mermaid\n${by('//! ')}//! \`\`\`\n` },
    {
      path: 'b.rs',
      source: `impl A {\n    /// A\n    ///\n    /// \`\`\`mermaid\n${by('    /// ')}    /// \`\`\`\n    fn a(&'a self) {}\n}\n`,
    },
    {
      path: 'A.java',
      source: `/** A\n *\n * - x\n *\n *   \`\`\`mermaid\n${by(' *   ')} *   \`\`\` */\nclass A {}\n`,
    },
    { path: 'a.kt', source: `/**\n  \`\`\`mermaid\n${by('  ')}  \`\`\`\n */\n` },
    { path: 'a.cs', source: `\t/// \`\`\`mermaid\n${by('\t/// ')}\t/// \`\`\`\n\tclass A {}\n` },
  ],
  Python: [
    {
      path: 'a.py',
      source: `x = """\n# none\n"""\n\ndef a():\n    r"""A.\n\n    \`\`\`mermaid\n${indented}    \`\`\`\n    """\n`,
    },
    { path: 'b.py', source: `# A "quote"\n#\n# \`\`\`mermaid\n${by('# ')}# \`\`\`\n` },
  ],
  AsciiDoc: [
    { path: 'a.adoc', source: `[mermaid]\n----\n${diagram}----\n` },
    { path: 'a.adoc', source: `["mermaid",stack,svg]\n.Title\n....\n${diagram}....\n` },
    { path: 'a.adoc', source: `[mermaid#stack%inline]\n--\n${diagram}--\n` },
    { path: 'a.adoc', source: `[source%linenums,mermaid]\n----\n${diagram}----\n` },
    { path: 'a.adoc', source: `[,mermaid]\n.Title\n${diagram}\nText\n` },
    { path: 'a.asciidoc', source: `\`\`\`mermaid\n${diagram}\`\`\`\n` },
  ],
  reStructuredText: [
    { path: 'a.rst', source: `A\n=\n\n.. mermaid::\n   :caption: x\n\n${indented}\nText\n` },
    { path: 'a.rst', source: `.. note::\n\n   .. mermaid::\n\n${indented.replace(/^(?=.)/gm, '  ')}` },
  ],
  HTML: [
    {
      path: 'a.html',
      source: `<pre class="mermaid">\n${html}</pre>\n`,
      written: '"&lt;b> &amp; `c`"',
    },
    {
      path: 'a.htm',
      source: `<pre><code class="language-mermaid">${html}</code></pre>\n`,
      written: '"&lt;b> &amp; `c`"',
    },
    {
      path: 'a.md',
      source: `<div class="mermaid">\n${html}</div>\n`,
      written: '"&lt;b> &amp; `c`"',
    },
  ],
}

const find = ({ path, source }: Fixture) => findDiagrams(source, languageOfFile(path, source) ?? 'mermaid')

describe.each(Object.entries(fixtures))('%s', (_, all) => {
  it.each(all)('$source', fixture => {
    const { source } = fixture
    const [block, ...others] = find(fixture)
    expect(others).toEqual([])
    expect(block?.text.replace(/^\s+|^%%.*\n/g, '').trimEnd()).toBe(diagram.trimEnd())
    const { text, toSource, fromSource, editToSource } = block!
    for (const word of ['flowchart', '-->', 'b']) {
      const at = text.lastIndexOf(word)
      expect(source.slice(toSource(at), toSource(at) + word.length)).toBe(word)
      expect(fromSource(toSource(at))).toBe(at)
    }
    const at = text.lastIndexOf('b')
    const edited = applyEdits(source, [
      editToSource({ span: { start: at, end: at + 1 }, text: '"<b> & `c`"' }),
    ])
    const renewed = fixture.written ?? '"<b> & `c`"'
    expect(edited).toBe(source.slice(0, toSource(at)) + renewed + source.slice(toSource(at) + 1))
    expect(find({ ...fixture, source: edited })[0]?.text).toBe(
      `${text.slice(0, at)}"<b> & \`c\`"${text.slice(at + 1)}`,
    )
    const line = text.indexOf('  a[')
    const added = applyEdits(source, [
      editToSource({ span: { start: line, end: line }, text: '  a@{ p99: 9ms }\n' }),
    ])
    expect(find({ ...fixture, source: added })[0]?.text).toBe(
      `${text.slice(0, line)}  a@{ p99: 9ms }\n${text.slice(line)}`,
    )
  })
})

it('a notebook stays one, with a string for each line', () => {
  const source = notebook(`\`\`\`mermaid\n${diagram}\`\`\``, true)
  const [block] = findDiagrams(source, 'notebook')
  const at = block!.text.indexOf('  a[')
  const edited = applyEdits(source, [
    block!.editToSource({ span: { start: at, end: at }, text: '  %% "é"\n  %% \\\n' }),
  ])
  expect(JSON.parse(edited).cells[1].source).toEqual([
    ...['```mermaid\n', 'flowchart LR\n', '  %% "é"\n', '  %% \\\n', '  a[R&D] --> b\n', '```'],
  ])
  const removed = applyEdits(source, [
    block!.editToSource({ span: { start: at, end: block!.text.length }, text: '' }),
  ])
  expect(JSON.parse(removed).cells[1].source.join('')).toBe('```mermaid\nflowchart LR\n```')
  expect(findDiagrams(source.slice(0, -40), 'notebook').length).toBeLessThan(2)
})

it('the docs have a row for each host', () => {
  const [table = ''] = readFileSync('docs/hosts.md', 'utf8').split('\n## ')
  const rows = [...table.matchAll(/^\| ([^|]+?) \| [^|]*`.* \|$/gm)]
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(fixtures))
})

it('the docs name the Mermaid of each host that the rule knows', () => {
  const rows = readFileSync('docs/hosts.md', 'utf8').matchAll(/^\| [^|]+ \| `(\w+)` \| (\d+(?:\.\d+)?)/gm)
  expect([...rows].map(([, host = '', version = '']) => [host, versionOf(version)])).toEqual(
    knownHosts.map(host => [host, versionOf(host)]),
  )
})

describe('hostile documents end', () => {
  const often = (text: string) => text.repeat(20_000)
  it.each([
    ['shortcodes that nothing closes', often('{{< mermaid >}}\nflowchart LR\n\n# A\n'), 'markdown'],
    ['components that nothing closes', often('<Mermaid "'), 'mdx'],
    ['fences that nothing closes', often('```mermaid\n'), 'asciidoc'],
    ['JSON within JSON', often('{"cells":['), 'notebook'],
    ['comments in code', '/* ```mermaid */\n// ```mermaid\n/// mermaid\n'.repeat(5000), 'code'],
    ['quotes and hashes', '"""\n# ```mermaid\n"\n'.repeat(5000), 'python'],
  ] as const)('%s', (_, source, language) => {
    const { user: before } = process.cpuUsage()
    findDiagrams(source, language)
    expect(process.cpuUsage().user - before).toBeLessThan(2_000_000)
  })
})

describe('no diagrams are', () => {
  it.each([
    ['shortcodes in a fence', '```md\n{{< mermaid >}}\nA\n{{< /mermaid >}}\n```\n'],
    ['shortcodes shown as text', '{{</* mermaid */>}}\nA\n{{</* /mermaid */>}}\n'],
    ['templates with values of their own', `<Mermaid value={\`\${chart}\`} />\n`],
    ['components within a line', 'Write <Mermaid value={`A`} />\n'],
    [
      'other languages in braces',
      '```{r}\nmermaid\n```\n\n```{.mermaid-x}\nA\n```\n\n```{python .x-mermaid}\n```\n',
    ],
    ['indented code', 'Text\n\n    ```mermaid\n    A\n    ```\n'],
  ])('%s', (_, source) => {
    expect(findDiagrams(source, 'mdx').filter(() => !/^ {4}/m.test(source))).toEqual([])
    expect(findDiagrams(source, 'markdown')).toEqual([])
  })
})

it('a shortcode within a sentence or in code opens nothing', () => {
  const block = '{% mermaid %}\nsequenceDiagram\n  a->>b: GET /x\n{% endmermaid %}\n'
  const source = `Write \`{% mermaid %}\` there.\n\n\`\`\`\n{% mermaid %}\n\`\`\`\n\n${block}`
  expect(findDiagrams(source, 'markdown').map(({ text }) => text)).toEqual([
    'sequenceDiagram\n  a->>b: GET /x\n',
  ])
})
