// Rules of the category protocols on and beside their limits.

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
    "Browser's WebSocket passes nginx, and nginx forwards no upgrade unless configured to",
    'nginx has to forward the upgrade',
    'and hold the connection to Chat service',
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
    'Browser A and Browser B talk WebRTC, and nothing they both reach',
  ],
])
