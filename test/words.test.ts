// Words that every object of JavaScript knows are words like others, wherever an author can write one.

import { describe, expect, it } from 'vitest'
import {
  analyze,
  completionsAt,
  configurationOf,
  explainTerm,
  findings,
  fixesAt,
  flowTables,
  hints,
  hoverAt,
  inspect,
  lenses,
  previewModel,
  readConfiguration,
  referencesAt,
  renameEdits,
  statementEdits,
  symbols,
} from '../src/service'
import { fromPreview } from '../src/service/preview/messages'
import type { Language } from '../src/text/languages'
import { exhaustive } from './fuzzing'

/** Each beside one of its length that sounds alike and that JavaScript does not know. */
const words = [
  ['constructor', 'zonstruzzor'],
  ['__proto__', '__zzozo__'],
  ['toString', 'toZtring'],
  ['hasOwnProperty', 'hasOwnZzoperzz'],
  ['valueOf', 'priceOf'],
  ['isPrototypeOf', 'isZzotozzzeOf'],
] as const

const settings = (word: string) => `---
title: ${word}
arrowsmith:
  ${word}: 1
  assume: nothing
  preset: ${word}
  defaults: { node: { ${word}: 1 }, arrow: { ${word}: 2 }, ${word}: { p99: 1s } }
  objectives: { ${word}: { from: ${word}, to: db, p99: 1ms, ${word}: 3 } }
  entries: [${word}]
---
`

const designs: Readonly<Record<string, (word: string) => string>> = {
  flowchart: word => `${settings(word)}flowchart ${word}
  ${word}[${word}] ${word}@-->|"${word}, 2s ${word}, ${word}: 3"| db[(${word})]
  subgraph g${word} [${word}]
    ${word}2["&${word}; ${word}"]
  end
  ${word}2 --> ${word} & g${word}
  ${word}@{ ${word}: 1, shape: ${word}, kind: ${word}, tech: ${word}, p99: ${word} }
  ${word}:::${word}
  class db ${word}
  click ${word} ${word}
  style ${word} ${word}
  %% ${word}@{ ${word}: 1, p50: 5ms, p99: 20ms, region: ${word} }
  %% ${word}->db@{ ${word}: 2, retry: ${word}, protocol: ${word} }
  %% arrowsmith-disable ${word}, missing-timeout -- ${word}
  %% arrowsmith-disable-next-line ${word}
  %% arrowsmith: { ${word}: 1, entries: [${word}] }
`,
  sequence: word => `sequenceDiagram
  participant ${word} as ${word}
  participant db@{ "type": "${word}", "alias": "${word}" }
  ${word}->>db: ${word} /${word}
  Note over ${word}: ${word}
  box ${word} ${word}
  end
`,
  c4: word => `C4Container
  Container(${word}, "${word}", "${word}", $tags="${word}")
  ${word}(a, "A")
  System_Boundary(b, "${word}", $${word}="x") {
    ContainerDb(db, "${word}", "${word}")
  }
  Rel(${word}, db, "${word}", "${word}", $${word}="${word}")
  UpdateElementStyle(${word}, $bgColor="${word}")
`,
  architecture: word => `architecture-beta
  group g(${word})[${word}]
  service ${word}(${word})[${word}] in g
  service db(database)[${word}] in ${word}
  ${word}:R --> L:db
`,
}

const configuration = (word: string) =>
  JSON.stringify({ preset: 'strict' }).replace(
    '}',
    `, "${word}": 1, "rules": { "${word}": "off", "missing-timeout": { "${word}": 1, "options": { "${word}": 2 } } },
     "components": { "${word}": { "${word}": 1, "p99": "3ms" } }, "defaults": { "${word}": {}, "node": { "${word}": 1 } },
     "files": { "${word}": { "${word}": 1, "components": { "${word}": { "p99": "1ms" } } } }, "sharing": "${word}" }`,
  )

/** Everything that can be asked of a text, at every word of it. */
function answers(source: string, { word, language }: { readonly word: string; readonly language: Language }) {
  const read = readConfiguration(configuration(word), 'arrowsmith.config.json')
  const context = { language, configuration: configurationOf([{ read, path: `${word}/x.mmd` }]) }
  const snapshot = analyze(source, context)
  const offsets = [...source.matchAll(/[\w-]+/g)].map(({ index }) => index + 1)
  const edited = (key: 'component' | 'region') =>
    previewModel(snapshot, 0, { changes: [{ target: word, key, value: word }] })
  return {
    configuration: read.problems,
    findings: findings(snapshot, { figures: true }).map(({ rule, message, fixes }) => [
      rule,
      message,
      fixes.map(({ title, edits }) => [title, edits]),
    ]),
    fixes: fixesAt(snapshot, { start: 0, end: source.length }).map(({ title }) => title),
    flows: flowTables(snapshot),
    shown: [hints(snapshot), lenses(snapshot), symbols(snapshot), inspect(snapshot)],
    hovers: offsets.map(offset => hoverAt(snapshot, offset)?.markdown),
    completions: offsets.map(offset => completionsAt(snapshot, offset)),
    names: offsets.map(offset => [
      referencesAt(snapshot, offset).length,
      renameEdits(snapshot, offset, word),
      renameEdits(snapshot, offset, `${word}9`),
    ]),
    pictures: [previewModel(snapshot, 0), edited('component'), edited('region')],
    statements: statementEdits(snapshot, 0, { at: word, keys: [word, 'p50/p99'] }),
  }
}

/** Answers differ in nothing but the word, which Markdown has escaped, and in how much its syllables say of a picture. */
const without = (word: string, answer: unknown) =>
  JSON.stringify(answer)
    .replaceAll('\\\\', '')
    .replace(/"confidence":[\d.]+/g, '"confidence":0')
    .replaceAll(word, '…')
    .replaceAll(word.toLowerCase(), '…')

describe.each(exhaustive ? words : words.slice(0, 4))('%s', (word, other) => {
  it.each(Object.keys(designs))('is a word like another in a %s', name => {
    const design = designs[name]!
    const expected = answers(design(other), { word: other, language: 'mermaid' })
    const found = answers(design(word), { word, language: 'mermaid' })
    for (const [key, answer] of Object.entries(found))
      expect(without(word, answer), key).toBe(without(other, expected[key as keyof typeof expected]))
  })

  it('is a term like another, and no message of the preview', () => {
    // Protocol Buffers are known by that name.
    if (word !== '__proto__') expect(explainTerm(word)).not.toHaveProperty('markdown')
    expect(explainTerm(word)).toBeTypeOf('object')
    expect(fromPreview.safeParse({ type: word }).success).toBe(false)
  })
})
