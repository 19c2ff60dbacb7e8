// Where a box stands by the words of its label and of the groups around it, and which requests are surely remote.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { isSurelyRemote } from '../../src/model/requests'
import { parseDiagram } from '../../src/syntax'

const read = (lines: string) => readSystem(parseDiagram(`flowchart LR\n${lines}`), {})

const regionOf = (lines: string, id = 'a') => {
  const found = read(lines).components.find(one => one.id === id)!.figures.region
  return found && [found.value, found.origin]
}

describe('a region', () => {
  it.each<[string, string, [string, string] | undefined]>([
    ['in the label', 'a["Orders (eu-west-1)"] --> b', ['eu-west-1', 'inferred']],
    ['the first of two in the label', 'a["Orders eu-west-1, us-east-1"] --> b', ['eu-west-1', 'inferred']],
    ['of the group', 'subgraph g [eu-west-1]\na[Orders]\nend\na --> b', ['eu-west-1', 'inferred']],
    [
      'of the group around the group',
      'subgraph h [us-east-1]\nsubgraph g [Shop]\na[Orders]\nend\nend\na --> b',
      ['us-east-1', 'inferred'],
    ],
    [
      'the label before the group',
      'subgraph g [us-east-1]\na["Orders eu-west-1"]\nend\na --> b',
      ['eu-west-1', 'inferred'],
    ],
    [
      'the nearest of two groups',
      'subgraph h [us-east-1]\nsubgraph g [eu-west-1]\na[Orders]\nend\nend\na --> b',
      ['eu-west-1', 'inferred'],
    ],
    [
      'that the group states',
      'subgraph g [Shop]\na[Orders]\nend\na --> b\n%% g@{ region: eu-west-1 }',
      ['eu-west-1', 'group'],
    ],
    ['nowhere', 'subgraph g [Shop]\na[Orders]\nend\na --> b', undefined],
  ])('%s', (_, lines, expected) => expect(regionOf(lines)).toEqual(expected))
})

describe('a request is surely remote', () => {
  it.each([
    ['by its protocol', 'a[Order service] -->|HTTP| b[Stock service]', true],
    ['by what it asks for', 'a[Order service] -->|GET /stock| b[Stock service]', true],
    ['not where it only says what for', 'a[Order service] -->|uses| b[Stock service]', false],
    ['not where nobody waits', 'a[Order service] -.->|AMQP| b[(RabbitMQ)]', false],
  ])('%s', (_, lines, expected) => expect(isSurelyRemote(read(lines).connections[0]!)).toBe(expected))
})
