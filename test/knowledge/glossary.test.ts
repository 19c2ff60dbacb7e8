// The glossary is sound: each term is told once, with an explanation that exists.

import { describe, expect, it } from 'vitest'
import { entryAt, entryById, explain } from '../../src/knowledge'
import { allTerms } from '../../src/knowledge/explanations/glossary/all'
import { fold } from '../../src/knowledge/names/lexicon'

describe('the glossary', () => {
  it('has at least 1,000 terms, each told with an explanation that exists', () => {
    expect(allTerms.length).toBeGreaterThanOrEqual(1000)
    expect(allTerms.filter(({ entry }) => entryById(entry)?.id !== entry)).toEqual([])
  })

  it('tells no name twice', () => {
    const owners = new Map<string, string>()
    const twice = allTerms.flatMap(({ names, text }) =>
      [...new Set(names.map(fold))].filter(name => {
        const known = owners.get(name)
        owners.set(name, text)
        return known !== undefined
      }),
    )
    expect(twice).toEqual([])
  })

  it('is short, in whole sentences, without straight apostrophes and British spelling', () => {
    const odd = allTerms.filter(
      ({ text }) =>
        text.length > 330 ||
        !/^["`\d(:*A-Z→e].*[.!?)]$/.test(text) ||
        /\w'\w|\b(?:colour|behaviour|fibre|centre|licen[c]e|signalling|neighbour|favour|for ever)\b/i.test(
          text,
        ),
    )
    expect(odd.map(({ names, text }) => `${names[0]}: ${text}`)).toEqual([])
  })

  it('is told first, with the explanation that covers the term', () => {
    const [sense] = explain('OSPF').senses
    expect(sense?.computed).toMatch(/^\*\*OSPF\*\* – /)
    expect(sense?.entry?.id).toBe('bgp')
    const text = 'Cloud Run cold start'
    expect(entryAt(text, text.indexOf('cold'))?.computed).toMatch(/^\*\*cold start\*\* – /)
  })
})
