// Terms of polling, sockets, media and live features.

import type { Glossary } from './glossary'

export const realTimeTerms: Glossary = {
  escalation: {
    'push vs pull':
      'Push: the server sends when there is news, and holds a connection for each client. Pull: the client asks, simple and cacheable, late by half the interval on average.',
    comet: 'The old name for long polling and its like.',
  },
  sse: {
    EventSource:
      'The browser’s client of SSE: reconnects by itself after about 3 s and sends Last-Event-ID. GET only and no headers of one’s own; fetch-based clients can do both.',
    'Last-Event-ID':
      'What a reconnecting client saw last, so the server can send what it missed – if it keeps events and gives them ids.',
    'text/event-stream':
      'SSE’s content type: lines `data:`, `event:`, `id:`, `retry:`, an empty line ends the event. Proxies must not buffer it.',
    'retry: field, SSE retry':
      'How many ms the browser waits before it reconnects. Vary it from client to client against a herd.',
  },
  websocket: {
    'full duplex, full-duplex, bidirectional':
      'Both directions at the same time, independent of each other: WebSocket, gRPC bidi streams, QUIC. HTTP/1.1 is one question, one answer.',
    'half duplex': 'Both directions, one at a time.',
    'Sec-WebSocket-Key, Sec-WebSocket-Accept':
      'The handshake’s proof that the server speaks WebSocket: the key with a fixed suffix, hashed. No authentication.',
    'masking, WebSocket masking':
      'Frames from the client are XORed with a random key, so that old proxies can’t be fooled by their content. Costs a little CPU, hides nothing.',
    'opcode, WebSocket frame':
      'Kind of frame: 1 text, 2 binary, 8 close, 9 ping, 10 pong. 2–14 bytes of header.',
    'permessage-deflate, WebSocket compression':
      'Compresses messages; up to some hundred KB of memory a connection with its windows. Worth it for larger text only.',
    'subprotocol, Sec-WebSocket-Protocol':
      'What is spoken inside: graphql-transport-ws, mqtt, v12.stomp. Also misused for tokens, since browsers can’t set headers there.',
    'bufferedAmount, slow consumer':
      'What was sent and not yet taken by the network. A client on a bad line makes the server’s memory grow: limit it, drop or disconnect.',
    'SignalR, Socket.IO':
      'Libraries over WebSocket with fallback to long polling, reconnects, rooms. The fallback needs sticky sessions.',
    'WebSocket over HTTP/2, RFC 8441':
      'A WebSocket as one stream of an HTTP/2 connection (extended CONNECT). Few proxies support it end to end.',
    'WebSocket authentication, WebSocket auth':
      'Browsers can’t set headers: cookie plus origin check, a short-lived ticket in the URL, or a first message with a token. Close sockets when the session ends.',
    '1006, abnormal closure':
      'The close code that a browser makes up when the connection just vanished: a proxy’s idle timeout, a deploy, a lost network.',
    'wss, ws':
      'WebSocket with and without TLS, ports 443 and 80. Pages over HTTPS may open wss only, and plain ws is broken by proxies.',
  },
  'websocket-fan-out': {
    'backplane, pub/sub backplane':
      'The broker between socket servers: a message for a user arrives wherever the socket is. Redis pub/sub loses what nobody hears; NATS, Kafka or streams keep it.',
    'room, channel subscription':
      'The set of sockets that get a message. Each server keeps its own members and subscribes once for all of them.',
    'connection gateway, socket gateway':
      'Servers that only hold sockets; business services behind them stay stateless and can be deployed without cutting them.',
    'hosted real-time service, Pusher, Ably, PubNub':
      'Somebody else holds the sockets: you publish by API. Billed by connection and message; outside the region it adds its distance.',
  },
  heartbeat: {
    'ping interval, ping/pong, pingInterval, pingTimeout':
      'A small message each 20–30 s that keeps NATs and balancers from forgetting the connection and finds dead peers after one or two misses.',
  },
  'reconnect-storm': {
    'thundering reconnect':
      'All clients of a crashed server come back in the same second, with handshakes, logins and resyncs. Random delay, growing pauses, a limit of new connections.',
    resync: 'Fetching what was missed after a reconnect, by last id; often a heavier load than the sockets.',
  },
  webrtc: {
    'data channel, RTCDataChannel':
      'Messages between peers, ordered and reliable or not, as one likes: SCTP in DTLS over UDP. Up to 16 KB a message is safe everywhere.',
    RTCPeerConnection:
      'The browser’s object for one connection to a peer: gathers candidates, encrypts, sends media.',
    'SDP, offer/answer, offer answer':
      'The text by which peers agree on codecs, keys and candidates: one offers, the other answers, over a signaling channel that WebRTC leaves to you.',
    'DTLS-SRTP, SRTP':
      'WebRTC’s encryption: keys agreed by DTLS, media in SRTP. An SFU sees the media unless it is encrypted end to end on top.',
    'WHIP, WHEP': 'Publishing and watching WebRTC with one HTTP POST for the signaling (WHIP is RFC 9725).',
    getUserMedia: 'Asks for camera and microphone; HTTPS pages only.',
    'mesh call, full mesh':
      'Everybody sends to everybody: n − 1 uploads each. Up to about four people; beyond that an SFU.',
  },
  ice: {
    'ICE candidate, host candidate, server reflexive, srflx, relay candidate':
      'An address where a peer may be reached: its own (host), as STUN sees it (srflx), or at a TURN server (relay). Pairs are tried until one works.',
    'trickle ICE': 'Candidates are sent as they are found, so the call starts seconds earlier.',
    'ICE restart': 'New candidates after a change of network, in the same call.',
  },
  stun: {
    'STUN binding request':
      'One UDP packet to port 3478 and back: "what is my public address?". A server answers tens of thousands a second.',
  },
  turn: {
    'TURN relay, coturn, TURN cost':
      'All media of a relayed call passes the server twice, in and out: 2 × bitrate for each direction. Plan for 10–20% of calls, near the users, also on TCP/TLS 443.',
    'WebRTC without TURN':
      'Works for 80–90% of calls; those behind symmetric NATs or firewalls without UDP never connect.',
    'TURN credentials': 'Short-lived names and HMACs from your API; fixed ones get used by others for free.',
  },
  sfu: {
    'selective forwarding unit':
      'Takes one upload from each participant and forwards to the others without decoding: server CPU little, bandwidth n × (n − 1).',
    'MCU, multipoint control unit':
      'Decodes all, mixes one picture, encodes for each: little bandwidth for clients, much CPU and some 100–200 ms more.',
    'simulcast, SVC, scalable video coding':
      'The sender offers two or three qualities, the SFU picks for each receiver: by separate streams or layers of one.',
    'cascading SFU, SFU cascade': 'SFUs in several regions, linked: everybody connects to the nearest.',
  },
  hls: {
    'adaptive bitrate, ABR, bitrate ladder':
      'Each video in several qualities, cut into pieces of 2–10 s; the player switches by measured throughput and buffer.',
    'LL-HLS, low-latency HLS':
      'Parts of 200–500 ms instead of whole segments: 2–5 s behind instead of 15–30, still over CDNs.',
    'MPEG-DASH, DASH':
      'HLS’s relative with an XML manifest; Apple devices want HLS, both can share CMAF segments.',
    'VOD, video on demand':
      'Finished files: encode once, serve from CDN and object storage; the CDN’s hit ratio decides the cost.',
    'RTMP, RTSP, SRT':
      'RTMP (TCP 1935) brings streams to a server, RTSP controls cameras (554), SRT does the former over lossy lines with resends.',
    'DRM, Widevine, FairPlay':
      'Encrypted segments and a license server: one more call before playback, and one more thing that must be up.',
    'glass-to-glass latency, glass to glass latency':
      'From camera to screen: WebRTC 0.2–0.5 s, LL-HLS 2–5 s, HLS 15–30 s.',
  },
  'sip-rtp': {
    'VoIP, voice over IP':
      'Telephony over IP: SIP sets the call up, RTP carries 50 packets a second and direction (about 80 kbit/s with G.711). Good below 150 ms one way, 30 ms jitter, 1% loss.',
  },
  'media-transport': {
    'FEC, forward error correction':
      'Extra packets from which lost ones are computed: no round trip, 10–50% more bandwidth.',
    'RTP NACK, media NACK, PLI':
      'The receiver asks for a lost packet (NACK) or a whole new picture (PLI), which is a burst of data.',
    'jitter buffer': 'Holds audio and video back for 20–200 ms so that late packets still fit in.',
    'Opus, AAC': 'Audio codecs: Opus 6–510 kbit/s with 20-ms frames, for calls; AAC for music and HLS.',
    'H.264, H.265, VP8, VP9, AV1':
      'Video codecs: H.264 plays everywhere, VP9, H.265 and AV1 save 30–50% for more computing.',
    RTCP: 'Reports beside RTP: loss, jitter, round trip; congestion control lives on them.',
  },
  'chat-design': {
    'read receipt, read receipts':
      'A small event for each reader and message: send the highest message read, batched, not one each.',
    'unread count':
      'A counter for each user and conversation; compute from the last-read position when in doubt.',
    'group chat':
      'One message becomes as many deliveries as members: write once, fan out by the broker; for very large groups let clients pull.',
  },
  presence: {
    'typing indicator': 'Sent at most every 3 s, never stored, expires by itself.',
    'presence indicator, online status, last seen':
      'A key with a TTL that heartbeats renew; going offline is noticed after the TTL. Publish changes only to who is looking.',
    'live location, driver tracking, food delivery tracking, ride tracking':
      'The phone sends a position every 3–5 s over one connection; only the latest matters, so drop instead of queueing. The watcher gets it by SSE or WebSocket from a broker.',
  },
  'collaborative-editing': {
    CRDT: 'Data whose concurrent changes merge to the same result in any order (Yjs, Automerge): works offline and peer to peer; history makes documents grow.',
    'OT, operational transformation':
      'Changes are adjusted against those that came first; needs a server that orders them. Google Docs works so.',
    'live cursors, awareness': 'Positions of others: at most 10–20 updates a second, lossy, never stored.',
    'online whiteboard, collaborative whiteboard':
      'WebSocket to a room’s server, a CRDT for shapes, lossy cursors; snapshots to storage, the room on one server by consistent hashing.',
  },
  'game-design': {
    'tick rate': 'How often a game server computes and sends the world: 20–128 times a second.',
    'client-side prediction, server reconciliation':
      'The client shows its own move at once and corrects itself when the server’s truth arrives.',
    'lag compensation, rollback netcode':
      'The server (or both sides) goes back to what the shooter saw; hides 50–150 ms.',
    matchmaking: 'Groups players by skill and round trip; the game server starts in the region best for all.',
    'authoritative game server, server authoritative':
      'The server decides what happened; clients only send inputs. Against cheating.',
  },
  'iot-design': {
    'device shadow, device twin':
      'The wanted and the last reported state of a device, kept in the cloud: commands wait there until it is online.',
    'OTA update, firmware update':
      'Signed image, staged rollout, two partitions to fall back. A million devices at once are a DDoS on your own CDN: spread over hours.',
    'edge gateway, field gateway':
      'A box on site that speaks the devices’ protocols, buffers through outages and sends upstream by MQTT.',
    'retained message': 'MQTT: the broker keeps the last message of a topic for new subscribers.',
    'last will, last will and testament, LWT':
      'MQTT: what the broker publishes when the client vanishes without a goodbye, after 1.5 keep-alive intervals.',
  },
  'mobile-push': {
    'FCM, APNs':
      'Google’s and Apple’s push services: the only way to a sleeping app. Best effort, up to 4 KB, seconds as a rule, and no promise; show what matters from your own API when the app opens.',
    'web push, VAPID':
      'Push to browsers through their maker’s service, encrypted; the site identifies itself by a VAPID key.',
    'silent push': 'Wakes the app without a notice; the system limits them to a few an hour.',
  },
  'notification-design': {
    'notification digest, notification batching':
      'Several events in one notice: by time window, cancelled if read meanwhile.',
    'notification preferences':
      'Checked right before sending, by kind and channel; unsubscribe must work without login.',
  },
  'stock-ticker': {
    'order book':
      'All open buy and sell orders by price. Clients get a snapshot, then numbered changes; a gap means fetch anew.',
    conflation:
      'If a reader is slow, only the latest value of each symbol is sent: it falls behind in detail, not in time.',
    'matching engine':
      'One thread in memory that matches orders in sequence, with its log replicated: microseconds each, no locks.',
  },
}
