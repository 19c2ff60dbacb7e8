// Small diagrams that nobody would write on purpose: excerpts of all that is tried elsewhere, mangled once or twice.

import { rules } from '../../src/rules'
import { withoutExpectations } from '../expectations'
import { randomFrom } from '../mangling'
import { readPage } from '../pages'
import { documents } from './diagrams'

/** Every diagram of the rules' pages, the examples, the design pages and the samples. */
export const originals: readonly string[] = [
  ...rules.flatMap(rule => readPage(rule).examples.map(({ text }) => withoutExpectations(text))),
  ...documents.flatMap(({ texts }) => texts),
]

/** Mutants of originals drawn at random, without end. */
export function* mutants(seed: number): Generator<string, never> {
  const random = randomFrom(seed)
  for (;;) {
    let text = excerpt(originals[Math.floor(random() * originals.length)]!, random)
    for (let rounds = 1 + Math.floor(random() * 2); rounds > 0; rounds--) text = mangled(text, random)
    yield text
  }
}

/** The first line that says what it is, and some of the lines below it. */
function excerpt(text: string, random: () => number): string {
  const lines = text.split('\n')
  const header = lines.findIndex(line => /^(?:flowchart|graph|sequenceDiagram|C4|architecture)/.test(line))
  const most = 5
  if (header < 0 || lines.length <= header + most) return text
  const from = header + 1 + Math.floor(random() * (lines.length - header - most))
  return [...lines.slice(0, header + 1), ...lines.slice(from, from + most), ''].join('\n')
}

/** A stretch deleted, doubled, moved, or replaced by something that means something to Mermaid. */
function mangled(text: string, random: () => number): string {
  const pick = (below: number): number => Math.floor(random() * below)
  const start = pick(text.length + 1)
  const end = Math.min(text.length, start + pick(pick(3) === 0 ? 16 : 4))
  const stretch = text.slice(start, end)
  const rest = text.slice(0, start) + text.slice(end)
  const way = pick(6)
  if (way === 0) return rest
  if (way === 1) return text.slice(0, end) + stretch + text.slice(end)
  if (way === 2) {
    const to = pick(rest.length + 1)
    return rest.slice(0, to) + stretch + rest.slice(to)
  }
  const piece = pieces[pick(pieces.length)]!
  return text.slice(0, start) + piece + text.slice(way === 3 ? start : end)
}

const pieces: readonly string[] = [
  ...[
    '-->',
    '->',
    '---',
    '-.->',
    '==>',
    '--',
    '-.',
    '~~~',
    '->>',
    '-->>',
    '-x',
    ' --o',
    'x--',
    '=>',
    '→',
    '<-->',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '[(',
    ')]',
    '((',
    '))',
    '[[',
    '{{',
    '>',
    '[/',
    '/]',
    '[|',
    '|',
    '||',
    '"',
    "'",
    '`',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '  ',
    '\t',
    ';',
    ':',
    ',',
    '.',
    '#',
    '&',
    ' & ',
    '@',
    '=',
    '\\',
    '/',
    '<br/>',
    '&amp;',
  ],
  ...['%%', '%% note', '%%{', '}%%', '@{', '@{ p99: 1ms }', ':::', '#35;', 'x', 'o', '1', 'é', '🚀'],
  ...[
    'end',
    'subgraph',
    'subgraph s',
    'class',
    'style',
    'click',
    'graph',
    'call',
    'direction LR',
    'lr',
    'TD',
  ],
  ...['alt', 'loop x', 'else', 'note over ', 'participant ', ' as ', 'activate ', '+', 'box', 'opt', 'off'],
  ...[
    'Rel(',
    'Container(a, b',
    ', ',
    'System_External(',
    'group ',
    'service ',
    ' in ',
    ':R',
    'L:',
    'T',
    'junction ',
  ],
]
