// How far a picture goes into detail, by what stands above it and by what is drawn.

import { rememberedFor } from '../../model/remembered-for'
import { isTechnical } from '../../rules/queries/technical'
import { isTimeline, showsUsage } from '../../syntax/notation'
import { isSmallSetup } from './small-setups'
import type { AnalyzedDiagram } from './snapshot'

/** What people call the outermost view, in whatever family they draw it. */
const isContextView =
  /\b(?:system[- ]context|context (?:diagram|view|map)|contexts? \(?(?:level|L) ?1|(?:system )?landscape|C4[- ](?:level|L) ?1)\b|系统上下文|上下文图|コンテキスト図|diagrama de contexto|diagramme de contexte|Kontextdiagramm|контекстная диаграмма/i

/** A sample of how to write one. */
const aboutMermaid =
  /\b(?:embed|writ|render|preview|export)\w*\b[^\n]*\bmermaid\b|\bmermaid\b[^\n]*\b(?:syntax|examples?|samples?|cheat ?sheet|guide)\b/i

/** Beside the design: how developers work, what was once proposed, how something is traced or shown. */
const isAside =
  /\b(?:dev(?:elopment)? workflow|brain-?storm\w*|trac(?:e|ing) (?:model|propagation|flow|design|context)|observability|(?:load|unit|integration|e2e) tests?|(?:code|pull request|pr) reviews?|templates?|examples? (?:of|for) diagrams?)\b/i

/** Surely a design, and drawn at a level where details of calls belong: no context view, no use case without technology. */
export const isDetailed = rememberedFor((analyzed: AnalyzedDiagram): boolean => {
  const { system, introduction } = analyzed
  const { architecture, diagram } = system
  if (isSmallSetup(analyzed)) return false
  if ([aboutMermaid, isAside].some(words => words.test(introduction.headings.at(-1) ?? ''))) return false
  if (namesOf(analyzed).some(name => isContextView.test(name))) return false
  if (!architecture.value || architecture.confidence < leastCertainty) return false
  if (showsUsage(diagram)) return false
  return !isTimeline(diagram) || isTechnical(system)
})

/** Its title or the heading above it, and what a comment in its first lines calls it. */
function namesOf({ system: { diagram }, introduction }: AnalyzedDiagram): readonly string[] {
  const [comment] = diagram.comments
  const before = diagram.text.slice(diagram.header.start, comment?.span.start)
  const isAbove = comment && before.split('\n').length <= 2
  return [diagram.title ?? introduction.headings.at(-1) ?? '', ...(isAbove ? [comment.text] : [])]
}

const leastCertainty = 0.9
