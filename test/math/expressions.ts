// The notations of the known answers, read into latency expressions and availability structures.

import { all, any, type Structure, up } from '../../src/math/availability/structure'
import type { Latency } from '../../src/math/latency/latency'
import { fitLognormal } from '../../src/math/latency/lognormal'

export const leaf = (p50: number, p99: number, item?: string): Latency => ({
  op: 'lognormal',
  ...fitLognormal(p50, p99),
  ...(item && { item }),
})

export interface CallNotation {
  timeout: number
  attempts: number
  backoff: number[]
  jitter: 'none' | 'full' | 'equal'
  err?: number
  errMs?: number
}

export const call = (of: Latency, { err = 0, errMs = 0, ...policy }: CallNotation): Latency => ({
  op: 'call',
  of,
  ...policy,
  errorRate: err,
  errorMs: errMs,
})

export type GraphNotation =
  | { op: 'ln'; p50: number; p99: number; name?: string }
  | { op: 'const'; c: number }
  | { op: 'seq' | 'par'; xs: GraphNotation[] }
  | { op: 'mix'; ws: [number, GraphNotation][] }
  | ({ op: 'call'; x: GraphNotation } & CallNotation)
  | { op: 'hedge'; x: GraphNotation; h: number }
  | { op: 'quorum'; k: number; xs: GraphNotation[] }

/** A graph in the notation of graph20.json. */
export function graph(node: GraphNotation): Latency {
  switch (node.op) {
    case 'ln':
      return leaf(node.p50, node.p99)
    case 'const':
      return { op: 'constant', ms: node.c }
    case 'seq':
      return { op: 'sequence', of: node.xs.map(graph) }
    case 'par':
      return { op: 'parallel', of: node.xs.map(graph) }
    case 'mix':
      return { op: 'choice', of: node.ws.map(([share, of]) => ({ share, of: graph(of) })) }
    case 'call': {
      const { x, op: _, ...policy } = node
      return call(graph(x), policy)
    }
    case 'hedge':
      return { op: 'hedge', of: graph(node.x), after: node.h }
    case 'quorum':
      return { op: 'quorum', need: node.k, of: node.xs.map(graph) }
  }
}

/** What people do by hand: percentiles added up, the largest at joins, retries and hedges ignored. */
export function naive(node: GraphNotation, percentile: 'p50' | 'p99'): number {
  const of = (part: GraphNotation): number => naive(part, percentile)
  switch (node.op) {
    case 'ln':
      return node[percentile]
    case 'const':
      return node.c
    case 'seq':
      return node.xs.reduce((sum, part) => sum + of(part), 0)
    case 'par':
      return Math.max(...node.xs.map(of))
    case 'mix':
      return node.ws.reduce((sum, [share, part]) => sum + share * of(part), 0)
    case 'call':
    case 'hedge':
      return of(node.x)
    case 'quorum':
      return of(node.xs[0]!)
  }
}

/** `const 10`, `ln(5,45)`, `max(ln(20,200),ln(30,120))`; leaves are their own items. */
export function timeFormula(text: string): Latency {
  const constant = /^const ([\d.]+)$/.exec(text)
  if (constant) return { op: 'constant', ms: Number(constant[1]), item: text }
  const lognormal = /^ln\(([\d.]+),([\d.]+)\)$/.exec(text)
  if (lognormal) return leaf(Number(lognormal[1]), Number(lognormal[2]), text)
  const slowest = /^max\((.+)\)$/.exec(text)
  if (!slowest) throw new Error(`cannot read ${text}`)
  return { op: 'parallel', of: slowest[1]!.split(/,(?=ln)/).map(timeFormula) }
}

/** `A & ((B & DB) | (C & DB))`, `0.9995 AND (0.9999 OR 0.999)`, or sums of products like `ab | cd`. */
export function structureFormula(text: string, letters = false): Structure {
  const tokens =
    text
      .replace(/\bAND\b/g, '&')
      .replace(/\bOR\b/g, '|')
      .match(/[\w.]+|[&|()]/g) ?? []
  let next = 0
  const either = (): Structure => {
    const parts = [both()]
    while (tokens[next] === '|') {
      next++
      parts.push(both())
    }
    return any(parts)
  }
  const both = (): Structure => {
    const parts = [atom()]
    while (tokens[next] === '&') {
      next++
      parts.push(atom())
    }
    return all(parts)
  }
  const atom = (): Structure => {
    const token = tokens[next++]!
    if (token === '(') {
      const inner = either()
      next++
      return inner
    }
    return letters ? all([...token].map(up)) : up(token)
  }
  return either()
}
