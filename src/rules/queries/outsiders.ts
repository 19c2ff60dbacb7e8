// Who uses a system from outside: its documents call them consumers, clients, or "your app".

import { type End, isComponent } from '../../model/ends'

/** By the whole of its name: an `Order consumer` is a worker of ours, an `API consumer` is somebody else's. */
export const isOutsider = (end: End): boolean => outsider.test(isComponent(end) ? end.headline : end.text)

const outsider =
  /^(?:(?:api|external|third[- ]party|downstream|your) )?(?:clients?|consumers?|callers?|customers?|merchants?|partners?|integrators?|platforms?|apps?|applications?)$|^your\b|\blocalhost\b/i
