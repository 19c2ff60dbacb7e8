// The panel's plain lists: what buys most, what is assumed, and findings that the drawing has no place for.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { button, html } from '../dom'
import { findingBody } from '../findings'
import type { Send } from '../host'
import { nameOfNode, type PreviewFlow } from '../view'
import { abridged } from './section'

/** Improvements with what they gain; pressing one reveals what to change. */
export const improvements = (
  flow: PreviewFlow,
  reveal: (target: PreviewTarget) => void,
): readonly HTMLElement[] =>
  flow.improvements.map(({ text, gain, target }) =>
    html(
      'div',
      { class: 'row' },
      button(text, () => reveal(target), { class: 'plain' }),
      html('span', { class: 'gain' }, gain),
    ),
  )

type Assumed = PreviewFlow['assumed'][number]

/** Figures that nobody stated, with their source and the way to state them; those of one owner and source in one row. */
export const assumptions = (picture: PreviewModel, flow: PreviewFlow, send: Send): readonly HTMLElement[] => {
  const nameOf = nameOfNode(picture)
  return abridged(
    groupsOf(flow.assumed).map(([first, ...others]) => {
      const { at, source, statable } = first
      const figures = [first, ...others]
      const keys = figures.map(({ key }) => key)
      return html(
        'div',
        { class: 'row' },
        html(
          'span',
          {},
          `${ownerName(at, nameOf)} ${figures.map(({ key, value }) => `${key} ${value}`).join(', ')}`,
          html('span', { class: 'quiet' }, ` · ${source}`),
        ),
        statable
          ? button('State it', () => send({ type: 'state', at, keys }), {
              class: 'link',
              'aria-label': `State ${keys.join(' and ')} of ${at}`,
            })
          : undefined,
      )
    }),
    8,
  )
}

const groupsOf = (assumed: readonly Assumed[]): readonly (readonly [Assumed, ...Assumed[]])[] => {
  const groups = new Map<string, [Assumed, ...Assumed[]]>()
  for (const figure of assumed) {
    const key = `${figure.at} ${figure.source} ${figure.statable}`
    const group = groups.get(key)
    if (group) group.push(figure)
    else groups.set(key, [figure])
  }
  return [...groups.values()]
}

/** `caller->callee` by the names of both. */
const ownerName = (at: string, nameOf: (id: string) => string): string =>
  at.split('->').map(nameOf).join(' → ')

/** Findings about the whole diagram, or about parts that could not be found in the drawing. */
export const looseFindings = (
  picture: PreviewModel,
  pinned: (target: PreviewTarget) => boolean,
  send: Send,
): readonly HTMLElement[] =>
  picture.findings.flatMap((finding, index) =>
    pinned(finding.target)
      ? []
      : [html('article', { class: 'finding' }, ...findingBody(finding, index, send))],
  )
