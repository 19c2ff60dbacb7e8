// Arrows of which it makes sense to ask how the two talk and how long one waits.

import { namesNetwork } from '../../knowledge'
import { hasKind, isComponent } from '../../model/ends'
import type { Connection } from '../../model/system'

/** Not between two frames, which stand for many calls of many kinds, nor into a network or what only carries packets. */
export const isWorthAsking = ({ caller, callee }: Connection): boolean =>
  [caller, callee].some(isComponent) &&
  ![caller, callee].some(end => namesNetwork(end.text) || hasKind(end, 'nat', 'firewall'))
