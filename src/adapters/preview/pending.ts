// Until whose share is what is worked out for a change, the shares from before it stand in for them.

import type { PreviewModel } from '../../service/preview/messages'

/** A picture with shares: its own, or those that its flows had last. */
export const withShares = (picture: PreviewModel, last: PreviewModel | undefined): PreviewModel => {
  if (!picture.pending) return picture
  const before = new Map(last?.flows.map(flow => [flow.name, flow]))
  return {
    ...picture,
    flows: picture.flows.map(flow => {
      const { shares, bars, improvements, assumedShare } = before.get(flow.name) ?? flow
      return { ...flow, shares, bars, improvements, assumedShare }
    }),
  }
}
