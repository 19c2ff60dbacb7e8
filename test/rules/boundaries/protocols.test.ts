// Rules about protocols (APIs, real-time connections, security) on and beside their limits.

import { testRows } from '../rows'

testRows([
  ['websocket-behind-l7', 'the hop drops out where it is the end', `web[Browser] -->|WebSocket| edge[nginx]`],
  [
    'websocket-behind-l7',
    'a stated upgrade',
    `web[Browser] -->|WebSocket| edge[nginx]
     edge -->|WebSocket| chat[Chat service]
     edge@{ upgrade: true }`,
  ],
  [
    'websocket-behind-l7',
    'both ends of the passage are named',
    `web[Browser] -->|WebSocket| edge[nginx]
     edge -->|WebSocket| chat[Chat service]`,
    "Browser's WebSocket passes nginx, and nginx forwards upgrades only if configured to",
    'nginx has to forward the upgrade',
    'and keep the connection to Chat service open',
    'State that nginx forwards the upgrade',
  ],
  [
    'early-data-write',
    'a write without a path',
    `app[Mobile app] -->|"HTTPS POST, 0-RTT"| api[Order API]`,
    'Mobile app sends POST to Order API as 0-RTT early data.',
  ],
  [
    'early-data-write',
    'a write with its path',
    `app[Mobile app] -->|"HTTPS POST /orders, 0-RTT"| api[Order API]`,
    'Mobile app sends POST /orders to Order API as 0-RTT early data.',
  ],
  ['early-data-write', 'a read', `app[Mobile app] -->|"HTTPS GET /orders, 0-RTT"| api[Order API]`],
  [
    'webrtc-without-signaling',
    'words of signaling are enough',
    `alice[Browser A] -->|WebRTC| bob[Browser B]
     lobby[Lobby]`,
  ],
  [
    'webrtc-without-signaling',
    'a store that only one reaches',
    `alice[Browser A] -->|WebRTC| bob[Browser B]
     alice -->|HTTPS| api[Order API]`,
    'Browser A and Browser B talk WebRTC, and nothing that both reach',
  ],
])

testRows([
  [
    'websocket-heartbeat',
    'half of what the shortest idle timeout leaves',
    `web[Browser] -->|WebSocket| edge[nginx]
     edge -->|WebSocket| chat[Chat service]
     edge@{ idleTimeout: 40s }`,
    'The WebSocket from Browser to nginx states no heartbeat. nginx closes an idle connection after 40s, and',
    'Write heartbeat: 20s.',
    'nginx closes idle connections after this',
    'State heartbeat: 20s',
  ],
  [
    'websocket-heartbeat',
    'never more than 30 seconds',
    `web[Browser] -->|WebSocket| chat[Chat service]
     phone[Mobile app] -->|WebSocket| chat`,
    'A proxy closes an idle connection after a minute or two,',
    'Write heartbeat: 30s.',
    'and the one from Mobile app',
  ],
  [
    'websocket-heartbeat',
    'as long as the idle timeout is too long',
    `web[Browser] -->|WebSocket| edge[nginx]
     edge -->|WebSocket| chat[Chat service]
     edge@{ idleTimeout: 40s }
     %% web->edge@{ heartbeat: 40s }`,
    'sends a heartbeat every 40s only.',
  ],
  [
    'websocket-heartbeat',
    'shorter than the idle timeout',
    `web[Browser] -->|WebSocket| edge[nginx]
     edge -->|WebSocket| chat[Chat service]
     edge@{ idleTimeout: 40s }
     %% web->edge@{ heartbeat: 39s }`,
  ],
  [
    'insecure-transport',
    'each word has its own remedy',
    `web[Browser] -->|"http://shop.example.com"| api[Order API]`,
    'Browser talks to Order API in clear text.',
    'Write https://.',
  ],
  ['insecure-transport', 'a private host', `web[Browser] -->|"http://10.1.2.3/orders"| api[Order API]`],
  [
    'insecure-transport',
    'clear text that is stated',
    `web[Browser] -->|orders| api[Order API]
     %% web->api@{ tls: none }`,
    'Write tls: 1.3.',
    'State tls: 1.3',
  ],
  [
    'insecure-transport',
    'encrypted as stated',
    `web[Browser] -->|HTTP| api[Order API]
     %% web->api@{ tls: 1.3 }`,
  ],
  [
    'insecure-transport',
    'a socket on a secure page',
    `web[Browser] -->|"ws://chat.example.com"| chat[Chat service]`,
    'A page loaded over HTTPS may not even open it.',
    'Write wss://.',
  ],
  [
    'insecure-transport',
    'the answer sends the caller to HTTPS',
    `web[Browser] -->|HTTP| api[Order API]
     api -->|301 redirect| web`,
  ],
  ['insecure-transport', 'between services', `api[Order API] -->|HTTP| pay[Payment service]`],
  [
    'insecure-transport',
    'into a private network',
    `web[Browser] -->|HTTP| api[Order API]
     api@{ network: private }`,
  ],
  [
    'insecure-transport',
    'insiders only',
    `web[Browser] -->|HTTP| api[Order API]
     api@{ audience: internal }`,
  ],
])

testRows([
  [
    'webrtc-mesh',
    'three peers and their three connections',
    `a[Browser A] -->|WebRTC| b[Browser B]
     b -->|WebRTC| c[Browser C]
     c -->|WebRTC| a`,
  ],
  [
    'webrtc-mesh',
    'six peers of one box',
    `a[Browser] -->|WebRTC| b[Other browsers]
     b@{ replicas: 6 }`,
    '6 peers in a mesh are 15 WebRTC connections, and each encodes and uploads its video 5 times: 7.5 Mbit/s at 1.5 each.',
  ],
  [
    'short-polling',
    'below the limit',
    `web[Browser] -->|"HTTPS GET /status, poll every 2s"| api[Order API]
     %% web->api@{ interval: 2s }`,
    'Browser',
  ],
  [
    'short-polling',
    'a report is not a question',
    `web[Browser] -->|"HTTPS GET /location report"| api[Order API]
     %% web->api@{ interval: 2s }`,
  ],
  [
    'short-polling',
    'a write is not a question',
    `web[Browser] -->|"HTTPS POST /status poll"| api[Order API]
     %% web->api@{ interval: 2s }`,
  ],
  [
    'short-polling',
    'services may',
    `api[Order API] -->|"HTTP GET /status poll"| pay[Payment service]
     %% api->pay@{ interval: 2s }`,
  ],
  [
    'unversioned-api',
    'an audience that is stated',
    `web[Browser] -->|"HTTPS GET /api/orders"| api[Order API]
     api@{ audience: public }`,
    'Browser calls /api/orders of Order API, and no version is stated.',
    'Write /api/v1/orders',
  ],
  [
    'unversioned-api',
    'without a common prefix',
    `web[Browser] -->|"HTTPS GET /orders"| api[Order API]
     api@{ audience: public }`,
    'Write /v1/orders',
  ],
  [
    'unversioned-api',
    'for insiders',
    `stripe[Stripe] -->|"HTTPS POST /orders"| api[Order API]
     api@{ audience: internal }`,
  ],
  [
    'unversioned-api',
    'a version in the path',
    `web[Browser] -->|"HTTPS GET /v2/orders"| api[Order API]
     api@{ audience: public }`,
  ],
  [
    'offset-pagination',
    'rows that come in meanwhile',
    `web[Browser] -->|"HTTPS GET /messages?page=3"| api[Chat API]`,
    'Browser asks Chat API for pages by counting ("?page=3").',
  ],
  [
    'offset-pagination',
    'told at the first of two hops',
    `web[Browser] -->|"HTTPS GET /messages?page=3"| bff[Mobile BFF]
     bff -->|"HTTP GET /messages?page=3"| api[Chat API]`,
    'Browser asks Mobile BFF for pages by counting',
  ],
  ['offset-pagination', 'a still list', `web[Browser] -->|"HTTPS GET /countries?page=3"| api[Geo API]`],
  [
    'sse-http1-limit',
    'over HTTP/1.1',
    `web[Browser] -->|"SSE over HTTP/1.1"| api[Order API]`,
    'Browser receives events from Order API over HTTP/1.1: each stream occupies one of the 6 connections per origin that a browser opens.',
    'Use HTTP/2',
  ],
  ['sse-http1-limit', 'over HTTP/2', `web[Browser] -->|"SSE over HTTP/2"| api[Order API]`],
  ['sse-http1-limit', 'between services', `web[Order service] -->|"SSE over HTTP/1.1"| api[Price API]`],
])
