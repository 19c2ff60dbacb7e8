// Arrows of which it makes sense to ask how the two talk and how long one waits.

import { namesNetwork } from '../../knowledge'
import { hasKind, holdsData, isComponent } from '../../model/ends'
import type { Connection } from '../../model/system'

/**
 * Not between two frames, which stand for many calls of many kinds, nor into a network or what only carries packets; nor
 * where a store is drawn to hand out data and no word says that it asks.
 */
export const isWorthAsking = ({ caller, callee, arrow }: Connection): boolean =>
  [caller, callee].some(isComponent) &&
  !(holdsData(caller) && !holdsData(callee) && arrow.text === '') &&
  ![caller, callee].some(end => namesNetwork(end.text) || hasKind(end, 'nat', 'firewall'))
