// Terms of balancing, timeouts, retries and failure.

import type { Glossary } from './glossary'

export const resilienceTerms: Glossary = {
  'load-balancer': {
    'target group, backend pool, server pool, upstream group':
      'The servers that a balancer chooses from, with their port, health check and algorithm.',
    'listener, listener rule':
      'Port and protocol where a balancer accepts, with rules that say which pool gets what.',
    'hardware load balancer': 'An appliance (F5, Citrix): fast TLS, expensive, bought in pairs.',
    'cross-zone load balancing':
      'Each balancer node spreads over the targets of all zones: even load, traffic between zones. On by default at ALBs, off at NLBs.',
    'load balancer latency': 'Layer 4 well under a millisecond, layer 7 1–5 ms, plus TLS.',
    'load balancer warm-up, LCU, pre-warming':
      'A cloud’s balancer scales by itself within minutes; a sudden ten-fold load meets 503s and timeouts. Reserve capacity before a known event.',
  },
  l7: {
    'content-based routing, path-based routing, host-based routing, header-based routing':
      'Choosing the backend by what the request says: path, host, header, cookie. Only a proxy that reads HTTP can.',
    'request inspection':
      'Reading headers and bodies on the way, for routing, limits and filters: needs the TLS connection to end there.',
  },
  'first-pod-spikes': {
    'first pod in a rolling deploy, first pod spikes':
      'The first new pod gets a full share of traffic while its connections, caches and JIT are cold: p99 jumps for a minute. Warm up before readiness, or let the balancer start it slowly.',
  },
  'balancing-algorithms': {
    'random, random balancing':
      'Any server, chosen at random: as even as round robin over many requests, and without shared state.',
    'least load, least bandwidth':
      'Choose by what servers report of themselves; reports are late, and all clients then run to the same one.',
  },
  'least-connections': {
    'weighted least connections': 'Open connections divided by weight: for servers of different sizes.',
  },
  'consistent-hashing': {
    'virtual nodes, vnodes':
      'Each server stands at 100–200 places of the ring, so shares are even and a failed one’s keys spread over all others.',
    'Maglev hashing, rendezvous hashing, HRW':
      'Other ways to the same end: a lookup table (Maglev), or the server with the highest hash of key and name (rendezvous).',
    'bounded load, consistent hashing with bounded loads':
      'No server takes more than, say, 1.25 times the average: the excess goes to the next on the ring.',
    'hash ring': 'Servers and keys as points on a circle: a key belongs to the next server clockwise.',
  },
  'client-side-load-balancing': {
    'gRPC load balancing not working, all gRPC traffic to one pod, one pod gets all the traffic':
      'The client keeps one HTTP/2 connection, and a layer-4 balancer – a Kubernetes Service too – balances connections, not calls. Balance in the client over a headless Service (round_robin), use an L7 proxy or a mesh, or limit the connection’s age.',
  },
  'health-check': {
    'health check interval, health check timeout':
      'Detection takes interval × failures + timeout: every 5 s with 3 failures about 15–20 s. Shorter finds faults sooner and removes healthy servers at every hiccup.',
    'deep health check':
      'Also asks the database and other services: one slow dependency takes every replica out at once. For dashboards, not for balancers.',
    'passive health check, active health check':
      'Active: ask a path every few seconds. Passive: watch real requests and leave out what fails (outlier ejection). Use both.',
    flapping: 'In and out and in again: thresholds of 2–3 in each direction, and a pause before coming back.',
    'healthz, livez, readyz':
      'Paths by custom: livez – restart me if this fails; readyz – send me traffic if this passes; healthz – either.',
    'panic mode, panic threshold':
      'Envoy: if fewer than half the hosts are healthy, balance over all, since the check is likelier wrong than everybody dead.',
  },
  readiness: {
    'startup probe':
      'Holds the other two probes back until the application has started: for slow starters, instead of a long initial delay.',
    'readiness gate':
      'Further conditions before a pod counts as ready, such as "registered at the load balancer".',
  },
  'outlier-ejection': {
    'outlier detection, consecutive5xxErrors, baseEjectionTime':
      'Envoy and Istio: after 5 errors in a row a host is left out for 30 s times the number of its ejections, and at most 10% of the hosts at once.',
  },
  'session-affinity': {
    'sticky cookie, AWSALB cookie, SERVERID cookie, JSESSIONID':
      'The balancer’s cookie (or the application server’s) names the server; lost if that one goes.',
    'session draining': 'New users go elsewhere, those with a session stay until it ends.',
    'stick table, stick-table':
      'HAProxy’s memory of which client goes where, and of rates; shared between balancers by peers.',
  },
  'graceful-shutdown': {
    'connection draining, deregistration delay':
      'A leaving target gets no new requests and finishes the running ones: 300 s by default at AWS. Longer than your longest request, shorter than your patience at deploys.',
    'preStop hook, preStop sleep':
      'Runs before SIGTERM: a sleep of 5–15 s covers the time in which balancers still send requests to a pod that is already leaving.',
    'SIGTERM, SIGKILL':
      'Kubernetes and Docker ask with SIGTERM and kill after 30 s (10 s for docker stop). A shell as process 1 doesn’t pass the signal on.',
    'pods get connection refused during rollout, errors during rollout':
      'The pod stops listening before everybody knows that it is leaving, or gets traffic before it listens. preStop sleep, readiness probe, graceful shutdown, in this order.',
  },
  timeout: {
    'read timeout, socket timeout':
      'The longest pause between two bytes, in most libraries – not the whole answer. A slow drip never triggers it; set a total, too.',
    'total timeout, overall timeout, call timeout':
      'From start to end, connect and body included. What the caller’s caller experiences.',
    'write timeout': 'How long sending may stall; matters for uploads.',
    'idle timeout vs read timeout':
      'Idle: nothing happens between requests. Read: a request waits for bytes.',
    'timeouts only under load':
      'Something has a limit and a queue: pool of connections, threads, CPU quota, accept queue, NAT ports. Compare the wait for a connection with the time of the call itself; the call is usually fine.',
  },
  'deadline-propagation': {
    'grpc-timeout header, grpc-timeout':
      'How gRPC passes the remaining time on: each hop knows when to give up.',
    'CancellationToken, context cancellation, AbortSignal':
      'Tells running work that nobody waits any more: stop queries, close connections. Without it, retries pile up on work for the dead.',
    'timeout budget, latency budget':
      'The objective divided among the steps: 800 ms at the edge, 400 for the service, 150 for the query. Each caller’s timeout is longer than the sum of what it waits for.',
  },
  retry: {
    'retry policy': 'Which errors, how many attempts, which pauses, how long at most – at one layer only.',
    'infinite retries, retry forever':
      'Right for queues with a dead-letter exit, wrong for requests: the caller has long gone.',
    'immediate retry':
      'Without a pause: fine once after a reset kept-alive connection, harmful for an overloaded server.',
    'retry on timeout':
      'The first attempt may still be working, and may succeed: idempotent calls only, and the load doubles.',
  },
  backoff: {
    'linear backoff, constant backoff, fixed delay':
      'Pauses that grow by a fixed amount, or not at all: fine for single clients, in step for many.',
    'exponential backoff with jitter, full jitter':
      'Wait a random time between 0 and min(cap, base × 2^n): spreads a crowd evenly and backs off quickly.',
    'decorrelated jitter':
      'The next pause is random between the base and three times the last one, up to a cap.',
    'max delay, backoff cap':
      'Where growth ends: 20–30 s for requests in the background, below the deadline otherwise.',
  },
  'retry-layering': {
    'retry storm, retry amplification':
      'Each layer multiplies: 3 attempts at 4 layers are 81 calls at the bottom, exactly when it is ill. Retry at one layer, with a budget.',
  },
  hedging: {
    'hedged request, hedged requests, backup request':
      'A second copy after the p95 has passed, first answer wins: cuts p99 for 5% more load. Idempotent reads, with a budget.',
  },
  'idempotency-key': {
    'upsert, insert on conflict':
      'Insert or update in one statement by a unique key: two at once can’t both insert.',
    'deduplication window, deduplication, dedup':
      'How long ids are remembered: SQS FIFO 5 min, payment APIs 24 h and more. Longer than the longest retry.',
    'unique constraint, duplicate key':
      'The database’s own guard against duplicates. The second insert’s error means: already done, return the first result.',
  },
  'circuit-breaker': {
    'half-open, half open, circuit breaker half open':
      'After the cool-down a few trial calls pass: success closes the breaker, failure opens it again. Without a limit on them the herd comes back at once.',
    'open circuit, breaker open':
      'Calls fail at once without being sent: in microseconds instead of a timeout. Needs a fallback or an honest error.',
    'failure rate threshold, failure threshold, minimum number of calls':
      'Opens at 50% failures of at least 20 calls, as a usual beginning; without a minimum two unlucky calls open it.',
    'slow call rate':
      'In resilience4j calls over a duration count as failures, since slow is what exhausts pools.',
    'per-instance breaker':
      'Each process has its own view: with 50 replicas and little traffic each, breakers open late. In a mesh, per host: outlier ejection.',
  },
  bulkhead: {
    'thread pool isolation, semaphore isolation':
      'A pool of threads for each dependency (can be abandoned, costs switches) or a counter of permits (cheap, and the caller’s own thread waits).',
    'concurrency limit, max concurrency':
      'At most so many calls at once to one dependency; the next is refused or waits briefly. Rate × time gives the number.',
    swimlane: 'A complete path of its own for one kind of traffic, down to the database.',
  },
  'rate-limiting': {
    'rate limiting per user, per-user rate limit, per-tenant rate limit':
      'A counter for each key, in Redis or at the gateway: fair, and one more lookup (about 1 ms). Decide what happens when the counter is down: usually let pass.',
    'distributed rate limiter, rate limiter design':
      'Shared counters (Redis with a script, 1 ms each) are exact; local buckets with a share of the limit are quick and approximate.',
    quota: 'An amount for a long period, such as 1 million calls a month; a rate limit is for seconds.',
    'RateLimit-Remaining, X-RateLimit-Reset, rate limit headers':
      'Tell clients how much is left and when it begins anew, so that good ones slow down before 429.',
  },
  'token-bucket': {
    'leaky bucket':
      'Requests leave at a steady rate, the bucket is a queue: smooth output, waiting at bursts. A token bucket lets bursts through up to its size.',
    'fixed window, fixed window counter':
      'So many a minute by the clock: simple, and twice as many around the turn of a minute.',
    'sliding window log, sliding window counter, sliding window rate limiter':
      'Counts over the last minute from any moment: exact with a log of times, near enough with two counters weighted.',
    GCRA: 'A token bucket kept as a single timestamp: one value to store and compare.',
  },
  'load-shedding': {
    'admission control':
      'Deciding at the door whether there is capacity; a quick 503 costs microseconds, an accepted request that times out everything.',
    'adaptive concurrency, concurrency limits, Vegas limiter':
      'The limit follows measured latency, like TCP’s window: no number to guess. Netflix’s concurrency-limits, Envoy’s filter.',
    brownout: 'Leave out what is optional (recommendations, previews) while overloaded.',
    'criticality, prioritized load shedding':
      'Requests say how much they matter, and the least important go first: batch before users, retries before first attempts.',
    'LIFO queue, adaptive LIFO': 'Serve the newest first when overloaded: the oldest have given up already.',
    goodput:
      'Answers that still came in time. Under overload throughput may stay while goodput falls to zero.',
  },
  fallback: {
    'graceful degradation, degraded mode':
      'Less instead of nothing: old prices, no recommendations, read-only. Decide it with the product’s owner beforehand, and test it.',
    'stale fallback, serve stale':
      'The last good answer with its age: for what changes slowly and is only shown.',
    'static fallback, default response': 'An answer that needs nobody: a file, a constant.',
  },
  'cascading-failure': {
    'metastable failure, metastable':
      'The overload keeps itself up after its cause is gone: retries, cold caches, timeouts on work already done. Out of it leads only shedding load below normal.',
    'death spiral': 'A server under load fails its health check, the others get its load, and fail too.',
    'upstream overload':
      'The caller’s retries and the queue between them keep the called one busy with what nobody waits for.',
  },
  'thundering-herd': {
    'accept herd, synchronized clients':
      'Everybody acts at the same instant: full hours, a deploy, an expired key, a returned service. Jitter on every timer.',
  },
  'failure-modes': {
    'gray failure, grey failure':
      'Health checks pass, users suffer: lossy link, slow disk, one bad core. Compare what clients see with what servers report.',
    'fail-stop, crash failure': 'A part works or is gone, and others can tell: the easy case.',
    'byzantine failure, byzantine fault':
      'A part says wrong things. Consensus among untrusted parties needs 3f + 1; within one company checksums and crashes do.',
    'partial failure':
      'Some parts work, others don’t, and a missing answer doesn’t say which: the heart of distributed systems.',
    'phi accrual failure detector, failure detector':
      'Suspicion as a number that grows with silence, by how regular heartbeats were; Cassandra and Akka act above 8.',
    'slow is worse than down':
      'A refused connection costs a millisecond, a slow answer holds threads and connections until the timeout. Bound the wait.',
  },
  'chaos-engineering': {
    'game day':
      'A planned exercise: something is broken on purpose, the team finds and mends it, and writes down what was missing.',
    'fault injection':
      'Errors or delays put in on purpose: in a mesh by percent of requests, in tests by proxy. Small share first, with a switch to stop.',
    'Chaos Monkey': 'Kills instances at random during working hours, so that nobody depends on one.',
  },
  'fail-open': {
    'fail closed, fail-closed, fail secure': 'If the check can’t be made, refuse: authorization, payments.',
    'fail open':
      'If the check can’t be made, let pass: rate limits, feature flags, fraud scores for small sums. Log it.',
  },
  'pool-exhaustion': {
    'thread starvation, thread pool exhaustion, worker exhaustion':
      'All workers wait for something slow; the process answers nothing, health checks included. Timeouts, bulkheads, and never a blocking call in an async pool.',
    'connection leak, leaked connection':
      'Borrowed and never returned, on an error path as a rule: the pool empties over hours. leakDetectionThreshold (HikariCP) names the place.',
    'database connections exhausted, too many clients, connection slots':
      'Replicas × pool size exceeds the database’s limit (PostgreSQL 100). Smaller pools, a pooler such as PgBouncer, fewer replicas; look for transactions left open first.',
    'goroutine leak':
      'Goroutines that wait forever for a channel or a call without deadline; memory and descriptors grow.',
  },
  'connection-pool': {
    'connection pool sizing, pool size, HikariCP, HikariCP default pool size, maximumPoolSize':
      'HikariCP’s default is 10, and more is seldom better: cores × 2 + disks of the database, divided among all replicas; or rate × query time plus a third. A caller waits 30 s for a connection by default: lower it to 1–2 s.',
    'PgBouncer, transaction pooling, pgbouncer transaction mode':
      'Many clients share few PostgreSQL sessions, for the length of a transaction. Session state – SET, LISTEN, advisory locks, temporary tables – doesn’t survive; prepared statements need version 1.21.',
    'max lifetime, maxLifetime, max connection lifetime':
      'Connections are replaced after 30 min (HikariCP’s default), so that they follow DNS changes and stay below servers’ limits.',
    'connection validation, test on borrow':
      'A ping before use: a round trip each time. Lifetimes and keep-alive below the network’s idle timeout are better.',
  },
  'littles-law': {
    'utilization, saturation':
      'The share of time that something is busy. Waiting grows as ρ/(1 − ρ): 1 service time at 50%, 4 at 80%, 9 at 90%. Plan for 60–70%.',
    'queueing theory, M/M/1':
      'Random arrivals, random service times, one server: the simplest model, and a fair first estimate of waiting.',
    'think time':
      'The pause of a user between answer and next request: users = rate × (answer time + think time).',
    'universal scalability law, USL, Amdahl’s law':
      'Adding servers helps less and less (what is serial) and in the end harms (what must be agreed on).',
    'coordinated omission':
      'A load tester that waits for slow answers sends less just then, and its percentiles look far too good. Send by schedule, measure from the planned time.',
  },
  'single-point-of-failure': {
    'hidden dependency, common dependency':
      'Both copies need the same thing: DNS, login, configuration, a certificate, one switch. Redundancy counts only down to it.',
    bottleneck:
      'The part that is busy first; everything before it queues, everything after it idles. Speeding up any other part changes nothing.',
  },
  'correlated-failures': {
    'common cause failure, shared fate':
      'What takes several copies at once: a bad deploy or configuration, an expired certificate, a zone, a poison request.',
    'poison request, query of death':
      'A request that crashes whoever handles it; retries carry it from replica to replica.',
  },
}
