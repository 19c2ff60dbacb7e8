// What people type is explained: no term is told something else, hardly any is unknown.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/knowledge'
import { amountIn } from '../../src/service/amounts'

/**
 * One expectation a line; a term may have several lines. `a|b`: one of both. `a+b`: b is among the meanings too.
 * `id`: an explanation that is told first or, where nothing has that name, is offered among the nearest three.
 * `=text`: is computed. `@Name`: the product is described. `-`: nothing has that name.
 */
const rows = readFileSync('test/knowledge/terms.tsv', 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split('\t'))

type Verdict = 'right' | 'wrong' | 'unknown'

function verdictOn(term: string, expectation: string): Verdict {
  const { senses, related } = explain(term, amountIn)
  const ids = senses.flatMap(({ entry }) => entry?.id ?? [])
  const offered = senses.length === 0 ? related.slice(0, 3).map(({ id }) => id) : []
  const isMet = (wanted: string, first: boolean): boolean => {
    if (wanted === '-') return senses.length === 0
    if (wanted.startsWith('=')) return senses.some(({ computed }) => computed?.includes(wanted.slice(1)))
    if (wanted.startsWith('@'))
      return senses.some(({ computed }) => computed?.startsWith(`**${wanted.slice(1)}**`))
    return offered.includes(wanted) || (first ? ids[0] === wanted : ids.includes(wanted))
  }
  const right = expectation
    .split('|')
    .some(choice => choice.split('+').every((wanted, at) => isMet(wanted, at === 0)))
  return right ? 'right' : senses.length === 0 ? 'unknown' : 'wrong'
}

describe('terms that people type', () => {
  const judged = rows.map(([term = '', expectation = '']) => ({
    term,
    verdict: verdictOn(term, expectation),
  }))

  it('are many', () => {
    expect(new Set(judged.map(({ term }) => term)).size).toBeGreaterThanOrEqual(8000)
  })

  it('are never told something else', () => {
    expect(judged.filter(({ verdict }) => verdict === 'wrong').map(({ term }) => term)).toEqual([])
  })

  it('are unknown in two cases of a hundred at the most', () => {
    const unknown = judged.filter(({ verdict }) => verdict === 'unknown').map(({ term }) => term)
    expect(unknown.length / judged.length, unknown.join(', ')).toBeLessThanOrEqual(0.02)
  })
})
