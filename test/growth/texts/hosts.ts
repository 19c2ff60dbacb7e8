// Documents that grow: their own marks, many diagrams in them, and what the diagrams share.

import { generators, times, word } from '../generator'

const fence = (body: string) => `\`\`\`mermaid\n${body}\n\`\`\`\n`
const diagram = (n: number) => `flowchart LR\nweb${n}[Web app] -->|HTTPS| api${n}[${word(n)} API]`

export const markdown = generators('markdown', 'markdown', {
  'lines of text': n => times(n, i => `Line ${i} of text.`),
  'one line of text': n => 'word '.repeat(n),
  'dashes of a rule': n => '- '.repeat(n),
  'stars of a rule': n => '* '.repeat(n),
  'dashes of a rule and a word': n => `${'- '.repeat(n)}x`,
  'underscores of a rule': n => '_ '.repeat(n),
  'numbers of lists': n => '1. '.repeat(n),
  lists: n => times(n, i => `- item ${i}`),
  'lists one in the other': n => times(Math.sqrt(2 * n), i => `${'  '.repeat(i)}- item`),
  'lists one in the other, and as many lines': n =>
    `${'- '.repeat(Math.sqrt(n))}x\n${times(Math.sqrt(n), () => `${'  '.repeat(Math.sqrt(n))}y`)}`,
  'quotes one in the other': n => `${'> '.repeat(n)}x`,
  'quotes one in the other, and as many lines': n =>
    times(Math.sqrt(n), () => `${'> '.repeat(Math.sqrt(n))}x`),
  quotes: n => times(n, () => '> quoted'),
  tabs: n => `${'\t'.repeat(n)}x`,
  blanks: n => `${' '.repeat(n)}x`,
  headings: n => times(n, i => `# Heading ${i}`),
  'underlined headings': n => times(n, i => `Heading ${i}\n---`),
  'a long heading': n => `# ${'x '.repeat(n)}`,
  hashes: n => '#'.repeat(n),
  'html lines': n => times(n, () => '<div>'),
  'html attributes': n => `<a ${'b="c" '.repeat(n)}`,
  'html comments without end': n => times(n, () => '<!-- x'),
  'angle brackets': n => '<'.repeat(n),
  'classes of mermaid unclosed': n => times(n, () => '<div class="mermaid'),
  'classes of mermaid unclosed in one line': n => 'class="mermaid '.repeat(n),
  'classes unclosed': n => times(n, () => '<pre class="x'),
  'tags of mermaid': n => times(n, i => `<pre class="mermaid">\n${diagram(i)}\n</pre>\n`),
  'tags of mermaid without end': n => times(n, i => `<pre class="mermaid">\n${diagram(i)}\n`),
  fences: n => times(n, i => fence(diagram(i))),
  'the same fence': n => times(n, () => fence(diagram(0))),
  'fences under headings': n => times(n, i => `## Part ${i}\n${fence(diagram(i))}`),
  'fences of code': n => times(n, () => '```js\nx\n```'),
  'fences without end': n => times(n, () => '```mermaid\nflowchart LR'),
  ticks: n => '`'.repeat(n),
  'fences stating the same': n =>
    times(n, i => fence(`flowchart LR\nweb${i}[Web app] --> api[Order API]\n%% api@{ p99: 30ms }`)),
  'fences stating something else each': n =>
    times(n, i => fence(`flowchart LR\nweb[Web app] --> api[Order API]\n%% api@{ p99: ${i}ms }`)),
  'fences stating things one after another': n =>
    times(n, i => fence(`flowchart LR\na[${word(i)} API] --> b[${word(i + 1)} API]\n%% a@{ p99: ${i}ms }`)),
  'fences with versions': n =>
    times(
      n,
      i =>
        `## Version ${i}\n${fence(`flowchart LR\nweb[Web app] --> api[Order API]\n%% api@{ p99: ${i}ms }`)}`,
    ),
  'fences with suppressions': n =>
    `<!-- arrowsmith-disable missing-timeout -->\n${times(n, i => fence(diagram(i)))}`,
  'suppressions around': n =>
    `${times(n, () => '<!-- arrowsmith-disable missing-timeout -->')}\n${fence(diagram(1))}`,
  'a suppression of the same rule': n =>
    `<!-- arrowsmith-disable ${times(n, () => 'missing-timeout', ', ')} -->\n${fence(diagram(1))}`,
  'suppressions and fences': n =>
    times(n, i => `<!-- arrowsmith-disable missing-timeout -->\n${fence(diagram(i))}`),
  frontmatter: n => `---\n${times(n, i => `key${i}: value`)}\n---\n${fence(diagram(1))}`,
  'frontmatter with settings': n =>
    `---\narrowsmith:\n  defaults:\n    node:\n${times(n, i => `      k${i}: 1ms`)}\n---\n${fence(diagram(1))}`,
  'a diagram in a list': n =>
    `- x\n\n  \`\`\`mermaid\n  flowchart LR\n${times(n, i => `  a${i} -->|HTTP| b${i}`)}\n  \`\`\`\n`,
  'a diagram in quotes': n =>
    `> \`\`\`mermaid\n> flowchart LR\n${times(n, i => `> a${i} -->|HTTP| b${i}`)}\n> \`\`\`\n`,
  colons: n => times(n, () => '::: mermaid\nflowchart LR\na-->b\n:::'),
  'a diagram deep in quotes': n =>
    `${'> '.repeat(n)}\`\`\`mermaid\n${'> '.repeat(n)}flowchart LR\n${'> '.repeat(n)}a[Web] -->|HTTP| b[API]\n`,
})

export const mdx = generators('mdx', 'mdx', {
  'indented angle brackets': n => times(n, () => '\t> x'),
  'elements over lines': n => times(n, () => '<Tab\n    title="x"\n    >\n</Tab>'),
  fences: n => times(n, i => fence(diagram(i))),
  'quotes one in the other': n => `${'\t> '.repeat(n)}x`,
})

export const html = generators('html', 'html', {
  diagrams: n => times(n, i => `<pre class="mermaid">\n${diagram(i)}\n</pre>`),
  'diagrams without end': n => times(n, i => `<pre class="mermaid">\n${diagram(i)}`),
  'one diagram': n =>
    `<div class="mermaid">\nflowchart LR\n${times(n, i => `a${i} --&gt;|HTTP| b${i}`)}\n</div>`,
  'character references': n => `<div class="mermaid">\nflowchart LR\na["${'&amp;'.repeat(n)}"]\n</div>`,
  'classes unclosed': n => times(n, () => '<pre class="mermaid'),
  'classes unclosed in one tag': n => `<pre ${'class="mermaid '.repeat(n)}`,
  'classes of others': n => times(n, () => '<pre class="x">'),
  headings: n => times(n, i => `<h1>Heading ${i}</h1>`),
  'headings unclosed': n => times(n, () => '<h1 '),
})

export const asciidoc = generators('asciidoc', 'asciidoc', {
  diagrams: n => times(n, i => `[mermaid]\n----\n${diagram(i)}\n----\n`),
  'diagrams without end': n => times(n, i => `[mermaid]\n----\n${diagram(i)}`),
  announcements: n => times(n, () => '[mermaid]'),
  headings: n => times(n, i => `= Heading ${i}`),
})

export const restructuredText = generators('restructuredtext', 'restructuredtext', {
  diagrams: n => times(n, i => `.. mermaid::\n\n   ${diagram(i).replaceAll('\n', '\n   ')}\n`),
  'one diagram': n => `.. mermaid::\n\n   flowchart LR\n${times(n, i => `   a${i} -->|HTTP| b${i}`)}\n`,
  options: n => `.. mermaid::\n${times(n, i => `   :key${i}: value`)}\n\n   flowchart LR\n   a --> b`,
  headings: n => times(n, i => `Heading ${i}\n======`),
})
