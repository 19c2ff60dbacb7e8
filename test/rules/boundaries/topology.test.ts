// Rules of the category topology on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'udp-amplification',
    'from a client',
    `app[Mobile app] -->|UDP| game[Game server]`,
    'Game server answers UDP from the internet.',
  ],
  ['udp-amplification', 'between servers', `api[Order API] -->|UDP| stats[Metrics server]`],
  [
    'udp-amplification',
    'inside',
    `app[Mobile app] -->|UDP| game[Game server]
     game@{ network: private }`,
  ],
  [
    'udp-amplification',
    'for insiders',
    `app[Mobile app] -->|UDP| game[Game server]
     game@{ audience: internal }`,
  ],
  [
    'udp-amplification',
    'limited',
    `app[Mobile app] -->|UDP| game[Game server]
     game@{ rateLimit: 100/s }`,
  ],
  [
    'webrtc-recording-without-sfu',
    'one peer is a server',
    `alice[Browser A] -->|WebRTC| media[Call service]
     rec[Call recorder]`,
  ],
  [
    'webrtc-recording-without-sfu',
    'recorded on the client',
    `alice[Browser A] -->|WebRTC| bob[Browser B]
     rec[Local call recorder]`,
  ],
  [
    'webrtc-recording-without-sfu',
    'recorded by nobody in the middle',
    `alice[Browser A] -->|WebRTC| bob[Browser B]
     rec[Call recorder]`,
    'Call recorder has nothing to work with',
    'Call recorder needs the media',
  ],
])

testRows([
  [
    'single-zone',
    'copies of one box',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 2, zone: eu-west-1a }`,
    'All 2 copies of Order API run in eu-west-1a.',
  ],
  [
    'single-zone',
    'one instance is no set of copies',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 1, zone: eu-west-1a }`,
  ],
  [
    'single-zone',
    'copies that nobody asks',
    `api[Order API] -->|SQL| db[(Postgres)]
     api@{ replicas: 2, zone: eu-west-1a }`,
  ],
  [
    'single-zone',
    'two zones',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 2, zone: [eu-west-1a, eu-west-1b] }`,
  ],
  [
    'single-zone',
    'copies drawn one by one',
    `lb[Load balancer] -->|HTTP| one[Order API 1]
     lb -->|HTTP| two[Order API 2]
     one@{ zone: eu-west-1a }
     two@{ zone: eu-west-1a }`,
    'Order API 1, Order API 2 all run in eu-west-1a.',
    'Order API 2 runs in eu-west-1a too',
  ],
  [
    'single-zone',
    'copies in two zones',
    `lb[Load balancer] -->|HTTP| one[Order API 1]
     lb -->|HTTP| two[Order API 2]
     one@{ zone: eu-west-1a }
     two@{ zone: eu-west-1b }`,
  ],
])
