// What leaves the preview: the picture in the theme that suits its place, a report, a table.

import type { FromPreview } from '../../../service/preview/messages'
import { createBreaths } from '../breaths'
import { html } from '../dom'
import { draw } from '../drawing/drawing'
import { layOver, type Shown } from '../picture/displayed-drawing'
import { type ExportTheme, exportTheme } from '../theme/theme'
import type { View } from '../view'
import { captionOf } from './caption'
import { type ExportWay, toPng, toSvg } from './picture-file'
import { flowsInMarkdown, report } from './report'

export interface ExportChosen {
  readonly way: ExportWay
  readonly theme: ExportTheme
  /** Whether the flow, its figures and what colors stand for are written under the picture. */
  readonly legend: boolean
}

/** What the editor has to do; undefined where the page has done it. Throws where the picture can't be had or copied. */
export const exported = async (
  { way, theme, legend }: ExportChosen,
  shown: Shown,
  view: View,
): Promise<FromPreview | undefined> => {
  if (way === 'markdown') return { type: 'copy', text: flowsInMarkdown(shown.picture) }
  const caption = legend ? captionOf(shown.picture, view) : []
  // Reports are white, and printed.
  const suited = way === 'html' && theme === 'shown' ? 'light' : theme
  const svg = await inTheme(suited, { shown, view }, subject => {
    subject.overlay.rescale(1)
    return toSvg({ ...subject, extent: subject.overlay.extent(), caption: way === 'html' ? [] : caption })
  })
  if (way === 'svg') return { type: 'export', format: 'svg', data: svg }
  if (way === 'html') return { type: 'export', format: 'html', data: report(shown.picture, svg) }
  if (way !== 'copy') return { type: 'export', format: 'png', data: await toPng(svg, Number(way.slice(3))) }
  const png = Uint8Array.from(atob(await toPng(svg, 2)), character => character.charCodeAt(0))
  await navigator.clipboard.write([
    new ClipboardItem({ 'image/png': new Blob([png], { type: 'image/png' }) }),
  ])
  return undefined
}

const nothing = () => {}
const unanswered = {
  reveal: nothing,
  hoverCard: { point: nothing, leave: nothing },
  openFindings: nothing,
  openMenu: nothing,
  toggleDown: nothing,
  toggleGroup: nothing,
}

/** With badges of the natural size, whatever the zoom is; drawn anew, out of sight, for another theme than the editor's. */
const inTheme = async (
  theme: ExportTheme,
  { shown, view }: { shown: Shown; view: View },
  take: (subject: Shown) => string,
): Promise<string> => {
  if (theme === 'shown') {
    const svg = take(shown)
    shown.overlay.rescale(Number(getComputedStyle(shown.svg).getPropertyValue('--zoom')) || 1)
    return svg
  }
  const colors = exportTheme(theme)
  const drawing = await draw(shown.picture.text, colors)
  if ('error' in drawing) throw new Error(drawing.error)
  const stage = html('div', { class: 'offstage', 'aria-hidden': 'true' }, drawing.svg)
  document.body.append(stage)
  try {
    const job = { picture: shown.picture, theme: colors, view }
    const laying = { job, answersOf: () => unanswered, breaths: createBreaths() }
    const subject = await layOver(drawing.svg, undefined, laying)
    subject.overlay.show(view)
    return take(subject)
  } finally {
    stage.remove()
  }
}
