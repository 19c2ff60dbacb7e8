// Terms of clouds, Kubernetes, deployment and operations.

import type { Glossary } from './glossary'

export const platformTerms: Glossary = {
  'kubernetes-workloads': {
    'Kubernetes Deployment': 'Keeps so many equal pods running and replaces them step by step at an update.',
    StatefulSet: 'Pods with fixed names and disks of their own, started in order: databases, brokers.',
    DaemonSet: 'One pod on every node: log collectors, network agents.',
    'init container':
      'Runs to its end before the others start: migrations (rather not), waiting for something, files.',
    'ConfigMap, Kubernetes Secret':
      'Settings and secrets for pods. Mounted files change after a minute or so, environment variables only at restart; Secrets are merely base64 unless etcd is encrypted.',
    'Kubernetes Job, Kubernetes CronJob': 'Runs to completion, with retries (backoffLimit 6); on a schedule.',
    ReplicaSet: 'What a Deployment makes for each version; keeps the number of pods.',
    'namespace, Kubernetes namespace':
      'A part of a cluster for names, quotas and rights; no network border without NetworkPolicies.',
    'CRD, custom resource, operator pattern':
      'Kinds of objects of one’s own, and a controller that brings the cluster to the state that they describe.',
    'QoS class, Guaranteed QoS, BestEffort QoS':
      'Who is evicted first when a node runs short: BestEffort, then Burstable above its requests; Guaranteed has limits equal to requests.',
  },
  'cpu-throttling': {
    'requests and limits, resource requests, resource limits, CPU limit':
      'Requests reserve and decide placement; limits cap: CPU above it is throttled in slices of 100 ms, memory above it is killed. Many leave CPU limits out and set memory’s equal to the request.',
    GOMAXPROCS:
      'Go’s threads: all CPUs of the node unless told; since 1.25 it follows the CPU limit. Too many of them get throttled.',
  },
  'pod-restart': {
    CrashLoopBackOff:
      'The container ends again and again; pauses grow from 10 s to 5 min. `kubectl logs --previous` and the exit code say why (137 killed, 1 error, 127 not found).',
    'ImagePullBackOff, ErrImagePull':
      'The image can’t be fetched: name, tag, credentials, registry down or its limit reached.',
    'OOMKilled, exit code 137': 'Above its memory limit the kernel kills it at once, without goodbye.',
    'liveness probe failing':
      'Restarted because the probe failed: too tight, or checking what a restart can’t mend.',
    CreateContainerConfigError: 'A ConfigMap or Secret that the pod names doesn’t exist.',
  },
  'pod-scheduling': {
    'taint, toleration, node affinity':
      'Taints keep pods away from nodes unless they tolerate them; affinity draws pods to nodes or to each other.',
    'anti-affinity, topology spread constraints':
      'Spread replicas over nodes and zones; without it all may land on one.',
    'spot instance, preemptible VM':
      '60–90% cheaper, taken back with 2 min (AWS) or 30 s notice: stateless and queue work only.',
    'Pending pod, unschedulable': 'No node has room for its requests, its zone’s disk or its tolerations.',
    'pod eviction, node pressure':
      'A node short of memory or disk ends pods, those above their requests first.',
  },
  autoscaling: {
    'HPA, horizontal pod autoscaler':
      'Replicas by CPU, memory or other metrics: checked every 15 s, up quickly, down after 5 min. Percent of the request, so requests must be right.',
    'VPA, vertical pod autoscaler': 'Fits requests to use; mostly restarts pods for it.',
    KEDA: 'Scales by queue length and other events, to zero as well.',
    'cluster autoscaler, Karpenter': 'Adds nodes when pods find no room: 1–3 min more before they start.',
    'autoscaling lag, HPA lag, scale-up time':
      'Metrics 15–60 s + decision + node 1–3 min + image and start 10–60 s: minutes in which the present capacity must do. Keep 30% spare.',
    'target tracking, step scaling':
      'Hold a metric at a value, or add by steps; cool-downs against swinging.',
    'scale to zero': 'Nothing runs and nothing costs without traffic; the first request pays the start.',
    'thrashing autoscaler, flapping autoscaler':
      'Up and down in turn: longer windows, different thresholds for each direction.',
  },
  serverless: {
    'cold start, Lambda cold start, GPU cold start':
      'The first request of a new instance waits: 100–500 ms for small functions, seconds for JVMs and large packages, minutes for models on GPUs (image plus gigabytes of weights). Keep some warm.',
    'provisioned concurrency':
      'Lambda instances kept ready: no cold starts up to that number, paid by the hour.',
    'reserved concurrency':
      'A function’s share of the account’s limit (1,000 by default): guarantees it, and caps it.',
    'Lambda max timeout, Lambda timeout':
      '15 min at most, 3 s unless set. Behind API Gateway 29 s counts (more on request for regional REST APIs).',
    'execution environment reuse':
      'The same instance serves the next request: keep clients and connections outside the handler.',
    'Lambda database connections':
      'Each instance opens its own: a burst of 500 exhausts PostgreSQL. RDS Proxy, or a limit on concurrency.',
  },
  'api-gateway': {
    'API Gateway throttling':
      'AWS: 10,000 requests a second for account and region with bursts of 5,000, then 429; lower by stage, method or usage plan.',
  },
  'rolling-deployment': {
    'maxSurge, maxUnavailable':
      'How many pods more, and fewer, than wanted during an update: 25% each by default. maxUnavailable 0 keeps the capacity.',
    'recreate deployment':
      'All old ones off, then the new ones on: downtime, but never two versions at once.',
  },
  canary: {
    'canary analysis, automated canary analysis':
      'Compare the canary’s errors and latency with as many old instances started at the same time; stop by itself if worse. Small shares need time to show a difference.',
    'progressive delivery': '1% → 10% → 50% → 100%, each step judged by metrics.',
  },
  'blue-green': {
    'blue-green deployment':
      'Two full environments, one live: switch traffic over, and back within seconds if it is bad. The database is shared, so its schema must suit both.',
  },
  'traffic-splitting': {
    'shadow traffic, traffic mirroring':
      'A copy of real requests to the new version, answers thrown away. Its writes and calls to third parties must be switched off.',
    'A/B test, A/B testing':
      'Versions for groups of users, to measure what they do; a canary measures whether it works.',
  },
  'feature-flag': {
    'dark launch': 'The code runs in production, invisibly: load is real, nobody sees the result.',
    'kill switch': 'A flag that turns something off at once; it must work when the rest doesn’t.',
    'flag evaluation, LaunchDarkly':
      'Rules are streamed to the SDK and judged locally: microseconds, and the last known value if the service is down.',
  },
  'zero-downtime': {
    'expand and contract, expand/contract, parallel change':
      'First add the new column and write both, then move readers, then drop the old: old and new versions run side by side at every step.',
    'online schema change, gh-ost, pt-online-schema-change':
      'Copies a table in the background and swaps it in, without a long lock.',
    'backfill migration, data migration':
      'Fill in batches of some thousand with pauses, by key, restartable.',
  },
  'deployment-strategies': {
    rollback: 'Back to the last version: quick if the schema still suits. Otherwise roll forward.',
    'immutable deployment, immutable infrastructure':
      'Servers are replaced, never changed: what was tested is what runs.',
    'trunk-based development': 'Small changes to one branch daily, unfinished things behind flags.',
  },
  observability: {
    'golden signals, four golden signals':
      'Latency, traffic, errors, saturation: what to watch of every service.',
    'RED method': 'Rate, errors, duration – for requests.',
    'USE method': 'Utilization, saturation, errors – for resources.',
    'metrics logs traces, three pillars of observability':
      'Numbers over time (cheap, aggregated), events (detailed, expensive), the way of one request through services.',
    'cardinality, high cardinality, cardinality explosion':
      'Each combination of label values is a series of its own: a user id as label makes millions and kills the store. Put it into logs and traces.',
    'structured logging, structured logs':
      'JSON with fields instead of sentences: trace id, user, duration. Searchable.',
    'log level, debug logging':
      'Debug in production costs money and I/O; switch it on for one service or request.',
    'synthetic monitoring, synthetic check':
      'A script plays the user from several places every minute: finds outages at night and at the CDN, not rare ones.',
    'real user monitoring, RUM': 'What visitors’ browsers really measure, by country and device.',
    'alert fatigue, alerting':
      'Alert on what users feel and somebody can act on; everything else is a dashboard.',
    'log sampling, sampling, trace sampling':
      'Keep 1% of the ordinary and all errors and slow ones; percentiles from sampled traces are skewed.',
    'black box monitoring, white box monitoring':
      'From outside, as a user; and from inside, by what the program says of itself.',
    'scrape interval, Prometheus scrape':
      'Prometheus fetches every 15–60 s (default 1 min): spikes between are invisible, an alarm needs two or three intervals.',
    exemplar: 'A trace id attached to a histogram’s bucket: from the slow percentile to a slow request.',
  },
  span: {
    'distributed tracing':
      'The tree of spans of one request over all services: shows where its time went. 1–3% more CPU, sampled.',
    'head-based sampling, tail-based sampling':
      'Decided at the start (cheap, blind) or when the trace is complete (keeps errors and slow ones, needs memory in the collector).',
    'baggage, tracestate':
      'Key-values that travel with the trace to every service; third parties included, unless removed.',
  },
  'request-id': {
    'correlation ID, X-Correlation-ID, X-Request-ID':
      'An id made at the edge and passed on by everybody: the thread through all logs. `traceparent` is the standard form.',
    'traceparent, W3C trace context':
      '`00-<trace id>-<span id>-01`: version, 16 bytes, 8 bytes, sampled or not.',
  },
  'product-otel-collector': {
    'OpenTelemetry collector, OTel collector':
      'Takes traces, metrics and logs (OTLP: gRPC 4317, HTTP 4318), batches, samples and forwards: one agent on each node, or a gateway. If it stalls, applications drop, not block – check the SDK’s queue.',
  },
  'syslog-statsd': {
    OTLP: 'OpenTelemetry’s protocol: protobuf over gRPC or HTTP.',
    StatsD: 'Counters and timers over UDP 8125: never blocks the program, loses some under load.',
  },
  'load-test': {
    'stress test, soak test, spike test': 'Until it breaks; for hours (leaks); suddenly (scaling).',
    'k6, JMeter, Gatling, Locust, wrk':
      'Load generators. Open model (arrivals by rate) shows queues, closed model (users with pauses) hides them.',
    'ramp-up': 'Raise the load slowly enough to see where latency bends: that is the capacity.',
    'capacity planning, headroom':
      'What is needed at the peak with one zone gone, plus growth until the next order: often twice today’s.',
    benchmark: 'Measures under stated conditions; yours differ. Warm up, repeat, give percentiles.',
  },
  profiling: {
    'flame graph': 'Stacks by share of time: wide is costly. On-CPU shows computing, off-CPU waiting.',
    'heap dump, memory leak': 'All objects in memory; compare two to find what grows.',
    'thread dump, jstack': 'What each thread does now; three in a row show what is stuck.',
    'core dump': 'A crashed process’s memory, for the debugger.',
    'continuous profiling':
      'A sampling profiler always on (about 1%): the past is there when it is asked for.',
  },
  'out-of-memory': {
    'heap size, -Xmx, max-old-space-size':
      'The runtime’s own limit: below the container’s by a quarter, for threads, buffers and code.',
    'swap, swapping':
      'Memory on disk: everything becomes a thousand times slower instead of failing. Off on most servers.',
    'OOM killer, OOM score': 'The kernel ends the process with the most memory when there is none left.',
    'memory limit, cgroup limits': 'What a container may use, page cache partly included.',
  },
  'horizontal-scaling': {
    'scale up, vertical scaling':
      'A larger machine: simple, no change of code, ends at the largest one, and a restart.',
    'scale out, horizontal scaling': 'More machines: needs no state in them, or a way to divide it.',
    elasticity: 'Capacity follows load both ways, by itself.',
    'AKF scale cube, scale cube': 'Three ways to scale: copies (x), by function (y), by customer or key (z).',
  },
  'multi-tenancy': {
    'multi-tenant isolation, tenant isolation':
      'By row (cheap), schema, database or account (expensive, strict); plus limits for each tenant on requests, connections and jobs, or the largest one slows all.',
    'silo model, pool model, bridge model':
      'Everything of one’s own, everything shared, or a mixture by plan.',
  },
  'design-styles': {
    'hexagonal architecture, ports and adapters, clean architecture, onion architecture':
      'The domain in the middle, knowing nothing of databases and networks; adapters outside.',
    'DDD, domain-driven design, aggregate, ubiquitous language':
      'Model in the business’s words; aggregates are what changes together in one transaction.',
    'twelve-factor app, 12 factor':
      'Configuration from the environment, stateless processes, logs to stdout, and nine more habits of cloud programs.',
    'C4 model':
      'Four zooms: context, containers (things that run), components, code. Arrows between containers are network calls.',
    'ADR, architecture decision record': 'A page for each decision: situation, choice, consequences.',
    'layered architecture, three-tier architecture': 'Presentation, logic, data; each calls the one below.',
    'SOLID, DRY, KISS, YAGNI': 'Rules of thumb for code; they say nothing about the network.',
    monorepo: 'One repository for many services; not one deployment.',
    'state machine, finite state machine, FSM':
      'States, and which events lead from one to another: orders and payments are best written so, with the transition checked in the database.',
    'DAG, directed acyclic graph': 'Steps with dependencies and no circle: builds, pipelines, workflows.',
  },
  'strangler-fig': {
    'anti-corruption layer':
      'A translator between your model and a foreign one, so that theirs doesn’t spread.',
    'lift and shift, rehosting': 'Move as it is; the savings come later or not at all.',
    'branch by abstraction': 'An interface before the old part, a new one behind it, switched by flag.',
  },
  'service-mesh': {
    'ambient mesh, sidecarless':
      'Istio without sidecars: a tunnel on each node for mTLS (ztunnel), L7 proxies only where wanted.',
    'sidecar proxy latency, mesh overhead':
      'Two more proxies on each call: about 1–3 ms at p99 and 50 MB of memory a pod.',
    'sidecar injection':
      'The platform adds the proxy to each new pod; started before the application’s first call, or that fails.',
  },
  'kubernetes-ingress': {
    'ingress controller, IngressClass':
      'The proxy that carries out Ingress objects: nginx (ingress-nginx is retired since March 2026), Traefik, HAProxy, cloud balancers.',
    'Gateway API, HTTPRoute':
      'Ingress’ successor: Gateways by the platform team, routes by applications; weights, headers, gRPC.',
  },
  'product-terraform': {
    'infrastructure as code, IaC': 'Infrastructure as reviewed text that a tool applies.',
    'drift, drift detection':
      'Reality differs from the text: somebody clicked. Plan regularly, and forbid clicking.',
    'remote state, state lock': 'Terraform’s knowledge of what it made; shared, locked, and full of secrets.',
  },
  'product-ci-cd': {
    GitOps:
      'A controller in the cluster makes it equal to a Git repository (Argo CD, Flux): deploying is merging, rolling back reverting.',
    'CI, continuous integration': 'Every change is built and tested at once.',
    'continuous delivery, continuous deployment': 'Always releasable; released by itself.',
    'DORA metrics': 'Deployments, lead time, change failure rate, time to restore.',
    artifact: 'What a build makes and every environment runs: built once.',
  },
  'product-ec2': {
    'instance type, vCPU':
      'Cores (a vCPU is mostly half of one), memory, network, in fixed mixtures; "up to" means bursts.',
    'CPU credits, burstable instance, t3.micro':
      'A small share of a core, with credits for more; when they are gone, it crawls.',
    'ENI, elastic network interface':
      'A network card with addresses and security groups; moves to another machine.',
    'bare metal': 'A whole server without a hypervisor.',
  },
  'product-aws-iam': {
    'IRSA, pod identity, workload identity, managed identity':
      'The platform proves which workload asks, and the cloud gives short-lived credentials: no keys in pods.',
    'assume role, AssumeRole, STS': 'Taking on a role gives credentials for 15 min to 12 h; cache them.',
    'instance profile': 'The role of a machine, fetched from its metadata service.',
  },
  'edge-location': {
    'PoP, point of presence':
      'A provider’s site near users: ends TLS, caches, runs small code; 10–30 ms from most people.',
    'edge computing':
      'Computing near users or devices: for latency, bandwidth, or working offline. Data is the hard part.',
    'Local Zone, Wavelength, Outposts':
      'AWS’s smaller sites: in more cities, in 5G networks, in your building.',
  },
  'works-locally': {
    'works on my machine, works locally but not in production':
      'What differs: addresses and names, TLS and proxies, firewalls, permissions, load, data size, latency. Run the same call from inside the pod.',
    'localhost in container':
      'Inside a container it is the container: use the service’s name, or host.docker.internal.',
  },
  'sporadic-502': {
    'intermittent 502 behind ALB, intermittent 502, random 502s':
      'The server closes an idle connection just as the balancer sends on it. Server’s keep-alive longer than the balancer’s idle timeout: over 60 s for an ALB (Node.js has 5 s), nginx 75 s is right.',
    'requests hang after deploy, requests hang':
      'New pods accept before they work (readiness), clients hold connections to pods that are gone without a reset, or everything waits for cold pools and caches. Look where they wait: `ss -tanp` and a thread dump.',
  },
  'file-upload': {
    'uploads fail over 1 MB, upload fails 413':
      'Answered 413: nginx allows 1 MB by default (client_max_body_size). Next limits: API Gateway 10 MB, Lambda 6 MB, Cloudflare 100 MB. Upload to object storage directly.',
    'tus, resumable upload': 'Uploads in pieces that go on after an interruption.',
  },
  'model-context-protocol': {
    'tool calling, function calling':
      'The model answers with a call instead of text; your code runs it and sends the result back: one more model call (0.5–several s) for each round.',
    'function calling latency, tool call latency':
      'Model (first token to complete arguments) + the tool + the model again with the result. Parallel calls where they don’t depend; bound the rounds.',
    'MCP server, MCP client':
      'The server offers tools and data, the client is in the assistant: over stdin/stdout locally, over HTTP with streaming remotely, with OAuth.',
    'agent loop, AI agent, agentic loop':
      'Model → tool → model until done: latency and cost grow with rounds, and so does the prompt. Limits for rounds, time and money; idempotent tools; people confirm what can’t be undone.',
    'A2A, agent to agent':
      'Agents that call each other over HTTP by published cards; each hop adds a model’s latency and its errors.',
  },
  'token-streaming': {
    'TTFT, time to first token':
      'From request to the first token: queue + reading the prompt; 0.2–1 s usually, seconds with long prompts. What users feel, if the answer streams.',
    'tokens per second, TPS LLM, inter-token latency':
      'Speed of writing: 30–150 tokens a second; 500 tokens take 4–15 s. A token is about ¾ of an English word.',
    'context window, context length':
      'How many tokens prompt and answer may have together. More costs more time before the first token.',
    'prompt caching, prompt cache':
      'The provider keeps the computed beginning of a prompt: cheaper and faster if the fixed part comes first, for some minutes.',
    'KV cache':
      'What the model has computed for the tokens so far, in GPU memory: limits how many requests run at once.',
    'continuous batching':
      'Requests join and leave a GPU’s batch at every token: throughput without waiting for the longest.',
    'LLM gateway, AI gateway':
      'A proxy before model providers: keys, budgets, fallbacks to another model, caching, logs. Must pass streams on unbuffered, with long timeouts.',
    '429 from OpenAI, rate_limit_exceeded, TPM, RPM limit':
      'Limits of requests and tokens a minute, by model and organization. Back off by the headers, queue, smaller max_tokens; insufficient_quota means money, and no retry helps.',
    'streaming tokens over SSE, stream: true':
      'Providers send each token as an SSE event; no proxy on the way may buffer, no timeout may count the whole answer.',
    hallucination: 'Fluent and wrong. Give sources, check what can be checked, say when unsure.',
    'model fallback, fallback model':
      'Another model or provider when the first fails or is slow; prompts and tools must suit both.',
    'max_tokens, context_length_exceeded':
      'The answer’s limit, and the error when prompt plus answer don’t fit. Trim or summarize history.',
    'LLM batch API, batch inference API': 'Requests answered within 24 h at half the price.',
    'speculative decoding':
      'A small model proposes tokens that the large one checks several at a time: the same text, faster.',
    quantization: 'Weights in 8 or 4 bits: less memory, faster, slightly worse.',
  },
  'vector-search': {
    'RAG, retrieval augmented generation':
      'Search first, put what was found into the prompt, then ask: embed (20–100 ms) + search (5–50 ms) + model (seconds). As good as the search.',
    'embedding, embeddings':
      'A text as a few hundred to some thousand numbers; near ones mean alike. Another model’s can’t be compared: changing it means embedding all anew.',
    'HNSW, ANN, approximate nearest neighbor':
      'A graph for finding near vectors in logarithmic time, in memory; misses a few. IVF needs less memory, DiskANN lives on disk.',
    'cosine similarity': 'The angle between vectors: 1 the same direction. Thresholds depend on the model.',
    chunking:
      'Cutting documents into pieces of some hundred tokens, overlapping: too small loses context, too large blurs meaning.',
    're-ranking, reranker, reranking':
      'A slower model orders the best 50–100 hits anew: 50–300 ms more, clearly better.',
    'vector database':
      'Stores vectors with filters: Pinecone, Qdrant, Milvus, or pgvector in PostgreSQL up to some million.',
  },
  'micro-frontends': {
    'module federation': 'Pages load parts of other builds at run time; shared libraries must fit.',
    'ESI, edge side includes': 'The cache puts a page together from pieces, each with a TTL of its own.',
  },
  'contract-testing': {
    'consumer-driven contract, Pact': 'Consumers write down what they use; the provider’s build checks it.',
    'tolerant reader, Postel’s law': 'Ignore what you don’t know, need only what you use.',
    'backward compatible, forward compatible':
      'New code reads old data; old code reads new data. Rolling deployments need both.',
  },
}
