// What the editor's hover says of a call or a component, beside what the pointer rests on or the focus is on.

import { render } from 'preact'
import type { PreviewTarget } from '../../../service/preview/messages'
import { html } from '../dom'
import type { Send } from '../host'
import { keyOf } from '../target'
import { MarkdownText } from './markdown'

export interface HoverCard {
  /** Asks what there is to say of a part, unless the pointer goes on soon, and shows it beside an element. */
  readonly point: (target: PreviewTarget, anchor: Element, pointer?: Pointer) => void
  readonly leave: () => void
  /** What it stands beside has moved: what is not shown yet still comes. */
  readonly hide: () => void
  /** An answer; of use only while the same part is pointed at. */
  readonly receive: (target: PreviewTarget, markdown: string) => void
}

type Pointer = Pick<PointerEvent, 'clientX' | 'clientY'>

interface Place {
  readonly anchor: Element
  /** Undefined where the focus has come there. */
  readonly pointer: Pointer | undefined
}

/** Milliseconds that a pointer rests before it asks, as in the editor, and that it has to reach what it got. */
const [rest, reach] = [350, 200]

export const createHoverCard = (root: HTMLElement, send: Send): HoverCard => {
  let wanted: (Place & { readonly target: PreviewTarget }) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const element = html('div', { class: 'card hover-card', role: 'tooltip', id: 'hover-card', lang: 'en' })
  const later = (act: () => void, milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(act, milliseconds)
  }
  const close = () => {
    clearTimeout(timer)
    wanted?.anchor.removeAttribute('aria-describedby')
    wanted = undefined
    element.remove()
  }
  const leave = () => later(close, reach)
  element.addEventListener('pointerenter', () => clearTimeout(timer))
  element.addEventListener('pointerleave', leave)
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close()
  })
  return {
    point: (target, anchor, pointer) => {
      if (wanted?.anchor === anchor) return clearTimeout(timer)
      later(() => {
        close()
        wanted = { target, anchor, pointer }
        send({ type: 'explain', target })
      }, rest)
    },
    leave,
    hide: () => {
      if (element.isConnected) close()
    },
    receive: (target, markdown) => {
      if (!wanted?.anchor.isConnected || keyOf(wanted.target) !== keyOf(target)) return
      render(<MarkdownText source={markdown} open={url => send({ type: 'open', url })} />, element)
      root.append(element)
      wanted.anchor.setAttribute('aria-describedby', element.id)
      putBy(element, wanted)
    },
  }
}

const gap = 6

/** Under it, or over it where there is more room: what is beside it stays in view. */
const putBy = (card: HTMLElement, place: Place) => {
  const { clientWidth, clientHeight } = document.documentElement
  const mark = markOf(place)
  const below = clientHeight - mark.bottom
  const isBelow = below >= card.offsetHeight + 2 * gap || below >= mark.top
  const top = isBelow ? mark.bottom + gap : mark.top - gap - card.offsetHeight
  const within = (value: number, most: number) => Math.max(gap, Math.min(value, most - gap))
  card.style.left = `${within(mark.left, clientWidth - card.offsetWidth)}px`
  card.style.top = `${within(top, clientHeight - card.offsetHeight)}px`
}

/** Where the pointer is, of an element that may be long and wide. */
const markOf = ({ anchor, pointer }: Place) => {
  const { left, top, bottom } = anchor.getBoundingClientRect()
  if (!pointer) return { left, top, bottom }
  const { clientX, clientY } = pointer
  return {
    left: clientX,
    top: Math.max(top, clientY - pointerHeight),
    bottom: Math.min(bottom, clientY + pointerHeight),
  }
}

/** Pixels: the height of a pointer. */
const pointerHeight = 20
