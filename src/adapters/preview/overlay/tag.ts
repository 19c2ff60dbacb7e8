// A few words on a plate that is as large on screen at any zoom.

import { svg as create } from '../dom'
import { type Color, contrast, hex, mix } from '../theme/color'
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
  /** Parts of the words, in their order, that say what was before something was changed. */
  readonly past?: readonly string[]
  /** What it says is not sure. */
  readonly dashed?: boolean
}

export const createTag = (
  words: string,
  { place, unit, theme, colors, past = [], dashed, ...style }: TagStyle,
) =>
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
        ...runs(words, past, pale(colors)),
      ),
    ),
  )

const runs = (words: string, past: readonly string[], ink: Color): (string | SVGElement)[] => {
  const [first = '', ...others] = past
  const at = first === '' ? -1 : words.indexOf(first)
  if (at < 0) return others.length > 0 ? runs(words, others, ink) : [words]
  const end = at + first.length
  return [
    words.slice(0, at),
    create('tspan', { class: 'past', style: `fill: ${hex(ink)}` }, first),
    ...runs(words.slice(end), others, ink),
  ]
}

/** As faint as can be read without effort. */
const pale = ({ fill, ink }: TagStyle['colors']): Color => {
  const faint = mix(fill, ink, 0.6)
  return contrast(faint, fill) >= 4.6 ? faint : mix(fill, ink, 0.8)
}

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
