// The lines under an exported picture: what flow it shows, its figures, and what colors and widths stand for.

import type { PreviewModel } from '../../../service/preview/messages'
import { svg as create } from '../dom'
import { goalParts } from '../goal'
import { describeChange } from '../panel/what-if'
import { legendTexts } from '../picture/legend'
import { hex } from '../theme/color'
import type { Theme } from '../theme/theme'
import { t } from '../translation'
import { flowOf, type PreviewFlow, type View } from '../view'

export type Caption = readonly string[]

/** None for a picture without figures. */
export const captionOf = (picture: PreviewModel, view: View): Caption => {
  const flow = picture.architecture.value ? flowOf(picture, view) : undefined
  if (!flow) return []
  const goal = flow.objective && goalSentence(flow.objective)
  // No line begins with what stands between two.
  const legend = legendTexts(picture, view).join('\u00a0· ')
  const changes = picture.changes.map(change => describeChange(change, picture))
  const tried = changes.length > 0 ? [t('What if: {0}', changes.join('; '))] : []
  return [flow.name, ...tried, flow.overview, ...(goal ? [goal] : []), legend].filter(line => line !== '')
}

/** Names what is missed apart from what is kept. */
export const goalSentence = (objective: NonNullable<PreviewFlow['objective']>): string => {
  const { missed, kept } = goalParts(objective)
  if (missed.length === 0) return t('Goal met: {0}', objective.text)
  return [
    t('Goal missed: {0}.', missed.join(', ')),
    ...(kept.length > 0 ? [t('{0} is met.', kept.join(', '))] : []),
  ].join(' ')
}

/** Pixels that lines are as long as, however narrow the picture is. */
export const narrowest = 240
const lineHeight = 18
const font = 12

/** The lines, broken where they are wider than the picture, from a place downwards; with the height that they take. */
export const drawCaption = (
  caption: Caption,
  { x, y, width, theme }: { x: number; y: number; width: number; theme: Theme },
): { readonly element: SVGElement; readonly height: number } => {
  const lines = caption.flatMap((line, place) =>
    broken(line, width, theme).map(words => ({ words, strong: place === 0 })),
  )
  const texts = lines.map(({ words, strong }, row) =>
    create(
      'text',
      {
        x,
        y: y + (row + 1) * lineHeight,
        style: `fill: ${hex(theme.foreground)}; stroke: none; font: ${strong ? 'bold ' : ''}${font}px ${theme.font}; text-anchor: start`,
      },
      words,
    ),
  )
  return { element: create('g', { class: 'caption' }, ...texts), height: (lines.length + 1) * lineHeight }
}

const broken = (line: string, width: number, theme: Theme): readonly string[] => {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return [line]
  context.font = `bold ${font}px ${theme.font}`
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && context.measureText(longer).width > Math.max(narrowest, width)) lines.push(word)
    else lines.splice(-1, 1, longer)
  }
  return lines
}
