// Every figure that can be stated, without measure: it is refused, or all that is said of it is a number.

import { describe, expect, it } from 'vitest'
import { arrowVocabulary, groupVocabulary, nodeVocabulary, type Vocabulary } from '../../src/model/vocabulary'
import { objectiveVocabulary } from '../../src/model/vocabulary/objective'
import {
  analyze,
  defaultConfiguration,
  failureTables,
  findings,
  flowTables,
  hints,
  hoverAt,
  previewModel,
  type Snapshot,
} from '../../src/service'
import { noNumbers } from './numbers'

const places: Readonly<Record<string, { vocabulary: Vocabulary; state: (figure: string) => string }>> = {
  node: { vocabulary: nodeVocabulary, state: figure => `%% db@{ ${figure} }` },
  arrow: { vocabulary: arrowVocabulary, state: figure => `%% web->db@{ ${figure} }` },
  group: { vocabulary: groupVocabulary, state: figure => `%% shop@{ ${figure} }` },
  objective: {
    vocabulary: objectiveVocabulary,
    state: figure => `%% arrowsmith: { objectives: { order: { from: web, to: db, ${figure} } } }`,
  },
}

const zeros = '0'.repeat(310)
const digits = ['99999999999999999999', '9'.repeat(400), `0.${zeros}1`, '999999999999', '0']
const units = ['', 'ns', 'ms', 'd', '/s', 'M/s', '/ns', 'B', 'TB', 'B/s', 'Tbps', '%']
const values = digits.flatMap(number => units.map(unit => `${number}${unit}`))

/** The numbers that a key reads of all that is written, the least first. */
const readingsOf = ({ read: readValue }: Vocabulary[string]) =>
  values
    .flatMap(written => {
      const reading = readValue(written)
      const value = 'value' in reading ? reading.value : undefined
      return typeof value === 'number' ? [{ written, value }] : []
    })
    .sort((a, b) => a.value - b.value)

const keys = Object.entries(places).flatMap(([place, { vocabulary, state }]) =>
  Object.entries(vocabulary).flatMap(([key, form]) => {
    const [least, ...more] = readingsOf(form)
    return least ? [{ place, key, state, least, most: more.at(-1) ?? least }] : []
  }),
)

const read = (statement: string): Snapshot => {
  const text = `flowchart LR
  web[Browser] -->|"HTTPS, 2s timeout"| db
  subgraph shop [Shop]
    db[(Postgres)]
  end
  %% web@{ rate: 100/s }
  %% db@{ concurrency: 20 }
  ${statement}
`
  return analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
}

/** What an editor and a terminal say of it. */
function answers(snapshot: Snapshot): unknown {
  const { text: _text, ...picture } = previewModel(snapshot, 0)
  const hovers = ['web[', '-->', 'db\n'].map(what => hoverAt(snapshot, snapshot.source.indexOf(what)))
  return {
    picture,
    hovers,
    flows: flowTables(snapshot),
    failures: failureTables(snapshot),
    hints: hints(snapshot),
  }
}

describe('figures without measure', () => {
  it.each(keys)('$place: $key', ({ key, state, least, most }) => {
    expect(most.value).toBeLessThan(1e19)
    for (const { written } of [least, most])
      expect(noNumbers(answers(read(state(`${key}: ${written}`)))), written).toEqual([])
  })

  it('are tried for every key that holds numbers', () => {
    expect(keys.length).toBeGreaterThan(60)
  })

  it.each([
    ['db@{ p99: 99999999999999999999ms }', 'expected a duration from 0 to 36500d'],
    ['db@{ p99: 99999999999999999999 }', 'expected a duration from 0 to 36500d'],
    ['db@{ capacity: 99999999999999999999/s }', 'expected a rate from 0 to 1000000M/s'],
    ['db@{ capacity: 0.000000000001/s }', 'expected a rate of at least 1/36500d, such as 500/s'],
    ['web->db@{ payload: 99999999999999999999TB }', 'expected a size from 0 to 1000000TB'],
    ['web->db@{ bandwidth: 99999999999999999999Tbps }', 'expected a bandwidth from 0 to 1000000TB/s'],
    [
      'web->db@{ retries: 99999999999999999999 }',
      'expected a whole number up to 1000000000000, or unlimited',
    ],
    ['web->db@{ order: 99999999999999999999 }', 'expected a place up to 1000000000000'],
  ])('%s', (statement, said) => {
    const told = findings(read(`%% ${statement}`)).filter(({ rule }) => rule === 'invalid-value')
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining(said)])
  })
})
