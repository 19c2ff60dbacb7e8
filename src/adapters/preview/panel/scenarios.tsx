// What-ifs kept by name, to be tried again.

import { useState } from 'preact/hooks'
import type { PreviewModel } from '../../../service/preview/messages'
import { plural } from '../../../text/translation'
import type { Draft } from '../draft'
import type { Scenario } from '../host'
import { t } from '../translation'
import { Link } from './section'

/** The scenarios of a diagram, as its reader left them. */
export interface Scenarios {
  readonly of: (picture: PreviewModel) => readonly Scenario[]
  readonly keep: (picture: PreviewModel, scenarios: readonly Scenario[]) => void
}

export interface ScenarioListProps {
  readonly picture: PreviewModel
  readonly draft: Draft
  readonly scenarios: Scenarios
}

/** Those that are kept, and a name for what is tried now. */
export const ScenarioList = ({ picture, draft, scenarios }: ScenarioListProps) => {
  const kept = scenarios.of(picture)
  const changes = draft.changes()
  const [name, write] = useState('')
  const without = (gone: string) => kept.filter(scenario => scenario.name !== gone)
  const save = () => {
    const words = name.trim()
    if (words === '' || changes.length === 0) return
    scenarios.keep(picture, [...without(words), { name: words, changes: [...changes] }])
    write('')
  }
  if (kept.length === 0 && changes.length === 0) return undefined
  return (
    <div class="scenarios">
      {kept.map(scenario => (
        <div key={scenario.name} class="row">
          <span>
            {scenario.name}{' '}
            <span class="quiet">{plural(t, scenario.changes.length, ['1 change', '{0} changes'])}</span>
          </span>
          <span class="links">
            <Link act={() => draft.replace(scenario.changes)} label={t('Try scenario {0}', scenario.name)}>
              {t('Try')}
            </Link>
            <Link
              act={() => scenarios.keep(picture, without(scenario.name))}
              label={t('Forget scenario {0}', scenario.name)}
            >
              {t('Forget')}
            </Link>
          </span>
        </div>
      ))}
      {changes.length > 0 && (
        <form
          class="row"
          onSubmit={event => {
            event.preventDefault()
            save()
          }}
        >
          <input
            type="text"
            value={name}
            placeholder={t('Name of this scenario')}
            aria-label={t('Name of this scenario')}
            onInput={event => write(event.currentTarget.value)}
          />
          <button type="submit" class="link" disabled={name.trim() === ''}>
            {t('Keep it')}
          </button>
        </form>
      )}
    </div>
  )
}
