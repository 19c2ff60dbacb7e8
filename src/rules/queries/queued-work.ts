// Which words name a queue of work.

/** Where users stand in line, how long it is and where each of them is, are no work. */
export const anyQueue =
  /(?<!\b(?:waiting|virtual|user|customer)[ -])\bqueues?\b(?! (?:states?|status|positions?|lengths?|size|depth|numbers?|tokens?))|队列|キュー|очеред/i
