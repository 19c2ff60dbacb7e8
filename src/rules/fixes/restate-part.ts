// Fixes that give a component's figure another value where it is written: in the label or in a block.

import type { Component, System } from '../../model/system'
import type { NodeAttributes } from '../../model/vocabulary'
import type { Fix } from '../rule'
import { annotatePart } from './annotate'

export interface PartRestatement {
  readonly part: Component
  readonly title: string
  readonly key: keyof NodeAttributes
  readonly value: string | number | boolean
  /** How a label says it: "2 replicas". */
  readonly inLabel: string
}

export function restatePart(system: System, { part, title, key, value, inLabel }: PartRestatement): Fix {
  const figure = part.figures[key]
  if (figure?.origin === 'label' && figure.span)
    return { title, edits: [{ span: figure.span, text: inLabel }], safe: false }
  return annotatePart(system, { part, title, entries: { [key]: value } })
}
