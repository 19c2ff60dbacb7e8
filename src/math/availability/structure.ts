// When a request can succeed: a monotone function of what is up, and its flattened form.

/**
 * `up` names a component or a call; the same name is the same variable wherever it appears, which is what
 * keeps a shared dependency from being counted twice. Expressions may share parts by reference.
 */
export type Structure =
  | { readonly op: 'always' }
  /** `behind`: the name that it is looked at together with. */
  | { readonly op: 'up'; readonly name: string; readonly behind?: string | undefined }
  | { readonly op: 'all'; readonly of: readonly Structure[] }
  | { readonly op: 'any'; readonly of: readonly Structure[] }
  | { readonly op: 'atLeast'; readonly need: number; readonly of: readonly Structure[] }
  /**
   * With probability `share` the request needs `of`, else `otherwise`; drawn anew for each request. Choices with the
   * same key and share are one draw.
   */
  | {
      readonly op: 'choice'
      readonly share: number
      readonly of: Structure
      readonly otherwise: Structure
      readonly key: string
    }

export const always: Structure = { op: 'always' }

export const up = (name: string): Structure => ({ op: 'up', name })

export const all = (of: readonly Structure[]): Structure => {
  const parts = of.filter(part => part.op !== 'always')
  return parts.length === 0 ? always : parts.length === 1 ? parts[0]! : { op: 'all', of: parts }
}

export const any = (of: readonly Structure[]): Structure =>
  of.some(part => part.op === 'always') ? always : of.length === 1 ? of[0]! : { op: 'any', of }

export const atLeast = (need: number, of: readonly Structure[]): Structure =>
  need <= 0 ? always : need === 1 ? any(of) : need === of.length ? all(of) : { op: 'atLeast', need, of }

export const choice = (share: number, of: Structure, otherwise: Structure, key: string): Structure =>
  of === otherwise || share <= 0 ? otherwise : share >= 1 ? of : { op: 'choice', share, of, otherwise, key }

/** What tells the draw of a choice from the names of components and calls. */
export const drawOf = ({ key, share }: Extract<Structure, { op: 'choice' }>): string => `draw:${key}:${share}`

/** One step of a flattened structure: parts come before what uses them. */
export interface StructureStep {
  readonly structure: Structure
  /** Places of its parts in the list. */
  readonly parts: readonly number[]
}

export interface Flat {
  readonly steps: readonly StructureStep[]
  /** Names in the order of the first visit, depth first. */
  readonly names: readonly string[]
}

/** Each shared part appears once, so that work stays linear in the diagram and not in its paths. */
export function flatten(structure: Structure): Flat {
  const places = new Map<Structure, number>()
  const steps: StructureStep[] = []
  const names = new Set<string>()
  const visit = (part: Structure): number => {
    const known = places.get(part)
    if (known !== undefined) return known
    if (part.op === 'up') names.add(part.name)
    const parts = structureParts(part).map(visit)
    steps.push({ structure: part, parts })
    places.set(part, steps.length - 1)
    return steps.length - 1
  }
  visit(structure)
  return { steps, names: [...names] }
}

interface Scenario {
  readonly values: Float64Array
  readonly isUp: (name: string) => boolean
}

/** The value of one step from those of its parts. */
export function stepValue(
  structure: Structure,
  parts: readonly number[],
  { values, isUp }: Scenario,
): number {
  switch (structure.op) {
    case 'always':
      return 1
    case 'up':
      return isUp(structure.name) ? 1 : 0
    case 'all':
      return parts.reduce((product, part) => product * values[part]!, 1)
    case 'any':
      return 1 - parts.reduce((product, part) => product * (1 - values[part]!), 1)
    case 'atLeast':
      return atLeastProbability(
        parts.map(part => values[part]!),
        structure.need,
      )
    case 'choice':
      return structure.share * values[parts[0]!]! + (1 - structure.share) * values[parts[1]!]!
  }
}

/** P(at least `need` of independent events). */
function atLeastProbability(probabilities: readonly number[], need: number): number {
  const exactly = new Float64Array(need + 1)
  exactly[0] = 1
  for (const p of probabilities) {
    exactly[need] = exactly[need]! + exactly[need - 1]! * p
    for (let k = need - 1; k > 0; k--) exactly[k] = exactly[k]! * (1 - p) + exactly[k - 1]! * p
    exactly[0] = exactly[0]! * (1 - p)
  }
  return exactly[need]!
}

/** The structures that one is made of. */
export function structureParts(structure: Structure): readonly Structure[] {
  switch (structure.op) {
    case 'always':
    case 'up':
      return []
    case 'choice':
      return [structure.of, structure.otherwise]
    default:
      return structure.of
  }
}
