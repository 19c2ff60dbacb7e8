// What differs from what the picture is compared with, in words, and what that does to each flow.

import type { PreviewModel } from '../../../service/preview/messages'
import { availability, durationText } from '../format'
import { t } from '../translation'
import type { PreviewFlow } from '../view'
import { Link, type Reveal } from './section'

type Comparison = NonNullable<PreviewModel['comparison']>

export interface DifferencesProps {
  readonly comparison: Comparison
  readonly flows: readonly PreviewFlow[]
  readonly reveal: Reveal
  /** Asks for something else to compare with. */
  readonly choose: () => void
}

const signs = { added: '+', changed: '±' } as const

/** New, changed and removed parts, then the figures that moved; or why there is nothing to compare with. */
export const Differences = ({ comparison, flows, reveal, choose }: DifferencesProps) => {
  const { problem, version, parts, removed } = comparison
  if (problem !== undefined)
    return (
      <>
        <p>{problem}</p>
        <Link act={choose}>{t('Compare with something else…')}</Link>
      </>
    )
  if (parts.length + removed.length === 0)
    return <p class="quiet">{t('Nothing differs from {0}.', version)}</p>
  return (
    <>
      {parts.map(({ change, target, name, figures }) => (
        <div key={`${change} ${name}`} class="row">
          <button type="button" class="plain difference-name" onClick={() => reveal(target)}>
            <span class={`sign ${change}`}>{signs[change]}</span>
            {name}
            {figures.length > 0 && <span class="quiet">: {figures.join(', ')}</span>}
          </button>
        </div>
      ))}
      {removed.map(({ name }) => (
        <div key={name} class="row">
          <span class="difference-name">
            <span class="sign removed">−</span>
            {name}
          </span>
        </div>
      ))}
      <FlowFigures flows={flows} version={version} />
    </>
  )
}

const FlowFigures = ({ flows, version }: { flows: readonly PreviewFlow[]; version: string }) => {
  const compared = flows.flatMap(flow => (flow.before ? [{ ...flow, before: flow.before }] : []))
  if (compared.length === 0) return undefined
  return (
    <table class="figures">
      <thead>
        <tr>
          {[t('Flow'), t('p99 in {0}', version), t('now'), t('Up in {0}', version), t('now')].map(
            (name, place) => (
              <th key={place} scope="col">
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {compared.map(({ name, before, p99, availability: up }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{durationText(before.p99)}</td>
            <td>{durationText(p99)}</td>
            <td>{availability(before.availability)}</td>
            <td>{availability(up)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
