// Lines without a head between two that could both be the caller.

import type { Connection, System } from '../../model/system'
import { notationOf } from '../../syntax/notation'
import type { Edit } from '../../text/edit'
import { bothNamed } from '../queries/same-name'
import { defineRule } from '../rule'

/** What the lines mean stands beside the picture. */
const legendOfLines =
  /(?<![\p{L}-])(?:legends?|legende|légende|leyenda|legenda|легенда|обозначения|凡例|图例|圖例|범례)(?!\p{L})[\s\S]{0,200}?(?:\b(?:lines?|arrows?|connectors?|edges?|lini\w+|pfeil\w*|líneas?|linhas?|flechas?|setas?|lignes?|flèches?)\b|лини|стрелк|線|线|箭头|箭頭|矢印|선|화살표|---)|\b(?:solid|dashed|dotted|double|double-line|thick|plain|headless|undirected) (?:lines?|connectors?|edges?)\W{0,6}(?:=|:|--|[–—→]|means?\b|shows?\b|indicat\w+|represents?\b|stands? for\b)/iu

export const undirectedArrow = defineRule({
  id: 'undirected-arrow',
  category: 'arrows',
  speaksOf: 'omission',
  topic: 'direction',
  summary: 'A line has no head, and nothing shows who calls whom.',
  presets: { recommended: 'info' },
  onRequest: true,
  fixable: 'review',
  settledBy: legendOfLines,
  options: {},

  *check(system) {
    if (!notationOf(system.diagram).choosesHeads) return
    const open = system.connections.filter(
      each => leavesCallerOpen(each) && !isDirectedElsewhere(each, system),
    )
    for (const connection of open) {
      const { from, to, arrow } = connection
      const edit = headed(system, connection)
      yield {
        at: arrow.operator,
        chance: connection.chances.message,
        message: `The line between ${bothNamed(from, to)} has no head, so it is unclear which of them calls. Only the caller needs a timeout and fails when the other is down. The figures leave the line out. Write --> from caller to callee.`,
        fixes: edit
          ? [{ title: `Make it an arrow: ${from.name} calls ${to.name}`, edits: [edit], safe: false }]
          : [],
      }
    }
  },
})

/** A list of what there is, and no caller. */
const listing =
  /^\W*(?:legend|notes?)\b|\b(?:topics|queues|channels|tables|collections|schemas|buckets|events)\W*$/i

/** Another arrow between the two has a head. */
const isDirectedElsewhere = ({ from, to }: Connection, { connections }: System): boolean =>
  connections.some(
    other =>
      other.direction.value !== 'unknown' &&
      ((other.from === from && other.to === to) || (other.from === to && other.to === from)),
  )

/** What kind of data lies there, and no call. */
const classified =
  /\b(?:pii|phi|pci|gdpr|dsgvo|sensitive|confidential|personal data|encrypted|at rest|classif\w*)\b/i

function leavesCallerOpen({ from, to, direction, network, role, arrow }: Connection): boolean {
  const isCall = role.value === 'call' || role.value === 'enqueue'
  if ([from, to].some(end => listing.test(end.text)) || classified.test(arrow.text)) return false
  return direction.value === 'unknown' && network.value && network.confidence >= 0.8 && isCall
}

/** `---` becomes `-->`; `-- text ---` gets its head at the end. */
function headed({ diagram: { text } }: System, { arrow }: Connection): Edit | undefined {
  const { operator, span } = arrow
  const whole = text.slice(operator.start, operator.end)
  const head = /^(?:--+-|==+=|-\.+-)$/.test(whole) ? operator : { start: operator.end, end: span.end }
  const written = text.slice(head.start, head.end)
  const closing = /(?:(?<!-)--+|(?<!=)==+|(?<!\.)\.+-)\s*$/.exec(written)
  if (!closing) return undefined
  const marks = closing[0].trimEnd()
  const pointed = marks.endsWith('.-') ? `${marks}>` : `${marks.slice(0, -1)}>`
  const start = head.start + closing.index
  return { span: { start, end: start + marks.length }, text: pointed }
}
