// Documents of every host: a diagram embedded in each, and documents put together from what matters to their readers.

import type { Language } from '../src/text/languages'

const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by)

/** How each host embeds a diagram. */
export const embedded: Readonly<Record<Language, (diagram: string) => string>> = {
  mermaid: diagram => diagram,
  markdown: diagram => `# A\n\n1. > \`\`\`mermaid\n${indented(diagram, '   > ')}\n   > \`\`\`\n\nText\n`,
  mdx: diagram => `<Tab\n\ttitle="x"\n\t>\n\n\t\`\`\`mermaid\n${indented(diagram, '\t')}\n\t\`\`\`\n</Tab>\n`,
  notebook: diagram =>
    JSON.stringify(
      {
        cells: [
          {
            cell_type: 'markdown',
            source: [`# A\n`, `\`\`\`mermaid\n`, ...`${diagram}\n`.match(/.*\n/g)!, '```'],
          },
        ],
      },
      undefined,
      1,
    ),
  html: diagram =>
    `<p>A</p>\n<pre class="x mermaid">\n${diagram.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>\n`,
  asciidoc: diagram => `= A\n\n[source,mermaid]\n----\n${diagram}\n----\n\nText\n`,
  restructuredtext: diagram => `A\n=\n\n.. mermaid::\n   :name: x\n\n${indented(diagram, '   ')}\n\nText\n`,
  code: diagram =>
    `/// A\n/**\n * B\n *\n * \`\`\`mermaid\n${indented(diagram, ' * ')}\n * \`\`\`\n */\nfn main() {}\n`,
  python: diagram =>
    `# A\ndef f():\n    """B\n\n    \`\`\`mermaid\n${indented(diagram, '    ')}\n    \`\`\`\n    """\n    return "#"\n`,
}

const diagramLines = [
  'flowchart LR',
  'a[API] --> b[(DB)]',
  'a-->|x|b',
  '%% a@{ p99: 1ms }',
  'end',
  'A->>B: GET /x',
  'sequenceDiagram',
]
const blanks = ['', '', ' ', '   ', '    ', '\t', ' \t', '      ', '\uFEFF', '\u2028']
const markdownMarks = [
  '> ',
  '>',
  '- ',
  '-',
  '1. ',
  '12) ',
  '* * *',
  '---',
  '```',
  '```mermaid',
  '````mermaid',
  '~~~ mermaid',
  ':::mermaid',
  ':::',
  '# ',
  '===',
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '<pre class="mermaid">',
  '</pre>',
  '<Tab',
  '/>',
  '!!! note',
  '=== "A"',
  '```{mermaid}',
  ':name: x',
  '{{< mermaid >}}',
  '{{< /mermaid >}}',
  '{% mermaid %}',
  '{% endmermaid %}',
  '<Mermaid value={`',
  '`} />',
  '%%',
  '"',
]
const words = [
  '',
  'x',
  'Some words of prose',
  'A --> B```',
  '`',
  ':',
  '|',
  '&amp;',
  '&#x1F4E6;',
  '&#0;',
  '<!-- arrowsmith-disable -->',
  '\0',
  '\uD800',
]

const marks: Readonly<Record<Language, readonly string[]>> = {
  mermaid: ['---', '%%{', '}%%', '@{', '}', '"', 'subgraph'],
  markdown: markdownMarks,
  mdx: markdownMarks,
  notebook: [
    '{"cells":[',
    '{"cell_type":"markdown",',
    '"source":[',
    '"```mermaid\\n",',
    '"\\ud83d',
    '",',
    ']}',
    ']',
  ],
  html: [
    '<pre class="mermaid">',
    '<div class=mermaid>',
    "<pre class='a mermaid' id=x",
    '>',
    '</pre>',
    '</div >',
    '<h1>',
    '<!--',
    '-->',
    '&lt;',
    '=',
  ],
  asciidoc: [
    '[mermaid]',
    '[source,mermaid]',
    '```mermaid',
    '--',
    '[source , "mermaid"]',
    '----',
    '-----',
    '....',
    '====',
    '```',
    '.Title',
    '== ',
    '= ',
  ],
  restructuredtext: ['.. mermaid::', '   .. mermaid:: x', '   :name: x', '====', '----', '.. ', '::'],
  code: ['/**', '/*', '*/', ' * ', ' *', '///', '//! ', '//', '```mermaid', '```', '> ', '    ', '/'],
  python: ['"""', "'''", 'r"""', '\\"', '# ', '#', '```mermaid', '```', 'x = "', "'", '    '],
}

/** A document of this many lines, each of a few pieces. */
export function randomDocument(language: Language, lines: number, random: () => number): string {
  const oneOf = (choices: readonly string[]) => choices[Math.floor(random() * choices.length)]!
  const piece = () =>
    oneOf([blanks, marks[language], marks[language], diagramLines, words][Math.floor(random() * 5)]!)
  const line = () =>
    Array.from({ length: Math.floor(random() * 5) }, piece).join('') + oneOf(['\n', '\n', '\r\n', '\r'])
  return Array.from({ length: lines }, line).join('')
}
