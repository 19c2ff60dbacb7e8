// The word after a product's name that makes something else of it: `Kafka consumer`, `Redis exporter`.

import { wordsOf } from '../names/lexicon'
import type { Inference, Kind } from './kind'

interface Mentioned {
  readonly mention: { readonly start: number; readonly end: number }
  readonly text: string
}

/** `Kafka consumer`, `Redis client`, `Postgres exporter`: the word after the name says what it really is. */
export function roleAfter({ mention, text }: Mentioned): Inference<Kind> | undefined {
  const [next] = wordsOf(text.slice(mention.end, mention.end + 40))
  if (!next || !/^(?:[^\S\n]*|-)$/.test(text.slice(mention.end, mention.end + next.start))) return undefined
  const kind = roles.get(next.text)
  const raw = text.slice(mention.start, mention.end + next.end)
  return kind ? { value: kind, confidence: 0.8, why: `'${raw}' in the label` } : undefined
}

const roles: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    consumer: 'worker',
    consumers: 'worker',
    worker: 'worker',
    workers: 'worker',
    listener: 'worker',
    subscriber: 'worker',
    processor: 'worker',
    sink: 'worker',
    producer: 'service',
    publisher: 'service',
    client: 'service',
    adapter: 'service',
    connector: 'worker',
    exporter: 'monitoring',
    handler: 'service',
    proxy: 'proxy',
    lb: 'balancer',
    balancer: 'balancer',
    controller: 'service',
    uploader: 'service',
    webhook: 'service',
    integration: 'service',
    operator: 'service',
    bridge: 'service',
    bot: 'service',
    bots: 'service',
    бот: 'service',
    ingress: 'gateway',
    wrapper: 'service',
    scheduler: 'scheduler',
    app: 'service',
    user: 'person',
    users: 'person',
    developer: 'person',
    developers: 'person',
    administrator: 'person',
  }),
)
