// Troubles of latency, load, pools, databases, queues and caches.

import type { Symptom } from './symptom'

export const loadSymptoms: readonly Symptom[] = [
  {
    words: 'cdn|cloudfront|cloudflare not|never|miss|misses|low|bypass cache|caching|cached|hit',
    title: 'The CDN doesn’t cache',
    text: 'The answer says so (private, no-store, Set-Cookie, Vary on much), the method or path isn’t in a caching rule, or every URL differs by a parameter. Look at Age and X-Cache of two requests for the same URL.',
    entry: 'cdn',
  },
  {
    words: '401|403|unauthorized|forbidden random|randomly|sometimes|intermittent|sporadic|occasional',
    title: '401 now and then',
    text: 'One replica has another secret or an old key (rotation), its clock is off, tokens expire while requests wait, or sessions live in one replica’s memory. Log which replica answered.',
    entry: 'session-vs-jwt',
  },
  {
    words: 'oom|oomkilled|memory|killed hour|hours|day|days|slowly|week|overnight',
    title: 'Killed after hours or days',
    text: 'Memory creeps up: a cache without limit, listeners or connections that stay, fragmentation. Plot memory against requests; two heap dumps hours apart show what grows.',
    entry: 'out-of-memory',
  },
  {
    words:
      'websocket|socket|connection drop|dropping|disconnect|disconnecting|lost mobile|phone|cellular|4g|wifi|background|ios|android',
    title: 'Sockets drop on phones',
    text: 'The system suspends apps in the background within seconds, networks change, and carriers’ NATs forget after 30 s to some minutes. Reconnect at once with the last id, push for what matters, heartbeats only in the foreground.',
    entry: 'reconnect-storm',
  },
  {
    words: 'pod|pods|namespace|node stuck|hang|hanging|remain|keep terminating|termination|deleted',
    title: 'Stuck in terminating',
    text: 'The process ignores SIGTERM (30 s later it is killed), a finalizer waits for a controller that is gone, or the node is unreachable, so nobody confirms. `kubectl get pod -o yaml` shows finalizers and the deletion time.',
    entry: 'graceful-shutdown',
  },
  {
    words:
      'site|everything|service|mail|unreachable|down|outage|broken dns|record|nameserver|domain change|changed|migration|update|transfer',
    title: 'Down after a DNS change',
    text: 'A wrong or missing record, a delegation to servers without the zone, DNSSEC’s DS of the old provider (SERVFAIL), or caches with the old answer. `dig +trace name` and `dig +cd name` tell these apart; the old TTL says how long it lasts.',
    entry: 'dns-ttl',
  },
  {
    words: 'slow|latency|slower|timeout morning|night|monday|noon|evening|weekend',
    title: 'Slow at a certain time of day',
    text: 'Load of that hour, or what runs then: backups, batch jobs, vacuum, cold caches and scaled-down instances after the night. Compare with the request rate; if that is flat, look at schedules.',
    entry: 'tail-latency',
  },
  {
    words: 'load average|loadavg high|rising|huge',
    title: 'A high load average',
    text: 'Linux counts processes that run or wait – for the CPU or for disk. High with an idle CPU means slow disk or network storage; compare with the number of cores.',
    entry: 'profiling',
  },
  {
    words: '503|502|504 intermittent|sometimes|random|sporadic|occasional',
    title: 'Gateway errors now and then',
    text: '502: a kept-alive connection that the backend closed just then. 503: no ready backend for a moment (probe, deploy, limit). 504: one slow call or one hanging replica. Log which backend it was.',
    entry: 'gateway-errors',
  },
  {
    words: 'timeout|time|timed|504|cut 30',
    title: 'Timeouts of exactly 30 s',
    text: 'Whose default is it? Worker timeout of gunicorn, request timeout of Heroku and of many gateways, HikariCP’s wait for a connection, MongoDB’s server selection, OkHttp’s and Azure’s clients in some versions. The log of the layer that gave up names it; below the others it wins.',
    entry: 'timeout',
  },
  {
    words: 'timeout|time|timed|504|cut 29',
    title: 'Timeouts of exactly 29 s',
    text: 'Amazon API Gateway’s integration timeout (more on request for regional REST APIs). Answer 202 and let the client ask again, or stream by another way.',
    entry: 'product-aws-api-gateway',
  },
  {
    words: 'timeout|time|timed|504|cut 60',
    title: 'Timeouts of exactly 60 s',
    text: 'The usual suspects: nginx’s proxy_read_timeout, the ALB’s idle timeout, boto3’s reads. Raise them where the work takes longer, or make it a job.',
    entry: 'idle-timeout',
  },
  {
    words: 'timeout|time|timed|504|cut 15',
    title: 'Timeouts of exactly 15 s',
    text: 'Envoy’s route timeout for the whole response (Istio turns it off), or a client’s own. Set `timeout` on the route.',
    entry: 'envoy',
  },
  {
    words: 'timeout|time|timed|524|cut 100',
    title: 'Timeouts of exactly 100 s',
    text: 'Cloudflare’s wait for the origin (524; 120 s in newer plans) or .NET’s HttpClient. Shorter work, or a job.',
    entry: 'timeout',
  },
  {
    words: 'timeout|time|timed|cut 230',
    title: 'Timeouts of exactly 230 s',
    text: 'Azure’s load balancer in front of App Service and Functions; it can’t be raised. Make it a job.',
    entry: 'product-azure-app-service',
  },
  {
    words:
      'latency|response|time grow|grows|increase|rise|climb|linearly load|traffic|concurrency|user|users',
    title: 'Latency grows with load',
    text: 'Requests queue for something that is busy: at 80% use they wait 4 service times, at 90% 9. Find which resource is near its limit; if throughput no longer rises with load, that is the bottleneck.',
    entry: 'littles-law',
  },
  {
    words: 'one|single|same az|zone slower|slow|latency|worse|error',
    title: 'One zone is slower',
    text: 'Calls cross zones only from there (the database’s primary is elsewhere), a network card or host is ill, or targets are fewer. Compare by zone of caller and callee; shift the zone away while you look.',
    entry: 'zone',
  },
  {
    words: 'grpc|unavailable unavailable|goaway|error deploy|rollout|restart|release',
    title: 'UNAVAILABLE during deploys',
    text: 'Servers go while clients hold connections: send GOAWAY and finish (GracefulStop), preStop sleep, and let clients retry UNAVAILABLE once with backoff.',
    entry: 'grpc-unavailable',
  },
  {
    words: 'kafka|consumer lag|behind deploy|restart|release|rebalance',
    title: 'Lag after a deploy',
    text: 'Each restarted member triggers a rebalance and stops the group, and caches are cold. Static membership, cooperative assignment, roll slowly; it should fall within minutes.',
    entry: 'consumer-group',
  },
  {
    words: 'cache|hit hit|ratio|rate|miss drop|dropped|low|fell|down|decrease',
    title: 'The hit ratio has dropped',
    text: 'A key has changed (new header or parameter in it), TTLs are shorter, the cache was flushed or is too small (evictions), or traffic has. Look at the most missed keys.',
    entry: 'cache-hit-ratio',
  },
  {
    words: 'database|postgres|mysql|db|rds|sql cpu|load 100|high|maxed|spike|full',
    title: 'The database’s CPU is full',
    text: 'A few query shapes as a rule: sort pg_stat_statements by total time, look for missing indexes and N+1, new code, a cold cache before it, or vacuum and backups at that hour.',
    entry: 'database-index',
  },
  {
    words: 'certificate|cert not|untrusted|isn|invalid trusted|trust|untrusted|valid|accepted',
    title: 'The certificate isn’t trusted',
    text: 'Intermediate missing, private CA unknown to this client, wrong name, expired, or a proxy that inspects TLS. `openssl s_client -connect host:443 -servername host` shows chain and dates.',
    entry: 'tls-handshake-failed',
  },
  {
    words: 'site|page|app|api slow|slower|latency mobile|phone|4g|3g|cellular',
    title: 'Slow on mobile only',
    text: 'Each round trip costs 50–100 ms and the radio first wakes up; scripts run at a tenth of a laptop’s speed. Fewer round trips and bytes, HTTP/3, smaller scripts and images; test with a throttled profile.',
    entry: 'web-vitals',
  },
  {
    words: 'websocket|socket|sse|client not|never|fail reconnect|reconnecting',
    title: 'It doesn’t reconnect',
    text: 'Browsers reconnect EventSource by themselves, never WebSockets: on close, try again with growing, random pauses, renew the token first, then ask for what was missed. Without heartbeats a dead connection isn’t even noticed.',
    entry: 'reconnect-storm',
  },
  {
    words: 'upload stuck|hang|stall|99|freeze|stop',
    title: 'An upload that stops near the end',
    text: 'All bytes are sent, the server is still working (scan, copy, database) or a proxy buffers and sends on only now. Answer 202 after storing, show “processing”, raise the proxy’s timeout.',
    entry: 'file-upload',
  },
  {
    words: 'consumer|worker idle|nothing|wait|waiting queue|message|partition|consumer|kafka',
    title: 'Idle consumers',
    text: 'More consumers than partitions, one consumer that has prefetched everything, a filter that matches nothing, or all messages in flight and invisible. Look at assignments and unacknowledged counts.',
    entry: 'consumer-group',
  },
  {
    words:
      'user|users|customer see|sees|get other|each|another|wrong|different data|page|account|session|profile',
    title: 'Users see each other’s data',
    text: 'A shared cache kept a personal answer, a cookie was cached with it, a singleton holds request state, or a pooled connection the last tenant. Stop caching behind logins first, then look for what is shared.',
    entry: 'cache-private',
  },
  {
    words: 'timeout|timeouts|slow|fail between pod|pods|service|services|node',
    title: 'Timeouts between pods',
    text: 'Throttled CPU, a NetworkPolicy, conntrack full, DNS with several search domains, an endpoint that is gone, or MTU in the overlay (small works, large hangs). Test by address, then by name, within and across nodes.',
    entry: 'container-network',
  },
  {
    words: 'dns|name|resolve|resolution work|works|ok host|laptop|outside|node container|docker|pod',
    title: 'Names resolve outside the container only',
    text: 'The container has another resolver: Docker’s 127.0.0.11 or the cluster’s DNS; a VPN’s resolver or a 127.0.0.53 stub isn’t reachable from it, and Alpine’s musl searches differently. Compare /etc/resolv.conf.',
    entry: 'dns',
  },
  {
    words:
      'request|requests|call|api|connection random|randomly|intermittent|sometimes|sporadically|sporadic fail|fails|error|errors|failure',
    title: 'Random failures',
    text: 'If one in n fails, one of n replicas, addresses or zones is bad: log which one answered. If they come after pauses, an idle connection was cut. If in bursts, a limit or a restart.',
    entry: 'failure-modes',
  },
  {
    words: 'unavailable|503 under|during|heavy|high load|traffic|peak',
    title: '503 under load',
    text: 'No healthy or free server: all failed their health checks under load, queues or connection limits are full, or the provider sheds. More capacity or a limit in front, cheap health checks, Retry-After.',
    entry: 'status-503',
  },
  {
    words: 'name|nameserver|dns|resolver not|unreachable|down|no respond|responding|answer|response',
    title: 'The name server doesn’t answer',
    text: 'Port 53 is filtered (UDP or TCP), the resolver is down or overloaded, or the delegation names a wrong server. `dig @server name` from that host; have two resolvers.',
    entry: 'dns',
  },
  {
    words: 'timeout|slow|error|fail only|just under load|traffic|peak|busy',
    title: 'Only under load',
    text: 'Something with a limit has a queue: connection pool, threads, CPU quota, accept queue, NAT ports, a lock. Compare the wait for a connection with the call itself; watch utilization and queue lengths, not averages.',
    entry: 'pool-exhaustion',
  },
  {
    words: 'slow|latency first|cold request|call|start|deploy|morning',
    title: 'The first request is slow',
    text: 'Nothing is warm: DNS, TCP and TLS to every dependency, pools, JIT, caches, or a function that had to start. Warm up before readiness, keep minimum instances and idle connections.',
    entry: 'first-pod-spikes',
  },
  {
    words: 'latency|p99|slow|spike every|each|periodic|regular minute|hour|second|interval',
    title: 'Spikes by the clock',
    text: 'Something runs at that interval: a cron job, scrape, flush, compaction, cache keys that expire together, log rotation. Match the period with schedules and TTLs, then add jitter or move the work.',
    entry: 'tail-latency',
  },
  {
    words: 'p99|tail|percentile high|bad|spike|bump|slow low|average|median|p50|normal|fine',
    title: 'Bad p99, good average',
    text: 'A few requests take another way: cold caches, garbage collection, lock waits, one slow shard or replica, a retry after a timeout. Trace the slow ones and look for what they share.',
    entry: 'tail-latency',
  },
  {
    words: 'p99|latency|spike|pause gc|garbage|collection',
    title: 'Pauses of the garbage collector',
    text: 'Correlate with the GC log: the heap is too small or allocation too fast. More heap, a concurrent collector (ZGC, Shenandoah), fewer objects; hedge reads meanwhile.',
    entry: 'tail-latency',
  },
  {
    words: 'latency|slow|doubled|increase|higher|overhead mesh|sidecar|istio|envoy|linkerd',
    title: 'Slower with the mesh',
    text: 'Two proxies more on each call: 1–3 ms at p99, more if they are throttled – give sidecars CPU – or if each call opens a connection. Look at chains: ten calls in a row pay it ten times.',
    entry: 'service-mesh',
  },
  {
    words:
      'user|customer|visitor|page|site|api|app asia|australia|india|europe|far|abroad|distant|overseas|region|country slow|latency|see|slowness',
    title: 'Slow for users far away',
    text: 'Distance × round trips: a cold HTTPS request takes three to four, a page several in a row. CDN for files and TLS, fewer round trips, HTTP/3, then reads in a second region.',
    entry: 'speed-of-light',
  },
  {
    words: 'one|single|same|only pod|replica|instance|server|node get|all|most|busy|traffic|overloaded|hot',
    title: 'One replica gets all the traffic',
    text: 'Long-lived connections (gRPC, HTTP/2, WebSocket) are balanced once, when they open; or sticky sessions, hashing by one address behind NAT, a new replica that nobody has connected to yet. Balance per request (L7 or in the client), limit the age of connections.',
    entry: 'client-side-load-balancing',
  },
  {
    words: 'uneven|unbalanced|skewed|imbalance load|traffic|balancing|distribution',
    title: 'Load is uneven',
    text: 'Connections are balanced instead of requests, requests cost differently (least connections helps), a hash has few keys, or zones have unequal numbers of targets without cross-zone balancing.',
    entry: 'balancing-algorithms',
  },
  {
    words: 'cpu 100|high|maxed|pegged|one|single core|thread',
    title: 'One core is full, the others idle',
    text: 'Something is single-threaded: Node.js or Python, Redis, one consumer of one partition, all packets of one flow, a lock. More processes or partitions; a profile shows where.',
    entry: 'event-loop',
  },
  {
    words: 'cpu high|100|spike|throttle|throttled low|no|same|without traffic|load|request',
    title: 'High CPU without load',
    text: 'A busy loop, retries without a pause, garbage collection near the memory limit, a runaway regular expression. A flame graph tells within a minute.',
    entry: 'profiling',
  },
  {
    words: 'memory grow|increase|leak|climb|rise|creep',
    title: 'Memory grows until it is killed',
    text: 'A cache without limit, listeners and goroutines that stay, unread bodies, or simply a heap limit above the container’s. Compare two heap dumps; restart by schedule only as a stopgap.',
    entry: 'out-of-memory',
  },
  {
    words:
      'pod|container|jvm|service|app keep|constantly|random|restart restart|restarting|crash|crashing|killed',
    title: 'It restarts again and again',
    text: 'Exit code 137 with OOMKilled: memory. 137 without, or 143: a liveness probe or the platform. 1: the program itself. `kubectl describe pod` and `logs --previous` say which.',
    entry: 'pod-restart',
  },
  {
    words:
      'database|postgres|mysql|rds exhaust|exhausted|run|out|limit|full|slots|many connection|connections',
    title: 'The database has no connections left',
    text: 'Replicas × pool size exceed the limit, connections leak, or transactions stay open and hold them. See pg_stat_activity by state; smaller pools, PgBouncer, a limit on idle transactions.',
    entry: 'pool-exhaustion',
  },
  {
    words: 'pool|connection|hikari timeout|exhausted|wait|acquire spring|pool|request|thread',
    title: 'Waiting for a connection from the pool',
    text: 'All are in use: slow queries, remote calls inside transactions, leaks, or too few for rate × time. Log the wait apart from the query, find who holds them longest, before raising the size.',
    entry: 'pool-exhaustion',
  },
  {
    words: 'query|database|postgres|sql|mysql slow|slower|latency load|traffic|peak|busy|concurrency',
    title: 'The database is slow under load',
    text: 'Look at what sessions wait for: locks, disk, CPU, or connections. Usually a few query shapes (pg_stat_statements), a missing index, a pool that is too large, or a cache that just went cold.',
    entry: 'database-index',
  },
  {
    words: 'query slow|slower suddenly|deploy|after|upgrade|release|today',
    title: 'A query has become slow',
    text: 'Another plan: statistics are old, a parameter is unusual, an index is gone, or the table has grown past memory. Compare EXPLAIN (ANALYZE, BUFFERS) now and then; analyze the table; look for N+1 in the new code.',
    entry: 'database-index',
  },
  {
    words: 'replica|replication|secondary|standby behind|lag|lagging|delay|late|stale',
    title: 'The replica is behind',
    text: 'One large transaction, a long query on the replica that holds replay, a smaller machine, or more writes than one thread can replay. Read what must be fresh from the primary; alarm on lag in seconds.',
    entry: 'replication',
  },
  {
    words: 'read|see|get|show stale|old|inconsistent|inconsistency|missing after write|save|update|insert',
    title: 'Old data after a write',
    text: 'The read went to a replica or cache that hasn’t got it yet. For some seconds read from the primary, or wait for the write’s position; delete the cache key after the commit.',
    entry: 'read-replica',
  },
  {
    words: 'vacuum|autovacuum|bloat|table keep|behind|slow|grow|large|not',
    title: 'Autovacuum can’t keep up',
    text: 'A long transaction or a forgotten replication slot holds old rows, or it is throttled: lower autovacuum_vacuum_scale_factor for large tables, raise its cost limit, end what is idle in transaction.',
    entry: 'product-postgresql',
  },
  {
    words: 'deadlock|deadlocks often|mysql|postgres|many|frequent|keep|random',
    title: 'Deadlocks',
    text: 'Two transactions take the same rows in another order, or gap locks meet (InnoDB). Same order everywhere, short transactions, an index for the condition, and retry the loser with a pause.',
    entry: 'locks',
  },
  {
    words: 'migration|alter|schema lock|block|hang|slow|down table|database|production|queries',
    title: 'A migration blocks everything',
    text: 'ALTER TABLE waits for a running query, and every new query waits behind it. lock_timeout of some seconds and try again, create indexes concurrently, backfill in batches.',
    entry: 'zero-downtime',
  },
  {
    words: 'queue|backlog|lag|sqs|kafka grow|growing|increase|fill|full|piling|behind',
    title: 'The queue grows',
    text: 'More comes in than goes out. Count both; look for a slow dependency, one stuck consumer, poison messages. It drains at (out − in), so scale beyond the input, and drop what is too old to matter.',
    entry: 'message-queue',
  },
  {
    words: 'consumer|kafka|group lag grow|growing|increase|high|keep',
    title: 'Consumer lag grows',
    text: 'Records come faster than the group works them off. More consumers help only up to the number of partitions; otherwise batch the writes behind it, process in parallel by key, and look for one slow or stuck partition.',
    entry: 'consumer-group',
  },
  {
    words: 'second|another|backup|duplicate request|copy|call slow|late|first',
    title: 'A second request when the first is slow',
    text: 'That is hedging: send a copy after the p95 has passed, take the first answer, cancel the other. Idempotent reads only, and for a few percent of requests.',
    entry: 'hedging',
  },
  {
    words: 'consumer|kafka keep|constantly|frequent|often|loop|storm rebalance|rebalancing',
    title: 'Consumers rebalance all the time',
    text: 'Processing takes longer than max.poll.interval.ms (5 min), heartbeats fail in pauses, or pods come and go. Fewer records a poll, static membership, cooperative assignment, and look at restarts.',
    entry: 'consumer-group',
  },
  {
    words: 'consumer stuck|stop|stopped|not|hang offset|consume|partition|message|progress|process',
    title: 'A consumer is stuck',
    text: 'A poison message that fails each time, a call without a timeout, a partition without an owner, or an offset that no longer exists. Compare lag by partition; a dead-letter topic lets the rest pass.',
    entry: 'consumer-group',
  },
  {
    words:
      'message|sqs|kafka|event|task|job reappear|again|twice|duplicate|duplicated|redelivered|double|repeated|restart',
    title: 'Messages come again',
    text: 'At-least-once delivery: processing took longer than the visibility timeout, an ack was lost, a rebalance. Extend or lengthen the timeout, and make the work idempotent by the message’s id.',
    entry: 'at-least-once',
  },
  {
    words: 'message|event|record lost|lose|missing|disappear|vanish|never',
    title: 'Messages are lost',
    text: 'Acknowledged before the work, sent without waiting for the broker (acks=0 or 1, no confirms), published after a crash that the database survived (outbox), pub/sub without a subscriber, or expired. Count at both ends.',
    entry: 'at-least-once',
  },
  {
    words: 'event|message|update order|reorder|sequence out|wrong|late|arrive',
    title: 'Events arrive out of order',
    text: 'Several partitions, several consumers or retries. Use the entity’s id as key so that its events share a partition, carry a version, and ignore older ones.',
    entry: 'message-ordering',
  },
  {
    words: 'charge|payment|order|customer|email double|twice|duplicate|duplicated',
    title: 'Done twice',
    text: 'A retry after a timeout, a double click, a redelivered message: the first attempt had worked. An idempotency key made by the client, stored by a unique constraint before the work, and sent to the provider, too.',
    entry: 'idempotency-key',
  },
  {
    words: 'retry|retries worse|overload|storm|amplify|multiply|outage|make',
    title: 'Retries make it worse',
    text: 'Each layer multiplies the load exactly when the bottom is ill. Retry at one layer, with backoff, jitter and a budget (10% of requests), and let a breaker stop it.',
    entry: 'retry-layering',
  },
  {
    words: 'cron|job|task|scheduler run|runs|executed|fire|start twice|double|several|multiple|every',
    title: 'A job runs twice',
    text: 'Each replica has its own scheduler, a run overlaps the next, or the clock changed for summer time. One scheduler or a lease, forbid overlaps, idempotent work.',
    entry: 'scheduled-jobs',
  },
  {
    words: 'redis|cache memory|oom full|high|out|grow|limit',
    title: 'Redis runs out of memory',
    text: 'Keys without TTL, large values, client buffers of slow subscribers, or fragmentation. With noeviction writes fail: set maxmemory and allkeys-lru or -lfu for a cache; find big keys with --bigkeys or MEMORY USAGE.',
    entry: 'cache-eviction',
  },
  {
    words: 'redis|cache slow|latency|spike|timeout|block',
    title: 'Redis is slow',
    text: 'One thread: KEYS, large values, Lua scripts and big deletes block everybody; so do fork for snapshots with huge pages and a full CPU. SLOWLOG, --latency, and UNLINK instead of DEL.',
    entry: 'redis-protocol',
  },
  {
    words: 'cache|browser|cdn old|stale|serve|outdated deploy|release|update|change|after',
    title: 'The old version is still served',
    text: 'HTML cached too long, a service worker, or a CDN key that wasn’t purged. Hashed file names with a year of max-age, HTML with no-cache, purge on deploy.',
    entry: 'cdn',
  },
  {
    words: 'cdn|cache|proxy private|authenticated|user|wrong|personal|other response|data|user|page|caching',
    title: 'A cache serves one user’s page to another',
    text: 'A personal answer was cacheable: no `private`, or the key lacks what it varies by. `Cache-Control: private, no-store` for everything behind a login, and caching only where it is stated.',
    entry: 'cache-private',
  },
  {
    words:
      'cache|stampede|cold|database|expire|flush deploy|restart|expire|flush|empty overload|spike|down|stampede|slow|hit',
    title: 'An empty cache overloads the database',
    text: 'Everything misses at once. Roll slowly, warm up, coalesce equal requests, jitter TTLs, and limit concurrent queries so that the database stays up while it fills.',
    entry: 'cache-stampede',
  },
  {
    words: 'autoscaling|autoscaler|scale|scaling slow|late|lag|not|fast|enough',
    title: 'Scaling comes too late',
    text: 'Metrics, decision, node, image, start, warm-up: 2–5 min. Keep spare capacity for that time, scale on queue or concurrency rather than CPU, smaller images, warm pools, schedules for known peaks.',
    entry: 'autoscaling',
  },
  {
    words: 'lambda|function cold slow|start|second|latency',
    title: 'Cold starts',
    text: 'The first request of each new instance: smaller packages, more memory (more CPU), fewer SDKs at start, SnapStart or provisioned concurrency; don’t put it in the way of a user who waits.',
    entry: 'serverless',
  },
  {
    words:
      'rate limit|limited|429|throttled|throttle third|api|provider|openai|github|stripe|external|hit|many',
    title: 'A provider answers 429',
    text: 'Obey Retry-After, spread calls with a client-side limiter shared by all replicas, cache and batch, queue what nobody waits for. insufficient_quota is about money, not about pace.',
    entry: 'rate-limited-api',
  },
  {
    words: 'llm|openai|gpt|model|claude|chatbot|token slow|latency|long|timeout',
    title: 'Model calls are slow',
    text: 'Time to first token grows with the prompt, total time with the answer’s length. Stream, shorten and cache the prompt’s beginning, limit max_tokens, a smaller model, calls in parallel; timeouts on the gap between tokens.',
    entry: 'token-streaming',
  },
  {
    words: 'push|notification delay|late|not|missing|arrive|deliver',
    title: 'Push notifications come late or never',
    text: 'Best effort: power saving, normal priority, revoked tokens, collapsed messages. High priority for what users see, delete tokens that are answered as gone, and show the state from your API when the app opens.',
    entry: 'mobile-push',
  },
  {
    words:
      'work|works|fine local|locally|laptop|machine|dev not|fail|timeout|break production|prod|staging|deployed|server',
    title: 'Works locally, fails in production',
    text: 'What differs: names and addresses (localhost), firewalls and proxies, TLS roots, permissions, data size, concurrency, latency. Run the very call from inside the container.',
    entry: 'works-locally',
  },
  {
    words:
      'request|call|everything|service|app hang|hangs|stuck|freeze|forever deploy|release|after|restart|update',
    title: 'Requests hang after a deploy',
    text: 'New pods take traffic before they work, clients hold connections to pods that vanished without a reset, or a migration holds a lock. See where they wait: `ss -tanp`, a thread dump, pg_stat_activity.',
    entry: 'graceful-shutdown',
  },
  {
    words: 'node not ready|notready',
    title: 'A node is not ready',
    text: 'The kubelet is silent: disk or memory pressure, network, container runtime. After 40 s it counts as not ready, after 5 min more its pods are replaced.',
    entry: 'pod-scheduling',
  },
]
