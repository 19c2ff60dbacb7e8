// What an arrow stands for, by what is known of its ends and its words: one hint at a time.

import { describe, expect, it } from 'vitest'
import {
  depthOf,
  type End,
  framesAround,
  hasKind,
  isKubernetesService,
  isProbable,
  isSurely,
  kindOf,
  translatesAddresses,
} from '../../src/model/ends'
import { headlineOf } from '../../src/model/headline'
import { type ArrowHint, roleOf } from '../../src/model/roles'

interface Box {
  readonly kind?: string
  readonly confidence?: number
  readonly text?: string
  readonly technology?: object
}

const box = ({ kind, confidence = 0.9, text = 'Box', technology }: Box = {}): End =>
  ({
    node: { shape: 'rect' },
    text,
    headline: text,
    ...(kind && { kind: { value: kind, confidence, why: '' } }),
    ...(technology && { technology }),
  }) as unknown as End

const frame = (text: string, parent?: End): End => ({ id: text, text, parent }) as unknown as End

const service = box({ kind: 'service' })
const database = box({ kind: 'database' })
const broker = box({ kind: 'queue' })
const cache = box({ kind: 'cache' })
const browser = box({ kind: 'browser' })
const gateway = box({ kind: 'gateway' })
const person = box({ kind: 'person' })
const external = box({ kind: 'external' })
const monitoring = box({ kind: 'monitoring' })
const unknown = box()
const product = { id: 'x', kind: 'database' }
const guessedStore = box({ kind: 'database', confidence: 0.7 })
const guessedCache = box({ kind: 'cache', confidence: 0.7 })

const nothing = {
  ...{ caller: service, callee: service, dotted: false, answersAnother: false, attaches: false },
  ...{ fromOperator: false, namesProtocol: false, fetches: false, asks: false, interval: false },
  ...{ statedAsCall: false, speaksProtocol: false },
}

type Known = Partial<Omit<ArrowHint, 'meaning'>> & { readonly means?: string; readonly confidence?: number }

const role = ({ means, confidence = 0.9, ...known }: Known): string => {
  const meaning = means && { meaning: { value: means, confidence, why: means } }
  const found = roleOf({ ...nothing, ...known, ...meaning } as ArrowHint)
  return `${found.value} ${found.confidence}`
}

const from = (caller: End, callee: End, known: Known = {}) => role({ caller, callee, ...known })

describe('an arrow that', () => {
  it.each<[string, Known, string]>([
    ['nothing is known of', {}, 'call 0.7'],
    ['says that one holds the other', { means: 'containment' }, 'structure 0.9'],
    ['says so with the figures of a call', { means: 'containment', statedAsCall: true }, 'call 0.95'],
    ['says so by a protocol of C4', { means: 'dependency', speaksProtocol: true }, 'call 0.7'],
    [
      'is an outcome between unknown boxes',
      { means: 'decision', caller: unknown, callee: unknown },
      'structure 0.9',
    ],
    ['is an outcome of an unknown box', { means: 'decision', caller: unknown }, 'structure 0.9'],
    ['is an outcome at an unknown box', { means: 'decision', callee: unknown }, 'structure 0.9'],
    ['is an outcome between two known boxes', { means: 'decision' }, 'call 0.7'],
    ['comes back and says so', { means: 'reply', answersAnother: true }, 'reply 0.95'],
    ['comes back dotted', { dotted: true, answersAnother: true }, 'reply 0.8'],
    ['comes back dotted with data', { dotted: true, answersAnother: true, means: 'data-flow' }, 'reply 0.8'],
    [
      'comes back dotted with an outcome',
      { dotted: true, answersAnother: true, means: 'decision' },
      'reply 0.8',
    ],
    [
      'comes back dotted and tells something',
      { dotted: true, answersAnother: true, means: 'async' },
      'call 0.7',
    ],
    [
      'comes back dotted into a broker',
      { dotted: true, answersAnother: true, callee: broker },
      'enqueue 0.95',
    ],
    ['comes back in full', { answersAnother: true }, 'call 0.7'],
    ['is dotted', { dotted: true }, 'call 0.7'],
    ['joins', { attaches: true }, 'attachment 0.8'],
    ['watches', { means: 'telemetry' }, 'telemetry 0.9'],
    [
      'watches within a time, surely',
      { means: 'telemetry', confidence: 0.95, statedAsCall: true },
      'telemetry 0.95',
    ],
    ['watches within a time', { means: 'telemetry', confidence: 0.94, statedAsCall: true }, 'call 0.95'],
    ['steers', { means: 'control' }, 'control 0.9'],
    ['calls back', { means: 'webhook' }, 'callback 0.9'],
    ['sends elsewhere', { means: 'redirect' }, 'callback 0.9'],
    ['copies', { means: 'replication' }, 'replication 0.9'],
    ['answers, from behind', { means: 'reply', callee: browser }, 'reply 0.9'],
    ['answers, from an equal', { means: 'reply' }, 'reply 0.9'],
    ['hands a token on', { means: 'reply', caller: gateway }, 'call 0.7'],
    ['answers, from who knows where', { means: 'reply', caller: unknown }, 'reply 0.9'],
    ['answers who knows whom', { means: 'reply', callee: unknown }, 'reply 0.9'],
    ['signs for a store', { means: 'signing', callee: box({ kind: 'objectStore' }) }, 'control 0.95'],
    ['signs for a client', { means: 'signing', caller: browser, callee: external }, 'call 0.7'],
    ['signs for a service', { means: 'signing' }, 'call 0.7'],
  ])('%s', (_, known, expected) => expect(role(known)).toBe(expected))

  it.each<[string, End, End, Known, string]>([
    ['states figures into a broker', service, broker, { statedAsCall: true }, 'enqueue 0.95'],
    ['states figures out of a broker', broker, service, { statedAsCall: true }, 'delivery 0.95'],
    ['states figures out of a store', database, service, { statedAsCall: true }, 'feed 0.8'],
    ['asks with figures out of a store', database, service, { statedAsCall: true, asks: true }, 'feed 0.8'],
    [
      'asks with figures out of a guess',
      guessedStore,
      service,
      { statedAsCall: true, asks: true },
      'call 0.95',
    ],
    ['states figures out of a guess', guessedStore, service, { statedAsCall: true }, 'feed 0.8'],
    [
      'a poller asks for',
      external,
      box({ kind: 'service', text: 'Price poller' }),
      { statedAsCall: true },
      'feed 0.8',
    ],
    [
      'a poller is asked by',
      service,
      box({ kind: 'service', text: 'Price poller' }),
      { statedAsCall: true },
      'call 0.95',
    ],
    ['a third party sends', external, service, { statedAsCall: true }, 'call 0.95'],
    [
      'a queue of a poller takes',
      external,
      box({ kind: 'queue', text: 'Poller' }),
      { statedAsCall: true },
      'enqueue 0.95',
    ],
    ['a person sends to a screen', person, browser, {}, 'usage 0.95'],
    ['an operator sends to a screen', service, browser, { fromOperator: true }, 'usage 0.8'],
    [
      'an operator sends by a protocol',
      person,
      unknown,
      { fromOperator: true, namesProtocol: true },
      'call 0.7',
    ],
    ['an operator sends to an unknown box', person, unknown, { fromOperator: true }, 'usage 0.8'],
    ['an unknown operator sends', unknown, unknown, { fromOperator: true }, 'usage 0.8'],
    ['an operator sends to a service', person, service, { fromOperator: true }, 'call 0.7'],
    ['an operator sends to an edge', person, gateway, { fromOperator: true }, 'call 0.7'],
    ['an operator sends to a store', person, database, { fromOperator: true }, 'call 0.7'],
    ['an app of an operator sends', browser, unknown, { fromOperator: true }, 'call 0.7'],
    ['ends at a person', service, person, {}, 'usage 0.8'],
    ['ends at a person by a protocol', service, person, { namesProtocol: true }, 'call 0.7'],
    ['stays in monitoring', monitoring, monitoring, {}, 'telemetry 0.95'],
    ['leads into monitoring', service, monitoring, {}, 'telemetry 0.8'],
    ['leads out of monitoring', monitoring, database, {}, 'telemetry 0.8'],
    [
      'leads to a monitor that others run',
      service,
      box({ kind: 'external', technology: { kind: 'monitoring' } }),
      {},
      'telemetry 0.8',
    ],
    [
      'leads to a monitor by name',
      service,
      box({ kind: 'service', technology: { kind: 'monitoring' } }),
      {},
      'call 0.7',
    ],
    [
      'builds and ships',
      box({ kind: 'service', technology: { delivers: true } }),
      service,
      {},
      'control 0.95',
    ],
    ['a cloud makes', box({ kind: 'service', text: 'AWS control plane API' }), service, {}, 'control 0.95'],
    [
      'a cloud asks',
      box({ kind: 'service', text: 'AWS control plane API' }),
      service,
      { asks: true },
      'call 0.7',
    ],
    ['leads to a scheduler', service, box({ kind: 'scheduler' }), {}, 'control 0.8'],
    ['asks something like a scheduler', service, box({ kind: 'scheduler' }), { asks: true }, 'call 0.7'],
    [
      'asks a registry',
      service,
      box({ kind: 'registry', technology: product }),
      { asks: true },
      'control 0.95',
    ],
    ['leads to a registry', service, box({ kind: 'registry' }), {}, 'control 0.8'],
    [
      'leads to a scheduler that is a product',
      service,
      box({ kind: 'scheduler', technology: product }),
      {},
      'control 0.8',
    ],
    ['a registry sends', box({ kind: 'registry' }), service, {}, 'control 0.8'],
    ['a registry keeps', box({ kind: 'registry' }), database, {}, 'call 0.7'],
    ['a broker delivers', broker, service, {}, 'delivery 0.95'],
    ['a broker sends itself', broker, broker, {}, 'call 0.7'],
    ['brokers pass on', broker, box({ kind: 'queue' }), {}, 'delivery 0.95'],
    ['hands over', service, broker, {}, 'enqueue 0.95'],
    ['a store feeds', database, broker, {}, 'feed 0.8'],
    ['a subscriber draws', service, broker, { means: 'subscription' }, 'delivery 0.8'],
    ['a worker draws', box({ kind: 'worker' }), broker, {}, 'enqueue 0.8'],
    ['a worker publishes', box({ kind: 'worker' }), broker, { means: 'async' }, 'enqueue 0.95'],
    ['publishes', service, broker, { means: 'async' }, 'enqueue 0.95'],
    ['stores copy', database, box({ kind: 'database' }), {}, 'replication 0.8'],
    ['divides a store', database, box({ kind: 'database', text: 'Partition 2025' }), {}, 'attachment 0.8'],
    [
      'divides a store and asks',
      guessedStore,
      box({ kind: 'database', text: 'Partition 1' }),
      { asks: true },
      'call 0.7',
    ],
    [
      'divides a store and says so',
      database,
      box({ kind: 'database', text: 'Shard 1' }),
      { means: 'async' },
      'replication 0.8',
    ],
    ['divides a service', service, box({ kind: 'database', text: 'Shard 1' }), {}, 'call 0.7'],
    ['a store sends', database, service, {}, 'feed 0.8'],
    ['a guess of a store asks', guessedStore, service, { asks: true }, 'call 0.7'],
    ['a guess of a store sends', guessedStore, service, {}, 'feed 0.8'],
    [
      'a store at the edge of a guess asks',
      box({ kind: 'database', confidence: 0.75 }),
      service,
      { asks: true },
      'feed 0.8',
    ],
    [
      'a product asks',
      box({ kind: 'database', confidence: 0.7, technology: product }),
      service,
      { asks: true },
      'feed 0.8',
    ],
    ['a cache sends', cache, service, {}, 'feed 0.8'],
    ['a cache tells', cache, service, { means: 'async' }, 'delivery 0.8'],
    ['a cache is subscribed to', cache, service, { means: 'subscription' }, 'delivery 0.8'],
    ['a cache fetches', cache, service, { fetches: true }, 'call 0.8'],
    ['a cache fetches from a client', cache, browser, { fetches: true }, 'feed 0.8'],
    ['a cache of answers asks', box({ kind: 'cache', text: 'Response cache' }), service, {}, 'call 0.8'],
    [
      'a proxy that caches asks',
      box({ kind: 'cache', technology: { mayBe: ['proxy'] } }),
      service,
      {},
      'call 0.8',
    ],
    ['a cache reads from a store', cache, database, {}, 'call 0.7'],
    ['a cache copies', cache, box({ kind: 'cache', text: 'Redis replica' }), {}, 'replication 0.95'],
    ['a cache leads to another', cache, box({ kind: 'cache', text: 'Second' }), {}, 'call 0.7'],
    ['a cache leads to a replica', cache, box({ kind: 'service', text: 'Order replica' }), {}, 'feed 0.8'],
    ['a guess of a cache asks', guessedCache, service, { asks: true }, 'call 0.7'],
    ['writes into an outbox', service, box({ kind: 'service', text: 'Outbox' }), {}, 'enqueue 0.8'],
    ['writes into a table of an outbox', service, box({ kind: 'database', text: 'Outbox' }), {}, 'call 0.7'],
    ['is made at intervals by others', external, service, { interval: true }, 'feed 0.8'],
    [
      'is made at intervals to an importer',
      service,
      box({ text: 'Price importer' }),
      { interval: true },
      'feed 0.8',
    ],
    ['is made at intervals', service, service, { interval: true }, 'call 0.7'],
    ['a client makes at intervals', browser, box({ text: 'Importer' }), { interval: true }, 'call 0.7'],
    ['others make', external, service, {}, 'call 0.7'],
    ['ends at a client', service, browser, {}, 'callback 0.8'],
    ['ends at a client by a protocol', service, browser, { namesProtocol: true }, 'call 0.7'],
    [
      'ends at a client by one that fetches',
      service,
      browser,
      { namesProtocol: true, fetches: true },
      'callback 0.8',
    ],
    ['ends at what may be a client', service, box({ kind: 'browser', confidence: 0.69 }), {}, 'call 0.7'],
    ['goes from client to client', browser, browser, {}, 'call 0.7'],
    ['goes from an edge to a client', gateway, browser, {}, 'call 0.7'],
  ])('%s', (_, caller, callee, known, expected) => expect(from(caller, callee, known)).toBe(expected))

  it('configures', () => {
    expect(from(box({ text: 'ConfigMap' }), service)).toBe('control 0.95')
    expect(from(service, box({ text: 'ConfigMap' }))).toBe('control 0.95')
    expect(from(service, frame('ConfigMap'))).toBe('control 0.95')
  })

  it('joins a frame and what stands in it, unless it names a protocol', () => {
    const outer = frame('Region')
    const inner = frame('Zone', outer)
    const inside = { ...box({ kind: 'service' }), boundary: inner } as unknown as End
    expect([from(inside, outer), from(inner, inside), from(inner, outer)]).toEqual(
      Array.from({ length: 3 }, () => 'attachment 0.8'),
    )
    expect(from(inside, outer, { namesProtocol: true })).toBe('call 0.7')
    expect(from(inside, frame('Elsewhere'))).toBe('call 0.7')
    expect(framesAround(inside)).toEqual([inner, outer])
    expect(framesAround(inner)).toEqual([outer])
  })
})

describe('an end', () => {
  const sure = (confidence: number) => box({ kind: 'service', confidence })

  it('has a kind from one half on, is probable from 0.6 and sure from 0.7', () => {
    const of = (end: End) => [kindOf(end), isProbable(end), isSurely(end, 'service')]
    expect(of(sure(0.49))).toEqual([undefined, false, false])
    expect(of(sure(0.5))).toEqual(['service', false, false])
    expect(of(sure(0.6))).toEqual(['service', true, false])
    expect(of(sure(0.7))).toEqual(['service', true, true])
    expect(of(unknown)).toEqual([undefined, false, false])
    expect(of(frame('Region'))).toEqual([undefined, false, false])
    expect([kindOf(undefined), isProbable(undefined), hasKind(undefined, 'service')]).toEqual([
      undefined,
      false,
      false,
    ])
  })

  it('translates addresses, as Kubernetes does', () => {
    const proxy = box({ technology: { id: 'kube-proxy' } })
    const all = [
      proxy,
      box({ kind: 'nat' }),
      service,
      box({ technology: { id: 'nginx' } }),
      frame('x'),
      undefined,
    ]
    expect(all.map(isKubernetesService)).toEqual([true, false, false, false, false, false])
    expect(all.map(translatesAddresses)).toEqual([true, true, false, false, false, false])
  })

  it('stands so far from the client', () => {
    const all = [browser, gateway, service, cache, broker, database, external, monitoring, frame('x')]
    expect(all.map(depthOf)).toEqual([0, 1, 2, 3, 3, 4, 4, undefined, undefined])
  })
})

describe('a label', () => {
  const headline = (label: string) => {
    const { name, below, element } = headlineOf({ label, text: label.replaceAll('<br/>', ' ') })
    return [name, ...below, ...(element ? [element] : [])]
  }

  it.each<[string, readonly unknown[]]>([
    ['Order service', ['Order service']],
    ['Load<br/>Balancer', ['Load Balancer']],
    ['Order<br/>read<br/>model', ['Order read model']],
    ['Order service<br/>Port: 8081', ['Order service', 'Port: 8081']],
    ['Orders<br/>Port 8081 open', ['Orders', 'Port 8081 open']],
    ['Orders<br/>Port 8081', ['Orders Port 8081']],
    ['Orders<br/>write model<br/>of the shop', ['Orders write model', 'of the shop']],
    ['Orders<br/>writes all of it down', ['Orders', 'writes all of it down']],
    ['Orders<br/>🚀<br/>writes all of it down', ['Orders', '🚀', 'writes all of it down']],
    ['Order service<br/>Go', ['Order service', 'Go']],
    ['Order service<br/>(PostgreSQL)', ['Order service', '(PostgreSQL)']],
    ['Order service<br/>PostgreSQL 15', ['Order service', 'PostgreSQL 15']],
    ['Orders<br/>Go', ['Orders Go']],
    ['Order read service<br/>of all<br/>Go', ['Order read service', 'of all', 'Go']],
    ['Big order<br/>service<br/>Go', ['Big order service', 'Go']],
    ['catalog, payment,<br/>ledger', ['catalog, payment, ledger']],
    [
      'catalog, payment,<br/>ledger &<br/>stock<br/>all in Go',
      ['catalog, payment, ledger & stock', 'all in Go'],
    ],
    [
      'Orders<br/>[Container: Go]<br/>Takes all orders',
      ['Orders', 'Takes all orders', { variant: 'Container', technology: 'Go' }],
    ],
    [
      'Orders of the whole shop<br/>and more<br/>[Component]',
      ['Orders of the whole shop and more', { variant: 'Component' }],
    ],
    ['[Container: Go]<br/>Orders', ['[Container: Go] Orders']],
    ['[Container: Go]<br/>Orders<br/>[Person]', ['[Container: Go] Orders', { variant: 'Person' }]],
  ])('%s is called %o', (label, parts) => expect(headline(label)).toEqual(parts))
})
