// What crosses between the page and the frame that Mermaid draws in.

import type { Theme } from '../theme/theme'

export interface DrawingRequest {
  /** The answer bears it too. */
  readonly number: number
  readonly text: string
  readonly theme: Theme
}

/** A drawing at its natural size, or why there is none. */
export type DrawingAnswer = Pick<DrawingRequest, 'number'> &
  ({ readonly markup: string } | { readonly error: string })

/** What the frame is told first, with the port that it answers through. */
export interface SandboxSetup {
  /** Mermaid's script: the frame has an origin of its own and can't load it from the page's. */
  readonly mermaid: ArrayBuffer
  /** The page's, which Mermaid measures text in where a diagram names none. */
  readonly font: string
}
