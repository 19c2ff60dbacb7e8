// The noise rule: what most places lack is said once, at the header, with one fix for all.

import type { System } from '../../model/system'
import { type Fix, fixOnDemand, type Judgement } from '../rule'
import { mergedEdits } from '../writing/annotate'

/** A judgement that can say in a sentence what is so, without working out what to write. */
export interface Lack extends Judgement {
  /** The first sentence of its message unless stated. */
  readonly brief?: string
}

export interface Noise {
  /** How many places could state what is asked. */
  readonly eligible: number
  /** One judgement for each place that does not. */
  readonly missing: readonly Lack[]
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
  if (missing.length === 0) return
  if (missing.length <= few || stated * 2 >= eligible) {
    yield* missing
    return
  }
  const isFixable = missing.some(each => firstFix(each).length > 0)
  yield {
    at: diagram.header,
    message,
    related: missing.map(each => ({ at: each.at, message: each.brief ?? firstSentence(each.message) })),
    ...(isFixable && { fixes: [fixOfAll(fixTitle, missing)] }),
  }
}

const fixOfAll = (title: string, missing: readonly Lack[]): Fix =>
  fixOnDemand(title, () => mergedEdits(missing.flatMap(firstFix)))

const firstFix = ({ fixes }: Judgement): readonly Fix[] => fixes?.slice(0, 1) ?? []

const firstSentence = (message: string): string => /^.*?[.!?](?= |$)/.exec(message)?.[0] ?? message
