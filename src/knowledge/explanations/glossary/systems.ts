// Terms of whole systems as people ask for them, of devices, money, code and models.

import type { Glossary } from './glossary'

export const systemTerms: Glossary = {
  'system-design': {
    'URL shortener, link shortener, tinyurl, short URL':
      'A key-value store from code to address, cached nearly completely (reads 100:1), a 301 or 302 back. Codes from a counter in base 62 or random with a check; clicks go to a queue, never into the redirect’s way.',
    pastebin:
      'A URL shortener with bodies: metadata in a table, text in object storage, expiry by TTL, CDN for what is popular.',
    'ride sharing app, ride hailing app, book a ride, uber architecture':
      'Drivers send positions every 4 s over one connection to a geo index in memory; a match locks a driver for some seconds; state of the ride by WebSocket or push; payment afterwards through a queue with an idempotency key.',
    'food delivery app, food delivery app architecture':
      'Three kinds of clients on one order: state machine in a database, events to restaurant, courier and customer, live position lossy, payment authorized first and captured at delivery.',
    'recommendation service, recommendation engine, recommendation feed, recommendation system':
      'Candidates computed offline or by vectors, ranked online in 50–100 ms, with a fallback of what is popular when it is slow: never let it hold up the page.',
    'online judge, code execution sandbox':
      'Submissions to a queue, run in throwaway sandboxes without network and with limits; results by SSE or polling.',
    'parking lot system, parking lot booking':
      'A reservation of a scarce thing: hold with expiry, confirm after payment, sensors correct the count; works offline at the gate.',
    'e-commerce architecture, marketplace architecture':
      'Catalog and search are read-heavy (CDN, search index), cart is a key-value store, checkout a saga over stock, payment and shipping with idempotency keys.',
    'banking app architecture, mobile banking':
      'Every posting is a double entry in one transaction, idempotent by a client key; reads from copies say as of when. mTLS or pinning, short sessions, strong authentication for payments, audit log.',
    'social network architecture, photo sharing app, instagram architecture':
      'Graph of follows, feed by fan-out on write except for celebrities, media through CDN and object storage, counters approximate.',
    'video streaming platform, youtube architecture, netflix architecture':
      'Upload to object storage, transcode by queue into a bitrate ladder, segments from a CDN (95% and more hits), DRM and entitlements by API; playback continues if the rest is down.',
    'music streaming, spotify architecture':
      'Files of some MB from a CDN, prefetched one song ahead; playlists and likes sync with conflicts merged.',
    'distributed cache design':
      'Keys by consistent hashing over nodes, replicas for hot ones, TTL with jitter, LRU or LFU, clients that time out within 10–50 ms and go on without it.',
    'job scheduler design, distributed job scheduler':
      'Due times in a table or sorted set, claimed with SKIP LOCKED or a lease, at least once and idempotent, retries with a dead-letter state; only one leader looks for what is due.',
    'metrics pipeline, metrics pipeline design':
      'Agents aggregate for 10–60 s, a collector batches, a time series database stores; dropped samples are better than blocked services. Mind cardinality.',
    'log ingestion, log pipeline, log aggregation pipeline':
      'From stdout by an agent on the node to a buffer (Kafka) and an index with days of retention; the archive is object storage. Size it for the outage, when everybody logs errors: sample and cap by service.',
    'ad click counter, ad click aggregator':
      'Clicks to a stream at once, deduplicated by id, counted in windows of a minute, corrected by a batch run: billing needs exact, dashboards quick.',
    'ad bidding, real-time bidding, RTB':
      'An exchange asks bidders and waits 100 ms in all: data in memory near the exchange, models of a few ms, no bid rather than a late one.',
    'inventory sync, stock synchronization':
      'One system owns each quantity; others get changes as events with versions and a nightly full comparison. Reserve at the owner, since copies lag.',
    'document signing, e-signature':
      'Files in object storage with a hash, a signed audit trail, links that expire, webhooks for each signature; the provider’s outage must not lose the draft.',
    'price comparison, aggregator site':
      'Ask many providers at once with a deadline of 2–3 s, show what has come, cache by query for minutes.',
    'voting system, live poll':
      'A vote is an event keyed by voter (once), counted asynchronously; the display reads a cached total.',
    'logistics tracking, package tracking':
      'Scans arrive late and out of order: keep all events, derive the state, notify by webhook and push.',
    'feature store, fraud scoring':
      'Precomputed values by key in a quick store (1–5 ms), the same code for training and serving; if it doesn’t answer within 50 ms, decide by rules.',
  },
  'spatial-index': {
    'nearby friends, nearby drivers, nearby search, find nearby drivers, restaurants near me':
      'Positions in a geo index (Redis GEOADD, H3 cells) with a TTL; query the cell and its neighbors. Moving ones live in memory, fixed ones in PostGIS.',
    'geofence, geofencing':
      'Enter and leave events of an area: check on the device if it can, else against areas by cell.',
    PostGIS: 'PostgreSQL’s extension for geometry with R-tree indexes: within, distance, nearest.',
  },
  'reservation-design': {
    'ticket booking, ticketmaster, ticket booking flash sale, hotel booking, hotel reservation, booking system':
      'Hold a seat for some minutes by a conditional update, pay, confirm; expired holds return. A waiting room in front when demand is a thousand times the stock.',
    'virtual waiting room, waiting room, virtual queue':
      'Visitors get a place and are let in at the rate that the shop bears; it runs at the CDN, apart from the shop.',
    'overselling, oversell':
      'Two buy the last one: `update … where stock > 0`, or a reservation by unique row – not read, decide, write.',
  },
  'routing-table': {
    'hub and spoke, hub-and-spoke':
      'All sites or networks connect to one in the middle: simple, and everything depends on it. Transit gateways and brokers are such hubs.',
    'mesh topology, full mesh topology':
      'Everybody connects to everybody: n × (n − 1) ÷ 2 links, short ways, no center to fail.',
    'east-west traffic, north-south traffic':
      'East-west: between services inside; north-south: between users and the system. Most traffic is east-west, most firewalls look north.',
  },
  ethernet: {
    'hub, network hub, switch vs hub, difference between hub and switch':
      'A hub repeats each frame to all ports, a switch only to the one where the address is. Hubs are history; collisions with them.',
    'interface errors, CRC errors, rx dropped':
      'Counters of a network card (`ip -s link`, `ethtool -S`): CRC errors mean cable or optics, drops a ring buffer or CPU that can’t keep up.',
    'ring buffer, rx ring':
      'Where the card puts packets until the kernel fetches them: too small for bursts, and packets are dropped (`ethtool -g`).',
  },
  'user-space': {
    'softirq, ksoftirqd':
      'Where Linux handles received packets: one core full of it limits the rate. Spread queues over cores (RSS), larger packets, fewer rules.',
  },
  'security-group': {
    'egress filtering, egress rules':
      'Allowing only known destinations out: stops stolen data, SSRF and malware from phoning home. By name through a proxy, since addresses change.',
    'network segmentation':
      'Networks by purpose with rules between them, so that one taken host doesn’t open all: subnets, security groups, VLANs, NetworkPolicies.',
    'air-gapped network, air gap':
      'A network without a connection to others: data moves by carried media or one-way diodes, updates too.',
  },
  ipv6: {
    'IPv6 transition, IPv6 migration':
      'Dual stack first, then IPv6 only with NAT64 for the rest. Check allow-lists, logs, rate limits (by /64, not by address) and everything that parses addresses.',
  },
  'product-etcd': {
    'etcd watch, watch API':
      'Clients are sent changes from a revision on; after compaction an old revision is gone and they must list anew.',
  },
  span: {
    'tracing overhead':
      'A few µs for each span and 1–3% CPU; the exporter’s queue drops when it is full. Sampling saves storage more than CPU.',
  },
  'product-ebs': {
    'block storage, block vs object storage':
      'Block: a disk for one machine, sub-millisecond, file system on top. Object: whole files by HTTP, 20–100 ms, endless and cheap, for everybody. File (NFS): shared folders between both.',
  },
  'retryable-errors': {
    'non-retryable, non-retryable error, permanent error':
      'The same request will fail again: 400, 401, 403, 404, 409, 422, INVALID_ARGUMENT, PERMISSION_DENIED, a full quota. Report it, dead-letter it, don’t repeat it.',
  },
  escalation: {
    'websocket or sse, websocket or sse for notifications, sse or websocket':
      'SSE if only the server speaks (notices, tickers, progress, tokens): plain HTTP, reconnects by itself. WebSocket if the client speaks often, too, or bytes are binary.',
  },
  'leaderboard-design': {
    'like counter, view counter, sharded counter':
      'Count in several shards or in a stream and add up; show approximately. One row for all is a hot row.',
    'trending topics, top K':
      'Counts in sliding windows with decay; a count-min sketch when there are too many.',
  },
  'search-box': {
    'typeahead, autocomplete, search-as-you-type':
      'Wait 100–200 ms after the last key, cancel the last request, answer within 100 ms from a prefix index, cached by prefix at the edge.',
    debounce: 'Act only after input has paused; throttle: at most once in an interval.',
  },
  'feed-design': {
    'fan-out on write, push model feed':
      'Copy the post’s id into each follower’s list at once: quick reads, millions of writes for a celebrity.',
    'fan-out on read, pull model feed':
      'Collect from those followed when asked: cheap writes, slow reads. Mixed: push for most, pull for celebrities.',
    'news feed, home timeline, activity feed':
      'Lists of ids by user, hydrated from caches, ranked; cursors for pages; fan-out on write except for celebrities.',
  },
  'chat-design': {
    'chat app, messenger, whatsapp, instant messaging':
      'WebSocket to a gateway, message stored and numbered in its conversation, fan-out by broker, push for who is offline, client ids against duplicates.',
    'live comments, live chat stream':
      'SSE or WebSocket down, POST up; sample when thousands a second come, nobody reads them all.',
    'customer support chat, live chat':
      'WebSocket with fallback, history over HTTP, presence of agents, offline messages become mail.',
  },
  'dashboard-design': {
    'live sports scores, live score':
      'One event for many: SSE, or a JSON file at the CDN with a TTL of 1–2 s that clients poll – cheap for millions.',
    'log tail, live logs': 'SSE or chunked response with a cursor; limit lines a second.',
  },
  'video-call': {
    'telemedicine, telehealth, exam proctoring, remote proctoring, online exam proctoring, webinar':
      'WebRTC through an SFU with TURN on 443, recording on the server, consent and encryption; for hundreds who only watch, LL-HLS instead.',
    'screen sharing, screen share':
      'Another video track: few frames, high resolution; needs up to 1–3 Mbit/s when things move.',
    'group video call, group call, large video call':
      'SFU with simulcast, only the visible ones at high quality, audio of the loudest few.',
  },
  'iot-design': {
    'IoT telemetry to dashboard, IoT telemetry, telemetry ingestion':
      'Devices → MQTT broker → stream → aggregates each second → SSE to browsers. Never each reading to each browser.',

    'smart home, smart meter, sensor network':
      'MQTT over TLS with a keep-alive of minutes, small messages, a gateway that buffers; spread reports over the interval, or all report on the full hour.',
    'wearables, battery powered device':
      'Each connection costs energy: batch, sleep, BLE to the phone, CoAP or MQTT-SN beyond.',
    'connected car, vehicle tracking':
      'Coverage comes and goes: store and forward with timestamps, deduplicate, latest position apart from history.',
    'voice assistant':
      'Audio streams up while one speaks (WebSocket, gRPC or WebRTC), recognition, model and speech answer in a chain: start speaking at the first sentence; under 800 ms feels natural.',
    'store and forward':
      'What can’t be sent is kept and sent later: mail, MQTT gateways, offline apps. Needs limits, order and protection against duplicates.',
  },
  'payment-design': {
    'refund, refund flow':
      'A payment of its own with its own key, possibly days later and partly; the provider’s webhook is the truth.',
    'authorization and capture, card authorization':
      'Reserve first (valid about 7 days), take the money when goods leave.',
    chargeback:
      'The customer’s bank takes money back weeks later: arrives as an event, with a deadline for evidence.',
    'double-entry ledger, ledger':
      'Each posting debits one account and credits another in one transaction; never updated, only corrected by further entries.',
    'recurring billing, subscription billing':
      'A daily job finds what is due, charges with a key of customer and period, retries over days (dunning).',
    'payment webhook':
      'The provider’s events are what counts, not the browser’s return: verify the signature, store the id, answer 200 at once, handle idempotently, and reconcile daily in case one is missing.',
    reconciliation: 'Comparing own records with the provider’s, daily: finds what webhooks and retries lost.',
    'digital wallet, wallet top-up':
      'Balance as the sum of ledger entries, changed under a lock or by version; the top-up is credited when the provider confirms.',
    'strong customer authentication, SCA payment, 3-D Secure, 3DS':
      'The bank asks the customer to confirm: a redirect or challenge of seconds to minutes in the middle of the payment; keep the order pending.',
  },
  'file-sync': {
    'dropbox, google drive design, cloud drive, file sharing service':
      'Files in blocks by hash, only new ones uploaded; metadata with versions in a database; clients are told by long polling or push that there is news, then ask.',
    'delta sync, block-level sync, rsync': 'Only the changed blocks travel, found by rolling checksums.',
    'content-defined chunking, chunk deduplication':
      'Borders of blocks follow the content, so an insertion doesn’t shift all of them; equal blocks are stored once.',
  },
  'file-upload': {
    'virus scanning uploads, file virus scan':
      'Upload to quarantine, scan by event, then release: seconds to minutes; users see “being checked”.',
    'image resizing pipeline, thumbnail generation':
      'Original to object storage, sizes made by event or at the first request behind a CDN.',
  },
  'crawler-design': {
    'URL frontier': 'The crawler’s queue: by host, so that each is asked politely, and by priority.',
    'robots.txt, politeness': 'What a site allows crawlers and how quickly; cached for a day at most.',
  },
  'business-protocols': {
    'EDI, electronic data interchange, EDIFACT, X12':
      'Orders and invoices between companies as files, over AS2, SFTP or networks of providers; acknowledged by messages of their own.',
    'ISO 20022, pain.001, pacs.008, SEPA':
      'XML messages of banks: payment orders (pain), between banks (pacs). SEPA instant within 10 s, otherwise next business day.',
    ACH: 'US bank transfers in batches: a day or more, and returns days later.',
    SWIFT:
      'The network for messages between banks; money moves through correspondent accounts, hours to days.',
    'FIX protocol, FIX engine':
      'Orders and executions in trading over long TCP sessions with sequence numbers; a gap is asked for again.',
    'HL7, FHIR': 'Health data: HL7 v2 as pipes over TCP (MLLP), FHIR as REST with JSON.',
    DICOM: 'Medical images and their transfer, TCP port 104 or 11112; studies of hundreds of MB.',
  },
  'device-radio': {
    'Bluetooth Low Energy, BLE':
      'About 10–100 m, 100 kbit/s to 1 Mbit/s in practice, connection intervals of 7.5 ms–4 s; phone as gateway.',
    Zigbee: 'Mesh at 2.4 GHz, 250 kbit/s, for lamps and sensors.',
    LoRaWAN: 'Kilometers, some bytes, a few messages an hour (duty cycle 1% in Europe); uplink first.',
    NFC: 'Some centimeters: cards, payment, pairing.',
    'NB-IoT, LTE-M': 'Cellular for devices: years of battery, latency of seconds (NB-IoT) or 100 ms (LTE-M).',
    'CAN bus, Modbus, BACnet, KNX':
      'Buses in vehicles, machines and buildings; a gateway translates to MQTT or OPC UA.',
    'Matter, Thread': 'Smart home standard over IP, and the low-power mesh beneath it.',
  },
  'race-conditions': {
    'mutex, lock in memory':
      'One thread at a time in a section: tens of ns uncontended. Guards one process, not replicas.',
    semaphore: 'Lets up to n in at once: the simplest bulkhead.',
    'goroutine, coroutine, green threads':
      'Light threads run by the runtime: some KB each, hundreds of thousands are fine – their connections are not.',
    'async/await, async await':
      'Waiting without holding a thread; calls awaited one after the other still add up: start them together.',
    'compare and swap, CAS':
      'Writes only if the value is still what was read: in CPUs, in databases as a condition.',
    'check then act, TOCTOU': 'Between check and act somebody else acts. Make it one conditional operation.',
    'virtual threads, Project Loom':
      'Java’s light threads (21): blocking code scales, so pools and timeouts become the limit.',
    'reactive programming, WebFlux, RxJava':
      'Streams with backpressure instead of threads; one blocking call in it stalls many requests.',
  },
  profiling: {
    'pprof, async-profiler, perf':
      'Profilers: Go’s over HTTP, Java’s without safepoint bias, Linux’s for everything.',
    strace: 'Shows a process’s system calls: where it waits, which file or address. Slows it down a lot.',
  },
  'token-streaming': {
    'structured output, JSON mode':
      'The model must answer in a schema: parseable, a little slower at first use; check values anyway.',
    guardrails:
      'Checks around a model: input, output, tools. Rules cost ms, another model some 100 ms; while streaming they see only what is out already.',
    'fine-tuning, LoRA adapter':
      'Training a model further on examples: style and format rather than facts; own deployment, own latency and price.',
    'model serving, LLM serving, inference server':
      'Servers such as vLLM, TGI and Triton batch requests on GPUs and stream tokens over HTTP. Load by queue and KV cache, not by CPU; start takes minutes for large weights.',
    'GPU autoscaling':
      'Scale on queue length or running requests: a new GPU node, image and weights take 3–10 min, so keep spare and queue visibly.',
    'LLM retries, retry LLM call':
      'Retry 429 and 5xx with Retry-After; a stream that broke midway starts anew and costs again. Set a limit on money, too.',
    'LLM timeout':
      'Time to first token (10–30 s) and between tokens (5–10 s) instead of one for the whole answer.',
    'prompt, system prompt':
      'The text that a model continues. The fixed part first, for caching; what users wrote is data, not orders.',
    'chain-of-thought, reasoning model':
      'The model thinks in tokens before it answers: better, seconds to minutes slower, and those tokens are paid.',
    temperature:
      'How randomly tokens are chosen: 0 mostly the same, 1 varied. Not a guarantee of equal answers.',
    'embedding API, text-embedding':
      'Texts in, vectors out: 20–200 ms a call, batches of up to some hundred.',
    multimodal: 'Models that take images or audio: thousands of tokens each, upload first or by URL.',
  },
  'model-context-protocol': {
    'agent memory':
      'What an agent keeps between turns: recent messages in the prompt, older ones summarized or found by vectors; written to a store with a key for each user.',
    'MCP tool timeout, tool timeout':
      'A tool that hangs stops the agent’s loop: a timeout for each tool (10–60 s), progress for long ones, an error text that the model can use.',
    'human in the loop':
      'A person confirms before what can’t be undone: the run waits minutes to days, so its state must be stored.',
    'multi-agent':
      'Several agents that hand over tasks: latency, cost and errors multiply; one with tools is often enough.',
  },
  'vector-search': {
    'vector index':
      'HNSW for speed in memory, IVF for less memory, flat for up to some 10,000; with filters recall drops, so over-fetch.',
    GraphRAG:
      'Retrieval over a graph of entities drawn from the texts: for questions across documents; costly to build.',
  },
  packet: {
    'packet switching':
      'Data in packets that find their way one by one and share the lines: efficient, with varying delay. The internet.',
    'circuit switching':
      'A line reserved for one call from end to end, as in the old telephone network: steady delay, idle capacity wasted.',
    'PDU, protocol data unit': 'What a layer sends: frame, packet, segment or datagram, message.',
    payload: 'What is carried, without headers.',
  },
  'mac-address': {
    'MAC table, CAM table':
      'A switch’s memory of which address is behind which port; unknown ones are flooded to all.',
    'promiscuous mode':
      'The network card takes frames for others too: for captures. On a switch one still sees only what is sent to that port.',
  },
  dhcp: {
    'APIPA, 169.254':
      'An address a host gives itself when DHCP doesn’t answer: 169.254.x.x, usable on this link alone. Seeing one means that DHCP failed.',
    'DHCP lease, lease time': 'How long an address is lent, hours to days; renewed at half.',
  },
  'port-and-socket': {
    ENOBUFS: 'No buffer space: too many sockets or packets for the kernel’s memory.',
  },
  envoy: {
    'upstream_rq_timeout, upstream_rq_pending_overflow':
      'Counters: requests that ran into the timeout, and those refused since max_pending_requests (1,024) was reached.',
    'xDS, CDS, EDS, LDS, RDS xDS':
      'How Envoy gets its configuration: listeners, routes, clusters, endpoints, pushed over gRPC. If the control plane is down, it goes on with the last.',
    ext_authz:
      'A call to an authorization service for each request: 1–5 ms, and everything stops if it is down unless failure_mode_allow is set.',
  },
  'file-descriptors': {
    LimitNOFILE:
      'The limit of open files that systemd gives a service: 1,024 soft and 524,288 hard by default in recent versions.',
  },
  'product-elasticsearch': {
    'vm.max_map_count':
      'Elasticsearch and OpenSearch need 262,144 memory maps (1,048,576 advised since 8.16); below it they don’t start.',
    'unassigned shards, cluster yellow, cluster red':
      'Yellow: copies are missing. Red: primaries are, so data can’t be read. Disk above its watermark and lost nodes are the usual causes.',
    'flood stage, read-only index disk watermark':
      'Above 95% of the disk indexes become read-only; free space and they open again by themselves.',
  },
  'nginx-defaults': {
    server_names_hash_bucket_size:
      'The memory that nginx has for each bucket of server names, 64 bytes usually: raise it when long or many names keep it from starting.',
    proxy_pass:
      'Where nginx forwards to. With a URI behind the host the matched part of the path is replaced, without it the path stays – one slash decides.',
    'nginx upstream block, upstream block':
      'The list of servers with weights, `max_fails=1 fail_timeout=10s`, `backup`, `keepalive`. Names are resolved at start only, unless `resolve` is set.',
  },
  'binary-framing': {
    'app layer framing, message framing, framing':
      'Telling where a message ends in a stream of bytes: by length before it (HTTP/2, gRPC, Kafka), by delimiter (SSE, NDJSON), by closing. TCP itself keeps no borders.',
  },
  udp: {
    '8 bytes header, 8-byte header':
      'UDP’s header: source port, destination port, length, checksum, 2 bytes each.',
  },
  'http-versions': {
    '6 requests over HTTP/1.1 with 6 connections':
      'One round: each connection carries one request at a time. A seventh waits for the first to finish; HTTP/2 sends all on one connection.',
  },
  l4: {
    'L4 for raw throughput':
      'A layer-4 balancer forwards packets or connections without reading them: millions of requests a second, well under a millisecond, any TCP or UDP protocol, and the client’s address kept.',
  },
  'client-side-load-balancing': {
    'sidecar vs library':
      'The same logic beside the process or inside it. Sidecar: any language, updated apart, about 1 ms and 50 MB each. Library: no hop, one for each language, updated with every service.',
  },
  websocket: {
    '100k websocket connections memory, memory per WebSocket':
      'Roughly 10–50 KB each with TLS and buffers: 100,000 take 1–5 GB. Compression windows, large read buffers and a thread each multiply that.',
  },
  sse: {
    'server to push, server push to browser':
      'The server sends when there is news: SSE for one direction, WebSocket for both, mobile push for closed apps.',
  },
  'connection-pool': {
    MaxIdleConnsPerHost:
      'Go keeps 2 idle connections a host by default: with more concurrency most are opened anew each time. Set it near the concurrency.',
  },
  'grpc-web': {
    'native apps vs browsers, gRPC from browser':
      'Browsers give scripts no access to HTTP/2 frames and trailers, so they need gRPC-Web or Connect; native apps speak gRPC itself, UDP and mTLS.',
  },
  'private-address': {
    'loopback interface, lo':
      'The interface to oneself (127.0.0.1, ::1): never leaves the machine, MTU 65,536, about 20–50 µs.',
  },
  cidr: {
    'prefix length, netmask, network prefix, first 24 bits are the network':
      'How many leading bits name the network: /24 leaves 8 for hosts, 256 addresses. As a mask 255.255.255.0.',
    'broadcast address':
      'The last address of a subnet, to all hosts in it: 192.168.1.255 in 192.168.1.0/24. Clouds don’t forward broadcasts.',
    'default gateway': 'The router that gets everything not in one’s own subnet; usually its first address.',
  },
  'packet-loss': {
    'error-checked delivery, CRC':
      'Frames, IP headers, TCP and UDP carry checksums: what is damaged is dropped, and TCP sends it again. They are weak; TLS’s integrity check is not.',
  },
  protobuf: {
    'wire breaking change, proto breaking change':
      'Another number or type for a field, or a reused number: old and new read each other’s bytes wrongly, without an error. `buf breaking` finds it in CI.',
  },
  quic: {
    'independent streams':
      'Each stream of QUIC is ordered by itself: a lost packet holds up only those whose data was in it.',
  },
  'go-net-http': {
    'Go http.Client timeout, Go http client default timeout, http.DefaultClient':
      'None: Go’s http.Client waits forever unless Timeout or a context is set. DefaultTransport has 30 s to connect, 10 s for TLS, none for headers.',
  },
  axios: {
    'axios default timeout, axios timeout':
      'None: 0 means no limit. Set `timeout`, which covers the answer, and an AbortSignal for the connection.',
  },
  'python-clients': {
    'requests python timeout default, requests timeout, python requests timeout':
      'None: requests waits forever without `timeout=(3.05, 27)`, which are connect and the longest pause between bytes. httpx has 5 s for each.',
  },
  'spring-clients': {
    'Spring RestTemplate timeout, RestTemplate timeout, RestClient timeout':
      'None by the default JDK factory: set connect and read timeouts on the request factory. WebClient (Netty) connects within 30 s and then waits without limit.',
    'OkHttp read timeout, OkHttp default timeout':
      '10 s each to connect, read and write; callTimeout for the whole is off.',
  },
  'fetch-api': {
    'fetch default timeout, fetch timeout':
      'Browsers set none worth the name (Chrome about 5 min). Use AbortSignal.timeout(5000). Node.js’s fetch: 10 s to connect, 5 min for headers and for pauses in the body.',
  },
  'grpc-defaults': {
    'gRPC default deadline, gRPC default timeout':
      'None: a call without a deadline waits forever. Set one on every call; servers see what is left of it.',
  },
  'aws-sdk': {
    'boto3 retries, boto3 timeout, boto3 default timeout':
      'In legacy mode 5 attempts, in standard mode 3; connect and read timeout 60 s each. For calls in a request set 1–5 s, and mind that retries multiply.',
  },
  readiness: {
    'Kubernetes default probe period, periodSeconds, probe period':
      'Every 10 s, timeout 1 s, 3 failures, 1 success: a dead pod gets traffic for up to 30 s.',
  },
  alb: { 'ALB default idle timeout': '60 s; the server’s keep-alive must be longer.' },
}
