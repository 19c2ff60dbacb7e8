// Attempts that nobody drew: a mesh repeats the requests between its members.

import { hiddenDefaultsOf, type ProtocolId, protocolById, technologiesIn } from '../knowledge'
import { type End, framesAround, isBroker, isClient, isStore } from './ends'
import type { Figures } from './system'
import type { ArrowAttributes } from './vocabulary'

interface MeshedCall {
  readonly caller: End
  readonly callee: End
  readonly protocols: readonly ProtocolId[]
  readonly figures: Figures<ArrowAttributes>
}

/** The mesh's own attempts where the author states none; they share the time that the caller itself waits. */
export function hiddenAttempts(call: MeshedCall): Figures<ArrowAttributes> | undefined {
  const { caller, callee, figures } = call
  if (figures.attempts || figures.retries || !isRouted(call)) return undefined
  const mesh = meshAround(caller)
  const attempts = mesh && meshAround(callee)?.id === mesh.id ? attemptsOf(mesh) : undefined
  if (!attempts) return undefined
  const assumed = { origin: 'catalogue', stated: false, source: attempts.source } as const
  return {
    attempts: { ...assumed, value: attempts.value },
    baseDelay: { ...assumed, value: firstPause },
    jitter: { ...assumed, value: true },
    ...(figures.timeout && !figures.deadline && { deadline: { ...assumed, value: figures.timeout.value } }),
  }
}

/** Milliseconds before the first retry of a proxy: `per_retry_base_interval` of Envoy. */
const firstPause = 25

/** Requests that a proxy can read: not SQL, not what the program encrypts itself. */
const isRouted = ({ caller, callee, protocols }: MeshedCall): boolean =>
  !isClient(caller) &&
  ![caller, callee].some(end => isStore(end) || isBroker(end)) &&
  protocols.every(id => protocolById(id).http || id === 'grpc') &&
  !protocols.includes('websocket')

const attemptsOf = (mesh: Mesh) => hiddenDefaultsOf(mesh).find(({ key }) => key === 'attempts')

type Mesh = ReturnType<typeof technologiesIn>[number]['technology']

/** The mesh that a group around it is named after; without sidecars (ambient mode) nobody reads the requests. */
function meshAround(end: End): Mesh | undefined {
  for (const { text } of framesAround(end)) {
    const mesh = technologiesIn(text).find(({ technology }) => technology.kind === 'mesh')?.technology
    if (mesh) return /\bambient\b/i.test(text) ? undefined : mesh
  }
  return undefined
}
