// The side panel: the figures of one flow, where they come from and what would change them.

import { render } from 'preact'
import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { plural } from '../../../text/translation'
import type { Draft } from '../draft'
import { percent } from '../format'
import type { Send } from '../host'
import type { HoverCard } from '../hover/hover-card'
import { t } from '../translation'
import { flowOf, nameOfNode, type PreviewFlow, type View } from '../view'
import { Differences } from './differences'
import { DurationCurve } from './distribution'
import { FigureTable } from './figure-table'
import { AssumedFigures, Improvements, LooseFindings } from './lists'
import type { Scenarios } from './scenarios'
import { PanelSection } from './section'
import { flowLabel, isDown, Overview } from './tiles'
import { Waterfall } from './waterfall'
import { WhatIf } from './what-if'

export interface Panel {
  readonly show: (picture: PreviewModel, view: View) => void
}

export interface PanelParts {
  readonly root: HTMLElement
  readonly send: Send
  readonly chooseFlow: (name: string) => void
  readonly draft: Draft
  readonly hoverCard: HoverCard
  readonly scenarios: Scenarios
  /** Whether the drawing has a place for a finding's target. */
  readonly pinned: (target: PreviewTarget) => boolean
}

export const createPanel = (parts: PanelParts): Panel => ({
  show: (picture, view) => {
    const { root, pinned } = parts
    const flow = picture.architecture.value ? flowOf(picture, view) : undefined
    const loose = picture.findings.some(({ target }) => !pinned(target))
    root.hidden = !view.panel || (!flow && !loose && !picture.comparison)
    root.setAttribute('aria-busy', String(picture.pending === true))
    render(<Content {...parts} picture={picture} flow={flow} loose={loose} />, root)
  },
})

interface ContentProps extends PanelParts {
  readonly picture: PreviewModel
  readonly flow: PreviewFlow | undefined
  /** Whether there are findings without a place in the drawing. */
  readonly loose: boolean
}

const Content = ({ picture, flow, loose, ...parts }: ContentProps) => (
  <div class="columns">
    {flow && <FlowContent {...parts} picture={picture} flow={flow} />}
    {!flow && <Compared {...parts} picture={picture} />}
    {loose && (
      <PanelSection title={t('Findings')}>
        <LooseFindings picture={picture} pinned={parts.pinned} send={parts.send} />
      </PanelSection>
    )}
  </div>
)

const FlowContent = ({
  picture,
  flow,
  draft,
  hoverCard,
  send,
  chooseFlow,
  scenarios,
}: Omit<ContentProps, 'flow' | 'loose'> & { flow: PreviewFlow }) => {
  const reveal = (target: PreviewTarget) => send({ type: 'reveal', target })
  const isUp = !isDown(flow)
  return (
    <>
      <div class="head">
        {picture.changes.length > 0 && <Notice picture={picture} draft={draft} />}
        <FlowChoice picture={picture} flow={flow} chooseFlow={chooseFlow} />
        <Overview flow={flow} nameOf={nameOfNode(picture)} />
      </div>
      <Compared picture={picture} send={send} />
      {isUp && flow.bars.length > 0 && (
        <PanelSection title={t('One request')}>
          <Waterfall
            picture={picture}
            flow={flow}
            reveal={reveal}
            hoverCard={hoverCard}
            choosePercentile={percentile => send({ type: 'percentile', percentile })}
          />
        </PanelSection>
      )}
      {isUp && (
        <PanelSection title={t('How long requests take')}>
          <DurationCurve flow={flow} />
        </PanelSection>
      )}
      {flow.improvements.length > 0 && (
        <PanelSection title={t('Most valuable improvements')}>
          <Improvements flow={flow} reveal={reveal} />
        </PanelSection>
      )}
      <PanelSection title={t('What if')}>
        <WhatIf picture={picture} flow={flow} draft={draft} send={send} scenarios={scenarios} />
      </PanelSection>
      {flow.shares.length > 0 && (
        <PanelSection title={t('All figures')}>
          <FigureTable picture={picture} flow={flow} />
        </PanelSection>
      )}
      {flow.assumed.length > 0 && (
        <PanelSection title={t('Assumed ({0} of this p99)', percent(flow.assumedShare))}>
          <AssumedFigures picture={picture} flow={flow} send={send} />
        </PanelSection>
      )}
    </>
  )
}

const Compared = ({ picture, send }: Pick<ContentProps, 'picture' | 'send'>) =>
  picture.comparison && (
    <PanelSection title={t('Compared with {0}', picture.comparison.version)}>
      <Differences
        comparison={picture.comparison}
        flows={picture.flows}
        reveal={target => send({ type: 'reveal', target })}
        choose={() => send({ type: 'chooseCounterpart' })}
      />
    </PanelSection>
  )

/** Figures of a changed design must never pass for those of the design. */
const Notice = ({ picture, draft }: Pick<PanelParts, 'draft'> & { picture: PreviewModel }) => (
  <p class="notice">
    {plural(t, picture.changes.length, [
      'What if: these figures are of a design with 1 change.',
      'What if: these figures are of a design with {0} changes.',
    ])}{' '}
    <button type="button" class="link" onClick={() => draft.replace([])}>
      {t('Back to the design')}
    </button>
  </p>
)

interface FlowChoiceProps extends Pick<PanelParts, 'chooseFlow'> {
  readonly picture: PreviewModel
  readonly flow: PreviewFlow
}

const FlowChoice = ({ picture, flow, chooseFlow }: FlowChoiceProps) => {
  if (picture.flows.length === 1) return <h1>{flow.name}</h1>
  const group = (label: string, flows: readonly PreviewFlow[]) =>
    flows.length > 0 && (
      <optgroup label={label}>
        {flows.map(each => (
          <option key={each.name} value={each.name} selected={each.name === flow.name}>
            {flowLabel(each)}
          </option>
        ))}
      </optgroup>
    )
  return (
    <div class="flows">
      <select
        aria-label={t('Flow')}
        data-focus="flow"
        onChange={event => chooseFlow(event.currentTarget.value)}
      >
        {group(
          t('Requests'),
          picture.flows.filter(each => !each.background),
        )}
        {group(
          t('Background'),
          picture.flows.filter(each => each.background),
        )}
      </select>
      <span class="quiet">{plural(t, picture.flows.length, ['1 flow', '{0} flows'])}</span>
    </div>
  )
}
