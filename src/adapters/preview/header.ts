// The bar over the picture: which diagram it is, what colors it, and its way out as SVG or PNG.

import { button, html } from './dom'
import type { Send } from './host'
import { type Mode, modeNames, modes, type View } from './view'
import type { Picture } from '../../service/messages'

export interface HeaderParts {
  readonly root: HTMLElement
  readonly send: Send
  readonly chooseMode: (mode: Mode) => void
  readonly exportAs: (format: 'svg' | 'png') => void
}

/** Shows a picture's header; without figures there are no modes to choose from. */
export const showHeader = (
  { root, send, chooseMode, exportAs }: HeaderParts,
  picture: Picture,
  view: View,
) => {
  const focused = document.activeElement
  const key = focused instanceof HTMLElement && root.contains(focused) ? focused.dataset.focus : undefined
  const hasFigures = picture.architecture.value && picture.flows.length > 0
  root.replaceChildren(
    html('h1', { title: picture.title, hidden: picture.title === '' }, picture.title),
    html('span', { class: 'quiet place' }, placeOf(picture)),
    ...(picture.diagramCount > 1 ? diagramButtons(picture, send) : []),
    html('span', { class: 'space' }),
    ...(hasFigures ? [modeChoice(view.mode, chooseMode)] : []),
    html(
      'span',
      { class: 'exports', role: 'group', 'aria-label': 'Export' },
      html('span', { class: 'quiet', 'aria-hidden': 'true' }, 'Export'),
      button('SVG', () => exportAs('svg'), {
        class: 'link',
        'aria-label': 'Export SVG',
        'data-focus': 'svg',
      }),
      button('PNG', () => exportAs('png'), {
        class: 'link',
        'aria-label': 'Export PNG',
        'data-focus': 'png',
      }),
    ),
  )
  if (key === undefined) return
  ;[...root.querySelectorAll<HTMLElement>('[data-focus]')]
    .find(({ dataset }) => dataset.focus === key)
    ?.focus()
}

const placeOf = ({ diagram, diagramCount, line }: Picture) =>
  diagramCount > 1 ? `diagram ${diagram + 1} of ${diagramCount} · line ${line}` : `line ${line}`

const diagramButtons = ({ diagram, diagramCount }: Picture, send: Send) =>
  (
    [
      ['‹', 'Previous diagram', diagram - 1],
      ['›', 'Next diagram', diagram + 1],
    ] as const
  ).map(([sign, label, index]) =>
    button(sign, () => send({ type: 'diagram', index }), {
      class: 'step',
      'aria-label': label,
      'data-focus': label,
      disabled: index < 0 || index >= diagramCount,
    }),
  )

const modeChoice = (chosen: Mode, chooseMode: (mode: Mode) => void) =>
  html(
    'fieldset',
    { class: 'modes' },
    html('legend', {}, 'Color arrows by'),
    ...modes.map(mode =>
      html(
        'label',
        {},
        html('input', {
          type: 'radio',
          name: 'mode',
          value: mode,
          checked: mode === chosen,
          'data-focus': `mode ${mode}`,
          change: () => chooseMode(mode),
        }),
        html('span', {}, modeNames[mode]),
      ),
    ),
  )
