// Lines that fixes write: below a statement, indented like it, whatever ends the lines of the document.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { inOneBlock, lineBelow, mergedEdits } from '../../src/rules/fixes/annotate'
import { drawServer } from '../../src/rules/fixes/draw-server'
import { enumerated, enumeratedFirst } from '../../src/rules/fixes/enumeration'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'
import { span } from '../../src/text/span'

const spanOf = (text: string, part: string) => span(text.indexOf(part), text.indexOf(part) + part.length)

describe('a line below a statement', () => {
  it.each([
    [
      'indented like it',
      'flowchart LR\n    a --> b\nc --> d\n',
      'flowchart LR\n    a --> b\n    %% x\nc --> d\n',
    ],
    ['behind the last line', 'flowchart LR\n  a --> b', 'flowchart LR\n  a --> b\n  %% x'],
    [
      'behind what stands beside it',
      'flowchart LR\n  a --> b; c --> d\n',
      'flowchart LR\n  a --> b; c --> d\n  %% x\n',
    ],
    ['as the first line', 'a --> b\n', 'a --> b\n%% x\n'],
    [
      'before a carriage return',
      'flowchart LR\r\n  a --> b\r\nc --> d\r\n',
      'flowchart LR\r\n  a --> b\n  %% x\r\nc --> d\r\n',
    ],
    [
      'above a directive that runs on',
      '  a --> b %%{ init:\n{} }%%\n',
      '  %% x\n  a --> b %%{ init:\n{} }%%\n',
    ],
  ])('stands %s', (_, text, expected) => {
    expect(applyEdits(text, [lineBelow(text, spanOf(text, 'a --> b'), '%% x')])).toBe(expected)
  })
})

describe('edits of several fixes', () => {
  const edit = (at: number, text: string) => ({ span: span(at, at), text })
  const fix = (...edits: ReturnType<typeof edit>[]) => ({ title: '', safe: false, edits })

  it('are made once where they are the same', () => {
    expect(mergedEdits([fix(edit(3, 'x')), fix(edit(3, 'x'), edit(3, 'y'), edit(4, 'x'))])).toEqual([
      edit(3, 'x'),
      edit(3, 'y'),
      edit(4, 'x'),
    ])
  })

  it('come together below the last arrow', () => {
    const lines = [edit(5, '\n  %% a@{ x: 1 }'), edit(9, '\n    %% b@{ x: 1 }'), edit(1, 'label')]
    expect(inOneBlock(lines)).toEqual([edit(1, 'label'), edit(9, '\n    %% a@{ x: 1 }\n    %% b@{ x: 1 }')])
  })

  it('stay where a single line is', () => {
    const lines = [edit(5, '\n  %% a@{ x: 1 }'), edit(1, 'label')]
    expect(inOneBlock(lines)).toEqual(lines)
  })
})

describe('a server that is drawn', () => {
  const drawn = (text: string) => {
    const system = readSystem(parseDiagram(text), {})
    const fix = drawServer(system, {
      title: 'Draw it',
      id: 'turn',
      text: 'TURN server',
      technology: 'coturn',
      protocol: 'TURN',
      callers: system.components.slice(0, 2),
      below: spanOf(
        text,
        text.includes('Rel(') ? 'Rel(a, b, "calls")' : text.includes('->>') ? 'a->>b: hello' : 'a --> b',
      ),
    })
    expect(fix.safe).toBe(false)
    return applyEdits(text, fix.edits)
  }

  it.each([
    [
      'below the arrow, indented like it',
      'flowchart LR\n   a --> b\n',
      'flowchart LR\n   a --> b\n   turn[TURN server]\n   a -->|TURN| turn\n   b -->|TURN| turn\n',
    ],
    [
      'behind the last line',
      'flowchart LR\n  a --> b',
      'flowchart LR\n  a --> b\n  turn[TURN server]\n  a -->|TURN| turn\n  b -->|TURN| turn',
    ],
    [
      'before a carriage return',
      'flowchart LR\r\na --> b\r\n',
      'flowchart LR\r\na --> b\nturn[TURN server]\na -->|TURN| turn\nb -->|TURN| turn\r\n',
    ],
    [
      'under another id where its own is taken',
      'flowchart LR\na --> b\nTurn --> b\nturn2 --> b\n',
      'flowchart LR\na --> b\nturn3[TURN server]\na -->|TURN| turn3\nb -->|TURN| turn3\nTurn --> b\nturn2 --> b\n',
    ],
    [
      'in a trace',
      'sequenceDiagram\na->>b: hello\n',
      'sequenceDiagram\na->>b: hello\nparticipant turn as TURN server\na->>turn: TURN\nb->>turn: TURN\n',
    ],
    [
      'in C4',
      'C4Container\nContainer(a, "A")\nContainer(b, "B")\nRel(a, b, "calls")\n',
      'C4Container\nContainer(a, "A")\nContainer(b, "B")\nRel(a, b, "calls")\nContainer(turn, "TURN server", "coturn")\nRel(a, turn, "Relays through", "TURN")\nRel(b, turn, "Relays through", "TURN")\n',
    ],
  ])('stands %s', (_, text, expected) => {
    expect(drawn(text)).toBe(expected)
  })
})

it('names up to three, a fourth that is the only other, and that there are others', () => {
  const names = ['A', 'B', 'C', 'D', 'E']
  expect([0, 1, 2, 3, 4, 5].map(count => enumeratedFirst(names.slice(0, count)))).toEqual([
    '',
    'A',
    'A and B',
    'A, B and C',
    'A, B, C and D',
    'A, B, C and others',
  ])
  expect(enumerated(names)).toBe('A, B, C, D and E')
})
