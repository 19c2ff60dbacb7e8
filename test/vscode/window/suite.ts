// What a suite of the window is given.

import type { Check } from '../report'
import type { Workbench } from './workbench'

export interface Stage {
  readonly workbench: Workbench
  /** The workspace that the window shows. */
  readonly folder: string
  /** Keeps what the window looks like, in test-results/. */
  picture(title: string): Promise<unknown>
}

export type Suite = (stage: Stage) => readonly Check[]
