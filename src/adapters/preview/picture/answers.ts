// What the parts of the drawing do when they are pressed: to the source, to the findings, down and up again.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { plural } from '../../../text/translation'
import type { Draft, TriedFigure } from '../draft'
import type { Send } from '../host'
import type { HoverCard } from '../hover/hover-card'
import { keyOf } from '../target'
import { t } from '../translation'
import { nameOfTarget } from '../view'
import { createCard } from './card'
import { collapsibleAround, groupAround, outermost, toggled } from './collapsing'
import type { AnswersOf } from './displayed-drawing'
import { createPartMenu, type MenuItem } from './part-menu'

export interface PartAnswers {
  readonly of: AnswersOf
  /** After the drawing has moved under what stands beside its parts. */
  readonly follow: () => void
  /** Before another drawing. */
  readonly close: () => void
}

export interface AnswerParts {
  readonly send: Send
  readonly draft: Draft
  readonly hoverCard: HoverCard
  /** Draws `groups` as one box each; `group` is the one that was pressed. */
  readonly collapse: (picture: PreviewModel, groups: readonly string[], group: string) => void
  /** Says something for a moment. */
  readonly note: (words: string) => void
}

export const createAnswers = (
  container: HTMLElement,
  { send, draft, hoverCard, collapse, note }: AnswerParts,
): PartAnswers => {
  const card = createCard(container, send)
  const menu = createPartMenu(container)
  const toggle = (figure: TriedFigure) =>
    draft.set(figure, draft.valueOf(figure) === undefined ? 'down' : undefined)
  const reveal = (target: PreviewTarget) => send({ type: 'reveal', target })
  const toggleGroup = (picture: PreviewModel, id: string) => {
    const group = collapsibleAround(picture, id)
    if (group) return collapse(picture, toggled(picture, group.id), group.id)
    const around = groupAround(picture, id)
    if (around) note(whyOpen(picture, around.text))
  }
  const groupItems = (picture: PreviewModel, target: PreviewTarget): readonly MenuItem[] => {
    const group = target.kind === 'node' ? collapsibleAround(picture, target.id) : undefined
    if (!group) return []
    const [one, every] = group.collapsed
      ? [t('Expand {0}', group.text), t('Expand all groups')]
      : [t('Collapse {0}', group.text), t('Collapse all groups')]
    const all = group.collapsed ? [] : outermost(picture)
    return [
      { words: one, act: () => toggleGroup(picture, group.id) },
      ...(outermost(picture).length > 1
        ? [{ words: every, act: () => collapse(picture, all, group.id) }]
        : []),
    ]
  }
  const itemsFor = (
    picture: PreviewModel,
    drawn: PreviewModel,
    target: PreviewTarget,
  ): readonly MenuItem[] => {
    const count = drawn.findings.filter(finding => keyOf(finding.target) === keyOf(target)).length
    const figure = downFigureOf(picture, target)
    return [
      ...(figure
        ? [
            {
              words: draft.valueOf(figure) === undefined ? t('Take it down') : t('Bring it back up'),
              act: () => toggle(figure),
            },
          ]
        : []),
      { words: t('Show in the text'), act: () => reveal(target) },
      ...(count > 0
        ? [{ words: plural(t, count, ['1 finding', '{0} findings']), act: () => card.open(drawn, target) }]
        : []),
      ...groupItems(picture, target),
    ]
  }
  return {
    of: (picture, drawn) => ({
      reveal,
      hoverCard,
      openFindings: target => card.open(drawn, target),
      openMenu: (target, at) =>
        menu.open(nameOfTarget(picture, target), itemsFor(picture, drawn, target), at),
      toggleDown: id => {
        const figure = downFigureOf(picture, { kind: 'node', id })
        if (figure) toggle(figure)
      },
      toggleGroup: id => toggleGroup(picture, id),
    }),
    follow: () => {
      card.follow()
      hoverCard.hide()
    },
    close: () => {
      hoverCard.hide()
      card.close()
      menu.close()
    },
  }
}

const whyOpen = ({ family }: PreviewModel, group: string): string =>
  family === 'sequence'
    ? t('{0} cannot be collapsed: one lifeline could not show the order of the messages within.', group)
    : t('{0} cannot be collapsed.', group)

/** What a change takes down for it; undefined where no flow would tell the difference. */
const downFigureOf = (picture: PreviewModel, target: PreviewTarget): TriedFigure | undefined => {
  if (target.kind !== 'node' || !picture.architecture.value) return undefined
  const isNode = picture.nodes.some(({ id }) => id === target.id)
  return { target: target.id, key: isNode ? 'component' : 'group' }
}
