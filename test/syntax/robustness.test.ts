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
    const long = families.map(family => {
      const text = longDiagram(family)
      return { text, arrows: parseDiagram(text).arrows.length }
    })
    let before = 0
    let after = 0
    for (let count = 0; count < 2_000; count++) {
      const { text, arrows } = long[count % long.length]!
      const start = text.indexOf('\n') + 1
      const at = start + Math.floor(roll() * (text.length - start))
      const piece = junk[Math.floor(roll() * 40)] ?? ''
      const broken = parseDiagram(text.slice(0, at) + piece + text.slice(at + (count % 2)))
      before += arrows
      after += Math.min(broken.arrows.length, arrows)
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
  /** Milliseconds of this process's CPU, whatever else the machine does; the least of several, since garbage is collected in between. */
  const timeOf = (text: string): number => {
    const once = () => {
      const before = process.cpuUsage()
      parseDiagram(text)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    return Math.min(once(), once(), once(), once(), once())
  }

  /**
   * Four times the text takes four times as long, and sixteen times as long if time grew with its square. A collection of
   * garbage may spoil a look at it, and another look is taken; what grows with the square is seen in each.
   */
  const expectLinear = (write: (count: number) => string, count: number): void => {
    timeOf(write(count >> 2))
    const leastMs = 4
    const look = () => timeOf(write(4 * count)) / Math.max(leastMs, timeOf(write(count)))
    const first = look()
    expect(first < 9 ? first : Math.min(look(), look())).toBeLessThan(9)
  }

  it('of arrows', () =>
    expectLinear(
      count =>
        `flowchart LR\n${Array.from({ length: count }, (_, at) => `  n${at}[Node ${at}] -->|calls| n${at + 1}`).join('\n')}`,
      3_000,
    ))

  it.each<readonly [string, (count: number) => string]>([
    ['spaces in a label', count => `flowchart LR\na -- ${' '.repeat(count)}x`],
    ['ports', count => `flowchart LR\n${'1:'.repeat(count)}`],
    ['empty lines', count => `flowchart LR\n${'\n '.repeat(count)}`],
    ['angle brackets', count => `flowchart LR\n${'<a'.repeat(count)}="x"`],
    ['ids of arrows', count => `flowchart LR\n${'a@'.repeat(count)}`],
    ['colons of a style', count => `flowchart LR\nstyle ${'::::#'.repeat(count)}`],
    ['brackets', count => `flowchart LR\n${'['.repeat(count)}`],
    ['keys without values', count => `flowchart LR\na@{ ${'x: '.repeat(count)}`],
    ['directives', count => `flowchart LR\n${'%%{ '.repeat(count)}`],
    ['names of a participant', count => `sequenceDiagram\nparticipant ${' a'.repeat(count)}:`],
    ['dashes', count => `sequenceDiagram\n${'-'.repeat(count)}`],
    ['parameters', count => `C4Context\nSystem(${'"a",'.repeat(count)}`],
    ['dashes of a family', count => `architecture-beta\n${'-a'.repeat(count)}`],
    ['spaces of frontmatter', count => `---\n${'  '.repeat(count)}`],
    ['spaces before a comment', count => `flowchart LR\n${' '.repeat(count)}%%x`],
  ])('of %s', (_, write) => expectLinear(write, 8_000))

  it.each(['create - a', 'participant a,}', 'participant a<b>', 'note left of ', 'a->>Opt: x'])(
    'of lines that cannot be read, `%s`',
    // So many that one collection of garbage among them weighs little.
    line => expectLinear(count => `sequenceDiagram\n${`${line}\n`.repeat(count)}`, 2_000),
  )
})
