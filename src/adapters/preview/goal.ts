// What a flow promises, part by part.

import type { PreviewFlow } from './view'

type Objective = NonNullable<PreviewFlow['objective']>

/** What is missed of a goal and what is kept, as the objective says it. */
export const goalParts = ({ parts }: Objective) => ({
  missed: parts.filter(({ met }) => !met).map(({ text }) => text),
  kept: parts.filter(({ met }) => met).map(({ text }) => text),
})
