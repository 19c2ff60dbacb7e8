// What is sent to a blockchain: nobody can take it back, and its outcome is known only later.

import { isComponent } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call } from '../../model/system'

export const submitsToChain = ({ connection, callee }: Call): boolean =>
  isRequest(connection) &&
  isComponent(callee) &&
  chain.test(callee.text) &&
  submitting.test(connection.arrow.text)

const chain =
  /\bon-?chain\b|\bblockchain\b|\bsolana\b|\bethereum\b|\bpolygon\b|\barbitrum\b|\bsmart contracts?\b|\bmainnet\b|\btestnet\b/i

const submitting = /\b(?:submit|send|mint|transfer|broadcast|anchor|execute|sign and send)(?:s|ted|ting)?\b/i
