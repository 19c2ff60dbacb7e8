// The line under the picture that says what colors, widths and borders stand for, or why there are none.

import type { PreviewModel } from '../../../service/preview/messages'
import { html } from '../dom'
import { percent } from '../format'
import { flowOf, modeMeanings, nameOfNode, type View } from '../view'

type Key = readonly [words: string, sample?: 'critical' | 'off' | 'assumed']

export const legendFor = (picture: PreviewModel, view: View): readonly HTMLElement[] => {
  if (!picture.architecture.value) return [html('span', {}, `No figures: ${picture.architecture.why}`)]
  if (!flowOf(picture, view)) return [html('span', {}, 'No figures: no requests start in this diagram')]
  return keysOf(picture, view).map(([words, sample]) =>
    html('span', { class: sample && `key ${sample}` }, words),
  )
}

const samples = { critical: 'thick line', off: 'dotted line', assumed: 'dashed badge' }

/** The same where there is no room for samples. */
export const legendTexts = (picture: PreviewModel, view: View): readonly string[] =>
  keysOf(picture, view).map(([words, sample]) => (sample ? `${samples[sample]}: ${words}` : words))

const keysOf = (picture: PreviewModel, view: View): readonly Key[] => {
  if (view.mode === 'plain') return []
  const [fullest] = view.mode === 'utilization' ? (flowOf(picture, view)?.load ?? []) : []
  return [
    ...(view.mode === 'latency' ? [['critical path', 'critical'] as const] : []),
    [modeMeanings[view.mode]],
    ...(fullest
      ? [[`fullest: ${nameOfNode(picture)(fullest.at)}, ${percent(fullest.utilization)}`] as const]
      : []),
    ['off the request path', 'off'],
    ...(picture.nodes.some(node => node.assumed) ? [['assumed', 'assumed'] as const] : []),
  ]
}
