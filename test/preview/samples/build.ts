// Pieces of pictures with what matters to a sample filled in.

import type { PreviewModel, PreviewTarget } from '../../../src/service/preview/messages'

type Node = PreviewModel['nodes'][number]
type Arrow = PreviewModel['arrows'][number]
type Flow = PreviewModel['flows'][number]

export const node = (id: string, figures: Partial<Node> = {}): Node => ({
  id,
  text: id,
  assumed: false,
  groups: [],
  line: 4,
  ...figures,
})

export const arrow = (index: number, ends: string, more: Partial<Arrow> = {}): Arrow => {
  const [from = '', to = ''] = ends.split(' → ')
  return { index, from, to, text: '', role: 'call', network: true, line: 10 + index, ...more }
}

export const at = {
  node: (id: string): PreviewTarget => ({ kind: 'node', id }),
  arrow: (index: number): PreviewTarget => ({ kind: 'arrow', index }),
}

export const share = (target: PreviewTarget, latency: number, unavailability: number, attempts = 1) => ({
  target,
  latency,
  unavailability,
  attempts,
  p99: Math.round(920 * latency),
})

export const flow = (name: string, more: Partial<Flow> = {}): Flow => ({
  name,
  overview: `A request takes 920 ms at p99.`,
  distribution: [0, 0.02, 0.3, 0.62, 0.8, 0.88, 0.93, 0.96, 0.98, 0.99, 0.995, 1].map((share, step) => [
    step * 175,
    share,
  ]),
  from: 'web',
  to: 'gateway',
  background: false,
  p50: 190,
  p95: 480,
  p99: 920,
  p999: 1900,
  failed: 0,
  availability: 0.9983,
  downtimeSecondsPerYear: 53_611,
  attempts: 9,
  attemptsAt: 'Stripe',
  longest: 3000,
  exact: true,
  range: { availability: [0.9983, 0.9983], p99: [920, 920] },
  notes: {
    assumed: { times: false, availability: false },
    gaps: [],
    mostAsked: 'Stripe',
    calls: 1,
    retried: true,
  },
  criticalPath: [],
  shares: [],
  bars: [],
  improvements: [],
  assumed: [],
  assumedShare: 0,
  ...more,
})

export const picture = (family: string, text: string, more: Partial<PreviewModel> = {}): PreviewModel => ({
  version: 1,
  document: 'file:///design.md',
  title: 'checkout.md',
  diagram: 0,
  diagramCount: 2,
  line: 14,
  family,
  architecture: { value: true, why: 'servers, calls and protocols' },
  text,
  nodes: [],
  arrows: [],
  flows: [],
  groups: [],
  percentile: 'p99',
  findings: [],
  changes: [],
  ...more,
})

/** A bar; those of the checkout's side calls are off the critical path. */
export const bar = (
  index: number,
  label: string,
  span: readonly [depth: number, start: number, end: number, timeout: number | null],
) => {
  const [depth, start, end, timeout] = span
  const onCriticalPath = index !== 2 && index !== 6
  return {
    target: at.arrow(index),
    label,
    depth,
    start,
    worked: start,
    end,
    timeout,
    attempts: 1,
    onCriticalPath,
  }
}
