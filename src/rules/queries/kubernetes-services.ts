// Services of Kubernetes: virtual addresses that nodes translate, one connection at a time. No process waits there.

import type { Component } from '../../model/system'

/** Named as one, or drawn in front of its own pods: `api svc` → `api pod`. A headless one only names its pods. */
export function isKubernetesService({ text, headline, outgoing }: Component): boolean {
  if (/\bheadless\b/i.test(text)) return false
  if (named.test(text)) return true
  return (
    /\b(?:svc|service)$/i.test(headline) &&
    outgoing.length > 0 &&
    outgoing.every(({ callee }) => workload.test(callee.headline))
  )
}

const named = /\b(?:kubernetes|k8s) (?:service|svc)\b|\bcluster ?ip\b|kube-?proxy/i

/** What a Service selects: `api pod 2`, `redis-0`, `Deployment`. */
const workload =
  /\b(?:pods?|deployments?|stateful ?sets?|replica ?sets?|daemon ?sets?)(?: ?#?\d+)?$|^[a-z][a-z-]*-\d+$/i
