// No phrase that docs/style.md has in its list of those to avoid is left in what people read.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const avoided = [...readFileSync('docs/style.md', 'utf8').matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)]
  .map(match => match[1]!.trim())
  .filter(phrase => phrase !== 'not' && !phrase.startsWith('--'))

const texts = [
  ...['src', 'docs', 'snippets', 'examples'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
  ),
  'README.md',
  'CONTRIBUTING.md',
  'package.json',
  'package.nls.json',
].filter(path => /\.(?:tsx?|md|json|mmd|css)$/.test(path) && path !== join('docs', 'style.md'))

describe('phrases to avoid', () => {
  it('are listed', () => expect(avoided.length).toBeGreaterThan(5))

  it.each(avoided)('%s', phrase => {
    const words = new RegExp(`\\b${phrase.split(/\s+/).join('\\s+(?:[/*%]+\\s+)?')}\\b`, 'i')
    expect(texts.filter(path => words.test(readFileSync(path, 'utf8')))).toEqual([])
  })
})
