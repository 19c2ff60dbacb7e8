// Figures of a measurement as lines: precision, recall, calibration, confusions.

export interface Said {
  readonly truth: string
  readonly answer: string
  /** How sure it was. */
  readonly chance: number
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`

export function precisionAndRecall(all: readonly Said[], of: string): string {
  const said = all.filter(({ answer }) => answer === of)
  const real = all.filter(({ truth }) => truth === of)
  const right = said.filter(({ truth }) => truth === of).length
  return `precision ${percent(right, said.length)}, recall ${percent(right, real.length)} (${real.length} of ${all.length})`
}

export const accuracy = (all: readonly Said[]): string =>
  `${percent(all.filter(({ truth, answer }) => truth === answer).length, all.length)} of ${all.length} right`

/** Of those said with so much certainty, how many were right. */
export function reliability(all: readonly Said[]): string {
  const steps = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
  return steps
    .map((from, at) => {
      const within = all.filter(({ chance }) => chance >= from && chance < (steps[at + 1] ?? 2))
      const right = within.filter(({ truth, answer }) => truth === answer).length
      return within.length === 0 ? '' : `≥${from}: ${percent(right, within.length)} of ${within.length}`
    })
    .filter(text => text !== '')
    .join(' · ')
}

export function confusions(all: readonly Said[], most = 15): string {
  const counts = new Map<string, number>()
  for (const { truth, answer } of all)
    if (truth !== answer) counts.set(`${truth} as ${answer}`, (counts.get(`${truth} as ${answer}`) ?? 0) + 1)
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, most)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')
}
