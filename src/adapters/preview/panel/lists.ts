// The panel's plain lists: what buys most, what is assumed, and findings that the drawing has no place for.

import { button, html } from '../dom'
import { naming, type PictureFlow } from '../view'
import type { Picture, Target } from '../../../service/messages'
import { findingBody } from '../findings'
import type { Send } from '../host'
import { abridged } from './section'

/** Improvements with what they gain; pressing one reveals what to change. */
export const improvements = (flow: PictureFlow, reveal: (target: Target) => void): readonly HTMLElement[] =>
  flow.improvements.map(({ text, gain, target }) =>
    html(
      'div',
      { class: 'row' },
      button(text, () => reveal(target), { class: 'plain' }),
      html('span', { class: 'gain' }, gain),
    ),
  )

/** Figures that nobody stated, with their source and the way to state them. */
export const assumptions = (picture: Picture, flow: PictureFlow, send: Send): readonly HTMLElement[] => {
  const nameOf = naming(picture)
  return abridged(
    flow.assumed.map(({ at, key, value, source }) =>
      html(
        'div',
        { class: 'row' },
        html('span', {}, `${nameOf(at)} ${key} ${value}`, html('span', { class: 'quiet' }, ` · ${source}`)),
        button('State it', () => send({ type: 'state', at, key }), {
          class: 'link',
          'aria-label': `State ${key} of ${at}`,
        }),
      ),
    ),
    8,
  )
}

/** Findings about the whole diagram, or about parts that could not be found in the drawing. */
export const looseFindings = (
  picture: Picture,
  pinned: (target: Target) => boolean,
  send: Send,
): readonly HTMLElement[] =>
  picture.findings.flatMap((finding, index) =>
    pinned(finding.target)
      ? []
      : [html('article', { class: 'finding' }, ...findingBody(finding, index, send))],
  )
