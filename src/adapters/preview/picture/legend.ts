// The line under the picture that says what colors, widths and borders stand for, or why there are none.

import type { PreviewModel } from '../../../service/preview/messages'
import { html } from '../dom'
import { flowOf, modeMeanings, type View } from '../view'

export const legendFor = (picture: PreviewModel, view: View): readonly HTMLElement[] => {
  if (!picture.architecture.value) return [html('span', {}, `No figures: ${picture.architecture.why}`)]
  if (!flowOf(picture, view)) return [html('span', {}, 'No figures: no request starts in this diagram')]
  if (view.mode === 'plain') return []
  return [
    ...(view.mode === 'latency' ? [html('span', { class: 'key critical' }, 'critical path')] : []),
    html('span', {}, modeMeanings[view.mode]),
    html('span', { class: 'key off' }, 'off the request path'),
    ...(picture.nodes.some(node => node.assumed) ? [html('span', { class: 'key assumed' }, 'assumed')] : []),
  ]
}
