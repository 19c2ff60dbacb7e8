// The layer a balancer or proxy works at: stated, named, or told by its product or by the words around it.

import { type Inference, layerIn, type NetworkLayer, protocolById } from '../knowledge'
import type { Call, Component } from './system'

/** The layer, or undefined where nothing tells it (nginx, HAProxy and Envoy do both). */
export function layerOf(component: Component): Inference<NetworkLayer> | undefined {
  const { figures, technology, text } = component
  if (figures.layer) return { value: figures.layer.value, confidence: 1, why: figures.layer.source }
  if (figures.tls?.value === 'passthrough')
    return { value: 'L4', confidence: 0.95, why: 'TLS passes through it' }
  const named = layerIn(text)
  if (named) return named
  const layer = technology?.layer
  if (technology && layer && layer !== 'both')
    return { value: layer, confidence: 0.9, why: `${technology.name} works at ${layer}` }
  return routesByRequest(component)
    ? { value: 'L7', confidence: 0.8, why: 'it routes by what a request says' }
    : undefined
}

/** Paths, hosts, headers that it adds or several HTTP routes on its outgoing arrows. */
function routesByRequest({ outgoing }: Component): boolean {
  return outgoing.some(namesRequest)
}

function namesRequest({ connection }: Call): boolean {
  const { request, arrow, protocols } = connection
  if (/\b(?:path|host|header|cookie)[ -]?(?:based )?rout|\bx-forwarded-/i.test(arrow.text)) return true
  return request?.path !== undefined && !protocols.some(id => protocolById(id).layer === 'transport')
}
