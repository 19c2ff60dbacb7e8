// Search in the picture: a bar over it, opened by Ctrl+F, that leads from one match to the next.

import { render } from 'preact'
import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { html } from '../dom'
import { StepButton } from '../inputs'
import { t } from '../translation'
import { nameOfTarget } from '../view'
import { matchesIn } from './matches'

export interface SearchBar {
  readonly element: HTMLElement
  readonly open: () => void
  readonly close: () => void
  /** After the picture has become another. */
  readonly follow: () => void
}

export interface SearchParts {
  readonly picture: () => PreviewModel | undefined
  /** Marks all matches; `current` is to be seen. */
  readonly mark: (matches: readonly PreviewTarget[], current: PreviewTarget | undefined) => void
  /** Gives the focus back to the picture. */
  readonly leave: () => void
}

export const createSearchBar = ({ picture, mark, leave }: SearchParts): SearchBar => {
  const element = html('div', { class: 'search', role: 'search', hidden: true })
  let query = ''
  let place = 0
  let matches: readonly PreviewTarget[] = []
  const update = (bring = true) => {
    const now = picture()
    matches = now ? matchesIn(now, query) : []
    place = matches.length === 0 ? 0 : (place + matches.length) % matches.length
    const current = matches[place]
    mark(matches, bring ? current : undefined)
    const name = now && current ? nameOfTarget(now, current) : ''
    render(<Bar {...{ query, place, name, type, step, close }} count={matches.length} />, element)
  }
  const type = (words: string) => {
    query = words
    place = 0
    update()
  }
  const step = (by: number) => {
    place += by
    update()
  }
  const close = () => {
    if (element.hidden) return
    element.hidden = true
    mark([], undefined)
    leave()
  }
  return {
    element,
    open: () => {
      element.hidden = false
      update()
      element.querySelector('input')?.select()
    },
    close,
    follow: () => {
      if (!element.hidden) update(false)
    },
  }
}

interface BarProps {
  readonly query: string
  readonly count: number
  readonly place: number
  /** Of the match that is shown. */
  readonly name: string
  readonly type: (words: string) => void
  readonly step: (by: number) => void
  readonly close: () => void
}

const Bar = ({ query, count, place, name, type, step, close }: BarProps) => (
  <>
    <input
      type="search"
      value={query}
      placeholder={t('Find a component or call')}
      aria-label={t('Find in the picture')}
      onInput={event => type(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
        if (event.key === 'Escape') close()
      }}
    />
    <span class="quiet" role="status">
      {query.trim() === '' ? '' : count === 0 ? t('Nothing found') : t('{0} of {1}', place + 1, count)}
      {name && <span class="aside">: {name}</span>}
    </span>
    {(
      [
        ['‹', t('Previous match'), () => step(-1), count === 0],
        ['›', t('Next match'), () => step(1), count === 0],
        ['×', t('Close the search'), close, false],
      ] as const
    ).map(([sign, label, press, disabled]) => (
      <StepButton key={label} {...{ sign, label, disabled, press }} />
    ))}
  </>
)
