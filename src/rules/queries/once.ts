// The noise rule: what most places lack is said once, at the header, with one fix for all.

import type { System } from '../../model/system'
import { mergedEdits } from '../fixes/annotate'
import { type Fix, fixOnDemand, type Report, type Review } from '../rule'

/** A judgement that can say in a sentence what is so, without working out what to write. */
export interface Lack extends Report {
  /** The first sentence of its message unless stated. */
  readonly brief?: string
}

export interface Noise {
  /** How many places could state what is asked. */
  readonly eligible: number
  /** One judgement for each place that does not. */
  readonly missing: readonly Lack[]
  /** The message at the header for how many of how many places. What is so. Why it hurts. What to write. */
  readonly message: (missing: number, eligible: number) => string
  /** The title of the fix that mends all places. */
  readonly fixTitle: (missing: number) => string
  /** At most so many places are reported one by one whatever the share, 1 unless stated. */
  readonly few?: number
}

/**
 * Reports per place, or once at the header while fewer than half of the eligible places state what is asked.
 * Silent places are neither counted nor mended: each is reported where it is, for its suppression to find.
 */
export function* once(system: System, { isSilent }: Review, noise: Noise): Iterable<Report> {
  const silent = new Set(noise.missing.filter(({ at }) => isSilent(at)))
  const missing = noise.missing.filter(each => !silent.has(each))
  const eligible = noise.eligible - silent.size
  const stated = eligible - missing.length
  yield* silent
  if (missing.length <= (noise.few ?? 1) || stated * 2 >= eligible) yield* missing
  else yield atHeader(system, noise, { missing, eligible })
}

interface Heard {
  readonly missing: readonly Lack[]
  readonly eligible: number
}

function atHeader({ diagram }: System, { message, fixTitle }: Noise, { missing, eligible }: Heard): Report {
  const isFixable = missing.some(each => firstFix(each).length > 0)
  return {
    at: diagram.header,
    message: message(missing.length, eligible),
    related: missing.map(each => ({ at: each.at, message: each.brief ?? firstSentence(each.message) })),
    ...(isFixable && { fixes: [fixOfAll(fixTitle(missing.length), missing)] }),
  }
}

const fixOfAll = (title: string, missing: readonly Lack[]): Fix =>
  fixOnDemand(title, () => mergedEdits(missing.flatMap(firstFix)))

const firstFix = ({ fixes }: Report): readonly Fix[] => fixes?.slice(0, 1) ?? []

const firstSentence = (message: string): string => /^.*?[.!?](?= |$)/.exec(message)?.[0] ?? message
