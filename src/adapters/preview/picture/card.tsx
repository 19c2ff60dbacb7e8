// The card of the findings on one part of the drawing: opens beside its marker, closes with Escape or a press elsewhere.

import { render } from 'preact'
import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { html } from '../dom'
import type { Send } from '../host'
import { FindingArticle } from '../panel/finding'
import { keyOf } from '../target'
import { t } from '../translation'

export interface Card {
  /** Beside the marker of the target. */
  readonly open: (picture: PreviewModel, target: PreviewTarget) => void
  readonly close: () => void
  /** Back beside its marker, after that moved. */
  readonly follow: () => void
}

export const createCard = (container: HTMLElement, send: Send): Card => {
  let shown: { element: HTMLElement; target: PreviewTarget } | undefined

  /** Markers are made anew when the zoom changes. */
  const markerOf = (target: PreviewTarget) =>
    [...container.querySelectorAll<SVGGElement>('.marker-pin')].find(
      ({ dataset }) => dataset.target === keyOf(target),
    )
  const close = () => {
    if (!shown) return
    const { element, target } = shown
    shown = undefined
    const hadFocus = element.contains(document.activeElement)
    element.remove()
    if (hadFocus) markerOf(target)?.focus()
  }
  const follow = () => {
    const marker = shown && markerOf(shown.target)
    if (shown && marker) putBeside(shown.element, marker)
  }
  const open = (picture: PreviewModel, target: PreviewTarget) => {
    close()
    if (!picture.findings.some(finding => keyOf(finding.target) === keyOf(target))) return
    const element = cardFor(picture, target, { send, close })
    container.append(element)
    shown = { element, target }
    follow()
    element.querySelector('button')?.focus({ preventScroll: true })
  }
  container.addEventListener('keydown', event => {
    if (event.key === 'Escape') close()
  })
  document.addEventListener('pointerdown', event => {
    if (event.target instanceof Node && !shown?.element.contains(event.target)) close()
  })
  return { open, close, follow }
}

const cardFor = (
  picture: PreviewModel,
  target: PreviewTarget,
  { send, close }: { send: Send; close: () => void },
) => {
  const element = html('div', {
    class: 'card',
    role: 'dialog',
    'aria-label': t('Findings'),
    wheel: event => event.stopPropagation(),
  })
  render(
    <>
      {picture.findings.map((finding, index) =>
        keyOf(finding.target) === keyOf(target) ? (
          <FindingArticle
            key={`${finding.rule} ${finding.line}`}
            finding={finding}
            index={index}
            send={send}
          />
        ) : undefined,
      )}
      <button type="button" class="close" aria-label={t('Close')} onClick={close}>
        ×
      </button>
    </>,
    element,
  )
  return element
}

const gap = 12

/** All of it within the page. */
const putBeside = (card: HTMLElement, anchor: Element) => {
  const page = document.documentElement
  const mark = anchor.getBoundingClientRect()
  const fitsRight = mark.right + gap + card.offsetWidth <= page.clientWidth
  const left = fitsRight ? mark.right + gap : mark.left - gap - card.offsetWidth
  const within = (value: number, most: number) => Math.max(8, Math.min(value, most - 8))
  card.style.left = `${within(left, page.clientWidth - card.offsetWidth)}px`
  card.style.top = `${within(mark.top - 8, page.clientHeight - card.offsetHeight)}px`
}
