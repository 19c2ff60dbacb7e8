// What is seen of a picture, a box and an arrow, and how much of it: what the learned weights are multiplied with.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import type { Classifier } from '../../src/model/recognition/classifier'
import { Evidence, many, surely } from '../../src/model/recognition/evidence/seen'
import { parseDiagram } from '../../src/syntax'

type Amounts = Readonly<Record<string, number>>

const introduction = { headings: ['Design notes', 'Parcel tracking'], before: 'the parcels move' }

/** Amounts by name, of what `about` is asked about: the picture is `''`, boxes go by ids, arrows by numbers. */
function seenOf(about: string | number, diagram: string, around = introduction): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const listen: Classifier = (question, seen, thing) => {
    if (thing === about)
      for (const { name, amount } of seen) if (!found.has(name)) found.set(name, Number(amount.toFixed(4)))
    return question === 'picture' ? [['yes', 0.9]] : []
  }
  readSystem(parseDiagram(diagram), {}, around, listen)
  return found
}

const amounts = (seen: ReadonlyMap<string, number>, names: Amounts): Amounts =>
  Object.fromEntries(Object.keys(names).map(name => [name, seen.get(name) ?? 0]))

const shop = `flowchart LR
  subgraph backend [Shop backend]
    subgraph core [Order core]
      ord[Order desk 2, keeps carts] -->|GET /stock| stk[Stock desk]
    end
    ord --> db[(Postgres)]
    ord --> pay{{payments}}
  end
  w[Browser] -->|sends many parcel notes quickly today| ord
  ord -.-> w
  lone[Old wiki]
  w --> backend
`

const check = (diagram: string, about: string | number, expected: Amounts) =>
  expect(amounts(seenOf(about, diagram), expected)).toEqual(expected)

describe('of what is written as programs and brokers write', () => {
  const drawn = `%% Parcels: dependency graph
flowchart LR
  desk[ParcelDesk] -->|"lookup(id) [cached]"| shelf[ShelfReader]
  shelf -->|throws ShelfEmpty| desk
  desk -->|publish| topic[parcels.moved]
  desk -->|HTTPS| host[api.parcels.dev]
`

  it('topics, but no hosts; code, but no requests', () => {
    check(drawn, 'topic', { 'written like a topic': 1 })
    check(drawn, 'host', { 'written like a topic': 0 })
    check(drawn, '', { 'boxes are written like topics': 0.25, 'arrows read as code': 0.5 })
  })

  it('and the opening comment stands for a heading where there is none', () => {
    const nothing = { headings: [], before: '' }
    expect(seenOf('', drawn, nothing).get("under the heading 'dependency'")).toBe(1)
    expect(seenOf('', drawn).get("under the heading 'dependency'")).toBeUndefined()
  })
})

describe('of a picture', () => {
  // Seven boxes with the unseen one of the last arrow, six arrows.
  it.each<[string, Amounts]>([
    [
      'how large it is',
      {
        'every picture': 1,
        'a flowchart diagram': 1,
        'drawn LR': 1,
        'many boxes': 0.5199, // log(8) / 4
        'many arrows a box': 0.2857, // 6 / 7 of 3
        'many kinds of boxes': 0.5, // browser, service and database of six
      },
    ],
    [
      'what stands around it',
      {
        "under the heading 'parcel'": 1,
        "in a part on 'design'": 0.5,
        "introduced by 'move'": 0.5,
        "under the heading 'design'": 0,
      },
    ],
    [
      'its boxes',
      {
        'boxes have no known kind': 0.5714,
        'some boxes have no known kind': 1,
        'many boxes have no known kind': 1,
        'most boxes have no known kind': 0,
        'boxes are infrastructure': 0.1429,
        'boxes are a database': 0.1429,
        'boxes name a technology': 0.1429,
        'boxes are drawn as a hexagon': 0.1429,
        'boxes have 2 words': 0.2857,
        'boxes are named by their ids': 0.1429,
        'boxes are numbered': 0,
        'boxes have several lines': 0,
        'boxes stand in front': 0.1429,
        'boxes are named services': 0.1429,
        'boxes are systems': 0.7143, // three of seven by category, and two that several call
      },
    ],
    [
      'their words, more where half of them say so',
      {
        "a box says 'desk'": 0.7714, // 2 × 2 / 7 + 0.2
        "a box ends in 'desk'": 0.4857, // 2 × 1 / 7 + 0.2
        "a box begins with 'order'": 0.4857,
        "a group says 'core'": 1,
      },
    ],
    [
      'its arrows',
      {
        'arrows are dotted': 0.1667,
        'arrows say nothing': 0.6667,
        'most arrows say nothing': 1,
        'all arrows say nothing': 0,
        'arrows name a method': 0.1667,
        'arrows name a path': 0.1667,
        'arrows lead back': 0,
        'arrows have no heads': 0,
        'arrows are taken for a call': 0.8333,
        'arrows go between programs': 0.8333,
        'arrows stay within programs': 0.1667,
        'arrows are of a known protocol': 0.3333,
        'arrows are of a known request': 0.1667,
        "an arrow says 'stock'": 0.5333, // 2 × 1 / 6 + 0.2
        'labels begin with a verb': 0.1667,
        'labels are in capitals': 0.1667,
      },
    ],
    [
      'how it is built',
      {
        'boxes stand in groups': 0.5714,
        'boxes that reach nobody': 0.5714,
        'boxes joined to nothing': 0.1429,
        'boxes that reach three': 0.1429,
        'boxes reached by three': 0,
        'boxes nobody reaches': 0,
        'boxes in a row': 0,
        'arrows between groups': 0.3333,
        'arrows within a group': 0.1667,
        'arrows end at a group': 0.1667,
      },
    ],
  ])('%s', (_, expected) => check(shop, '', expected))

  it.each<[string, string, Amounts]>([
    [
      'a row',
      'flowchart TD\na --> b\nb --> c\nc --> d',
      { 'boxes in a row': 0.5, 'boxes nobody reaches': 0.25, 'boxes that reach nobody': 0.25 },
    ],
    [
      'a star into the middle',
      'flowchart TD\na --> m\nb --> m\nc --> m',
      { 'boxes reached by three': 0.25, 'boxes nobody reaches': 0.75, 'many arrows a box': 0.25 },
    ],
    ['two into the middle', 'flowchart TD\na --> m\nb --> m', { 'boxes reached by three': 0 }],
    [
      'two out of the middle, one of them back to itself',
      'flowchart TD\nm --> a\nm --> b\nm --> m',
      { 'boxes that reach three': 0, 'arrows lead back': 0.3333 },
    ],
    ['as many arrows as count', `flowchart TD\n${'a --> b\n'.repeat(8)}`, { 'many arrows a box': 1 }],
    [
      'lines without heads and with two',
      'flowchart TD\na --- b\na <--> c',
      { 'arrows have no heads': 0.5, 'arrows have two heads': 0.5 },
    ],
    [
      'groups as ends',
      'flowchart TD\nsubgraph one\na\nend\nsubgraph two\nb\nend\none --> two\na --> b',
      { 'arrows end at a group': 0.5, 'arrows between groups': 0.5, 'arrows within a group': 0 },
    ],
    [
      'another family',
      'sequenceDiagram\na->>b: valid\nb-->>a: {x: 1}',
      {
        'drawn as sequenceDiagram': 1,
        'drawn LR': 0,
        'labels answer a question': 0.5,
        'labels have data in braces': 0.5,
        'labels have numbers': 0.5,
        'labels are one word': 0.5,
      },
    ],
    [
      'three stages of a pipeline',
      'flowchart LR\na[Commit] --> b[Run tests]\nb --> c[Deploy to production]\nc --> d[Celebrate]',
      { 'boxes are stages': 0.75 },
    ],
    [
      'two stages are no pipeline',
      'flowchart LR\na[Commit] --> b[Run tests]\nb --> c[Celebrate]',
      { 'boxes are stages': 0 },
    ],
    [
      'activities',
      'flowchart LR\na[Order validation] --> b[Parcel tracking]\nb --> c[Old wiki]\nc --> d[New wiki]',
      { 'boxes are activities': 0.5 },
    ],
    [
      'cables and packets',
      'flowchart LR\na -->|trunk| b\nb -->|SYN| c',
      { 'arrows are cables': 0.5, 'arrows are packets of a handshake': 0.5 },
    ],
  ])('%s', (_, diagram, expected) => check(diagram, '', expected))
})

describe('of a box', () => {
  it.each<[string, string, Amounts]>([
    [
      'its name and what describes it',
      'ord',
      {
        "word 'order'": 1,
        "begins with 'order'": 1,
        "ends in 'desk'": 1,
        "named 'order desk'": 1,
        'a name of 2 words': 1,
        "described by 'keep'": 0.7,
        "id has 'ord'": 0.5,
        'in small letters': 0,
        'named by its id': 0,
      },
    ],
    ['a single word', 'pay', { "named 'payment'": 0, 'in small letters': 1, 'shape hexagon': 1 }],
    [
      'where it stands',
      'ord',
      {
        "in the group 'core'": 1,
        "in the outer group 'shop'": 0.7,
        'in no group': 0,
        'alone in its group': 0,
        "under the heading 'parcel'": 0, // other boxes stand under it as well
      },
    ],
    [
      'how much the picture looks like a design',
      'ord',
      {
        'it looks like a design': 0.5493, // log(0.9 / 0.1) / 4
        'unnamed, and it looks like a design': 0.5493,
      },
    ],
    [
      'its company',
      'pay',
      {
        'among what runs': 0.4286,
        'among database': 0.1429,
        'grouped with what runs': 0.5,
        'in a group named like a service': 1,
        'grouped with products': 0.5,
      },
    ],
    [
      'its arrows',
      'ord',
      {
        'many arrows leave it': 1,
        'many arrows reach it': 0,
        'no arrow leaves it': 0,
        "it sends 'stock'": 0.7,
        'before a database': 0.7,
        'behind a browser': 0.7,
        "it gets 'note'": 0.7,
        "it gets 'quickly'": 0,
      },
    ],
    ['that none joins', 'lone', { 'no arrow leaves it': 1, 'no arrow reaches it': 1, 'in no group': 1 }],
  ])('%s', (_, about, expected) => check(shop, about, expected))

  it.each<[string, string, Amounts]>([
    ['three words', 'x[Old parcel wiki] --> y', { "named 'old parcel wiki'": 1, 'a name of 3 words': 1 }],
    [
      'four words',
      'x[Old parcel wiki page] --> y',
      { "named 'old parcel wiki page'": 0, 'a name of 4 words': 1 },
    ],
    ['a number at its end', 'x[Desk 2] --> y', { numbered: 1, 'written like a function': 0 }],
    ['brackets', 'x["desk(order)"] --> y', { 'written like a function': 1, 'in small letters': 1 }],
    ['an id of two letters', 'ab[Desk] --> x[Wiki]\nx --> y', { "id has 'x'": 0 }],
    ['its own name as id', 'x --> y', { 'named by its id': 1 }],
    [
      'three arrows out',
      'x --> a\nx --> b\nx --> c',
      { 'many arrows leave it': 0, 'no arrow reaches it': 1 },
    ],
    ['three arrows in', 'a --> x\nb --> x\nc --> x', { 'many arrows reach it': 0, 'no arrow leaves it': 1 }],
    ['four arrows in', 'a --> x\nb --> x\nc --> x\nd --> x', { 'many arrows reach it': 1 }],
    [
      'a group of its own',
      'subgraph desk\nx\nend\nx --> y',
      { 'alone in its group': 1, "in the group 'desk'": 1 },
    ],
    [
      'words of known fields',
      'x[Invoice exporter] --> y',
      {
        'a word of business before others': 1,
        'ends in a word of work': 1,
        'ends in a word of business': 0,
        "ends in '-er'": 1,
        'written as a sentence': 1,
      },
    ],
    ['camel case', 'x[orderDesk] --> y', { 'written in camelCase': 1, 'written in kebab-case': 0 }],
    ['hyphens', 'x[order-desk] --> y', { 'written in kebab-case': 1 }],
    ['underscores', 'x[order_desk] --> y', { 'written in snake_case': 1 }],
    [
      'being the first',
      'x --> a\na --> b',
      { 'drawn first in a flowchart': 1, 'drawn last in a flowchart': 0, 'only one arrow leaves it': 1 },
    ],
    [
      'being the last',
      'a --> b\nb --> x',
      { 'drawn last in a flowchart': 1, 'drawn late in a flowchart': 1, 'only one arrow reaches it': 1 },
    ],
    ['standing alone', 'x\na --> b', { 'joined to nothing': 1 }],
    [
      'what it is told and asked',
      'x -->|GET /orders| a\nb -->|INSERT INTO orders| x\na -.->|200| x',
      {
        'it sends a request of HTTP': 1,
        'it gets a statement in SQL': 1,
        'it gets a status': 1,
        'it sends a status': 0,
        'answers whom it hears from': 1,
        'dotted arrows reach it': 0.5,
        'dotted arrows leave it': 0,
      },
    ],
    ['an arrow to itself', 'x --> x', { 'no arrow leaves it': 1, 'no arrow reaches it': 1 }],
  ])('%s', (_, lines, expected) => check(`flowchart LR\n${lines}`, 'x', expected))
})

it('an arrow drawn backward leads from what it is drawn to', () =>
  check(
    'C4Container\nContainer(x, "Desk")\nContainerDb(a, "Orders", "Postgres")\nRel_Back(x, a, "tells")',
    'x',
    { 'behind a database': 0.7, 'before a database': 0, 'drawn as C4Container': 1 },
  ))

describe('of an arrow', () => {
  it.each<[string, number, Amounts]>([
    [
      'its words',
      3,
      {
        "says 'send'": 1,
        "begins with 'send'": 1,
        'says 6 words': 1,
        'says nothing': 0,
        'has a number': 0,
        asks: 0,
      },
    ],
    [
      'its ends',
      3,
      {
        'from a browser': 1,
        'from surely a browser': 1,
        'to no known kind': 1,
        'from a browser to a thing': 1,
        "to what is named 'desk'": 1,
        "to the group 'core'": 0.7,
        'one in a group': 1,
        'in one group': 0,
        'reached from outside: to': 1,
        'reached from outside: from': 0,
      },
    ],
    ['what answers it', 3, { 'is answered': 1, 'answers another': 0 }],
    ['what it answers', 4, { 'answers another': 1, 'answers another, dotted': 1, 'is answered': 0 }],
    ['how it is drawn', 4, { 'is dotted': 1, 'has head arrow': 1, 'leads forward': 1, 'says nothing': 1 }],
    [
      'at first sight',
      4,
      {
        'at first sight a reply': 1,
        'at first sight between programs': 1,
        'at first sight a reply between programs': 1,
      },
    ],
    [
      'a group as its end',
      5,
      { 'to a group': 1, 'from a browser to a group': 1, 'a group and what stands in it': 0 },
    ],
  ])('%s', (_, about, expected) => check(shop, about, expected))

  it.each<[string, string, Amounts]>([
    ['out of its own group', 'subgraph g\na[Desk]\nend\na --> g', { 'a group and what stands in it': 1 }],
    ['into what stands in it', 'subgraph g\na[Desk]\nend\ng --> a', { 'a group and what stands in it': 1 }],
    ['within a group', 'subgraph g\na[Desk] --> b[Wiki]\nend', { 'in one group': 1, 'in two groups': 0 }],
    [
      'between groups',
      'subgraph g\na[Desk]\nend\nsubgraph h\nb[Wiki]\nend\na --> b',
      { 'in two groups': 1, 'in one group': 0 },
    ],
    ['elsewhere', 'a[Desk] --> b[Wiki]', { 'leads back': 0, 'one in a group': 0 }],
    ['a question', 'a[Desk] -->|enough?| b[Wiki]', { asks: 1, 'says 1 words': 1 }],
    ['a number', 'a[Desk] -->|2. count| b[Wiki]', { 'is numbered': 1, 'has a number': 0 }],
    ['a port', 'a[Desk] -->|port 8080| b[Wiki]', { 'has a number': 1, 'is numbered': 0 }],
    ['solid answers', 'a[Desk] --> b[Wiki]\nb --> a', { 'is answered': 1, 'answers another, dotted': 0 }],
  ])('%s', (_, lines, expected) => check(`flowchart LR\n${lines}`, 0, expected))
})

describe('of what a name or a label stands for', () => {
  it.each<[string, string, Amounts]>([
    ['a dashboard is a view', 'x[Sales dashboard] --> y', { 'a view': 1, embedded: 0, configuration: 0 }],
    ['a desk is none', 'x[Sales desk] --> y', { 'a view': 0 }],
    ['roles are configuration', 'subgraph Roles\nx[Reader]\nend\nx --> y', { configuration: 1, embedded: 0 }],
    [
      'nobody in particular runs it',
      'x[(Postgres)] --> y',
      { 'run by a provider': 0, 'names a technology': 1 },
    ],
    ['what is named like nothing', 'x[Desk] --> y', { 'nothing names a kind': 1, 'names a technology': 0 }],
    ['the sixth word is the last', 'x[one two three four five six seven] --> y', { 'a name of 6 words': 1 }],
  ])('%s', (_, lines, expected) => check(`flowchart LR\n${lines}`, 'x', expected))

  it('a description and a technology of C4 weigh less than a name', () =>
    check(
      'C4Component\nComponent(x, "Desk", "Elixir", "Keeps parcels")\nContainer(y, "Wiki")\nRel(x, y, "asks")',
      'x',
      {
        "word 'desk'": 1,
        "described by 'keep'": 0.7,
        "described by 'parcel'": 0.7,
        "made with 'elixir'": 0.7,
      },
    ))

  it.each<[string, string, Amounts]>([
    ['a path', 'uses /stock', { 'names a path': 1, 'names a method': 0, 'says nothing': 0 }],
    ['a method alone', 'POST', { 'names a path': 0 }],
    ['neither', 'asks', { 'names a method': 0, 'names a path': 0, 'names a protocol': 0 }],
    ['a protocol', 'gRPC', { 'names a protocol': 1, 'speaks grpc': 1, 'speaks http1': 0 }],
    ['a function', 'lookup(id)', { 'calls a function': 1 }],
    ['no more than six words are told apart', 'one two three four five six seven', { 'says 6 words': 1 }],
    ['five are five', 'one two three four five', { 'says 5 words': 1, 'says 6 words': 0 }],
  ])('%s', (_, label, expected) => check(`flowchart LR\na[Desk] -->|"${label}"| b[Wiki]`, 0, expected))

  it('ends that are views or embedded', () =>
    check('flowchart LR\nx[Sales dashboard] --> y[(SQLite)]', 0, {
      'from a view': 1,
      'to a view': 0,
      'from what is embedded': 0,
      'to what is embedded': 1,
    }))
})

describe('in steps', () => {
  it.each([
    [1, 'surely'],
    [0.9, 'surely'],
    [0.89, 'likely'],
    [0.75, 'likely'],
    [0.74, 'perhaps'],
    [0.5, 'perhaps'],
    [0.49, 'hardly'],
    [0, 'hardly'],
  ])('%d is told %s', (confidence, step) => expect(surely(confidence)).toBe(step))

  it.each([
    [0, 10, []],
    [3, 0, []],
    [3, 10, ['it', 'some it']],
    [4, 10, ['it', 'some it', 'many it']],
    [6, 10, ['it', 'some it', 'many it']],
    [7, 10, ['it', 'some it', 'many it', 'most it']],
    [9, 10, ['it', 'some it', 'many it', 'most it']],
    [10, 10, ['it', 'some it', 'many it', 'most it', 'all it']],
  ])('%d of %d', (part, whole, names) => {
    const evidence = new Evidence()
    evidence.share('it', part, whole)
    expect(evidence.all.map(({ name }) => name)).toEqual(names)
  })

  it('a number climbs to 1, and what is seen twice counts once', () => {
    expect([many(0), many(53), many(54), many(1000)]).toEqual([0, Math.log(54) / 4, 1, 1])
    const evidence = new Evidence()
    evidence.see('it', 0.5)
    evidence.see('it', 1)
    evidence.see('nothing', 0)
    expect(evidence.all).toEqual([{ name: 'it', amount: 0.5 }])
  })
})
