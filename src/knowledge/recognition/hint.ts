// What is seen of a component when its kind is asked for.

export interface ComponentHint {
  readonly id: string
  readonly text: string
  readonly shape?: string | undefined
  readonly icon?: string | undefined
  /** C4: the technology argument. */
  readonly technology?: string | undefined
  readonly description?: string | undefined
  readonly classes?: readonly string[] | undefined
  /** C4 macro name or participant type. */
  readonly variant?: string | undefined
  /** Whether the diagram may draw steps of a procedure as boxes. */
  readonly drawsSteps?: boolean | undefined
  /** Whether the picture names AWS or one of its services. */
  readonly amongAws?: boolean | undefined
  /** The text of the group around it. */
  readonly group?: string | undefined
}
