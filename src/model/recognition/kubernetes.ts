// Services of Kubernetes: virtual addresses that each node translates, one connection at a time. No process waits there.

import { type Inference, type Kind, technologyById } from '../../knowledge'
import type { Parts } from '../components'
import { type End, isComponent } from '../ends'
import type { Component, Connection } from '../system'

/** Settles Services that are drawn in front of their own pods: `api svc` → `api pod`. Says whether there are any. */
export function settleKubernetesServices(parts: Parts, connections: readonly Connection[]): boolean {
  const services = drawnServices(parts.components.filter(isOpen), connections)
  for (const service of services) parts.settle(service, standsBeforePods, technologyById('kube-proxy'))
  return services.length > 0
}

const standsBeforePods: Inference<Kind> = {
  value: 'balancer',
  confidence: 0.85,
  why: 'a Kubernetes Service in front of its pods',
}

/** A headless one only names its pods: connections go to them directly. */
const isOpen = ({ text, kind, technology }: Component): boolean =>
  kind?.confidence !== 1 &&
  (technology === undefined || technology.id === 'kube-proxy') &&
  !/\bheadless\b/i.test(text)

function drawnServices(
  components: readonly Component[],
  connections: readonly Connection[],
): readonly Component[] {
  const shortened = new Set<End>(components.filter(({ headline }) => /\b(?:svc|service)$/i.test(headline)))
  const leadsToPods = new Map<End, boolean>()
  for (const { caller, callee } of connections)
    if (shortened.has(caller)) leadsToPods.set(caller, isPods(callee) && leadsToPods.get(caller) !== false)
  return components.filter(one => spelledOut.test(one.text) || leadsToPods.get(one) === true)
}

const spelledOut = /\b(?:kubernetes|k8s) (?:service|svc)\b|\bcluster ?ip\b|\bkube-?proxy\b/i

/** What a Service selects: `api pod 2`, `redis-0`, `Deployment`. */
const isPods = (end: End): boolean => isComponent(end) && workload.test(end.headline)

const workload =
  /\b(?:pods?|deployments?|stateful ?sets?|replica ?sets?|daemon ?sets?)(?: ?#?\d+)?$|^[a-z][a-z-]*-\d+$/i
