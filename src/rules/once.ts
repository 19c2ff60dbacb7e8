// The noise rule: what most places lack is said once, at the header, with one fix for all.

import type { System } from '../model/system'
import { mergedFix } from './annotate'
import type { Fix, Judgement } from './rule'

export interface Noise {
  /** How many places could state what is asked. */
  readonly eligible: number
  /** One judgement for each place that does not. */
  readonly missing: readonly Judgement[]
  /** The message at the header. What is so. Why it hurts. What to write. */
  readonly message: string
  /** The title of the fix that mends all places. */
  readonly fixTitle: string
  /** At most so many places are reported one by one whatever the share, 1 unless stated. */
  readonly few?: number
}

/** Reports per place, or once at the header while fewer than half of the eligible places state what is asked. */
export function* once({ diagram }: System, noise: Noise): Iterable<Judgement> {
  const { eligible, missing, message, fixTitle, few = 1 } = noise
  const stated = eligible - missing.length
  const [first, ...rest] = missing
  if (first === undefined) return
  if (missing.length <= few || stated * 2 >= eligible) {
    yield* missing
    return
  }
  const fix = mergedFix(fixTitle, missing.flatMap(firstFix))
  yield {
    at: diagram.header,
    message,
    related: [first, ...rest].map(({ at, message }) => ({ at, message: firstSentence(message) })),
    ...(fix && { fixes: [fix] }),
  }
}

const firstFix = ({ fixes }: Judgement): readonly Fix[] => fixes?.slice(0, 1) ?? []

const firstSentence = (message: string): string => /^.*?[.!?](?= |$)/.exec(message)?.[0] ?? message
