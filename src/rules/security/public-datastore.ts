// Data stores that browsers, phones or the internet reach without a server between.

import { isClient, isSurely, runsOnServer } from '../../model/ends'
import { isCall } from '../../model/requests'
import type { Boundary, Call, Component, System } from '../../model/system'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const publicDatastore = defineRule({
  id: 'public-datastore',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'A client reaches a data store without a server in between.',
  presets: { sketch: 'error' },
  byGroups: true,
  // Who may read what stands in rules of the store itself, or of what it is a part of.
  settledBy:
    /\brow[- ]level security\b|\bRLS\b|\banon(?:ymous)? keys?\b|\b(?:supabase|nhost|appwrite|pocketbase|firestore|firebase (?:realtime )?(?:database|db))\b/i,
  options: {},

  *check(system) {
    const reached = new Set<Component>()
    for (const call of system.calls.filter(reachesStore)) {
      reached.add(call.callee)
      yield judgeCall(call)
    }
    for (const store of system.components.filter(isOwnStore)) {
      const place = publicPlaceOf(store)
      if (place && !reached.has(store)) yield judgePlace(store, place, system)
    }
  },
})

/** `Store` alone may be state in the browser. */
const surelyStore = 0.75

function reachesStore({ connection, caller, callee }: Call): boolean {
  const { role, protocols, request } = connection
  // What answers `POST /orders` is a service, whatever it is called.
  if (role.value !== 'call' || request?.path !== undefined || !isOwnStore(callee) || !isPublicCaller(caller))
    return false
  if (caller.boundary && caller.boundary === callee.boundary) return false
  return (
    !protocols.some(id => id === 'graphql' || id === 'websocket') && !delegated.test(connection.arrow.text)
  )
}

/** Runs in strangers' hands. A bare "client" may be a program of ours; the internet is nobody's. */
function isPublicCaller(part: Component): boolean {
  if (staff.test(part.text) || runsOnServer(part)) return false
  if (part.incoming.some(({ caller, connection }) => isCall(connection) && !isClient(caller))) return false
  return isSurely(part, 'browser', 'mobile') || (isSurely(part, 'client') && /\binternet\b/i.test(part.text))
}

const staff =
  /\b(?:admins?|dba|analysts?|bi|internal|back-?office|developers?|operators?|support|devtools|ops)\b/i

const delegated = /\b(?:pre-?signed|signed|sas|sync|offline)\b/i

/** On the device, in the same process, or made to be called by clients under rules of their own. */
const onDevice =
  /\b(?:local|in-?memory|browser|device|on-?device|storage|offline|client-?side|cookies?|mock|sdk|cdn|public)\b/i
const madeForClients: ReadonlySet<string> = new Set([
  'firestore',
  'firebase',
  'firebase-rtdb',
  'supabase',
  'pocketbase',
  'appwrite',
  'convex',
  'couchdb',
  'surrealdb',
  'graphite',
  'neo4j-aura',
])

function isOwnStore(part: Component): boolean {
  const { kind, technology, text } = part
  if (kind?.value !== 'database' || kind.confidence < surelyStore || onDevice.test(text)) return false
  if (!technology) return namesDatabase.test(text)
  return !technology.embedded && !madeForClients.has(technology.id)
}

/** Drawn as a cylinder, a drive in the cloud is one, too. */
const namesDatabase =
  /data ?(?:base|store|warehouse|lake)s?\b|\bdbs?\b|\bsql\b|\btables?\b|\bcache\b|datenbank|base de (?:datos|dados|données)|banco de dados|数据库|データベース|데이터베이스|база данных/i

function judgeCall({ connection, caller, callee }: Call): Report {
  const { arrow } = connection
  return {
    at: arrow.operator,
    message: `${caller.name} reaches ${callee.name} directly. Users can read and change what runs on their devices: the store's password is public, and every user may do what the password allows. Put a service in between that authenticates users: ${caller.name} → API → ${callee.name}.`,
  }
}

/** Where a store is said to be reachable from the internet: itself, or the innermost frame that says anything. */
function publicPlaceOf({ figures, boundary }: Component): Component | Boundary | 'stated' | undefined {
  if (figures.public?.value === true) return 'stated'
  if (figures.public || figures.network?.value === 'private' || figures.network?.value === 'lan')
    return undefined
  for (let frame = boundary; frame; frame = frame.parent) {
    if (/\bprivate\b/i.test(frame.text)) return undefined
    if (
      /\bpublic (?:sub)?net(?:work|s)?\b|\bdmz\b/i.test(frame.text) ||
      frame.figures.network?.value === 'public'
    )
      return frame
  }
  return figures.network?.value === 'public' ? 'stated' : undefined
}

function judgePlace(store: Component, place: Component | Boundary | 'stated', system: System): Report {
  const where = place === 'stated' ? 'is stated to be public' : `is in ${place.name}`
  const service = system.calls.find(({ callee }) => callee === store)?.caller.name ?? 'its service'
  const figure = store.figures.public ?? store.figures.network
  return {
    at: (place === 'stated' ? figure?.span : undefined) ?? nameSpan(store),
    message: `${store.name} ${where}: the internet can reach it, and only a password protects the data, which may leak or be weak. Move it to a private subnet that only ${service} can reach.`,
    ...(place !== 'stated' && {
      related: [{ at: place.span, message: `${place.name} is open to the internet` }],
    }),
  }
}
