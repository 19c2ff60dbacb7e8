// The editor's side of the webview: where messages go, and what it keeps while the preview is hidden.

import * as z from 'zod/mini'
import { changeSchema, type FromPreview } from '../../service/preview/messages'
import { modes, type View } from './view'

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void
  getState(): unknown
  setState(state: Remembered): void
}

export type Send = (message: FromPreview) => void

export interface WebviewHost {
  readonly send: Send
  /** What the reader chose last. */
  readonly recall: () => Remembered
  readonly remember: (kept: Remembered) => void
}

const scenarioSchema = z.object({ name: z.string(), changes: z.array(changeSchema) })
/** What-ifs under a name. */
export type Scenario = z.infer<typeof scenarioSchema>

const placeSchema = z.object({
  /** Where the picture was left; undefined for the first look. */
  transform: z.optional(z.object({ x: z.number(), y: z.number(), scale: z.number().check(z.positive()) })),
  /** The picture's part of the page, if the reader chose one. */
  part: z.optional(z.number()),
  scenarios: z.optional(z.array(scenarioSchema)),
  /** Ids of groups that are drawn as one box each. */
  collapsed: z.optional(z.array(z.string())),
})
/** How the reader left a diagram. */
export type LeftPlace = z.infer<typeof placeSchema>

const keptSchema = z.object({
  view: z.object({ mode: z.enum(modes), flow: z.string(), panel: z.boolean() }),
  /** By diagram, the last one last. */
  places: z.array(z.tuple([z.string(), placeSchema])),
})

export interface Remembered {
  readonly view: View
  readonly places: readonly (readonly [string, LeftPlace])[]
}

const first: Remembered = { view: { mode: 'latency', flow: '', panel: true }, places: [] }

export const createHost = (): WebviewHost => {
  const api = acquireVsCodeApi()
  return {
    send: message => api.postMessage(message),
    recall: () => keptSchema.safeParse(api.getState()).data ?? first,
    remember: kept => api.setState(kept),
  }
}
