// A judgement with its confidence and its reason.

import type { Inference } from '../../knowledge'

export type Verdict = Inference<boolean>

export const yes = (confidence: number, why: string): Verdict => ({ value: true, confidence, why })
export const no = (confidence: number, why: string): Verdict => ({ value: false, confidence, why })
