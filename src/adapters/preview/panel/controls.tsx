// Controls of the what-ifs: a figure by slider or typing, and a button for what is lost.

import { t } from '../translation'

export interface Scale {
  readonly name: string
  readonly unit: string
  readonly low: number
  readonly high: number
  readonly whole?: boolean
  readonly logarithmic: boolean
  /** How many of the unit are one of what a change has. */
  readonly times?: number
  readonly show: (amount: number) => string
  /** As a change has it. */
  readonly write: (amount: number) => string
}

export interface SliderProps {
  readonly name: string
  readonly scale: Scale
  /** In the design; undefined where nothing is stated. */
  readonly written: number | undefined
  readonly value: number | undefined
  readonly changed: boolean
  /** Undefined: as written. */
  readonly change: (amount: number | undefined) => void
}

const steps = 200

/** A figure with its slider; what it was stands before what it is. */
export const Slider = ({ name, scale, written, value, changed, change }: SliderProps) => {
  const position = value === undefined ? 0 : placeOf(value, scale)
  const type = (text: string) => {
    const amount = Number(text)
    const usable = text !== '' && Number.isFinite(amount) && amount >= 0
    change(usable && amount !== written ? amount : undefined)
  }
  return (
    <label class={changed ? 'knob changed' : 'knob'}>
      <span>{scale.name}</span>
      <input
        type="range"
        min={0}
        max={steps}
        value={position}
        style={{ '--part': `${(position / steps) * 100}%` }}
        aria-label={t('{0} by slider', scale.name)}
        aria-valuetext={value === undefined ? t('not stated') : scale.show(value)}
        onInput={event => change(amountAt(Number(event.currentTarget.value), scale))}
      />
      <input
        type="number"
        min={0}
        step="any"
        value={value === undefined ? '' : Number(value.toPrecision(7))}
        placeholder="–"
        aria-label={scale.name}
        title={written === undefined ? t('Nothing is stated') : t('As written: {0}', scale.show(written))}
        data-focus={name}
        onChange={event => type(event.currentTarget.value)}
      />
      <span class="quiet">{scale.unit}</span>
    </label>
  )
}

const placeOf = (value: number, { low, high, logarithmic }: Scale): number => {
  const part = logarithmic
    ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
    : (value - low) / (high - low)
  return Math.round(Math.min(1, Math.max(0, part)) * steps)
}

const amountAt = (place: number, { low, high, logarithmic, whole }: Scale): number => {
  const part = place / steps
  const amount = logarithmic ? low * (high / low) ** part : low + (high - low) * part
  return whole ? Math.round(amount) : Number(amount.toPrecision(3 + (logarithmic ? 0 : 2)))
}

export interface ToggleProps {
  /** What is taken down. */
  readonly what: string
  readonly name: string
  readonly on: boolean
  readonly change: (on: boolean) => void
}

/** Says what a press does: what is so, said before it is, would read as a fact. */
export const Toggle = ({ what, name, on, change }: ToggleProps) => (
  <button type="button" class={on ? 'toggle down' : 'toggle'} data-focus={name} onClick={() => change(!on)}>
    {on ? t('Bring {0} back up', what) : t('Take {0} down', what)}
  </button>
)
