// Realistic documents with what a reviewer would want to hear of each, and no more: listed at their ends.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, findings } from '../../src/service'

const folder = 'test/samples/reviewed'

describe('a reviewed document', () => {
  it.each(readdirSync(folder))('%s', file => {
    const source = readFileSync(`${folder}/${file}`, 'utf8')
    const [document = '', listed = ''] = source.split('\n<!--\n')
    const wanted = listed
      .split('\n')
      .filter(line => line.includes(': '))
      .map(line => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const)
    const found = findings(analyze(document, { language: 'markdown', configuration: defaultConfiguration }), {
      figures: true,
    }).map(({ rule, span }) => {
      const start = document.lastIndexOf('\n', span.start - 1) + 1
      const line = document.slice(start, document.indexOf('\n', span.start)).trim()
      const [, place = line] =
        wanted.find(([wantedRule, words]) => wantedRule === rule && line.includes(words)) ?? []
      return `${rule}: ${place}`
    })
    expect(found.toSorted()).toEqual(wanted.map(([rule, place]) => `${rule}: ${place}`).toSorted())
  })
})
