// A judgement with its confidence and its reason.

import type { Inference } from '../../knowledge'

export type Decision = Inference<boolean>

export const yes = (confidence: number, why: string): Decision => ({ value: true, confidence, why })
export const no = (confidence: number, why: string): Decision => ({ value: false, confidence, why })
