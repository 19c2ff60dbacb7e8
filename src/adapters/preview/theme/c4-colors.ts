// C4 colors that Mermaid fixes whatever the theme: dark gray lines and words, unreadable on a dark background.

import { svg as create } from '../dom'
import { hex } from './color'
import type { Theme } from './theme'

const fixed = '#444444'

/** Lines and words of a C4 drawing in the theme's colors, words with room around them. Others stay as they are. */
export const adaptC4 = (svg: SVGSVGElement, theme: Theme) => {
  if (svg.getAttribute('aria-roledescription') !== 'c4') return
  const rules = [
    `#${svg.id} text[fill="${fixed}"] { fill: ${hex(theme.foreground)}; }`,
    `#${svg.id} [stroke="${fixed}"] { stroke: ${hex(theme.line)}; }`,
    `#${svg.id} marker path { fill: ${hex(theme.line)}; }`,
    `#${svg.id} line ~ text { paint-order: stroke; stroke: ${hex(theme.background)}; stroke-width: 4px; }`,
    `#${svg.id} path[marker-end] ~ text { paint-order: stroke; stroke: ${hex(theme.background)}; stroke-width: 4px; }`,
  ]
  svg.append(create('style', {}, rules.join('\n')))
}
