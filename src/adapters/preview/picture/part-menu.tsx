// The menu of one part of the drawing: opens where it is pressed with the right button, or by the menu key.

import { render } from 'preact'
import { html } from '../dom'

export interface MenuItem {
  readonly words: string
  readonly act: () => void
}

export interface PartMenu {
  /** At a place of the window. */
  readonly open: (name: string, items: readonly MenuItem[], at: { x: number; y: number }) => void
  readonly close: () => void
}

export const createPartMenu = (container: HTMLElement): PartMenu => {
  let shown: { element: HTMLElement; before: Element | null } | undefined
  const close = () => {
    if (!shown) return
    const { element, before } = shown
    const hadFocus = element.contains(document.activeElement)
    shown = undefined
    element.remove()
    if (hadFocus && (before instanceof HTMLElement || before instanceof SVGElement))
      before.focus({ preventScroll: true })
  }
  const open: PartMenu['open'] = (name, items, at) => {
    close()
    const element = html('div', { class: 'part-menu', role: 'menu', 'aria-label': name })
    const before = document.activeElement
    render(
      items.map(({ words, act }) => (
        <button
          key={words}
          type="button"
          role="menuitem"
          onClick={() => {
            close()
            act()
          }}
        >
          {words}
        </button>
      )),
      element,
    )
    element.addEventListener('keydown', event => {
      if (event.key === 'Escape' || event.key === 'Tab') close()
      if (event.key === 'ArrowDown') moveFocus(element, 1)
      if (event.key === 'ArrowUp') moveFocus(element, -1)
      event.stopPropagation()
    })
    container.append(element)
    shown = { element, before }
    putAt(element, container, at)
    element.querySelector('button')?.focus({ preventScroll: true })
  }
  document.addEventListener('pointerdown', event => {
    if (event.target instanceof Node && !shown?.element.contains(event.target)) close()
  })
  window.addEventListener('blur', close)
  return { open, close }
}

const moveFocus = (menu: HTMLElement, by: number) => {
  const items = [...menu.querySelectorAll('button')]
  const place = items.findIndex(item => item.matches(':focus'))
  items[(place + by + items.length) % items.length]?.focus()
}

const putAt = (menu: HTMLElement, container: HTMLElement, { x, y }: { x: number; y: number }) => {
  const frame = container.getBoundingClientRect()
  const within = (value: number, most: number) => Math.max(4, Math.min(value, most - 4))
  menu.style.left = `${within(x - frame.left, frame.width - menu.offsetWidth)}px`
  menu.style.top = `${within(y - frame.top, frame.height - menu.offsetHeight)}px`
}
