// What authors say when they have decided for less than there could be.

/** A simple start, on purpose: `intentionally`, `MVP`, `a naive baseline`. */
export const startsSimple =
  /\b(?:intentional\w*|deliberate\w*|on purpose) (?:\w+ ){0,3}(?:simple|start|single|basic|na[iï]ve|minimal)|\bstart(?:s|ed|ing)? (?:\w+ ){0,3}simple\b|\b(?:simple|na[iï]ve) (?:\w+ )?baseline\b|\bMVP\b|\bproof of concept\b|\bmodular monolith\b/i
