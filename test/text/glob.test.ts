// Patterns of paths: what a well-known library says of ordinary ones, and the end of hostile ones.

import fc from 'fast-check'
import picomatch from 'picomatch'
import { describe, expect, it } from 'vitest'
import { isGlob, matcherOf, plainFolder, unclosedIn } from '../../src/text/glob'

describe('a pattern', () => {
  const part = fc.constantFrom(
    'a',
    'b',
    '.c',
    '*',
    '?',
    'a*',
    '*b',
    '*.md',
    'a.{md,mdx}',
    '{a,b*}',
    '[ab]',
    '[^a]',
    '[a-c]*',
  )
  const patterns = fc.array(fc.oneof(part, fc.constant('**')), { minLength: 1, maxLength: 5 })
  const name = fc.constantFrom('a', 'b', 'c', 'ab', '.c', 'a.md', 'b.md', 'a.mdx', '.md')
  const paths = fc.array(name, { minLength: 1, maxLength: 5 })

  it('matches what it is known to match', () => {
    fc.assert(
      fc.property(patterns, paths, (parts, names) => {
        const pattern = parts.join('/')
        const path = names.join('/')
        // Whether `a*/**` matches the folder itself, the library answers now so, now so.
        const folder = parts.at(-1) === '**' ? parts.slice(0, -1).join('/') : ''
        fc.pre(folder === '' || !picomatch.isMatch(path, folder, { dot: true }))
        expect(matcherOf(pattern)(path)).toBe(picomatch.isMatch(path, pattern, { dot: true }))
      }),
      { numRuns: 2000, seed: 7 },
    )
  })

  it.each([
    ['docs/**', 'docs/a/b.md', true],
    ['docs/**/*.md', 'docs/b.md', true],
    ['**/{a,b{c,d}}.md', 'x/y/bd.md', true],
    ['**/{a,b{c,d}}.md', 'x/y/b.md', false],
    ['\\*.md', '*.md', true],
    ['\\*.md', 'a.md', false],
    ['{a.md', '{a.md', true],
    ['[a.md', '[a.md', true],
    ['?.md', '😀.md', true],
    ['[😀-😃].md', '😂.md', true],
  ])('%s on %s: %s', (pattern, path, expected) => expect(matcherOf(pattern)(path)).toBe(expected))

  it('of more than a thousand characters is a name', () => {
    const long = '*'.repeat(1001)
    expect([long, 'a'].map(matcherOf(long))).toEqual([true, false])
  })

  it.each([
    ['docs/**', true, 'docs'],
    ['/docs/*.md', true, '/docs'],
    ['/*.md', true, '/'],
    ['a/{b,c}/d.md', true, 'a'],
    ['*.md', true, ''],
    ['a/b.md', false, 'a'],
    ['a/\\*.md', false, 'a'],
  ])('%s: holds wildcards %s, in %j', (pattern, wild, folder) => {
    expect([isGlob(pattern), plainFolder(pattern)]).toEqual([wild, folder])
  })
})

describe('what a pattern opens', () => {
  it.each([
    ['docs/[a', '['],
    ['docs/{a,b', '{'],
    ['{a,{b,c}', '{'],
    ['[]', '['],
    ['{a,[b}', '['],
    ['[{]', undefined],
    ['[]]{a,b}', undefined],
    ['docs/\\[a\\{', undefined],
    ['docs/**/*.{md,mdx}', undefined],
    [`${'a'.repeat(1000)}[`, undefined],
  ])('%j leaves open: %j', (pattern, opening) => {
    expect(unclosedIn(pattern)).toBe(opening)
  })
})

describe('hostile patterns end', () => {
  it.each([
    ['many stars', `${'*a'.repeat(400)}b`],
    ['many folders', `${'**/'.repeat(300)}b`],
    ['many choices', `${'{a,aa}'.repeat(150)}b`],
    ['deep choices', `${'{a,'.repeat(200)}b${'}'.repeat(200)}*c`],
    ['choices that nothing closes', '{,'.repeat(499)],
  ])('%s', (_, pattern) => {
    for (const path of ['a'.repeat(4000), 'a/'.repeat(2000)]) expect(matcherOf(pattern)(path)).toBe(false)
  })
})
