// Round times along an axis.

/** At most four steps of them from 0 to below `end` milliseconds, at a step of 1, 2 or 5 times a power of ten. */
export const ticksOf = (end: number): readonly number[] => {
  if (!(end > 0) || !Number.isFinite(end)) return [0]
  const power = 10 ** Math.floor(Math.log10(end / 4))
  const step = [1, 2, 5, 10].map(times => times * power).find(each => end / each <= 4) ?? 10 * power
  return Array.from({ length: Math.ceil(end / step - 0.15) }, (_, place) => place * step)
}
