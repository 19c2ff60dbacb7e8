// We read every committed diagram exactly as the pinned Mermaid does: same verdict, same tree.

import { describe, expect, it } from 'vitest'
import { casesOf, families } from './cases'
import { compare } from './compare'
import { ask } from './oracle'

describe('the committed diagrams', () => {
  it('are more than 400', () => {
    expect(families.flatMap(family => casesOf(family)).length).toBeGreaterThan(400)
  })

  for (const family of families) {
    it(`of the family ${family} mean to us what they mean to Mermaid`, async () => {
      const differences: string[] = []
      for (const text of casesOf(family)) {
        const { difference } = compare(text, await ask(text))
        if (difference) differences.push(`${JSON.stringify(text)}: ${difference}`)
      }
      expect(differences).toEqual([])
    })
  }
})
