// Whom the words before the braces of an annotation mean, and how an annotation that is added names its target.

import { describe, expect, it } from 'vitest'
import { annotate } from '../../src/model/annotations'
import { directoryOf } from '../../src/model/annotations/metadata/directory'
import { arrowTarget, partTarget } from '../../src/model/annotations/metadata/target-names'
import { namesInTarget } from '../../src/model/annotations/metadata/targets'
import { parseDiagram } from '../../src/syntax'

const shop =
  'flowchart LR\napi[Order API] --> db[(Orders)]\napi --> cache[(Cache)]\nweb-1[Web] --> api\nweb-1 --> api'

describe('an annotation that is added', () => {
  it.each([
    ['api', 'api'],
    ['web-1', '"web-1"'],
    ['größe', 'größe'],
    ['a.b_c', 'a.b_c'],
  ])('names the part %s as %s', (id, target) => expect(partTarget(id)).toBe(target))

  it('names an arrow by its ends, and by its number where there are several', () => {
    const diagram = parseDiagram(shop)
    expect([0, 1, 2, 3, 4].map(index => arrowTarget(diagram, index))).toEqual([
      'api->db',
      'api->cache',
      '"web-1"->api#1',
      '"web-1"->api#2',
      '',
    ])
  })
})

describe('names in a target', () => {
  const names = (target: string, diagram = shop) => {
    const text = `${diagram}\n%% ${target}@{ p99: 1s }`
    const parsed = parseDiagram(text)
    return namesInTarget(parsed.metadata[0]!, directoryOf(parsed)).map(
      ({ id, span }) =>
        `${id}: ${text.slice(span.start, span.end)} at ${span.start - text.indexOf(`%% ${target}`) - 3}`,
    )
  }

  it.each([
    ['api', ['api: api at 0']],
    ['"api"', ['api: api at 1']],
    ['api->db', ['api: api at 0', 'db: db at 5']],
    ['db<-api', ['db: db at 0', 'api: api at 4']],
    ['"web-1"->api#2', ['web-1: web-1 at 1', 'api: api at 9']],
    ['web-1 --> api', ['web-1: web-1 at 0', 'api: api at 10']],
    ['other', []],
  ])('%s', (target, found) => expect(names(target)).toEqual(found))
})

describe('a target that means nothing', () => {
  const problem = (target: string) => {
    const { problems } = annotate(parseDiagram(`${shop}\n%% ${target}@{ timeout: 1s }`))
    return problems.map(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)])
  }

  it.each<[string, readonly string[]]>([
    ['appi', ['Nothing here is called “appi”. Did you mean “api”?', 'Write “api”']],
    ['Order API', ['Nothing here is called “Order API”. Did you mean “api”?', 'Write “api”']],
    [
      'apii->cachee',
      ['Nothing here is called “apii->cachee”. Did you mean “api->cache”?', 'Write “api->cache”'],
    ],
    [
      'cachee<-apii',
      ['Nothing here is called “cachee<-apii”. Did you mean “cache<-api”?', 'Write “cache<-api”'],
    ],
    ['cachee->webb-1', ['Nothing here is called “cachee->webb-1”: no node, arrow id or group.']],
    ['apii->nowhere', ['Nothing here is called “apii->nowhere”: no node, arrow id or group.']],
    ['cache->db', ['No arrow goes from cache to db.']],
    ['db->api', ['No arrow goes from db to api, but one goes from api to db.', 'Write “api->db”']],
    [
      'api->web-1',
      ['No arrow goes from api to web-1, but one goes from web-1 to api.', 'Write “"web-1"->api”'],
    ],
    ['api->db#2', ['There is no call #2 from api to db: only one is drawn.']],
    ['web-1->api#3', ['There is no call #3 from web-1 to api: 2 are drawn.']],
  ])('%s', (target, says) => expect(problem(target)).toEqual([says]))

  it('is looked for in 400 signs at most', () => {
    const kinds = (from: number) => {
      const [a, b] = ['a'.repeat(from), 'b'.repeat(199)]
      return annotate(parseDiagram(`flowchart LR\n${a} --> ${b}\n%% ${a}->${b}@{ timeout: 1s }`)).problems
        .length
    }
    expect([kinds(199), kinds(200)]).toEqual([0, 1])
  })
})
