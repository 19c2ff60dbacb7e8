// Terms of latency, capacity, availability and geography.

import type { Glossary } from './glossary'

export const latencyTerms: Glossary = {
  'latency-components': {
    'propagation delay':
      'Distance divided by the speed in the medium: 5 ms for 1,000 km of fiber, each way. Nothing but moving closer helps.',
    'transmission delay, serialization delay':
      'Size divided by bandwidth: 1,500 bytes take 12 µs at 1 Gbit/s, 1.2 ms at 10 Mbit/s.',
    'queueing delay, queuing delay':
      'Waiting for one’s turn, at routers and in servers; small until about 70% use, then the largest part.',
    'processing delay':
      'Work at each hop: microseconds in routers, milliseconds in proxies and applications.',
    'last mile, last-mile latency':
      'From the provider to the user: fiber 1–5 ms, cable 10–20, 4G 30–50, satellite 30–600. Usually the larger part for users near a data center.',
    'latency vs throughput':
      'How long one takes, and how many a second. Batches raise throughput and latency; more connections raise throughput alone.',
    'jitter network, network jitter, latency jitter':
      'How much the delay varies from packet to packet. Calls need a buffer for it, TCP’s timers too.',
  },
  'latency-numbers': {
    'SSD read latency, SSD latency, NVMe latency':
      'A random read takes 20–100 µs on local NVMe, 0.5–1 ms on network disks such as EBS gp3.',
    'disk seek, HDD latency':
      '5–10 ms for the arm and the turn, so 100–200 random reads a second; in a row 150–250 MB/s.',
    'L1 cache, L2 cache, L3 cache, CPU cache': 'About 1, 4 and 10–20 ns; memory about 100.',
    'memory bandwidth': '20–50 GB/s for a desktop, 100–500 GB/s for a server’s socket, 1–8 TB/s for a GPU.',
    'context switch, context switch cost': '1–5 µs with the caches it spoils.',
    'same datacenter round trip, same-datacenter round trip, intra-datacenter latency':
      'Some 0.1–0.5 ms within a zone, about 1 ms between zones of a region.',
    'Redis latency, memcached latency':
      '0.2–1 ms within a zone, nearly all of it network; the command itself takes microseconds.',
    'database query latency':
      'By primary key in memory 0.5–2 ms with the network; with disk reads 5–20 ms; without an index seconds.',
    'back of the envelope, back-of-the-envelope estimate':
      'Requests a day ÷ 86,400 × 3 for the peak; × size for bandwidth; × time for concurrency; × days for storage. One digit is enough.',
  },
  bandwidth: {
    'bits vs bytes, Mbps vs MB/s':
      'Networks count bits (Mbit/s), disks bytes (MB/s): divide by 8. 1 Gbit/s carries about 118 MB/s of data.',
    'egress cost, egress fees, data transfer cost':
      'Clouds charge what leaves: about $0.05–0.09 a GB to the internet, $0.01–0.02 between regions, $0.01 for each direction between zones; in is free. Look up your region’s.',
    'inter-region bandwidth cost, cross-region data transfer':
      'About $0.02 a GB between most AWS regions (more from Asia and South America), paid by the sender. A replica stream of 100 Mbit/s is some 32 TB, $650 a month.',
    'bandwidth throttling, burst bandwidth':
      'Small machines have a base rate and credits for bursts ("up to 10 Gbit/s"): after minutes of load the network is suddenly slow.',
    'goodput vs throughput':
      'What the application gets, without headers and resends: about 94–95% of an Ethernet link.',
  },
  'speed-of-light': {
    'great circle, great-circle distance': 'The shortest way over the globe; cables are 1.2–2 times as long.',
    'submarine cable, undersea cable':
      'Carries nearly all traffic between continents: 60–70 ms across the Atlantic, about 100 across the Pacific. Cuts shift traffic to longer ways for weeks.',
  },
  'satellite-link': {
    'LEO satellite, Starlink': '550 km high: 25–60 ms, with a jump at each change of satellite.',
    'geostationary satellite, GEO satellite':
      '35,786 km high: 240 ms each way up and down, 500–700 ms round trip. Every round trip saved is felt.',
  },
  rtt: {
    'one-way delay, one-way latency':
      'Half the round trip only if both ways are alike; measuring it needs clocks in step.',
    'smoothed RTT, SRTT, RTT variance':
      'TCP’s running average of the round trip and its variation, from which it computes its timeout.',
  },
  'round-trips-to-first-byte': {
    'time to first byte, TTFB':
      'DNS + TCP + TLS + request + server time. 200 ms is good; far users pay the distance three to four times on a cold connection.',
    'cold connection, connection setup cost, handshake cost':
      'TCP 1 + TLS 1.3 1 (TLS 1.2: 2) round trips, QUIC 1, resumed 0-RTT 0, before the request’s own.',
  },
  percentile: {
    'p99, 99th percentile':
      '1 request in 100 is slower. A page of 50 calls meets it 39% of the time; a user in a session nearly surely.',
    'p50, median': 'Half are faster. What is typical, and blind to what hurts.',
    'p999, p99.9': '1 in 1,000; needs many samples: at 100 requests a minute ten minutes hold one.',
    'average latency, mean latency':
      'One request of 10 s among 99 of 100 ms makes 199 ms: nobody’s experience. Use percentiles.',
    'high p99 but low average, p99 vs average':
      'A few requests take another way: cold caches, garbage collection, a slow shard, lock waits, retries after a timeout. Trace the slow ones and look for what they share.',
    'averaging percentiles, percentile aggregation':
      'Percentiles can’t be averaged over servers or minutes; add up histograms and compute from those.',
    'histogram, HdrHistogram, latency histogram':
      'Counts by bucket, from which percentiles are estimated: choose buckets around the objective.',
  },
  'tail-latency': {
    'GC pause, stop the world':
      'The runtime stops all threads to clean up memory: 1–10 ms with modern collectors (ZGC below 1 ms), seconds when the heap is too small.',
    'noisy neighbor':
      'Another tenant of the same host, disk or shard takes what you need. Limits for each, dedicated hosts, cells.',
    straggler:
      'The one task that everybody waits for. Hedge it, split work more finely, or answer without it.',
    'latency spikes every minute, periodic latency spikes':
      'Something runs by the clock: a cron job, metrics scrape, cache expiry in step, compaction, log rotation. Compare the spikes’ interval with schedules and TTLs.',
    'lock contention, resource contention':
      'Many wait for one lock, row or connection: latency grows with load although the CPU is idle.',
    'slow first request, first request is slow':
      'Cold: connections and pools not yet open, JIT not warm, caches empty, a function or container just starting. Warm up before readiness; keep a minimum running.',
  },
  'fan-out': {
    'scatter-gather, scatter gather':
      'Ask many at once, join the answers: as slow as the slowest. Set a time after which partial answers do.',
    'fan-in':
      'Many streams or calls end in one place, which becomes the bottleneck: batch, aggregate on the way, shard the sink.',
    'read amplification, write amplification':
      'How many reads (writes) below one above causes: indexes, replicas, fan-out, LSM compaction.',
  },
  chatty: {
    'waterfall, sequential calls, request waterfall':
      'Calls that wait for each other: times add up. Start what doesn’t depend at once, join what does on the server.',
  },
  availability: {
    'three nines, 99.9%': '8.76 h a year, 43.2 min in 30 days: what a single zone or a good SaaS gives.',
    'five nines, 99.999%':
      '5.26 min a year: no human can react in that; automatic fail-over over zones or regions, and no planned downtime.',
    'planned downtime, maintenance window': 'Announced outages; many SLAs don’t count them, users do.',
    'high availability, HA':
      'No single failure ends the service: at least two of everything in different zones, detection, automatic fail-over, and room for the load of the lost one.',
    'fault tolerance': 'Failures without any interruption, not merely with a short one.',
    'MTBF, MTTF': 'Mean time between (until) failures. Availability = MTBF ÷ (MTBF + MTTR).',
  },
  slo: {
    SLI: 'What is measured: the share of good requests, as near to the user as possible.',
    SLA: 'A promise with money behind it; usually credits of 10–100% of that service’s bill. It says what a provider pays, not what you will get.',
    'error budget':
      'What the objective allows to fail: 0.1% of a million requests are 1,000. While there is some, release; when it is gone, mend.',
    'burn rate, multi-window burn rate alert':
      'How many times faster than allowed the budget is used up: at 14.4 a 30-day budget loses 2% in an hour – wake somebody; at 1 it lasts exactly.',
    Apdex:
      'Satisfied + half of the tolerating, divided by all; one number that hides more than percentiles do.',
  },
  mttr: {
    'MTTD, mean time to detect':
      'From the fault to the alarm: check interval × failures needed + evaluation. Often longer than the repair.',
    'RCA, postmortem, root cause analysis':
      'What happened, why, what is done about it, without blame; several causes as a rule.',
    'runbook, playbook': 'What to look at and do for an alarm, written while calm.',
    'on-call':
      'Who answers at night; more than two wake-ups a shift mean that the alarms are wrong or the system is.',
    'incident severity, SEV1': 'How bad: SEV1 everybody affected, now; decides who is woken and who is told.',
  },
  zone: {
    'cross-AZ traffic, cross-zone traffic, inter-AZ traffic':
      'Charged by most clouds, about $0.01 a GB in each direction at AWS; chatty services and Kafka replicas notice. Keep calls in the zone where possible.',
    'cross-AZ latency, same AZ latency, inter-AZ latency':
      'Between zones of a region about 0.5–2 ms round trip, within one 0.1–0.5 ms. Fine for synchronous replication, noticeable for 50 queries in a row.',
    'zone failure, AZ failure, AZ outage':
      'A whole data center loses power or network. With three zones the other two must take half as much again each.',
    'locality-aware routing, zone-aware routing, locality load balancing':
      'Prefers replicas in the caller’s zone, and others only when those are too few or ill: saves charges and about a millisecond. Uneven if callers are.',
    'placement group, availability set':
      'Asks the cloud to put machines near each other (latency) or apart (failures).',
  },
  region: {
    'region pair, paired regions':
      'Azure’s pairs of regions that are updated one after the other and replicate to each other.',
    'region failure, region outage, us-east-1 outage':
      'Rare (every few years) and long (hours); control planes of global services may go with it. Worth a second region only if practiced.',
    'multi-region':
      'More than one region: for users’ latency (reads near them), survival (fail-over), law (data stays). Each asks for another design.',
    'latency between regions, inter-region latency':
      'Within a continent 10–70 ms, across the Atlantic 70–90, Pacific 100–160, Europe to Asia 130–250.',
  },
  'rto-rpo': {
    RTO: 'How long it may take until service is back after a disaster. (In TCP it is the retransmission timeout.)',
    'RPO, data loss window':
      'How much of the latest data may be lost: 0 needs synchronous replication, minutes asynchronous, hours backups.',
    'backup and restore':
      'The cheapest disaster recovery: hours to be back, data as of the last backup. A backup that was never restored is a hope.',
    'pilot light, warm standby':
      'Pilot light: data replicated, servers off or tiny; tens of minutes. Warm standby: a small running copy that is scaled up; minutes.',
    'PITR, point-in-time recovery':
      'Restore to any second, from a base backup and the log since: into a new server, so plan the time to copy.',
    'immutable backup, WORM':
      'Copies that nobody can change or delete for a time: against ransomware and mistakes.',
    '3-2-1 backup, 3-2-1 rule': 'Three copies, two kinds of storage, one elsewhere.',
  },
  failover: {
    failback:
      'Returning to the first site: the data must flow back first. Often riskier than the fail-over; do it in quiet hours.',
    switchover: 'A planned change of roles, without loss.',
    'STONITH, fencing':
      'The old primary is cut off – powered down, disk taken away – before the new one writes.',
    'failover drill, failover test':
      'Fail over on purpose, regularly: what isn’t practiced takes hours and finds forgotten dependencies.',
  },
  'active-active': {
    'last write wins, LWW':
      'Of two concurrent writes the one with the later timestamp stays: one is lost, in silence, and clocks decide which.',
    'multi-master, multi-leader, multi-primary':
      'Several places accept writes and exchange them: conflicts must be avoided (each key has a home), merged or decided.',
    'conflict resolution':
      'Last write wins, merge by type (CRDT), the application decides, or a home region for each record so that none arise.',
  },
  'cell-based': {
    'shuffle sharding':
      'Each customer gets a random few of many workers: two customers rarely share all, so whoever breaks theirs takes hardly anybody along. 8 workers, 2 each: 28 combinations.',
    'deployment stamp, stamp, pod architecture':
      'A complete copy of the system for a part of the customers; deployed one after the other.',
  },
  'static-stability': {
    'constant work':
      'Doing the same work whatever changes, such as always sending the whole configuration: failures don’t bring extra load.',
    'control plane vs data plane, control plane, data plane':
      'The control plane changes things (start, configure), the data plane serves. What must survive needs the data plane alone: no start of machines during an outage.',
  },
  cdn: {
    'origin shield, tiered cache':
      'One more cache between all edges and the origin: the origin sees one miss instead of one for each edge.',
    'cache key':
      'What makes two requests the same: host, path, chosen query parameters and headers. Too much in it and nothing hits, too little and users see each other’s.',
    'surrogate key, cache tag, Cache-Tag, tag-based purge':
      'Labels on answers by which they are purged together: everything with product-42.',
    'purge, cache purge, cache invalidation CDN':
      'Removes from all edges: 150 ms to some seconds at Fastly and Cloudflare, up to a few minutes at CloudFront. File names with a hash need none.',
    'cache busting, fingerprinted assets, content hash':
      'A hash in the file name and `immutable`: never stale, never purged. The page that names them stays short-lived.',
    'signed URL, signed cookie':
      'The CDN or bucket checks an expiry and a signature: private files without a request to your servers.',
    'anycast CDN':
      'One address announced everywhere; routing brings users to a near site, usually the nearest.',
    'edge compute, edge function':
      'Code at the CDN’s sites: near users, far from the database. For redirects, tokens, A/B, not for five queries.',
    'multi-CDN':
      'Two CDNs, chosen by DNS or client: survives the outage of one, halves each one’s hit ratio.',
    'dynamic acceleration, dynamic site acceleration':
      'Not cached, still faster: TLS ends near the user, warm connections and better routes lead to the origin.',
  },
  cache: {
    'cache warming, warm-up cache':
      'Filling it before users come: after a deploy, a flush, a new node; from logs of the most asked keys.',
    'negative lookup cache':
      'Remembering that something doesn’t exist, briefly: against repeated lookups of what isn’t there.',
    'two-level cache, near cache':
      'In the process, then shared: microseconds for the hottest, at the price of stale copies in each replica.',
    'semantic cache':
      'Answers to earlier questions that mean nearly the same, found by embedding: saves model calls, and sometimes returns the answer to another question. High threshold, keys by user and context.',
    memoization: 'A function that remembers its results; unbounded it is a leak.',
    'CPU cache vs distributed cache': 'A cache near saves nanoseconds, a shared one queries.',
  },
  'cache-ttl': {
    'cache invalidation':
      'Removing what changed: by TTL (simple, late), by event (quick, may get lost – so both), by version in the key.',
    'TTL jitter, jittered TTL':
      'TTL ± 10–20% at random, so that what was loaded together doesn’t expire together.',
  },
  'cache-aside': {
    'read-through': 'The cache itself loads what is missing.',
    'write-through': 'Write to cache and store before answering: never stale, each write pays both.',
    'write-behind, write-back':
      'Write to the cache, the store follows later: fast, and a crash loses what wasn’t written yet.',
    'write-around': 'Write to the store alone; the cache learns at the next read.',
    'cache consistency, cache out of sync':
      'Delete the key after the write (don’t set it), with a short TTL as a net: two writers in the wrong order leave old data otherwise.',
  },
  'cache-stampede': {
    'singleflight, request coalescing, collapsed forwarding':
      'Concurrent requests for the same thing become one; the others wait for its answer. Go’s singleflight, nginx’s proxy_cache_lock, Varnish by itself.',
    'probabilistic early expiration, XFetch':
      'Each reader may refresh before the expiry, the likelier the nearer: one does it, nobody waits.',
    'cache stampede after deploy, cold cache after deploy':
      'New processes with empty local caches ask all at once. Roll slowly, keep a shared cache outside, warm before readiness, coalesce.',
    'cache avalanche':
      'Many keys expire together, or the cache is lost as a whole: the database gets everything. Jitter, replicas, limits in front of the database.',
  },
  'cache-eviction': {
    'LRU, least recently used':
      'What wasn’t used longest goes first. One large scan flushes everything useful.',
    'LFU, least frequently used': 'What is used seldom goes first; keeps what is popular through scans.',
    'W-TinyLFU, ARC, SLRU': 'Mixtures of recency and frequency that suit most loads; Caffeine has W-TinyLFU.',
    'FIFO eviction, S3-FIFO, SIEVE': 'Simple queues that come near or above LRU without moving on every hit.',
    noeviction:
      'Redis’ default: when memory is full, writes fail. For caches set allkeys-lru or allkeys-lfu.',
  },
  'cache-penetration': {
    'Bloom filter':
      'Says "surely not" or "maybe" in about 10 bits an entry for 1% false positives: spares lookups of what doesn’t exist.',
    'cuckoo filter': 'Like a Bloom filter, and entries can be deleted.',
  },
  'request-rate': {
    'QPS estimation, capacity estimation, DAU to QPS, traffic estimation':
      'Daily users × actions each ÷ 86,400 s = average; × 2–5 for the peak hour. 1 million users with 10 requests a day: 116 a second, some 350 at the peak.',
    'peak factor, peak-to-average ratio':
      'Peak ÷ average: 2–3 for worldwide services, 3–5 for one time zone, 10 and more for sales and tickets. Measure per minute, not per hour.',
    'flash crowd, traffic spike, Black Friday':
      'Ten times the load within minutes, faster than anything scales. Reserve, queue at the door, cache what all ask, switch off extras.',
    'read/write ratio, read-heavy':
      'Reads for each write: 10:1 to 1,000:1 for most sites. High: caches and replicas; low: batching, partitions, logs.',
  },
  perception: {
    'user-perceived latency, perceived performance':
      'What the user feels: show something within 100 ms (optimistic update, skeleton), the result within 1 s, progress beyond.',
    'optimistic update, optimistic UI':
      'Show the result before the server confirms, and take it back if it refuses.',
    'skeleton screen': 'The page’s outline before its data.',
  },
}
