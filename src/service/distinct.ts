// What several judgements about one place come to: each rule speaks once, the most specific alone.

import type { Edit } from '../text/edit'
import { overlaps } from '../text/span'
import type { Verdict } from './judge'

/** One rule speaks once about one place, and the most specific of several rules speaks alone. */
export function distinct(verdicts: readonly Verdict[]): readonly Verdict[] {
  const byPlace = new Map<string, [Verdict, ...Verdict[]]>()
  for (const verdict of verdicts) {
    const { rule, judgement } = verdict
    const key = `${rule.id} ${judgement.at.start} ${judgement.at.end}`
    const first = byPlace.get(key)
    if (first) first.push(verdict)
    else byPlace.set(key, [verdict])
  }
  const once = [...byPlace.values()].map(together)
  const specific = once.filter(({ rule }) => rule.supersedes)
  return once.filter(
    ({ rule, judgement }) =>
      !specific.some(
        other => other.rule.supersedes?.includes(rule.id) && overlaps(other.judgement.at, judgement.at),
      ),
  )
}

/** What several arrows drawn together lack is said of the first, and mended for all. */
function together([first, ...others]: readonly [Verdict, ...Verdict[]]): Verdict {
  if (others.length === 0) return first
  const { at, message, related, raised } = first.judgement
  const fixes = first.judgement.fixes?.map((fix, index) => ({
    title: fix.title,
    safe: fix.safe,
    get edits() {
      return apartFrom(
        fix.edits,
        others.flatMap(({ judgement }) => judgement.fixes?.[index]?.edits ?? []),
      )
    },
  }))
  return { ...first, judgement: { at, message, related, raised, fixes } }
}

/** The edits, and those of the others that write elsewhere or add a line of their own. */
function apartFrom(edits: readonly Edit[], others: readonly Edit[]): readonly Edit[] {
  const all = [...edits]
  for (const { span, text } of others) {
    const isKnown = all.some(known => known.text === text && known.span.start === span.start)
    const collides = all.some(
      known => overlaps(known.span, span) || (known.span.start === span.start && !text.startsWith('\n')),
    )
    if (!isKnown && !collides) all.push({ span, text })
  }
  return all
}
