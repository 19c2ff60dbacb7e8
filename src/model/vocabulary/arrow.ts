// What can be stated about an arrow: how the call is made, how long it may take, and what happens when it fails.

import {
  bandwidth,
  duration,
  flag,
  flagOrDuration,
  flagOrOneOf,
  flagOrText,
  names,
  oneOf,
  placeInOrder,
  rate,
  share,
  size,
  text,
  times,
  tries,
} from './forms'
import { key } from './key'
import { algorithm, percentiles, replication } from './latency'

const manner = {
  protocol: key(text, 'The application protocol.', ['HTTPS', 'gRPC', 'WebSocket', 'SSE']),
  method: key(text, 'The HTTP or RPC method.', ['GET', 'POST', 'PUT', 'DELETE']),
  mode: key(
    oneOf(['sync', 'async', 'stream'], { synchronous: 'sync', asynchronous: 'async', streaming: 'stream' }),
    'Whether the caller waits (sync), hands over (async) or keeps receiving (stream).',
  ),
  optional: key(flag, 'The caller succeeds without it.'),
  order: key(
    placeInOrder,
    'Whether it is made together with the calls beside it, after them, or in which place.',
  ),
  share: key(share, 'The share of requests that make this call.', ['10%', '0.5']),
  calls: key(times, 'How often it is made for one request.', ['1', '3']),
  rate: key(rate, 'How often it is made in all.'),
  flow: key(names, 'The flows it belongs to; all that reach it if unstated.', ['checkout']),
}

const deadlines = {
  timeout: key(duration, 'The longest that one attempt may take.'),
  deadline: key(duration, 'The longest that all attempts may take, pauses included.'),
  connectTimeout: key(duration, 'The longest that opening a connection may take.'),
  idleTimeout: key(duration, 'How long a silent connection is kept.', ['60s']),
}

const repetition = {
  attempts: key(tries, 'How often it is tried in all, the first included.'),
  retries: key(tries, 'How often it is tried again after the first attempt.'),
  retryOn: key(names, 'What is tried again: status codes and kinds of failure.', [
    '[503, timeout]',
    '[429, 503, reset]',
  ]),
  backoff: key(
    oneOf(['none', 'fixed', 'linear', 'exponential'], {
      constant: 'fixed',
      false: 'none',
      off: 'none',
      exp: 'exponential',
    }),
    'How the pause between attempts grows.',
  ),
  baseDelay: key(duration, 'The first pause between attempts.', ['100ms']),
  maxDelay: key(duration, 'The longest pause between attempts.', ['2s']),
  jitter: key(flagOrOneOf(['full', 'equal', 'decorrelated']), 'Pauses are spread at random, and how.'),
  idempotent: key(flag, 'Doing it twice has the effect of doing it once.'),
  idempotencyKey: key(flagOrText, 'Requests carry a key by which the server knows repetitions.', [
    'true',
    'Idempotency-Key',
  ]),
  hedge: key(flagOrDuration, 'A second copy is sent when no answer came by then.', ['50ms']),
}

const failure = {
  breaker: key(flagOrText, 'A circuit breaker stops calls to a failing callee.', ['true', '50% of 20 calls']),
  stack: key(names, 'The order of what wraps the call, outermost first.', ['[timeout, retry, breaker]']),
  fallback: key(flagOrText, 'What is used when the call fails.', ['true', 'cached prices']),
  errorRate: key(share, 'The share of attempts that fail and could succeed when repeated.', ['0.1%']),
  availability: key(
    share,
    'The share of calls that succeed as the caller sees it, in place of what the callee calls.',
  ),
  deadLetter: key(flagOrText, 'Where messages go that cannot be handled.', ['true', 'orders-dlq']),
}

const network = {
  ...percentiles('the call as the caller sees it, in place of what the callee does'),
  rtt: key(duration, 'The round trip of the network alone.', ['1ms', '80ms']),
  tls: key(
    oneOf(['none', '1.2', '1.3', 'mtls'], {
      false: 'none',
      off: 'none',
      true: '1.3',
      on: '1.3',
      'tls 1.2': '1.2',
      'tls 1.3': '1.3',
    }),
    'The version of TLS; mtls where both ends show certificates.',
  ),
  connection: key(
    oneOf(['reused', 'new', '0-rtt'], { 'keep-alive': 'reused', pooled: 'reused', reuse: 'reused' }),
    'Whether the call finds an open connection.',
  ),
  payload: key(size, 'The bytes that cross, both ways.', ['2KB', '1MB']),
  bandwidth: key(bandwidth, 'What the network carries.'),
  data: key(names, 'What kind of data crosses.', ['personal', '[health, identity]', 'card']),
  auth: key(flagOrText, 'How the caller proves who it is; none where it need not.', [
    'OAuth',
    'mTLS',
    'none',
  ]),
  pool: key(text, 'The name of the connection or thread pool used.', ['orders-pool']),
}

const conversation = {
  heartbeat: key(duration, 'How often a sign of life crosses.', ['30s']),
  interval: key(duration, 'How often a poll or job repeats it.', ['5s', '1m']),
  algorithm: key(algorithm, 'How the caller chooses among servers.', ['round-robin', 'pick-first']),
  healthCheck: key(flagOrText, 'The check by which the caller leaves out failed servers.', [
    '/healthz',
    '10s',
    'true',
  ]),
}

const copying = {
  replication: key(replication, 'How copies are made between stores.'),
  lag: key(duration, 'How far the copy is behind.', ['500ms']),
  hitRatio: key(share, 'The share of these reads that the cache answers.', ['90%']),
  ttl: key(duration, 'How long the answer may be kept.', ['60s']),
}

export const arrowVocabulary = {
  ...manner,
  ...deadlines,
  ...repetition,
  ...failure,
  ...network,
  ...conversation,
  ...copying,
} as const
