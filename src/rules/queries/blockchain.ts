// What is sent to a blockchain: nobody can take it back, and its outcome is known only later.

import { type End, isComponent } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call } from '../../model/system'

export const isChain = (end: End): boolean => isComponent(end) && chain.test(end.text)

export const submitsToChain = ({ connection, callee }: Call): boolean =>
  isRequest(connection) && isChain(callee) && submitting.test(connection.arrow.text)

const chain =
  /\bon-?chain\b|\bblockchain\b|\bsolana\b|\bethereum\b|\bpolygon\b|\barbitrum\b|\bsmart contracts?\b|\bmainnet\b|\btestnet\b/i

const submitting = /\b(?:submit|send|mint|transfer|broadcast|anchor|execute|sign and send)(?:s|ted|ting)?\b/i
