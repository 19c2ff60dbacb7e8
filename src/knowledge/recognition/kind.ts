// What a component can be, and the shape of a guess with its reason.

export const kinds = [
  'person',
  'client',
  'browser',
  'mobile',
  'service',
  'worker',
  'function',
  'gateway',
  'balancer',
  'cdn',
  'waf',
  'dns',
  'cache',
  'database',
  'warehouse',
  'queue',
  'stream',
  'objectStore',
  'search',
  'external',
  'auth',
  'proxy',
  'mesh',
  'registry',
  'scheduler',
  'monitoring',
  'firewall',
  'nat',
  'signaling',
  'stun',
  'turn',
  'sfu',
] as const

export type Kind = (typeof kinds)[number]

/** A guess: what, how sure (0 to 1; below 0.7 no rule relies on it), and why in words fit for a hover. */
export interface Inference<T> {
  readonly value: T
  readonly confidence: number
  readonly why: string
}
