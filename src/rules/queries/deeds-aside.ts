// What is done beside the business: nobody's state hangs on it.

import type { Connection } from '../../model/system'
import { wordingOf } from '../../model/wording'

/** Logs, metrics and traces; by the arrow's words or its callee's name. */
export const isAside = ({ arrow, callee }: Connection): boolean =>
  aside.test(`${wordingOf(arrow)} ${callee.text}`)

const aside = /\b(?:log(?:s|ger|ging)?|metrics?|trac(?:es?|ing)|telemetry|analytics|audit|heartbeat)\b/i
