// The line under the picture that says what colors, widths and borders stand for, or why there are none.

import type { PreviewModel } from '../../../service/preview/messages'
import { html } from '../dom'
import { percent } from '../format'
import { badgeTexts } from '../overlay/badges'
import { tintOf } from '../overlay/tints'
import { keyOf } from '../target'
import { hex } from '../theme/color'
import type { Theme } from '../theme/theme'
import { t } from '../translation'
import { flowOf, modeMeanings, nameOfNode, type PreviewArrow, type View } from '../view'

type Sample = 'critical' | 'off' | 'assumed' | 'idle' | 'full' | 'overloaded'
type Key = readonly [words: string, sample?: Sample]

export const legendFor = (picture: PreviewModel, view: View, theme: Theme): readonly HTMLElement[] => {
  if (!picture.architecture.value) return whyPlain(picture)
  if (!flowOf(picture, view)) return [html('span', {}, t('No figures: no requests start in this diagram'))]
  return keysOf(picture, view).map(([words, sample]) => {
    const key = html('span', { class: sample && `key ${sample}` }, words)
    const utilization = sample && utilizations.get(sample)
    if (utilization !== undefined) key.style.setProperty('--tint', hex(tintOf(utilization, theme)))
    return key
  })
}

/** With the way to have it read as a design, for whoever knows that it is one. */
const whyPlain = ({ architecture: { why } }: PreviewModel): readonly HTMLElement[] => [
  html(
    'span',
    { title: why, lang: 'en' },
    html(
      'span',
      { lang: document.documentElement.lang },
      t('No figures: this is not read as an architecture.'),
    ),
  ),
  html('span', {}, t('If it is one, add this line:'), ' ', html('code', { lang: 'en' }, asDesign)),
]

/** An author's word that no evidence outweighs. */
const asDesign = '%% arrowsmith: { preset: recommended }'

/** The same where there is no room for samples. */
export const legendTexts = (picture: PreviewModel, view: View): readonly string[] =>
  keysOf(picture, view)
    .map(inWords)
    .filter(words => words !== '')

const inWords = ([words, sample]: Key): string => {
  switch (sample) {
    case 'critical':
      return t('thick line: {0}', words)
    case 'off':
      return t('dotted line: {0}', words)
    case 'assumed':
      return t('dashed badge: {0}', words)
    case 'idle':
    case 'full':
      return ''
    case 'overloaded':
      return t('red: {0}', words)
    case undefined:
      return words
  }
}

const keysOf = (picture: PreviewModel, view: View): readonly Key[] => {
  if (view.mode === 'plain') return []
  const flow = flowOf(picture, view)
  const onPath = new Set(flow?.shares.map(({ target }) => keyOf(target)))
  const isOff = ({ index }: PreviewArrow) => !onPath.has(keyOf({ kind: 'arrow', index }))
  return [
    ...(view.mode === 'latency' ? [[t('critical path'), 'critical'] as const] : []),
    [modeMeanings[view.mode]],
    ...(view.mode === 'utilization' ? loadKeys(picture, view) : []),
    ...(picture.arrows.some(isOff) ? [[t('off the request path'), 'off'] as const] : []),
    ...(hasAssumedBadge(picture, view) ? [[t('assumed'), 'assumed'] as const] : []),
  ]
}

/** What the samples are filled as. */
const utilizations: ReadonlyMap<Sample, number> = new Map([
  ['idle', 0],
  ['full', 0.99],
  ['overloaded', 1],
])

const loadKeys = (picture: PreviewModel, view: View): readonly Key[] => {
  const [fullest] = flowOf(picture, view)?.load ?? []
  return [
    ['0%', 'idle'],
    ['99%', 'full'],
    [t('full: requests wait'), 'overloaded'],
    ...(fullest
      ? [[t('fullest: {0}, {1}', nameOfNode(picture)(fullest.at), percent(fullest.utilization))] as const]
      : []),
  ]
}

const hasAssumedBadge = (picture: PreviewModel, view: View): boolean => {
  const flow = flowOf(picture, view)
  if (!flow) return false
  const seen = new Set(flow.shares.map(({ target }) => keyOf(target)))
  return picture.nodes.some(
    node =>
      node.assumed &&
      seen.has(keyOf({ kind: 'node', id: node.id })) &&
      badgeTexts(node, { mode: view.mode, flow }).length > 0,
  )
}
