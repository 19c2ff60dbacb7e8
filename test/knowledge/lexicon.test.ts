// A lexicon that a build has kept says the same as the one it was made from.

import { describe, expect, it } from 'vitest'
import { lookUp, packed, unpacked } from '../../src/knowledge/names/lexicon'
import * as tables from '../../src/knowledge/names/tables'

describe.each(Object.entries(tables))('%s, kept by a build', (_, table) => {
  const made = table()
  const kept = unpacked(JSON.parse(JSON.stringify(packed<unknown>(made))))

  it('has the same keys, values and length', () => {
    expect([...kept.keys()].sort()).toEqual([...made.keys()].sort())
    expect(kept.values()).toEqual(JSON.parse(JSON.stringify(made.values())))
    expect(kept.longest).toBe(made.longest)
  })

  it('gives each name the same meanings, and unknown names none', () => {
    for (const key of made.keys())
      expect(lookUp(kept, key)).toEqual(JSON.parse(JSON.stringify(lookUp<unknown>(made, key))))
    for (const key of ['', 'qq', 'qqqqqq', 'po', '__proto__', 'constructor'])
      expect(lookUp(kept, key)).toEqual(lookUp<unknown>(made, key))
  })
})
