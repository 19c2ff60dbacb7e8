// Where sentences begin and end, and under which headings they stand.

import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/text/words/sentences'

const texts = (source: string) => sentencesOf(source, 'markdown').map(({ text }) => text)

describe('sentences', () => {
  it('end with their marks, and go on over line breaks', () => {
    expect(texts('The queue is\nfull. Nobody (e.g. a client) waits! 缓存过期。重试。\n')).toEqual([
      'The queue is full.',
      'Nobody (e.g. a client) waits!',
      '缓存过期。',
      '重试。',
    ])
  })

  it('are items and rows by themselves', () => {
    expect(texts('- one\n  and more\n- two\n\n| a | b |\n|---|---|\n| c | d |\n1. three\n')).toEqual([
      'one   and more',
      'two',
      'a | b |',
      'c | d |',
      'three',
    ])
  })

  it('are not in diagrams, code and headings', () => {
    expect(texts('# Queue\n\n```mermaid\nflowchart LR\n  a --> b\n```\nOne.\n\n```sh\nls\n```\n')).toEqual([
      'One.',
    ])
    expect(sentencesOf('flowchart LR\n  a --> b\n', 'mermaid')).toEqual([])
  })

  it('know their place and their headings', () => {
    const source = '# Queue\n\n## Limits\n\nOne.  Two.\n'
    const [one, two] = sentencesOf(source, 'markdown')
    expect(one?.headings).toEqual(['Queue', 'Limits'])
    expect(source.slice(two!.span.start, two!.span.end)).toBe('Two.')
  })
})
