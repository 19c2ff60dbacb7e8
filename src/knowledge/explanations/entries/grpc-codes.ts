// The status codes of gRPC, each with who sends it and whether a retry helps.

import type { Entry } from '../entry'

interface Row {
  readonly name: string
  readonly code: number
  readonly what: string
  readonly use: string
  readonly breaks: string
  /** Further names, which are typed. */
  readonly typed?: readonly string[]
  readonly see?: readonly string[]
}

const sources = [
  'https://grpc.io/docs/guides/status-codes/',
  'https://github.com/grpc/grpc/blob/master/doc/statuscodes.md',
]

const camel = (name: string): string =>
  name.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

const entry = ({ name, code, typed = [], see = [], ...texts }: Row): Entry => ({
  id: `grpc-${name.toLowerCase().replaceAll('_', '-')}`,
  title: `${name} (gRPC ${code})`,
  aliases: [
    `codes.${camel(name)}`,
    `StatusCode.${name}`,
    `grpc ${name}`,
    `grpc status ${code}`,
    `grpc code ${code}`,
    `grpc error ${code}`,
  ],
  typed: [name, ...(name === 'OK' ? [] : [camel(name)]), ...typed],
  topic: 'status codes',
  ...texts,
  see: ['grpc-status-codes', ...see],
  sources,
})

export const grpcCodes: readonly Entry[] = (
  [
    {
      name: 'OK',
      code: 0,
      what: 'The call succeeded.',
      use: 'Nothing to do; a stream says it once, at its end.',
      breaks: 'HTTP status 200 alone doesn’t mean it: the code stands in the trailers.',
    },
    {
      name: 'CANCELLED',
      code: 1,
      what: 'The caller gave up: the user left, a context was canceled, a hedged twin answered first.',
      use: 'Don’t count it against availability; stop the work at the callee.',
      breaks: 'A callee that ignores it goes on working although the caller is gone.',
      typed: ['context canceled', 'context cancelled', 'canceled'],
      see: ['deadline-propagation'],
    },
    {
      name: 'UNKNOWN',
      code: 2,
      what: 'An error without a code: an exception that nobody mapped, or a status from elsewhere.',
      use: 'Map exceptions to codes in the server; retry only idempotent calls.',
      breaks: 'Retry policies can’t tell whether it may be repeated.',
    },
    {
      name: 'INVALID_ARGUMENT',
      code: 3,
      what: 'The request is wrong whatever the state of the system: a malformed field. HTTP’s 400.',
      use: 'Fix the caller. Don’t retry.',
      breaks: 'Retried, it only adds load.',
    },
    {
      name: 'DEADLINE_EXCEEDED',
      code: 4,
      what: 'The deadline passed before the answer came; the work may have been done all the same. HTTP’s 504.',
      use: 'Retry only what is idempotent, and only if the caller’s own deadline leaves time. Look for the hop that is slow.',
      breaks: 'A deadline shorter than the callee’s p99 fails good calls, and the retries add load.',
      typed: ['deadline exceeded'],
      see: ['deadline-propagation', 'timeout'],
    },
    {
      name: 'NOT_FOUND',
      code: 5,
      what: 'What was asked for doesn’t exist. HTTP’s 404.',
      use: 'Don’t retry; after a write, a read from a lagging replica may say so for a moment.',
      breaks:
        'It may hide a thing from a whole class of users; where only some of them may see it, PERMISSION_DENIED is the code.',
    },
    {
      name: 'ALREADY_EXISTS',
      code: 6,
      what: 'What was to be created exists already. HTTP’s 409.',
      use: 'After a retry take it as success if it is your own: compare, or use an idempotency key.',
      breaks: 'A retried create fails with it although the first attempt worked.',
      see: ['idempotency-key'],
    },
    {
      name: 'PERMISSION_DENIED',
      code: 7,
      what: 'The caller is known and may not do this. HTTP’s 403.',
      use: 'Don’t retry: ask for the right. Unknown callers get UNAUTHENTICATED.',
      breaks: 'Sent for an exhausted quota it misleads: that is RESOURCE_EXHAUSTED.',
      see: ['access-control'],
    },
    {
      name: 'RESOURCE_EXHAUSTED',
      code: 8,
      what: 'A quota or limit is used up, or a message is larger than the receiver takes (4 MB by default). HTTP’s 429.',
      use: 'Back off as the server says (RetryInfo); for size raise the receiver’s limit or stream in pieces.',
      breaks: 'Retrying a message that is too large never works.',
      typed: ['received message larger than max'],
      see: ['rate-limiting', 'grpc-defaults'],
    },
    {
      name: 'FAILED_PRECONDITION',
      code: 9,
      what: 'The system isn’t in the state that the call needs: a directory that isn’t empty, an order already sent. HTTP’s 400.',
      use: 'Don’t retry until somebody has changed the state.',
      breaks: 'Taken for UNAVAILABLE it is repeated in vain.',
    },
    {
      name: 'ABORTED',
      code: 10,
      what: 'A conflict with a concurrent call: a failed compare-and-set, a transaction that was rolled back. HTTP’s 409.',
      use: 'Repeat the whole read–modify–write, with jitter, a few times.',
      breaks: 'Repeating only the last call fails again with the same stale version.',
      see: ['locks', 'isolation-levels'],
    },
    {
      name: 'OUT_OF_RANGE',
      code: 11,
      what: 'Past the end: reading beyond a file, a page after the last. HTTP’s 400.',
      use: 'Stop iterating.',
      breaks: 'A loop that treats it as an error never ends cleanly.',
    },
    {
      name: 'UNIMPLEMENTED',
      code: 12,
      what: 'The server doesn’t know this method: another version, a wrong service name or path, or a proxy that is not a gRPC server. HTTP’s 501.',
      use: 'Compare package, service and method names; check what answers on that port.',
      breaks: 'During a rolling deployment old replicas answer it for new methods.',
    },
    {
      name: 'INTERNAL',
      code: 13,
      what: 'Something that must not happen did: a broken invariant, a frame that couldn’t be read. HTTP’s 500.',
      use: 'Look into the server’s log. Retry only what is idempotent.',
      breaks: 'Proxies that reset HTTP/2 streams (RST_STREAM) show up as INTERNAL, too.',
      typed: ['rst_stream'],
    },
    {
      name: 'UNAVAILABLE',
      code: 14,
      what: 'The server can’t be reached right now: no connection, a restart, a proxy without a healthy backend. HTTP’s 503.',
      use: 'Retry with backoff and jitter: the code that retry policies list first.',
      breaks: 'It may also come after the work was begun: repeat what isn’t idempotent only with a key.',
      typed: ['transport is closing', 'failed to connect to all addresses'],
      see: ['retryable-errors', 'grpc-defaults'],
    },
    {
      name: 'DATA_LOSS',
      code: 15,
      what: 'Data is lost or damaged beyond repair.',
      use: 'Alert; don’t retry.',
      breaks: 'Hardly any library sends it by itself: define what it means.',
    },
    {
      name: 'UNAUTHENTICATED',
      code: 16,
      what: 'The caller didn’t prove who it is: no token, or an expired one. HTTP’s 401.',
      use: 'Get a new token and repeat once.',
      breaks: 'A loop of refreshing hammers the identity provider when the clock or audience is wrong.',
      see: ['oauth'],
    },
  ] satisfies readonly Row[]
).map(entry)
