// What is being tried on one diagram: changes that the picture may not show yet.

import type { Change, PreviewModel } from '../../service/preview/messages'
import type { Send } from './host'

export type TriedFigure = Pick<Change, 'target' | 'key'>

export interface Draft {
  readonly changes: () => readonly Change[]
  readonly valueOf: (figure: TriedFigure) => string | undefined
  /** Undefined takes the change back. */
  readonly set: (figure: TriedFigure, value: string | undefined) => void
  readonly replace: (changes: readonly Change[]) => void
  /** Takes over what a picture shows: of another diagram, or where nothing is on its way. */
  readonly follow: (picture: PreviewModel) => void
}

/** Milliseconds: a slider moves more often than anybody can see. */
const pause = 40

/** `changed` is called at once, the editor asked a moment later. */
export const createDraft = (send: Send, changed: () => void): Draft => {
  let changes: readonly Change[] = []
  let sent: readonly Change[] = []
  let diagram = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const replace = (next: readonly Change[]) => {
    changes = next
    changed()
    clearTimeout(timer)
    timer = setTimeout(() => {
      sent = changes
      send({ type: 'whatIf', changes: [...changes] })
    }, pause)
  }
  const others = ({ target, key }: TriedFigure) =>
    changes.filter(change => change.target !== target || change.key !== key)
  return {
    changes: () => changes,
    valueOf: ({ target, key }) =>
      changes.find(change => change.target === target && change.key === key)?.value,
    set: (figure, value) =>
      replace(value === undefined ? others(figure) : [...others(figure), { ...figure, value }]),
    replace,
    follow: picture => {
      const shown = `${picture.document} ${picture.title} ${picture.diagram}`
      if (shown === diagram && changes !== sent) return
      if (shown !== diagram) clearTimeout(timer)
      diagram = shown
      changes = picture.changes
      sent = changes
    },
  }
}
