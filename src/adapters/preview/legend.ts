// The line under the picture that says what colors, widths and borders stand for.

import { html } from './dom'
import { modeMeanings, type View } from './view'
import type { Picture } from '../../service/messages'

/** Empty where the picture shows no figures. */
export const legendFor = (picture: Picture, { mode }: View): readonly HTMLElement[] => {
  if (!picture.architecture.value || picture.flows.length === 0 || mode === 'plain') return []
  return [
    ...(mode === 'latency' ? [html('span', { class: 'key critical' }, 'critical path')] : []),
    html('span', {}, modeMeanings[mode]),
    html('span', { class: 'key off' }, 'off the request path'),
    ...(picture.nodes.some(node => node.assumed) ? [html('span', { class: 'key assumed' }, 'assumed')] : []),
  ]
}
