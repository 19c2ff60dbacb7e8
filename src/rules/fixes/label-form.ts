// The form in which a flowchart's author labels arrows – `|HTTPS|`, `|"HTTPS"|` or `-- HTTPS -->` – and a new label in it.

import type { Arrow, Diagram } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import type { Span } from '../../text/span'

interface LabelForm {
  /** Within the arrow, not in bars behind it. */
  readonly within: boolean
  readonly quoted: boolean
}

/** The edit that gives an unlabeled arrow of a flowchart a text, written as most of its labels are. */
export function arrowText(diagram: Diagram, arrow: Arrow, words: string): Edit {
  const { within, quoted } = formOf(diagram)
  const { operator } = arrow
  const label = quoted ? `"${words}"` : words
  const written = diagram.text.slice(operator.start, operator.end)
  const form = openingOf(diagram, arrow)
  if (form && (within || endsLine(diagram, arrow)))
    return { span: operator, text: `${form.opening} ${label} ${written.slice(form.replaced)}` }
  const { start, end } = barsBehind(diagram, arrow)
  return { span: { start, end }, text: `|${label}|` }
}

/** Bars without a text are filled, not followed by others. */
function barsBehind({ text }: Diagram, { operator }: Arrow): Span {
  const [bars = ''] = /^[^\S\n]*\|[^|\n]*\|/.exec(text.slice(operator.end, operator.end + 80)) ?? []
  return { start: operator.end, end: operator.end + bars.length }
}

/** Whether it can have a text: bars cannot end a line. */
export const canHoldText = (diagram: Diagram, arrow: Arrow): boolean =>
  !endsLine(diagram, arrow) || openingOf(diagram, arrow) !== undefined

/** What it leads to stands on the next line, or nowhere. */
const endsLine = ({ text }: Diagram, { operator }: Arrow): boolean =>
  /^[^\S\n]*(?:\n|$)/.test(text.slice(operator.end))

function openingOf({ text }: Diagram, { operator, id }: Arrow) {
  const written = text.slice(operator.start, operator.end)
  return id === undefined ? openings.find(({ whole }) => whole.test(written)) : undefined
}

/** Arrows that can hold a text, with what opens it, and how much of the arrow it stands for. */
const openings = [
  { whole: /^--+[->]$/, opening: '--', replaced: 0 },
  { whole: /^==+[=>]$/, opening: '==', replaced: 0 },
  { whole: /^-\.+->?$/, opening: '-.', replaced: 1 },
]

const known = new WeakMap<Diagram, LabelForm>()

/** Read once for each diagram: a fix may label all its arrows. */
function formOf(diagram: Diagram): LabelForm {
  const form = known.get(diagram) ?? mostOf(diagram)
  known.set(diagram, form)
  return form
}

function mostOf({ arrows, text }: Diagram): LabelForm {
  const labels = arrows.flatMap(({ labelSpan }) => labelSpan ?? [])
  const most = (has: (start: number) => boolean): boolean =>
    labels.filter(({ start }) => has(start)).length * 2 > labels.length
  return {
    within: most(start => !/\|\s*"?$/.test(text.slice(Math.max(0, start - 3), start))),
    quoted: most(start => text[start] === '"' || text[start - 1] === '"'),
  }
}
