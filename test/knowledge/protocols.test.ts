// Protocols, from the labels of arrows as people write them.

import { describe, expect, it } from 'vitest'
import { protocols, protocolsIn } from '../../src/knowledge'
import { fold } from '../../src/knowledge/names/lexicon'

/** label → protocols, most telling first; `-` for none. */
const labels = `
HTTP → http
HTTPS → https
https → https
HTTP(S) → https
HTTP/S → https
HTTP/1.1 → http1
HTTP/2 → http2
HTTP2 → http2
h2 → http2
HTTP/3 → http3
HTTP/3 (QUIC) → http3 quic
HTTPS/443 → https
HTTPS :443 → https
https://api.example.com → https
http://orders:8080 → http
ws://chat → websocket
wss://chat.example.com → websocket
REST → rest
REST API → rest
REST/HTTPS → rest https
REST over HTTPS → rest https
JSON/HTTPS → https
HTTP/JSON → rest
GET /orders → rest http
POST /orders/{id} → rest http
"POST /orders (idempotent)" → rest http
DELETE /users/1 → rest http
GET https://api.example.com/x → rest https http
GraphQL → graphql
GraphQL query → graphql
GraphQL over HTTPS → graphql https
gRPC → grpc
grpc → grpc
gRPC call → grpc
gRPC, 300ms timeout, 2 retries → grpc
gRPC over TLS → grpc tls
gRPC/mTLS → grpc mtls
gRPC-Web → grpc-web
Connect RPC → connect
WebSocket → websocket
WebSockets → websocket
Web Socket → websocket
WS → websocket
WSS → websocket
Socket.IO → websocket
SSE → sse
Server-Sent Events → sse
SSE over HTTP/2 → sse http2
EventSource → sse
WebRTC → webrtc
WebRTC data channel → webrtc
WebTransport → webtransport
long polling → long-polling
long-poll → long-polling
polls every 5s → polling
short polling → polling
TCP → tcp
TCP/IP → tcp
UDP → udp
QUIC → quic
TLS → tls
TLS 1.3 → tls
mTLS → mtls
mutual TLS → mtls
TCP 5432 → postgres tcp
port 6379 → resp
:9092 → kafka
:443 → https
tcp/27017 → mongodb tcp
DNS → dns
DNS query → dns
DNS lookup → dns
AMQP → amqp
AMQP 0.9.1 → amqp
MQTT → mqtt
MQTT over TLS → mqtt tls
mqtts → mqtt
Kafka → kafka
Kafka topic orders → kafka
async, Kafka → kafka
NATS → nats
STOMP → stomp
Redis protocol → resp
RESP → resp
Redis → resp
SQL → sql
SQL queries → sql
JDBC → jdbc
ODBC → odbc
PostgreSQL → postgres
Postgres wire → postgres
MySQL → mysql
MongoDB driver → mongodb
CQL → cql
Bolt → bolt
SMTP → smtp
smtps → smtp
IMAP → imap
FTP → ftp
SFTP → sftp
SSH → ssh
SSH tunnel → ssh
LDAP → ldap
LDAPS → ldap
OAuth 2.0 → oauth
OAuth2 → oauth
OIDC → oidc
OpenID Connect → oidc
SAML → saml
RPC → rpc
JSON-RPC → json-rpc
SOAP → soap
SOAP/XML → soap
Thrift → thrift
S3 API → s3
presigned URL → s3
NFS → nfs
SMB → smb
RTP → rtp
SRTP → srtp
RTMP → rtmp
HLS → hls
SIP → sip
STUN → stun
TURN → turn
Syslog → syslog
syslog (UDP) → syslog udp
StatsD → statsd
OTLP → otlp
OTLP/gRPC → otlp
ICMP → icmp
ping (ICMP) → icmp
SNMP → snmp
Modbus TCP → modbus
OPC UA → opcua
CoAP → coap
BGP → bgp
IPsec → ipsec
WireGuard → wireguard
USB → serial
Bluetooth LE → bluetooth
yes → -
no → -
sends → -
uses → -
the rest of the data → -
turn left → -
resp → -
connect → -
respond → -
1. validate → -
10:30 → -
ratio 3:2 → -
REST/WS → websocket rest
WS /live/ws?room=7 → websocket
Connect /live/ws?room=7 → websocket
POST /ws/orders → rest http
Route to ws-server-7 → -
ws.send(comment) to all viewers → websocket
PUBLISH ws:user:7 → -
bind ServerWebSocket to the scope → -
PutObject with SSE-KMS → -
UDP 9000 → udp
UDP 53 → dns udp
`

describe('protocols in labels', () => {
  for (const line of labels.trim().split('\n')) {
    const [label = '', expected = ''] = line.split(' → ')
    it(line, () => {
      expect(
        protocolsIn(label)
          .map(({ id }) => id)
          .join(' ') || '-',
      ).toBe(expected)
    })
  }

  it('is a table of at least 120 labels', () => {
    expect(labels.trim().split('\n').length).toBeGreaterThanOrEqual(120)
  })

  it('gives spans of the text', () => {
    expect(protocolsIn('calls via gRPC')).toEqual([{ id: 'grpc', start: 10, end: 14, confidence: 0.95 }])
  })
})

describe('the protocol table', () => {
  it('gives every id and every alias to one protocol', () => {
    const owners = new Map<string, string>()
    for (const { id, name, aliases, everyday } of protocols) {
      for (const key of new Set([name, ...aliases, ...everyday].map(fold))) {
        expect(owners.get(key) ?? id, key).toBe(id)
        owners.set(key, id)
      }
    }
    expect(new Set(protocols.map(({ id }) => id)).size).toBe(protocols.length)
  })

  it('counts the round trips of MATH: TCP 1, TLS 1.3 2, TLS 1.2 3, QUIC 1, with early data 0', () => {
    const setup = (id: string) => protocols.find(one => one.id === id)?.setupRoundTrips
    expect(setup('http')).toEqual({ fresh: 1, tls12: 1, earlyData: 1 })
    expect(setup('https')).toEqual({ fresh: 2, tls12: 3, earlyData: 1 })
    expect(setup('http3')).toEqual({ fresh: 1, tls12: 1, earlyData: 0 })
    expect(setup('udp')).toEqual({ fresh: 0, tls12: 0, earlyData: 0 })
  })

  it('knows who listens on a port', () => {
    const onPort = (port: number) => protocolsIn(`:${port}`)[0]?.id
    expect([22, 53, 80, 443, 5432, 6379, 9092].map(onPort)).toEqual([
      'ssh',
      'dns',
      'http',
      'https',
      'postgres',
      'resp',
      'kafka',
    ])
    expect(onPort(31337)).toBeUndefined()
  })
})
