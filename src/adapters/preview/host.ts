// The editor's side of the webview: where messages go, and what it keeps while the preview is hidden.

import * as z from 'zod/mini'
import type { FromPreview } from '../../service/preview/messages'
import { modes, type View } from './view'

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void
  getState(): unknown
  setState(state: View): void
}

export type Send = (message: FromPreview) => void

export interface WebviewHost {
  readonly send: Send
  /** What the reader chose last. */
  readonly recall: () => View
  readonly remember: (view: View) => void
}

const viewSchema = z.object({ mode: z.enum(modes), flow: z.string(), panel: z.boolean() })

const firstView: View = { mode: 'latency', flow: '', panel: true }

export const createHost = (): WebviewHost => {
  const api = acquireVsCodeApi()
  return {
    send: message => api.postMessage(message),
    recall: () => viewSchema.safeParse(api.getState()).data ?? firstView,
    remember: view => api.setState(view),
  }
}
