// The elements of the picture area: what is looked through, what is said over it, and the bar under it.

import { html } from '../dom'
import type { Box, Size } from '../overlay/box'
import { t } from '../translation'
import type { Transform } from '../zoom/transform'

const help = t(
  'Diagram. Press Tab to move to its parts. There, cursor keys follow the arrows, Enter shows the text, F shows the findings, D takes a component down, and C collapses its group into one box or expands it. Control F searches. Here, cursor keys pan, plus and minus zoom, 0 shows the whole diagram, 1 its natural size, and Home the initial view.',
)

export type Frame = ReturnType<typeof createFrame>

export const createFrame = () => {
  const stage = html('div', { class: 'stage' })
  const viewport = html('div', { class: 'viewport', tabindex: 0, role: 'region', 'aria-label': help }, stage)
  const banner = html('p', { class: 'banner', role: 'status', hidden: true })
  const tools = html('div', { class: 'tools', role: 'group', 'aria-label': t('Zoom') })
  const shownScale = html('output', { 'aria-label': t('Zoom in percent') })
  const legend = html('div', { class: 'legend' })
  const drawing = html('p', { class: 'drawing', 'aria-hidden': 'true' }, t('Drawing…'))
  const window = html('div', { class: 'window' }, viewport)
  const footer = html('footer', {}, tools, legend)
  const element = html('main', {}, window, drawing, banner, footer)
  const busy = (drawn: boolean) => element.setAttribute('aria-busy', String(drawn))
  const say = (words: string) => {
    banner.textContent = words
    banner.hidden = words === ''
  }
  /** For a moment, unless something else is to be said. */
  const note = (words: string) => {
    say(words)
    setTimeout(() => {
      if (banner.textContent === words) say('')
    }, 4000)
  }
  const empty = () => {
    say('')
    stage.replaceChildren()
    legend.replaceChildren()
  }
  const percentage = (scale: number) => {
    shownScale.textContent = `${Math.round(scale * 100)}%`
  }
  /** Sides that the drawing goes on beyond. */
  const fade = ({ x, y, scale }: Transform, seen: Size, content: Box) => {
    const sides = {
      left: x + content.x * scale < -1,
      top: y + content.y * scale < -1,
      right: x + (content.x + content.width) * scale > seen.width + 1,
      bottom: y + (content.y + content.height) * scale > seen.height + 1,
    }
    for (const [side, more] of Object.entries(sides)) window.classList.toggle(`more-${side}`, more)
  }
  return {
    element,
    footer,
    window,
    stage,
    viewport,
    tools,
    shownScale,
    legend,
    say,
    note,
    busy,
    empty,
    percentage,
    fade,
  }
}

/** Shows a drawing in the place of the one before. */
export const putInto = (stage: HTMLElement, drawing: SVGSVGElement) => {
  for (const other of [...stage.children]) if (other !== drawing) other.remove()
  if (!drawing.isConnected) stage.append(drawing)
  drawing.classList.remove('coming')
}
