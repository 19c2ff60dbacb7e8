// What a flow promises, part by part.

import type { PreviewFlow } from './view'

type Objective = NonNullable<PreviewFlow['objective']>

/** What is missed of a goal and what is kept, as the objective says it; all of it is missed where nothing tells which. */
export const goalParts = ({ text, met, missed = [] }: Objective) => {
  const parts = text.split(', ')
  if (met) return { missed: [], kept: parts }
  const isMissed = (part: string) => missed.some(measure => part.startsWith(measure.replace('p999', 'p99.9')))
  const failed = parts.filter(isMissed)
  return failed.length === 0
    ? { missed: parts, kept: [] }
    : { missed: failed, kept: parts.filter(part => !isMissed(part)) }
}
