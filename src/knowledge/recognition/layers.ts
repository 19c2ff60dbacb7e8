// Reads the layer a balancer or proxy works at from the words around it.

import { lazily } from '../lazily'
import { lexiconOf, namesIn } from '../names/lexicon'
import { remembered } from '../remembered'
import type { NetworkLayer } from '../technologies/technology'
import type { Inference } from './kind'

/** The layer that words like `L7`, `layer 4`, `HTTP load balancer` or `path routing` tell; none if they disagree. */
export const layerIn = remembered(readLayer)

function readLayer(text: string): Inference<NetworkLayer> | undefined {
  const found = namesIn(lexicon(), text)
  const surest = Math.max(...found.map(one => one.value.confidence), 0)
  const telling = found.filter(one => one.value.confidence === surest)
  const first = telling[0]
  if (!first || telling.some(one => one.value.layer !== first.value.layer)) return undefined
  const { layer, confidence } = first.value
  return { value: layer, confidence, why: `'${text.slice(first.start, first.end)}' in the label` }
}

const layerWords: readonly {
  readonly layer: NetworkLayer
  readonly confidence: number
  readonly names: readonly string[]
}[] = [
  {
    layer: 'L4',
    confidence: 0.95,
    names: [
      'l4',
      'layer 4',
      'layer4',
      'l4 lb',
      'layer four',
      'transport layer',
      'tcp load balancer',
      'tcp lb',
      'udp load balancer',
      'tcp balancer',
      'tcp proxy',
      'network load balancer',
      'nlb',
      'stream mode',
      'stream proxy',
      'tls passthrough',
      'ssl passthrough',
      'tcp passthrough',
      'pass through',
      'ipvs',
      'lvs',
    ],
  },
  { layer: 'L4', confidence: 0.75, names: ['tcp', 'udp', 'passthrough'] },
  {
    layer: 'L7',
    confidence: 0.95,
    names: [
      'l7',
      'layer 7',
      'layer7',
      'l7 lb',
      'layer seven',
      'application layer',
      'http load balancer',
      'https load balancer',
      'http lb',
      'http balancer',
      'application load balancer',
      'alb',
      'http proxy',
      'path routing',
      'path based routing',
      'host routing',
      'host based routing',
      'header routing',
      'tls termination',
      'ssl termination',
      'terminates tls',
      'url map',
      'http routing',
      'content based routing',
    ],
  },
  {
    layer: 'L7',
    confidence: 0.75,
    names: ['http', 'https', 'http 2', 'grpc', 'reverse proxy', 'ingress', 'api gateway'],
  },
]

const lexicon = lazily(() => lexiconOf(layerWords.map(row => ({ value: row, names: row.names }))))
