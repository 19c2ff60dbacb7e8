// What in an answer is no number.

/** Every number that is none, and every text that says so, by the way to it. */
export function noNumbers(answer: unknown, way = ''): readonly string[] {
  if (typeof answer === 'number') return Number.isFinite(answer) ? [] : [`${way}: ${answer}`]
  if (typeof answer === 'string')
    return /\b(?:NaN|Infinity|undefined)\b/.test(answer) ? [`${way}: ${answer}`] : []
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([key, value]) => noNumbers(value, `${way}.${key}`))
}
