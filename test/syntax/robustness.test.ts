// Whatever is written, the parser answers: no throw, spans inside the text, most arrows of a broken diagram kept.

import { describe, expect, it } from 'vitest'
import { type Diagram, parseDiagram, type Step } from '../../src/syntax'
import type { Span } from '../../src/text/span'
import { casesOf, families } from '../conformance/cases'

const all = families.flatMap(family => casesOf(family))

/** A generator of numbers from 0 to 1 that gives the same ones every time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function spansOf(diagram: Diagram): Span[] {
  const { nodes, arrows, groups, steps, metadata, comments, statements, problems, header, frontmatter } =
    diagram
  return [
    header,
    ...(frontmatter ? [frontmatter.span] : []),
    ...nodes.flatMap(node =>
      node.mentions.flatMap(({ span, id, label }) => [span, id, ...(label ? [label] : [])]),
    ),
    ...arrows.flatMap(arrow => [
      arrow.span,
      arrow.operator,
      arrow.fromSpan,
      arrow.toSpan,
      arrow.statement,
      ...(arrow.labelSpan ? [arrow.labelSpan] : []),
      ...(arrow.technologySpan ? [arrow.technologySpan] : []),
    ]),
    ...groups.flatMap(group => [group.span, group.whole, ...(group.labelSpan ? [group.labelSpan] : [])]),
    ...steps.flatMap(stepSpans),
    ...metadata.flatMap(({ span, body, targetSpan, attributes }) => [
      span,
      body,
      targetSpan,
      ...attributes.flatMap(({ keySpan, valueSpan }) => [keySpan, valueSpan]),
    ]),
    ...comments.map(comment => comment.span),
    ...statements,
    ...problems.flatMap(problem => [
      problem.span,
      ...problem.fixes.flatMap(fix => fix.edits.map(edit => edit.span)),
    ]),
  ]
}

function stepSpans(step: Step): Span[] {
  if (step.kind !== 'fragment') return [step.span]
  return [
    step.span,
    ...step.sections.flatMap(section => [section.header, ...section.steps.flatMap(stepSpans)]),
  ]
}

/** What is wrong with reading this text; undefined if nothing is. */
function complaint(text: string): string | undefined {
  try {
    const outside = spansOf(parseDiagram(text)).find(
      ({ start, end }) => !(start >= 0 && start <= end && end <= text.length),
    )
    return outside && `${JSON.stringify(text)}: ${JSON.stringify(outside)}`
  } catch (error) {
    return `${JSON.stringify(text)}: ${String(error)}`
  }
}

const junk = [...'[](){}|"\'`<>-=.~&;:,#@%/\\ \n\t\r*xo^v_!é😀\0'].concat(
  [
    '--',
    '-->',
    '%%',
    '%%{',
    'end',
    'subgraph ',
    '@{',
    ':::',
    '((',
    '"`',
    '->>',
    '()',
    'note ',
    'alt ',
    'Rel(',
  ],
  ['$t="', 'in ', 'title ', 'direction TB', '---\n', 'style ', 'click '],
)

function mutant(text: string, roll: () => number): string {
  const at = Math.floor(roll() * text.length)
  const piece = junk[Math.floor(roll() * junk.length)] ?? ''
  const kind = roll()
  if (kind < 0.3) return text.slice(0, at) + text.slice(at + 1)
  if (kind < 0.7) return text.slice(0, at) + piece + text.slice(at)
  if (kind < 0.9) return text.slice(0, at) + piece + text.slice(at + 1)
  return text.slice(0, at) + text.slice(at + Math.floor(roll() * 30))
}

describe('any text is read without a throw, all spans inside it', () => {
  it('every prefix of every diagram', () => {
    const complaints = all.flatMap(text =>
      Array.from(text, (_, length) => complaint(text.slice(0, length))).filter(found => found !== undefined),
    )
    expect(complaints.slice(0, 3)).toEqual([])
  })

  it('10,000 mutants', () => {
    const roll = dice(20260517)
    const complaints: string[] = []
    for (let count = 0; count < 10_000; count++) {
      let text = all[count % all.length] ?? ''
      for (let rounds = 1 + Math.floor(roll() * 3); rounds > 0; rounds--) text = mutant(text, roll)
      const found = complaint(text)
      if (found) complaints.push(found)
    }
    expect(complaints.slice(0, 3)).toEqual([])
  })

  it('random characters under every header', () => {
    const roll = dice(7)
    const headers = ['', 'flowchart LR\n', 'sequenceDiagram\n', 'C4Context\n', 'architecture-beta\n', '---\n']
    const complaints: string[] = []
    for (let count = 0; count < 2_000; count++) {
      const noise = Array.from({ length: 60 }, () =>
        roll() < 0.5 ? (junk[Math.floor(roll() * junk.length)] ?? '') : String.fromCharCode(roll() * 0xffff),
      )
      const found = complaint((headers[count % headers.length] ?? '') + noise.join(''))
      if (found) complaints.push(found)
    }
    expect(complaints.slice(0, 3)).toEqual([])
  })
})

describe('a broken diagram', () => {
  it('keeps at least 90 % of its arrows when one character is wrong', () => {
    const roll = dice(99)
    const long = families.map(family => longDiagram(family))
    let before = 0
    let after = 0
    for (let count = 0; count < 2_000; count++) {
      const text = long[count % long.length] ?? ''
      const start = text.indexOf('\n') + 1
      const at = start + Math.floor(roll() * (text.length - start))
      const piece = junk[Math.floor(roll() * 40)] ?? ''
      const broken = parseDiagram(text.slice(0, at) + piece + text.slice(at + (count % 2)))
      before += parseDiagram(text).arrows.length
      after += Math.min(broken.arrows.length, parseDiagram(text).arrows.length)
    }
    expect(after / before).toBeGreaterThan(0.95)
  })

  it('gets one problem for each independent error, and `end` still closes its subgraph', () => {
    const text =
      'flowchart LR\nsubgraph s\n  a[f(x)] --> b\n  b -> c\nend\nsubgraph t\n  d{ --> e\nend\nf --> g\n'
    const { problems, groups, arrows } = parseDiagram(text)
    expect(problems.map(problem => text.slice(0, problem.span.start).split('\n').length)).toEqual([3, 4, 7])
    expect(groups.map(group => group.id)).toEqual(['s', 't'])
    expect(arrows.map(arrow => `${arrow.from}${arrow.to}`)).toEqual(['ab', 'bc', 'fg'])
  })

  it('is told about at the place where it is broken, whatever Mermaid cuts above', () => {
    const text =
      '---\ntitle: x\n---\n%%{init: {}}%%\n%% a comment\nflowchart LR\r\n  a["#quot;"] --> b\r\n  c -> d\n'
    const { problems } = parseDiagram(text)
    expect(problems.map(problem => text.slice(problem.span.start, problem.span.end))).toEqual(['->'])
  })
})

function longDiagram(family: (typeof families)[number]): string {
  const count = 24
  const ids = Array.from({ length: count }, (_, index) => `s${index}`)
  if (family === 'flowchart') {
    return `flowchart LR\n${ids.map((id, at) => `  ${id}[Service ${at}] -->|HTTPS| s${at + 1}[(Store)]`).join('\n')}\n`
  }
  if (family === 'sequence') {
    return `sequenceDiagram\n${ids.map((id, at) => `  ${id}->>s${at + 1}: GET /orders`).join('\n')}\n`
  }
  if (family === 'c4') {
    const elements = ids.map(id => `  System(${id}, "System ${id}")`)
    return `C4Context\n${[...elements, ...ids.map((id, at) => `  Rel(${id}, s${at + 1}, "calls")`)].join('\n')}\n`
  }
  const services = ids.map(id => `  service ${id}(server)[${id}]`)
  return `architecture-beta\n${[...services, ...ids.map((id, at) => `  ${id}:R --> L:s${(at + 1) % count}`)].join('\n')}\n`
}

describe('reading takes time in proportion to the text', () => {
  it('grows from 1,000 to 50,000 arrows without a jump', () => {
    const chart = (count: number) =>
      `flowchart LR\n${Array.from({ length: count }, (_, at) => `  n${at}[Node ${at}] -->|calls| n${at + 1}`).join('\n')}`
    const timeOf = (text: string) => {
      const start = performance.now()
      parseDiagram(text)
      return performance.now() - start
    }
    const best = (text: string) => Math.min(timeOf(text), timeOf(text), timeOf(text))
    timeOf(chart(1_000))
    const small = best(chart(1_000))
    expect(best(chart(50_000)) / small, 'quadratic time would give 2,500').toBeLessThan(500)
  })

  it('holds for text made to be slow', () => {
    const nasty = [
      `flowchart LR\na -- ${' '.repeat(50_000)}x`,
      `flowchart LR\n${'1:'.repeat(30_000)}`,
      `flowchart LR\n${'\n '.repeat(30_000)}`,
      `flowchart LR\n${'<a'.repeat(30_000)}="x"`,
      `flowchart LR\n${'a@'.repeat(30_000)}`,
      `flowchart LR\nstyle ${'::::#'.repeat(20_000)}`,
      `flowchart LR\n${'['.repeat(30_000)}`,
      `flowchart LR\na@{ ${'x: '.repeat(20_000)}`,
      `flowchart LR\n${'%%{ '.repeat(20_000)}`,
      `sequenceDiagram\nparticipant ${' a'.repeat(30_000)}:`,
      `sequenceDiagram\n${'-'.repeat(50_000)}`,
      `C4Context\nSystem(${'"a",'.repeat(20_000)}`,
      `architecture-beta\n${'-a'.repeat(30_000)}`,
      `---\n${'  '.repeat(30_000)}`,
      `flowchart LR\n${' '.repeat(60_000)}%%x`,
    ]
    const start = performance.now()
    for (const text of nasty) parseDiagram(text)
    expect(performance.now() - start).toBeLessThan(4_000)
  })
})
