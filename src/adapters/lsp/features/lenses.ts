// One line above each diagram about its flow; who follows it reads what the figures rest on.

import {
  type CodeLens,
  type Connection,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver'
import { lenses, type Patience, type Snapshot } from '../../../service'
import { toRange } from '../positions'

/** Shows the line of a lens and what it rests on. */
export const showFlow = 'arrowsmith.showFlow'

export const codeLenses = (snapshot: Snapshot, patience: Patience): CodeLens[] =>
  lenses(snapshot, patience).map(({ span, title, tooltip }) => ({
    range: toRange(snapshot, span),
    command: { title, command: showFlow, arguments: [`${title}. ${tooltip}`.trim()] },
  }))

/** Answers the command behind a lens. */
export function follow(
  connection: Connection,
  { command, arguments: [text] = [] }: ExecuteCommandParams,
): null {
  if (command === showFlow && typeof text === 'string')
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: text })
  return null
}
