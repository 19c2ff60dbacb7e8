// Messages of a trace that are drawn as lines: the picture doesn't show who sends them.

import { isTimeline } from '../../syntax/notation'
import type { Arrow } from '../../syntax/tree'
import { defineRule } from '../rule'

export const headlessMessage = defineRule({
  id: 'headless-message',
  category: 'arrows',
  speaksOf: 'writing',
  summary: 'A message of a sequence diagram is drawn without a head.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check({ diagram }) {
    if (!isTimeline(diagram)) return
    const written = ({ operator }: Arrow) => diagram.text.slice(operator.start, operator.end)
    const headless = diagram.arrows.filter(
      arrow =>
        headOf.has(written(arrow)) &&
        arrow.from !== arrow.to &&
        arrow.text !== '' &&
        !mutual.test(arrow.text),
    )
    const [first, ...others] = headless
    if (!first) return
    // Whoever talks to itself is seen to be both ends.
    const all = diagram.arrows.filter(({ from, to }) => from !== to).length
    const more = others.length === 1 ? 'does one more' : `do ${others.length} more`
    const count = others.length > 0 ? `, and so ${more} of ${all} messages` : ''
    yield {
      at: first.operator,
      oncePerDocument: true,
      message: `“${written(first)}” draws a line without a head${count}. The picture doesn't show which end sends the message. Write ->>, or -->> for an answer.`,
      related: others.map(({ operator }) => ({ at: operator, message: 'Also without a head' })),
      fixes: [
        {
          title: others.length > 0 ? `Draw all ${headless.length} heads` : 'Draw the head',
          safe: false,
          edits: headless.map(arrow => ({ span: arrow.operator, text: headOf.get(written(arrow))! })),
        },
      ],
    }
  },
})

const headOf: ReadonlyMap<string, string> = new Map([
  ['->', '->>'],
  ['-->', '-->>'],
])

/** What both ends do, or what lies between them. */
const mutual =
  /\b(?:exchang\w*|peer|p2p|media|both|between|(?:dis|re)?connect\w*|tunnel|session|link|handshake|sync\w*|two[- ]way|bi-?directional)\b/i
