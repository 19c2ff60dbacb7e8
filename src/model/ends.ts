// Families of component kinds, and what stands at an arrow's ends.

import type { Kind } from '../knowledge'
import type { Boundary, Component } from './system'

const clientKinds: ReadonlySet<Kind> = new Set(['person', 'client', 'browser', 'mobile'])
const edgeKinds: ReadonlySet<Kind> = new Set([
  'dns',
  'cdn',
  'waf',
  'balancer',
  'gateway',
  'proxy',
  'firewall',
  'nat',
])
const storeKinds: ReadonlySet<Kind> = new Set(['database', 'warehouse', 'objectStore', 'search'])
const brokerKinds: ReadonlySet<Kind> = new Set(['queue', 'stream'])
const serviceKinds: ReadonlySet<Kind> = new Set(['service', 'worker', 'function', 'auth', 'sfu', 'signaling'])

const families = new Map<Kind, Kind>(
  [clientKinds, edgeKinds, storeKinds, brokerKinds, serviceKinds].flatMap(([...alike]) =>
    alike.map(kind => [kind, alike[0]!] as const),
  ),
)

/** One of the kinds that rules treat alike, the same for all of them. */
export const familyOfKind = (kind: Kind): Kind => families.get(kind) ?? kind

export type End = Component | Boundary

/** How certain a kind is: below `likely` it is a guess that settles nothing; to accuse takes `sure`. */
const certainty = { likely: 0.5, probable: 0.6, sure: 0.7 } as const

export const isComponent = (end: End): end is Component => 'node' in end

/** The kind of a component, where it is more than a guess. */
export function kindOf(end: End | undefined): Kind | undefined {
  if (!end || !isComponent(end) || !end.kind) return undefined
  return end.kind.confidence >= certainty.likely ? end.kind.value : undefined
}

const within = (kinds: ReadonlySet<Kind>) => (end: End | undefined) => {
  const kind = kindOf(end)
  return kind !== undefined && kinds.has(kind)
}

export const isClient = within(clientKinds)
/** Something requests pass through on their way to the component that answers them. */
export const isEdge = within(edgeKinds)
export const isStore = within(storeKinds)
export const isBroker = within(brokerKinds)
export const isService = within(serviceKinds)
export const hasKind = (end: End | undefined, ...kinds: readonly Kind[]): boolean => {
  const kind = kindOf(end)
  return kind !== undefined && kinds.includes(kind)
}

/** C4's `System_Ext`, whatever runs there. */
export const isDrawnExternal = ({ node }: Component): boolean => node.shape.startsWith('external_')

/** Keeps data for others – a store, a broker, a cache: whoever is drawn beside it must be a program that asks it. */
export const holdsData = (end: End): boolean => isStore(end) || isBroker(end) || hasKind(end, 'cache')

const isCertain = (end: End | undefined, least: number): boolean =>
  end !== undefined && isComponent(end) && (end.kind?.confidence ?? 0) >= least

/** A virtual address that every node translates: no process stands there. */
export const isKubernetesService = (end: End | undefined): boolean =>
  end !== undefined && isComponent(end) && end.technology?.id === 'kube-proxy'

/** Translates the addresses of packets that pass: it speaks no protocol of its own, and waits for nothing. */
export const translatesAddresses = (end: End | undefined): boolean =>
  hasKind(end, 'nat', 'firewall') || isKubernetesService(end)

/** Whether its kind, whichever, is more likely than not. */
export const isProbable = (end: End | undefined): boolean => isCertain(end, certainty.probable)

/** Sure enough of a component's kind to accuse. */
export const isSurely = (end: End | undefined, ...kinds: readonly Kind[]): boolean =>
  hasKind(end, ...kinds) && isCertain(end, certainty.sure)
export const isSurelyClient = (end: End | undefined): boolean => isSurely(end, ...clientKinds)

/** How far from the client a kind usually stands: smaller calls larger. */
export function depthOf(end: End): number | undefined {
  if (isClient(end)) return 0
  if (isEdge(end)) return 1
  if (isService(end)) return 2
  if (hasKind(end, 'cache') || isBroker(end)) return 3
  if (isStore(end)) return 4
  return hasKind(end, 'external') ? 4 : undefined
}

/** The frames around an end, the nearest first. */
export function framesAround(end: End): readonly Boundary[] {
  const frames: Boundary[] = []
  const nearest = isComponent(end) ? end.boundary : end.parent
  for (let frame = nearest; frame && !frames.includes(frame); frame = frame.parent) frames.push(frame)
  return frames
}

/** In a frame that is called “Services”, in the languages that design docs are written in. */
export const isAmongServices = ({ boundary }: Component): boolean =>
  boundary !== undefined && servicesTitle.test(boundary.text)

const servicesTitle =
  /^\W*(?:(?:core|business|backend|domain|application|internal) )?(?:micro[- ]?)?(?:services?|servicios|serviços|servizi|microsservi[çc]os|microservicios|dienste|сервисы|микросервисы|微服务|服务|サービス|서비스)(?: (?:layer|tier))?\W*$/iu

/** What its framework renders on a server, or what hands over jobs, too: the part in the browser is not drawn apart. */
export const runsOnServer = ({ text, technology, outgoing }: Component): boolean =>
  serverRendered.test(`${text} ${technology?.name ?? ''}`) ||
  outgoing.some(({ callee, connection }) => isBroker(callee) && !connection.protocols.includes('mqtt'))

const serverRendered =
  /\b(?:next(?:[. ]?js)?|nuxt(?:[. ]?js)?|remix|svelte-?kit|astro|solid-?start|blazor server|django|rails|laravel|flask|symfony|thymeleaf|jsp|php|streamlit|ssr|server[- ](?:side|rendered|components?|actions?)|form actions?|full-?stack|bff)\b/i
