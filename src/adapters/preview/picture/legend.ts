// The line under the picture that says what colors, widths and borders stand for, or why there are none.

import type { PreviewModel } from '../../../service/preview/messages'
import { html } from '../dom'
import { percent } from '../format'
import { keyOf } from '../target'
import { t } from '../translation'
import { flowOf, modeMeanings, nameOfNode, type PreviewArrow, type View } from '../view'

type Key = readonly [words: string, sample?: 'critical' | 'off' | 'assumed']

export const legendFor = (picture: PreviewModel, view: View): readonly HTMLElement[] => {
  if (!picture.architecture.value)
    return [
      html('span', {}, t('No figures: not read as an architecture')),
      html('span', { lang: 'en' }, `(${picture.architecture.why})`),
    ]
  if (!flowOf(picture, view)) return [html('span', {}, t('No figures: no requests start in this diagram'))]
  return keysOf(picture, view).map(([words, sample]) =>
    html('span', { class: sample && `key ${sample}` }, words),
  )
}

/** The same where there is no room for samples. */
export const legendTexts = (picture: PreviewModel, view: View): readonly string[] =>
  keysOf(picture, view).map(inWords)

const inWords = ([words, sample]: Key): string => {
  switch (sample) {
    case 'critical':
      return t('thick line: {0}', words)
    case 'off':
      return t('dotted line: {0}', words)
    case 'assumed':
      return t('dashed badge: {0}', words)
    case undefined:
      return words
  }
}

const keysOf = (picture: PreviewModel, view: View): readonly Key[] => {
  if (view.mode === 'plain') return []
  const flow = flowOf(picture, view)
  const [fullest] = view.mode === 'utilization' ? (flow?.load ?? []) : []
  const onPath = new Set(flow?.shares.map(({ target }) => keyOf(target)))
  const isOff = ({ index }: PreviewArrow) => !onPath.has(keyOf({ kind: 'arrow', index }))
  return [
    ...(view.mode === 'latency' ? [[t('critical path'), 'critical'] as const] : []),
    [modeMeanings[view.mode]],
    ...(fullest
      ? [[t('fullest: {0}, {1}', nameOfNode(picture)(fullest.at), percent(fullest.utilization))] as const]
      : []),
    ...(picture.arrows.some(isOff) ? [[t('off the request path'), 'off'] as const] : []),
    ...(picture.nodes.some(node => node.assumed) ? [[t('assumed'), 'assumed'] as const] : []),
  ]
}
