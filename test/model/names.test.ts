// What a name in an annotation means, what was probably meant, and what a box is called.

import { describe, expect, it } from 'vitest'
import { type AnnotationTarget, directoryOf } from '../../src/model/annotations/metadata/directory'
import { namesInTarget, resolveTarget } from '../../src/model/annotations/metadata/targets'
import { headlineOf } from '../../src/model/headline'
import { parseDiagram } from '../../src/syntax'
import { nearest, plain } from '../../src/syntax/nearest'

const drawn = `  a[Order service] -->|HTTP| b[Stock service]
  a -->|HTTP| b
  b -->|HTTP| a
  a <-->|HTTP| c[Price service]
  a e1@-->|HTTP| d[Mail service]
  subgraph core[Core]
    d
  end
  my-db[(Postgres)]
  a -->|SQL| my-db
`

const diagramWith = (target: string) => parseDiagram(`flowchart LR\n${drawn}  %% ${target}@{ p99: 5ms }\n`)

/** What the target means, or what is said of it. */
function meaningOf(target: string): string {
  const diagram = diagramWith(target)
  const resolution = resolveTarget(diagram.metadata[0]!, directoryOf(diagram), { suggest: true })
  if ('problem' in resolution) {
    const [fix] = resolution.problem.fixes
    return `${resolution.problem.message}${fix ? ` → ${fix.edits[0]!.text}` : ''}`
  }
  return writtenTarget(resolution.target)
}

function writtenTarget(meant: AnnotationTarget): string {
  if (meant.kind === 'arrows') return `arrows ${meant.indexes.join(', ')}`
  return 'id' in meant ? `${meant.kind} ${meant.id}` : meant.kind
}

describe('the target of an annotation', () => {
  it.each([
    ['a', 'node a'],
    ['"a"', 'node a'],
    ['core', 'group core'],
    ['my-db', 'node my-db'],
    ['e1', 'arrows 4'],
    ['a->b', 'arrows 0, 1'],
    ['a -> b', 'arrows 0, 1'],
    ['a---b', 'arrows 0, 1'],
    ['a-->b', 'arrows 0, 1'],
    ['a->b#1', 'arrows 0'],
    ['a->b #2', 'arrows 1'],
    ['b->a', 'arrows 2'],
    ['b<-a', 'arrows 0, 1'],
    ['"a"->"b"', 'arrows 0, 1'],
    ['a->c', 'arrows 3'],
    ['c->a', 'arrows 3'],
    ['a->my-db', 'arrows 5'],
    ['a->"my-db"', 'arrows 5'],
    ['a->d', 'arrows 4'],
    ['a->b#3', 'There is no call #3 from a to b: 2 are drawn.'],
    ['b->a#2', 'There is no call #2 from b to a: only one is drawn.'],
    ['d->a', 'No arrow goes from d to a, but one goes from a to d. → a->d'],
    ['my-db->a', 'No arrow goes from my-db to a, but one goes from a to my-db. → a->"my-db"'],
    ['b->c', 'No arrow goes from b to c.'],
    ['cor', 'Nothing here is called “cor”. Did you mean “core”? → core'],
    ['Order service', 'Nothing here is called “Order service”. Did you mean “a”? → a'],
    ['Order service->b', 'Nothing here is called “Order service->b”. Did you mean “a->b”? → a->b'],
    ['b<-Order service', 'Nothing here is called “b<-Order service”. Did you mean “b<-a”? → b<-a'],
    ['nobody', 'Nothing here is called “nobody”: no node, arrow id or group.'],
    ['nobody->nothing', 'Nothing here is called “nobody->nothing”: no node, arrow id or group.'],
  ])('%s: %s', (target, meaning) => expect(meaningOf(target)).toBe(meaning))

  it.each([
    ['a', ['a']],
    ['"a"', ['a']],
    ['a->b', ['a', 'b']],
    ['b<-a', ['b', 'a']],
    ['"a" -> "b" #1', ['a', 'b']],
    ['a->my-db', ['a', 'my-db']],
    ['nobody', []],
  ])('%s names %j where they stand', (target, ids) => {
    const diagram = diagramWith(target)
    const names = namesInTarget(diagram.metadata[0]!, directoryOf(diagram))
    expect(names.map(({ id }) => id)).toEqual(ids)
    expect(names.map(({ span }) => diagram.text.slice(span.start, span.end))).toEqual(ids)
  })

  it.each([
    ['  a --> b', 'arrows 0'],
    ['  c[Price]', 'node c'],
  ])('without a name it is what comes next: %s', (next, meaning) => {
    const diagram = parseDiagram(`flowchart LR\n  %% @{ p99: 5ms }\n${next}\n  x --> y\n`)
    const resolution = resolveTarget(diagram.metadata[0]!, directoryOf(diagram), { suggest: true })
    expect('target' in resolution && writtenTarget(resolution.target)).toBe(meaning)
  })

  it('without a name and with nothing next it is nothing', () => {
    const diagram = parseDiagram('flowchart LR\n  a --> b\n  %% @{ p99: 5ms }\n')
    expect(resolveTarget(diagram.metadata[0]!, directoryOf(diagram), { suggest: true })).toMatchObject({
      problem: {
        message: 'No statement after this draws an arrow or a node, so nothing uses these figures.',
      },
    })
  })
})

describe('the nearest name', () => {
  it.each([
    ['timeot', ['timeout', 'retries'], 'timeout'],
    ['tiemout', ['timeout'], 'timeout'],
    ['time-out', ['timeout'], 'timeout'],
    ['TIME_OUT', ['timeout'], 'timeout'],
    ['retires', ['retries', 'replicas'], 'retries'],
    ['ab', ['ac'], undefined],
    ['abc', ['abd'], 'abd'],
    ['abc', ['ade'], undefined],
    ['abcdef', ['abcdxy'], 'abcdxy'],
    ['abcdef', ['abcxyz'], undefined],
    ['abcdefghi', ['abcdefxyz'], 'abcdefxyz'],
    ['abcdefghijkl', ['abcdefghwxyz'], undefined],
    ['abcdef', ['abcdxy', 'abcdex'], 'abcdex'],
    ['abcdef', ['abcdeg', 'abcdeh'], 'abcdeg'],
    ['', ['a'], undefined],
    ['abc', ['bac'], 'bac'],
    ['abc', ['bdc'], undefined],
    ['abc', ['abcde'], undefined],
    ['abc', ['abcd'], 'abcd'],
    ['ordres', ['ordrex', 'orders'], 'ordrex'],
    ['ordres', ['xordrx', 'orders'], 'orders'],
  ])('to %s among %j: %s', (written, candidates, wanted) => expect(nearest(written, candidates)).toBe(wanted))

  it('is looked for in so many characters', () => {
    expect(plain('x'.repeat(61))).toHaveLength(60)
    expect(plain('A-b_c D')).toBe('abcd')
  })
})

describe('what a box is called', () => {
  const calledBy = (label: string) => {
    const { name, below } = headlineOf({ label, text: label })
    return [name, ...below].join(' | ')
  }

  it.each([
    ['Order service', 'Order service'],
    ['Load<br/>Balancer', 'Load Balancer'],
    ['2.0<br/>Order<br/>Payment<br/>Handling', '2.0 Order Payment Handling'],
    ['Fare<br/>net_fare<br/>gross_fare()', 'Fare | net_fare | gross_fare()'],
    ['2.0<br/>Order service<br/>Port: 8081', '2.0 Order service | Port: 8081'],
    ['Order<br/>service API', 'Order service API'],
    ['Order<br/>service API v2 beta', 'Order | service API v2 beta'],
    ['Order service<br/>Port: 8081', 'Order service | Port: 8081'],
    ['Order service<br/>keeps orders', 'Order service | keeps orders'],
    ['Order service<br/>Go', 'Order service | Go'],
    ['Order service<br/>(PostgreSQL)', 'Order service | (PostgreSQL)'],
    ['catalog, payment,<br/>ledger', 'catalog, payment, ledger'],
    [
      'catalog service, payment service,<br/>ledger service and others',
      'catalog service, payment service, ledger service and others',
    ],
    ['Order<br/>read and write API', 'Order | read and write API'],
    ['Order API<br/>[Container: Go]<br/>keeps orders', 'Order API | keeps orders'],
    ['Order<br/>public API<br/>of the shop', 'Order public API | of the shop'],
  ])('%s: %s', (label, wanted) => expect(calledBy(label)).toBe(wanted))

  it.each([
    ['Order API<br/>[Container: Go]', { variant: 'Container', technology: 'Go' }],
    ['Order API<br/>[Software System]', { variant: 'Software System' }],
    ['Order API<br/>[internal]', undefined],
  ])('%s is drawn as %o', (label, element) =>
    expect(headlineOf({ label, text: label }).element).toEqual(element),
  )
})
