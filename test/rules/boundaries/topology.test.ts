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
