// What several judgements about one place come to: each rule speaks once, the most specific alone.

import type { Edit } from '../../text/edit'
import { overlapping, type Span } from '../../text/span'
import { takenPlaces } from '../../text/taken'
import type { RuleReport } from './report'

/** One rule speaks once about one place, and the most specific of several rules speaks alone. */
export function dedupe(verdicts: readonly RuleReport[]): readonly RuleReport[] {
  const byPlace = new Map<string, [RuleReport, ...RuleReport[]]>()
  for (const verdict of verdicts) {
    const { rule, judgement } = verdict
    const key = `${rule.id} ${judgement.at.start} ${judgement.at.end}`
    const first = byPlace.get(key)
    if (first) first.push(verdict)
    else byPlace.set(key, [verdict])
  }
  const once = [...byPlace.values()].map(together)
  const isSuperseded = supersededBy(once)
  return oncePerTopic(once.filter(verdict => !isSuperseded(verdict)))
}

/** Of several about one topic at one place the gravest speaks; what is there before what is missing. */
function oncePerTopic(verdicts: readonly RuleReport[]): readonly RuleReport[] {
  const gravest = new Map<string, RuleReport>()
  for (const verdict of verdicts) {
    const key = topicAt(verdict)
    const other = gravest.get(key)
    if (!other || weightOf(verdict) > weightOf(other)) gravest.set(key, verdict)
  }
  return verdicts.filter(verdict => !verdict.rule.topic || gravest.get(topicAt(verdict)) === verdict)
}

const topicAt = ({ rule, judgement: { at } }: RuleReport): string => `${rule.topic} ${at.start}`

const weightOf = ({ severity, rule }: RuleReport): number =>
  severities.indexOf(severity) * 2 + (rule.speaksOf === 'omission' ? 0 : 1)

const severities = ['hint', 'info', 'warning', 'error'] as const

/** Whether a rule speaks at the same place that sees more than this one. */
function supersededBy(verdicts: readonly RuleReport[]): (verdict: RuleReport) => boolean {
  const places = new Map<string, Span[]>()
  for (const { rule, judgement } of verdicts)
    for (const id of rule.supersedes ?? [])
      places
        .set(id, places.get(id) ?? [])
        .get(id)
        ?.push(judgement.at)
  const touches = new Map([...places].map(([id, spans]) => [id, overlapping(spans)]))
  return ({ rule, judgement }) => touches.get(rule.id)?.(judgement.at) ?? false
}

/** What several arrows drawn together lack is said of the first, and mended for all. */
function together([first, ...others]: readonly [RuleReport, ...RuleReport[]]): RuleReport {
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
  const taken = takenPlaces(edits)
  const known = new Set(edits.map(nameOf))
  for (const edit of others) {
    const { span, text } = edit
    const collides = taken.overlaps(span) || (taken.startsAt(span.start) && !text.startsWith('\n'))
    if (known.has(nameOf(edit)) || collides) continue
    all.push({ span, text })
    taken.add(edit)
    known.add(nameOf(edit))
  }
  return all
}

const nameOf = ({ span, text }: Edit): string => `${span.start} ${text}`
