// Many trials of what fails a request: what a failure doesn't reach keeps the value that it has with everything up.

import { type Flat, stepValue } from './structure'

/** P(the request succeeds) while exactly the given names are down; choices are drawn independently of each other. */
export function failureTrials({ steps }: Flat): (down: readonly string[]) => number {
  const places = placesOfNames(steps)
  const users = usersOf(steps)
  const values = new Float64Array(steps.length)
  const isUp = () => true
  for (const [place, { structure, parts }] of steps.entries())
    values[place] = stepValue(structure, parts, { values, isUp })
  const usual = values.slice()
  const reached = new Uint8Array(steps.length)

  /** Marks the failures and all that uses them, and gives the first of these places. */
  const reach = (down: readonly string[]): number => {
    const waiting = down.flatMap(name => places.get(name) ?? [])
    const first = waiting.reduce((least, place) => Math.min(least, place), steps.length)
    for (const place of waiting) reached[place] = 1
    for (const place of waiting)
      for (const user of users[place]!) {
        if (reached[user] === 1) continue
        reached[user] = 1
        waiting.push(user)
      }
    return first
  }

  return down => {
    const scenario = { values, isUp: (name: string) => !down.includes(name) }
    const first = reach(down)
    for (let place = first; place < steps.length; place++)
      if (reached[place] === 1)
        values[place] = stepValue(steps[place]!.structure, steps[place]!.parts, scenario)
    const success = values[steps.length - 1]!
    for (let place = first; place < steps.length; place++) {
      if (reached[place] === 0) continue
      values[place] = usual[place]!
      reached[place] = 0
    }
    return success
  }
}

function placesOfNames(steps: Flat['steps']): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [place, { structure }] of steps.entries()) {
    if (structure.op !== 'up') continue
    const known = places.get(structure.name)
    if (known) known.push(place)
    else places.set(structure.name, [place])
  }
  return places
}

/** For each step the steps that it is a part of. */
function usersOf(steps: Flat['steps']): readonly (readonly number[])[] {
  const users: number[][] = steps.map(() => [])
  for (const [place, { parts }] of steps.entries()) for (const part of parts) users[part]!.push(place)
  return users
}
