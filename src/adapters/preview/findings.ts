// A finding as a reader sees it: its rule, its message, its ways out.

import { button, html } from './dom'
import type { Send } from './host'
import type { PreviewFinding } from './view'

/** Rule, message and what can be done, for the card and for the panel. */
export const findingBody = (finding: PreviewFinding, index: number, send: Send): readonly HTMLElement[] => [
  html(
    'h3',
    { class: finding.severity },
    finding.rule,
    html('span', { class: 'quiet' }, ` ${finding.severity} · line ${finding.line}`),
  ),
  html('p', {}, finding.message),
  html(
    'div',
    { class: 'ways' },
    ...finding.fixes.map((title, fix) =>
      button(title, () => send({ type: 'fix', finding: index, fix }), { class: 'link' }),
    ),
    button('Why', () => send({ type: 'open', url: finding.url }), {
      class: 'link',
      'aria-label': `Why ${finding.rule} matters`,
    }),
  ),
]
