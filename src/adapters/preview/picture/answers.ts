// What the parts of the drawing do when they are pressed: to the source, to the findings, down and up again.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { countOf } from '../../../text/figures'
import type { Draft, TriedFigure } from '../draft'
import type { Send } from '../host'
import type { OverlayParts } from '../overlay/overlay'
import { keyOf } from '../target'
import { nameOfTarget } from '../view'
import { createCard } from './card'
import { createPartMenu, type MenuItem } from './part-menu'

export interface PartAnswers {
  readonly of: (
    picture: PreviewModel,
  ) => Pick<OverlayParts, 'reveal' | 'openFindings' | 'openMenu' | 'toggleDown'>
  /** After the drawing has moved under what stands beside its parts. */
  readonly follow: () => void
  /** Before another drawing. */
  readonly close: () => void
}

export const createAnswers = (
  container: HTMLElement,
  { send, draft }: { send: Send; draft: Draft },
): PartAnswers => {
  const card = createCard(container, send)
  const menu = createPartMenu(container)
  const toggle = (figure: TriedFigure) =>
    draft.set(figure, draft.valueOf(figure) === undefined ? 'down' : undefined)
  const reveal = (target: PreviewTarget) => send({ type: 'reveal', target })
  const itemsFor = (picture: PreviewModel, target: PreviewTarget): readonly MenuItem[] => {
    const count = picture.findings.filter(finding => keyOf(finding.target) === keyOf(target)).length
    const figure = downFigureOf(picture, target)
    return [
      ...(figure
        ? [
            {
              words: draft.valueOf(figure) === undefined ? 'Take it down' : 'Bring it back up',
              act: () => toggle(figure),
            },
          ]
        : []),
      { words: 'Show in the text', act: () => reveal(target) },
      ...(count > 0 ? [{ words: countOf(count, 'finding'), act: () => card.open(picture, target) }] : []),
    ]
  }
  return {
    of: picture => ({
      reveal,
      openFindings: target => card.open(picture, target),
      openMenu: (target, at) => menu.open(nameOfTarget(picture, target), itemsFor(picture, target), at),
      toggleDown: id => {
        const figure = downFigureOf(picture, { kind: 'node', id })
        if (figure) toggle(figure)
      },
    }),
    follow: card.follow,
    close: () => {
      card.close()
      menu.close()
    },
  }
}

/** What a change takes down for it; undefined where no flow would tell the difference. */
const downFigureOf = (picture: PreviewModel, target: PreviewTarget): TriedFigure | undefined => {
  if (target.kind !== 'node' || !picture.architecture.value) return undefined
  const isNode = picture.nodes.some(({ id }) => id === target.id)
  return { target: target.id, key: isNode ? 'component' : 'group' }
}
