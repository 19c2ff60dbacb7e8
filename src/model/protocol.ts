// Which protocol an arrow speaks: stated, named in its label, or told by its ends.

import {
  type Inference,
  type ProtocolId,
  protocolById,
  protocolsIn,
  rememberedBy,
  type Technology,
} from '../knowledge'
import type { Arrow } from '../syntax/tree'
import { type End, isComponent } from './ends'
import type { Connection, Figures } from './system'
import type { ArrowAttributes } from './vocabulary'
import { wordingOf } from './wording'

export interface ProtocolReading {
  readonly protocol?: Inference<ProtocolId>
  /** All that are named, the application's first. */
  readonly protocols: readonly ProtocolId[]
}

export function readProtocol(arrow: Arrow, figures: Figures<ArrowAttributes>, target: End): ProtocolReading {
  if (figures.protocol) return statedProtocol(figures.protocol.value)
  const named = namedProtocols(arrow)
  if (named) return named
  return isComponent(target) && target.technology ? spokenBy(target.technology) : noProtocol
}

const noProtocol: ProtocolReading = { protocols: [] }

function statedProtocol(text: string): ProtocolReading {
  const named = protocolsIn(text).map(({ id }) => id)
  const first = named[0]
  return first ? { protocol: { value: first, confidence: 1, why: 'stated' }, protocols: named } : noProtocol
}

interface NamedProtocol {
  readonly id: ProtocolId
  readonly confidence: number
  readonly word: string
}

const namedProtocols = rememberedBy(
  ({ technology, text }: Arrow) => (technology ? `${technology}\n${text}` : text),
  ({ technology, text }): ProtocolReading | undefined => {
    const named = protocolsNamed([technology ?? '', text])
    const [first] = named
    if (!first) return undefined
    const { id, confidence, word } = first
    return {
      protocol: { value: id, confidence, why: `'${word}' in the label` },
      protocols: named.map(({ id }) => id),
    }
  },
)

/** Application protocols before the transports they run over. */
function protocolsNamed(places: readonly string[]): readonly NamedProtocol[] {
  const named = places.flatMap(place =>
    protocolsIn(place).map(({ id, start, end, confidence }) => ({
      id,
      confidence,
      word: place.slice(start, end),
    })),
  )
  const isApplication = ({ id }: NamedProtocol) => protocolById(id).layer === 'application'
  const ordered = [...named.filter(isApplication), ...named.filter(each => !isApplication(each))]
  return ordered.filter((each, index) => ordered.findIndex(other => other.id === each.id) === index)
}

/** A technology with one protocol of its own (Postgres, Redis, Kafka) settles it. */
const spokenBy = rememberedBy(
  ({ id }: Technology) => id,
  ({ name, protocols: [first, second] }): ProtocolReading => {
    if (!first) return noProtocol
    const protocol = { value: first, confidence: second ? 0.7 : 0.9, why: `${name} speaks it` }
    return { protocol, protocols: [first] }
  },
)

/** Its label names a protocol of the application layer, or states a timeout, retries … */
export function namesCall({ role, arrow, figures, protocols }: Connection): boolean {
  if (role.value === 'structure') return false
  if (statesFigures({ figures })) return true
  if (protocols.length === 0 || (arrow.text === '' && !arrow.technology)) return false
  return protocolsIn(wordingOf(arrow)).some(({ id }) => protocolById(id).layer === 'application')
}

/** A timeout, retries … */
export const statesFigures = ({ figures }: Pick<Connection, 'figures'>): boolean =>
  callFigures.some(key => figures[key]?.stated)

const callFigures = [
  'timeout',
  'deadline',
  'attempts',
  'retries',
  'breaker',
  'backoff',
  'hedge',
  'idempotencyKey',
] as const
