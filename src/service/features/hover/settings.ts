// What a hover says of frontmatter: what a key takes, whom a name means, how far a promise is kept and why.

import { type BudgetUse, failureBudget } from '../../../advice/planning/failure-budget'
import type { System } from '../../../model/system'
import type { Diagram } from '../../../syntax/tree'
import { formatPeriod } from '../../../text/figures'
import { joined, Markdown, markdown } from '../../../text/markdown'
import { contains, type Span } from '../../../text/span'
import { documentFrontmatter } from '../../engine/document'
import { attributedFlows, type EvaluatedFlow, evaluatedFlows, isEvaluated } from '../../engine/evaluation'
import type { Snapshot } from '../../engine/snapshot'
import { sharesOf } from '../../flows/shares'
import { aboutSubject } from '../about'
import { type CursorPlace, inSource } from '../place'
import { namesNodes, namesObjectives, type SettingKey, settingKeys } from '../setting-keys'
import { keySpanAt, settingPlace } from '../setting-place'

interface SettingHover {
  /** Offsets in the source. */
  readonly span: Span
  readonly markdown: string
}

/** In the diagram's frontmatter, or behind `%% arrowsmith:`. */
export function hoverInSettings(
  { diagram, offset }: CursorPlace,
  figures: boolean,
): SettingHover | undefined {
  const { text } = diagram.block
  const place = settingsAround(diagram.system.diagram, offset)
  if (!place || offset < place.start) return undefined
  const told = aboutSetting({
    text: text.slice(place.start, place.end),
    offset: offset - place.start,
    within: place.within,
    systems: [diagram.system],
    figures,
  })
  return told && { span: inSource(diagram, moved(told.span, place.start)), markdown: told.markdown }
}

function settingsAround({ text, frontmatter, comments }: Diagram, offset: number) {
  if (frontmatter && contains(frontmatter.span, offset)) return { ...frontmatter.span, within: [] }
  const comment = comments.find(({ span }) => contains(span, offset))
  const opening =
    comment && /^%%\s*arrowsmith\s*:/.exec(text.slice(comment.span.start, comment.span.end))?.[0]
  return comment && opening !== undefined
    ? { start: comment.span.start + opening.length, end: comment.span.end, within: ['arrowsmith'] }
    : undefined
}

/** In the frontmatter of the document, which speaks of all its diagrams; what others keep there is theirs. */
export function hoverInDocumentSettings(
  { source, context, diagrams, documentSettings }: Snapshot,
  offset: number,
  figures: boolean,
): SettingHover | undefined {
  const place = documentSettings === '' ? undefined : documentFrontmatter(source, context.language)
  if (!place || !contains(place, offset)) return undefined
  const text = source.slice(place.start, place.end)
  const systems = diagrams.map(({ system }) => system)
  const told = aboutSetting({ text, offset: offset - place.start, systems, figures })
  const isOurs = told && /^arrowsmith[ \t]*:/m.test(text.slice(0, told.span.end + 12))
  return told && isOurs ? { span: moved(told.span, place.start), markdown: told.markdown } : undefined
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

interface SettingsText {
  /** The frontmatter, or what stands behind `%% arrowsmith:`. */
  readonly text: string
  readonly offset: number
  /** The keys around all of it. */
  readonly within?: readonly string[]
  /** The diagrams that it is about. */
  readonly systems: readonly System[]
  /** Whether figures that are not known yet are worked out. */
  readonly figures: boolean
}

/** `span` is in the text. */
function aboutSetting({ text, offset, within = [], systems, figures }: SettingsText) {
  const span = keySpanAt(text, offset) ?? wordAt(text, offset)
  const word = text.slice(span.start, span.end)
  if (word === '') return undefined
  const { path, key } = settingPlace(text, span.start, within)
  const isKey = key === undefined && /^["']?[ \t]*:/.test(text.slice(span.end))
  const told = isKey
    ? aboutKey({ path, word, systems, figures })
    : aboutValue({ path, key, word, systems, figures })
  return told && { span, markdown: told.source }
}

function wordAt(text: string, offset: number): Span {
  const before = /[\w.-]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0].length ?? 0
  const after = /^[\w.%-]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0
  return { start: offset - before, end: offset + after }
}

interface Setting {
  readonly path: readonly string[]
  readonly word: string
  readonly systems: readonly System[]
  readonly figures: boolean
}

function aboutKey({ path, word, systems, figures }: Setting): Markdown | undefined {
  if (namesObjectives(path)) return aboutObjective({ name: word, systems, figures })
  const known = keyAt(path, word)
  const verdict = path.length === 3 && path[1] === 'objectives' ? path[2] : undefined
  const kept = verdict === undefined ? undefined : aboutObjective({ name: verdict, systems, figures })
  return known && joined([keyText(word, known), ...(kept ? [kept] : [])], '\n\n---\n\n')
}

function aboutValue({ path, key, word, systems }: Setting & { readonly key: string | undefined }) {
  if (key === undefined) return undefined
  if (namesNodes(path, key)) {
    const component = systems.flatMap(({ components }) => components).find(({ id }) => id === word)
    const system = systems.find(each => component && each.components.includes(component))
    return component && system
      ? aboutSubject({ kind: 'component', component, span: component.span }, system, false)
      : undefined
  }
  const known = keyAt(path, key)
  return known && keyText(key, known)
}

function keyAt(path: readonly string[], word: string): SettingKey | undefined {
  const table = settingKeys(path)
  return table && Object.hasOwn(table, word) ? table[word] : undefined
}

function keyText(word: string, { description, words, examples }: SettingKey): Markdown {
  const shown = examples.map(example => `\`${example}\``).join(', ')
  const takes = shown === '' ? words : `${words}: ${shown}`
  return markdown`**${word}** – ${new Markdown(description)}\n\nTakes ${new Markdown(takes)}.`
}

interface NamedObjective {
  readonly name: string
  readonly systems: readonly System[]
  readonly figures: boolean
}

/** Every flow that the promise is made of, with what it comes to. */
function aboutObjective({ name, systems, figures }: NamedObjective): Markdown | undefined {
  const judged = systems
    .flatMap(system => knownFlows(system, figures))
    .filter(({ flow }) => flow.objective?.name === name)
  return judged.length === 0 ? undefined : joined(judged.map(verdictOf), '\n\n')
}

/** With the shares where these are known or may be worked out, since they say why. */
function knownFlows(system: System, figures: boolean): readonly EvaluatedFlow[] {
  if (figures || isEvaluated(system, { attribution: true })) return attributedFlows(system)
  return isEvaluated(system, { attribution: false }) ? evaluatedFlows(system) : []
}

function verdictOf(evaluated: EvaluatedFlow): Markdown {
  const { flow, objective } = evaluated
  const ends = `${flow.entry.text} → ${flow.to.text}`
  const promised = objective ? `: ${objective.text}` : ''
  if (!objective) return markdown`**${flow.name}** – ${ends}`
  const verdict = objective.met ? '**met**' : `**missed**: ${objective.shortfalls.join('; ')}`
  const lines = [markdown`- ${new Markdown(verdict)}`, ...reasons(evaluated), ...budgetIn(evaluated)]
  return markdown`**${flow.name}** – ${ends}${promised}\n\n${joined(lines, '\n')}`
}

const mostSpenders = 3

/** How much of what may fail in a year is used, and by whom. */
function budgetIn({ flow, figures }: EvaluatedFlow): readonly Markdown[] {
  const promised = flow.objective?.availability
  if (promised === undefined) return []
  const budget = failureBudget(promised, figures)
  const used = ({ usedSecondsPerYear, allowedSecondsPerYear }: BudgetUse) =>
    `${formatPeriod(usedSecondsPerYear)} of ${formatPeriod(allowedSecondsPerYear)}`
  const spenders = budget.parts.slice(0, mostSpenders).map(part => `${part.name} ${used(part)}`)
  const told = [`${used(budget)} used`, ...(budget.parts.length > 1 ? spenders : [])].join('; ')
  return [markdown`- failures allowed in a year: ${told}`]
}

/** Whose time and whose failures weigh most, where that is known. */
function reasons(evaluated: EvaluatedFlow): readonly Markdown[] {
  const names = new Map(
    evaluated.figures.attribution?.latency.map(({ component }) => [component?.id, component?.text]),
  )
  const nodes = sharesOf(evaluated).flatMap(({ target, ...share }) =>
    target.kind === 'node' ? [{ ...share, name: names.get(target.id) ?? target.id }] : [],
  )
  const most = (measure: 'latency' | 'unavailability') =>
    [...nodes].sort((a, b) => b[measure] - a[measure]).find(share => share[measure] >= 0.1)
  const [slow, failing] = [most('latency'), most('unavailability')]
  const percent = (share: number) => `${Math.round(share * 100)}%`
  return [
    ...(slow ? [markdown`- most of the p99: ${slow.name}, ${percent(slow.latency)}`] : []),
    ...(failing
      ? [markdown`- most of the downtime: ${failing.name}, ${percent(failing.unavailability)}`]
      : []),
  ]
}
