// Which protocol an arrow speaks: stated, named in its label, or told by its ends.

import { type Inference, type ProtocolId, protocolById, protocolsIn, rememberedBy } from '../knowledge'
import type { Arrow } from '../syntax/tree'
import { type End, isComponent } from './ends'
import type { Figures } from './system'
import type { ArrowAttributes } from './vocabulary'

export interface ProtocolReading {
  readonly protocol?: Inference<ProtocolId>
  /** All that are named, the application's first. */
  readonly protocols: readonly ProtocolId[]
}

export function readProtocol(arrow: Arrow, figures: Figures<ArrowAttributes>, target: End): ProtocolReading {
  if (figures.protocol) return statedProtocol(figures.protocol.value)
  const named = namedProtocols(arrow)
  if (named.length > 0) {
    const first = named[0]!
    return {
      protocol: { value: first.id, confidence: first.confidence, why: `'${first.word}' in the label` },
      protocols: named.map(({ id }) => id),
    }
  }
  const spoken = spokenBy(target)
  return spoken ? { protocol: spoken, protocols: [spoken.value] } : { protocols: [] }
}

function statedProtocol(text: string): ProtocolReading {
  const named = protocolsIn(text).map(({ id }) => id)
  const first = named[0]
  return first
    ? { protocol: { value: first, confidence: 1, why: 'stated' }, protocols: named }
    : { protocols: [] }
}

interface NamedProtocol {
  readonly id: ProtocolId
  readonly confidence: number
  readonly word: string
}

const namedProtocols = rememberedBy(
  ({ technology, text }: Arrow) => `${technology ?? ''}\n${text}`,
  ({ technology, text }) => protocolsNamed([technology ?? '', text]),
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
function spokenBy(target: End): Inference<ProtocolId> | undefined {
  if (!isComponent(target) || !target.technology) return undefined
  const [first, second] = target.technology.protocols
  if (!first) return undefined
  return { value: first, confidence: second ? 0.7 : 0.9, why: `${target.technology.name} speaks it` }
}
