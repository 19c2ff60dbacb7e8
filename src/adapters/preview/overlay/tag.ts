// A few words on a plate that is as large on screen at any zoom.

import { svg as create } from '../dom'
import { type Color, hex } from '../theme/color'
import type { Theme } from '../theme/theme'
import { type Box, centered, inDrawing, type Size } from './box'

export interface TagStyle {
  readonly class: string
  /** In the drawing. */
  readonly place: Box
  /** How much of the drawing a pixel is. */
  readonly unit: number
  readonly theme: Theme
  readonly colors: { readonly fill: Color; readonly edge: Color; readonly ink: Color }
  /** What it says is not sure. */
  readonly dashed?: boolean
}

export const createTag = (words: string, { place, unit, theme, colors, dashed, ...style }: TagStyle) =>
  create(
    'g',
    {
      class: style.class,
      transform: `translate(${place.x + place.width / 2} ${place.y + place.height / 2})`,
    },
    create(
      'g',
      { class: 'steady' },
      create('rect', {
        ...centered({ x: 0, y: 0 }, inDrawing(place, 1 / unit)),
        rx: 9,
        ry: 9,
        style: `fill: ${hex(colors.fill)}; stroke: ${hex(colors.edge)}; stroke-width: 1${dashed ? '; stroke-dasharray: 2 2' : ''}`,
      }),
      create(
        'text',
        { y: middle, style: `fill: ${hex(colors.ink)}; font: ${fontOf(theme)}; text-anchor: middle` },
        words,
      ),
    ),
  )

/** In pixels. */
export const tagSize = (words: string, theme: Theme): Size => ({
  width: Math.ceil(widthOf(words, fontOf(theme))) + 16,
  height: 18,
})

/** From the middle of words to the line they stand on: few programs know other lines. */
const middle = 4

const fontOf = ({ font }: Theme) => `11px ${font}`

let context: CanvasRenderingContext2D | null | undefined

/** Without asking the page, which would have to lay itself out again for each tag. */
const widthOf = (words: string, font: string): number => {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return words.length * 7
  context.font = font
  return context.measureText(words).width
}
