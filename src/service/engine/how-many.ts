// How many of several places are surely what a rule takes them for.

/** A place of an omission is told of with others where it is this likely to be one. */
export const likely = 0.8

/** And by itself where it is this likely. */
export const sure = 0.9

/** The statement "at least so many" is wrong once in twenty times. */
const leastTrust = 0.95

/**
 * The most of which it can be said that at least so many are it, given how likely each is: the distribution of their
 * number (Poisson's binomial) is summed from the top until it holds 95%.
 */
export function surelyOf(chances: readonly number[]): number {
  let distribution = [1]
  for (const chance of chances) {
    const next = new Array<number>(distribution.length + 1).fill(0)
    distribution.forEach((share, count) => {
      next[count]! += share * (1 - chance)
      next[count + 1]! += share * chance
    })
    distribution = next
  }
  let trust = 0
  for (let count = chances.length; count > 0; count--) {
    trust += distribution[count]!
    if (trust >= leastTrust) return count
  }
  return 0
}
