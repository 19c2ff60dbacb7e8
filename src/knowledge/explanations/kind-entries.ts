// What explains the kind of a product that has no explanation of its own.

import type { ProtocolId } from '../protocols/protocol'
import type { Kind } from '../recognition/kind'
import type { Technology } from '../technologies/technology'

/** Id of the explanation of a product’s kind; undefined where products of a kind have little in common. */
export function entryIdOfKind({ kind, protocols, embedded, delivers }: Technology): string | undefined {
  if (embedded === true || delivers === true) return undefined
  const store = kind === 'database' || kind === 'cache' || kind === 'stream'
  return (store ? protocols.flatMap(protocol => byProtocol[protocol] ?? [])[0] : undefined) ?? byKind[kind]
}

/** Stores that speak one protocol are called in the same way. */
const byProtocol: Partial<Record<ProtocolId, string>> = {
  sql: 'sql-protocols',
  postgres: 'sql-protocols',
  mysql: 'sql-protocols',
  resp: 'redis-protocol',
  memcached: 'memcached',
  mongodb: 'mongodb',
  kafka: 'kafka',
}

const byKind: Partial<Record<Kind, string>> = {
  gateway: 'api-gateway',
  balancer: 'load-balancer',
  cdn: 'cdn',
  waf: 'web-application-firewall',
  dns: 'dns',
  cache: 'cache',
  database: 'nosql-database',
  warehouse: 'data-warehouse',
  queue: 'message-queue',
  stream: 'event-streaming',
  objectStore: 'object-storage',
  search: 'search-engine',
  function: 'serverless',
  external: 'rate-limited-api',
  auth: 'oauth',
  proxy: 'reverse-proxy',
  mesh: 'service-mesh',
  firewall: 'security-group',
  stun: 'stun',
  turn: 'turn',
  monitoring: 'observability',
  sfu: 'sfu',
}
