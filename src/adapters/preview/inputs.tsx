// Buttons and choices that more than one part of the page has.

export interface StepButtonProps {
  readonly sign: string
  readonly label: string
  readonly disabled: boolean
  readonly press: () => void
}

/** A sign such as `›`, read out and explained as its label. */
export const StepButton = ({ sign, label, disabled, press }: StepButtonProps) => (
  <button type="button" class="step" aria-label={label} title={label} disabled={disabled} onClick={press}>
    {sign}
  </button>
)

export interface ChoiceProps<Value extends string> {
  readonly legend: string
  /** Of the radio buttons, which belong together by it. */
  readonly name: string
  readonly values: readonly Value[]
  readonly nameOf?: (value: Value) => string
  readonly chosen: Value
  readonly choose: (value: Value) => void
  readonly small?: boolean
}

/** One of a few, all of them seen. */
export const Choice = <Value extends string>({
  legend,
  name,
  values,
  nameOf = value => value,
  chosen,
  choose,
  small = false,
}: ChoiceProps<Value>) => (
  <fieldset class={small ? 'modes small' : 'modes'}>
    <legend>{legend}</legend>
    {values.map(value => (
      <label key={value}>
        <input
          type="radio"
          name={name}
          value={value}
          checked={value === chosen}
          onChange={() => choose(value)}
        />
        <span>{nameOf(value)}</span>
      </label>
    ))}
  </fieldset>
)
