// The picture as a file: with what lies over it, without what only answers to the pointer, all labels as plain text.

import { svg as create } from '../dom'
import { usePlainLabels } from '../drawing/plain-labels'
import type { Box } from '../overlay/box'
import { hex } from '../theme/color'
import type { Theme } from '../theme/theme'
import { type Caption, drawCaption, narrowest } from './caption'
import { makeTextsPortable } from './portable-text'
import { makeSelfContained } from './self-contained'

export const exportWays = ['copy', 'svg', 'png1', 'png2', 'png4', 'html', 'markdown'] as const
export type ExportWay = (typeof exportWays)[number]

export interface Exported {
  readonly svg: SVGSVGElement
  /** From the drawing's top left corner. */
  readonly extent: Box
  readonly theme: Theme
  readonly caption: Caption
}

const margin = 16

/** Characters that a label may have and no XML document. */
const notInXml = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** An SVG on the theme's background, from which nothing runs and nothing is fetched. */
export const toSvg = ({ svg, extent, theme, caption }: Exported): string => {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return ''
  makeTextsPortable(svg, copy)
  usePlainLabels(svg, { copy })
  for (const element of copy.querySelectorAll('.handle, .selection, .group-toggle')) element.remove()
  // What the page says of a component by itself, programs show as they like.
  for (const title of copy.querySelectorAll('[data-words] > title'))
    title.textContent = title.parentElement?.dataset.words ?? ''
  for (const element of copy.querySelectorAll('[tabindex]')) element.removeAttribute('tabindex')
  // Widths that follow the zoom: few programs besides browsers can calculate.
  for (const element of copy.querySelectorAll('[style*="--zoom"]')) {
    const style = element.getAttribute('style') ?? ''
    element.setAttribute('style', style.replace(/calc\(([\d.]+px)[^;!]*\)/, '$1'))
  }
  // librsvg reads no list with that behind it.
  for (const element of copy.querySelectorAll('[style*="dasharray"]')) {
    const style = element.getAttribute('style') ?? ''
    element.setAttribute('style', style.replace(/(stroke-dasharray:[^;!]*)!important/, '$1'))
  }
  const origin = svg.viewBox.baseVal
  const [left, top] = [origin.x + extent.x, origin.y + extent.y]
  const place = { x: left, y: top + extent.height, width: extent.width, theme }
  const words = caption.length > 0 ? drawCaption(caption, place) : undefined
  if (words) copy.append(words.element)
  const frame = {
    x: left - margin,
    y: top - margin,
    width: (words ? Math.max(narrowest, extent.width) : extent.width) + 2 * margin,
    height: extent.height + (words?.height ?? 0) + 2 * margin,
  }
  copy.setAttribute('viewBox', `${frame.x} ${frame.y} ${frame.width} ${frame.height}`)
  copy.setAttribute('width', String(frame.width))
  copy.setAttribute('height', String(frame.height))
  copy.prepend(create('rect', { ...frame, style: `fill: ${hex(theme.background)}; stroke: none` }))
  makeSelfContained(copy)
  return new XMLSerializer().serializeToString(copy).replace(notInXml, '\ufffd')
}

/** A PNG in base64 at a multiple of the natural size, less where that would be more than a browser can hold. */
export const toPng = async (svg: string, times: number): Promise<string> => {
  const image = new Image()
  // A data URL, since the page's policy lets no other images in.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const scale = Math.min(times, 8000 / Math.max(image.width, image.height, 1))
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(image.width * scale)
  canvas.height = Math.ceil(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').replace('data:image/png;base64,', '')
}
