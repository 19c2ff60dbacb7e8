// What an evaluation of a structure tells: the unavailability, how sure it is, and whose it is.

export interface Evaluation {
  /** P(a request cannot succeed), a fraction. */
  readonly unavailability: number
  /** Rigorous bounds; equal to the unavailability when it is exact. */
  readonly low: number
  readonly high: number
  readonly exact: boolean
  readonly parts: readonly PartImportance[]
}

export interface PartImportance {
  readonly name: string
  readonly unavailability: number
  /** Birnbaum importance ∂U/∂u: P(the request's fate hangs on this part). */
  readonly importance: number
  /** What a perfect part would take off the unavailability: importance · u. */
  readonly gain: number
}
