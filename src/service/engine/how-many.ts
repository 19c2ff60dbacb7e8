// How many of several places are surely what a rule takes them for.

/** A place of an omission is told of with others where it is this likely to be one. */
export const likely = 0.9

/** And by itself where it is this likely. */
export const sure = 0.95

/** So sure a place is counted as it is: a number that falls short of what everybody sees would be odd. */
const certain = 0.98

/** The statement "at least so many" is wrong once in fifty times. */
const leastTrust = 0.98

/** More unsure places than that are counted by the normal distribution, which is near enough for so many. */
const manyPlaces = 300

/** Standard deviations below the mean that hold `leastTrust`. */
const deviations = 2.06

/** The most of which it can be said that at least so many are it, given how likely each is. */
export function surelyOf(chances: readonly number[]): number {
  const unsure = chances.filter(chance => chance < certain)
  const surely = unsure.length > manyPlaces ? surelyOfMany(unsure) : surelyOfFew(unsure)
  return chances.length - unsure.length + surely
}

/** The distribution of their number (Poisson's binomial) is summed from the top until it holds what is wanted. */
function surelyOfFew(chances: readonly number[]): number {
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

function surelyOfMany(chances: readonly number[]): number {
  const mean = chances.reduce((sum, chance) => sum + chance, 0)
  const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0)
  return Math.floor(mean - deviations * Math.sqrt(variance))
}
