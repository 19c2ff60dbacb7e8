// Whether a picture is drawn at the level where the details of calls belong.

import type { System } from '../../model/system'

/** It names a technology, a protocol or a request: a use case without any is above that level. */
export const isTechnical = ({ components, connections }: System): boolean =>
  components.some(({ technology }) => technology !== undefined) ||
  connections.some(({ protocols, request }) => protocols.length > 0 || request !== undefined)
