// The bar over the picture: which diagram it is, what colors it, and its ways out.

import type { PreviewModel } from '../../../service/preview/messages'
import { button, html, keepingFocus } from '../dom'
import type { ExportWay } from '../export/picture-file'
import type { Send } from '../host'
import { type ColorMode, modeNames, modes, type View } from '../view'

export interface HeaderParts {
  readonly root: HTMLElement
  readonly send: Send
  readonly chooseMode: (mode: ColorMode) => void
  readonly showPanel: (shown: boolean) => void
  readonly exportAs: (way: ExportWay) => Promise<unknown>
}

/** Shows a picture's header; without figures there are no modes to choose from, and no panel to hide. */
export const showHeader = (parts: HeaderParts, picture: PreviewModel, view: View) => {
  const hasFigures = picture.architecture.value && picture.flows.length > 0
  const content = [
    html('h1', { title: picture.title, hidden: picture.title === '' }, picture.title),
    html('span', { class: 'quiet place' }, placeOf(picture)),
    ...(picture.diagramCount > 1 ? diagramButtons(picture, parts.send) : []),
    html('span', { class: 'space' }),
    ...(hasFigures ? [modeChoice(view.mode, parts.chooseMode), panelButton(view, parts)] : []),
    exportMenu(parts, hasFigures),
  ]
  const wasOpen = menuIn(parts.root)?.open ?? false
  keepingFocus(parts.root, () => parts.root.replaceChildren(...content))
  const menu = menuIn(parts.root)
  if (menu) menu.open = wasOpen
}

const menuIn = (root: HTMLElement) => root.querySelector<HTMLDetailsElement>('details.menu')

const ways: readonly (readonly [way: ExportWay, label: string, words: string])[] = [
  ['svg', 'Export SVG', 'SVG'],
  ['png1', 'Export PNG at natural size', 'PNG'],
  ['png2', 'Export PNG at twice the size', 'PNG, twice as large'],
  ['png4', 'Export PNG at four times the size', 'PNG, four times as large'],
]

const reports: typeof ways = [
  ['html', 'Export report', 'Report in one HTML file'],
  ['markdown', 'Copy figures as Markdown', 'Copy figures as Markdown'],
]

const exportMenu = ({ exportAs }: HeaderParts, hasFigures: boolean) => {
  const close = () => {
    menu.open = false
  }
  const items = (hasFigures ? [...ways, ...reports] : ways).map(([way, label, words]) =>
    button(
      words,
      () => {
        close()
        void exportAs(way)
      },
      { 'aria-label': label, 'data-focus': way },
    ),
  )
  const menu = html(
    'details',
    {
      class: 'menu',
      keydown: event => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') close()
      },
      focusout: event => {
        const next = event instanceof FocusEvent ? event.relatedTarget : null
        if (next instanceof Node && !menu.contains(next)) close()
      },
    },
    html('summary', { class: 'pill', 'data-focus': 'export' }, 'Export'),
    html('div', {}, ...items),
  )
  return menu
}

const panelButton = ({ panel }: View, { showPanel }: HeaderParts) =>
  button('Figures', () => showPanel(!panel), {
    class: panel ? 'pill on' : 'pill',
    'aria-pressed': String(panel),
    'data-focus': 'panel',
    title: panel ? 'Hide the figures' : 'Show the figures',
  })

const placeOf = ({ diagram, diagramCount, line }: PreviewModel) =>
  diagramCount > 1 ? `diagram ${diagram + 1} of ${diagramCount}` : `line ${line}`

const diagramButtons = ({ diagram, diagramCount }: PreviewModel, send: Send) =>
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

const modeChoice = (chosen: ColorMode, chooseMode: (mode: ColorMode) => void) =>
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
