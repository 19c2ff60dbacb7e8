// The bar over the picture: which diagram it is, what colors it, and its ways out.

import { render } from 'preact'
import type { PreviewModel } from '../../../service/preview/messages'
import type { ExportChosen } from '../export/exports'
import type { Send } from '../host'
import { Choice, StepButton } from '../inputs'
import { t } from '../translation'
import { type ColorMode, modeNames, modesOf, type View } from '../view'
import { ExportMenu } from './export-menu'

export interface HeaderParts {
  readonly root: HTMLElement
  readonly send: Send
  readonly chooseMode: (mode: ColorMode) => void
  readonly showPanel: (shown: boolean) => void
  readonly exportAs: (chosen: ExportChosen) => Promise<unknown>
}

/** Shows a picture's header; without figures there are no modes to choose from, and no panel to hide. */
export const showHeader = (parts: HeaderParts, picture: PreviewModel, view: View) =>
  render(<Header {...parts} picture={picture} view={view} />, parts.root)

interface HeaderProps extends HeaderParts {
  readonly picture: PreviewModel
  readonly view: View
}

const Header = ({ picture, view, send, chooseMode, showPanel, exportAs }: HeaderProps) => {
  const hasFigures = picture.architecture.value && picture.flows.length > 0
  return (
    <>
      <div class="what">
        <h1 title={titleOf(picture)}>{titleOf(picture)}</h1>
        <span class="quiet place">{placeOf(picture)}</span>
        {picture.diagramCount > 1 && <DiagramSteps picture={picture} send={send} />}
      </div>
      <div class="choices">
        {hasFigures && <ModeChoice picture={picture} chosen={view.mode} choose={chooseMode} />}
        {picture.architecture.value && <CompareToggle picture={picture} send={send} />}
        {hasFigures && <PanelToggle shown={view.panel} show={showPanel} />}
        <ExportMenu hasFigures={hasFigures} exportAs={exportAs} />
      </div>
    </>
  )
}

/** Its own, or its document's name. */
const titleOf = ({ title, document }: PreviewModel) => title || fileNameIn(document)

const fileNameIn = (address: string): string => {
  const name = address.slice(Math.max(address.lastIndexOf('/'), address.indexOf(':')) + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

const placeOf = ({ diagram, diagramCount, line }: PreviewModel) =>
  diagramCount > 1 ? t('diagram {0} of {1}', diagram + 1, diagramCount) : t('line {0}', line)

const DiagramSteps = ({ picture, send }: Pick<HeaderProps, 'picture' | 'send'>) => {
  const steps = [
    ['‹', t('Previous diagram'), picture.diagram - 1],
    ['›', t('Next diagram'), picture.diagram + 1],
  ] as const
  return (
    <>
      {steps.map(([sign, label, index]) => (
        <StepButton
          key={label}
          {...{ sign, label }}
          disabled={index < 0 || index >= picture.diagramCount}
          press={() => send({ type: 'diagram', index })}
        />
      ))}
    </>
  )
}

interface ModeChoiceProps {
  readonly picture: PreviewModel
  readonly chosen: ColorMode
  readonly choose: (mode: ColorMode) => void
}

/** As a list where there is no room for buttons. */
const ModeChoice = ({ picture, chosen, choose }: ModeChoiceProps) => (
  <>
    <select
      class="narrow"
      aria-label={t('Color by')}
      onChange={({ currentTarget: { value } }) => {
        const mode = modesOf(picture).find(each => each === value)
        if (mode) choose(mode)
      }}
    >
      {modesOf(picture).map(mode => (
        <option key={mode} value={mode} selected={mode === chosen}>
          {modeNames[mode]}
        </option>
      ))}
    </select>
    <Choice
      legend={t('Color by')}
      name="mode"
      values={modesOf(picture)}
      nameOf={mode => modeNames[mode]}
      {...{ chosen, choose }}
    />
  </>
)

/** One button compares, the other asks with what. */
const CompareToggle = ({ picture, send }: Pick<HeaderProps, 'picture' | 'send'>) => {
  const { comparison } = picture
  const choose = t('Choose what to compare with')
  return (
    <span class={comparison ? 'pill split on' : 'pill split'}>
      <button
        type="button"
        aria-pressed={comparison !== undefined}
        title={
          comparison
            ? t('Stop comparing with {0}', comparison.version)
            : t('Compare with HEAD, the last commit, or with what you chose last')
        }
        onClick={() => send({ type: 'compare', on: comparison === undefined })}
      >
        {t('Compare')}
      </button>
      <button
        type="button"
        aria-label={choose}
        title={choose}
        aria-haspopup="listbox"
        onClick={() => send({ type: 'chooseCounterpart' })}
      >
        ▾
      </button>
    </span>
  )
}

const PanelToggle = ({ shown, show }: { shown: boolean; show: (shown: boolean) => void }) => (
  <button
    type="button"
    class={shown ? 'pill on' : 'pill'}
    aria-pressed={shown}
    data-focus="panel"
    title={shown ? t('Hide the figures') : t('Show the figures')}
    onClick={() => show(!shown)}
  >
    {t('Figures')}
  </button>
)
