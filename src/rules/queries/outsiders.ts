// Who uses a system from outside: its documents call them consumers, clients, or "your app".

import { type End, holdsData, isComponent } from '../../model/ends'
import { rememberedFor } from '../../model/remembered-for'
import { isCall } from '../../model/requests'
import type { Component } from '../../model/system'

/** By the whole of its name: an `Order consumer` is a worker of ours, an `API consumer` is somebody else's, and `Transaction 1` is no program. */
export const isOutsider = (end: End): boolean => outsider.test(isComponent(end) ? end.headline : end.text)

const outsider =
  /^(?:(?:api|external|third[- ]party|downstream|your) )?(?:clients?|consumers?|callers?|customers?|merchants?|partners?|integrators?|platforms?|apps?|applications?)$|^(?:transactions?|txn|sessions?|threads?|connections?|requests?) ?#?\w?$|^your\b|\blocalhost\b/i

/** Whose only callers are its readers, `API consumer` or `Your platform`, is the system of a vendor that they read about. */
export const isVendors = (part: End): boolean => isComponent(part) && isReadAbout(part)

const isReadAbout = rememberedFor(({ incoming, outgoing }: Component): boolean => {
  if (outgoing.some(({ callee }) => holdsData(callee))) return false
  const callers = new Set(incoming.filter(({ connection }) => isCall(connection)).map(({ caller }) => caller))
  return [...callers].some(({ headline }) => reader.test(headline)) && [...callers].every(isOutsider)
})

const reader = /^(?:api (?:consumers?|clients?|users?)$|your\b)/i
