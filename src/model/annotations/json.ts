// Values of JSON, as a workspace's configuration gives them, in the form in which settings are read.

import type { Value } from '../../syntax/yaml'
import { span } from '../../text/span'

/** Deeper nesting is not read. */
const deepest = 16

/** A plain JavaScript value, as JSON gives it, in the form that YAML has; it has no places. */
export function fromJson(json: unknown, depth = 0): Value {
  const nowhere = span(0, 0)
  if (depth > deepest) return { kind: 'scalar', value: null, span: nowhere }
  if (Array.isArray(json)) {
    return { kind: 'list', items: json.map(item => fromJson(item, depth + 1)), span: nowhere }
  }
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json).map(([key, value]) => ({
      key,
      keySpan: nowhere,
      value: fromJson(value, depth + 1),
    }))
    return { kind: 'mapping', entries, span: nowhere }
  }
  const scalar =
    typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? json : null
  return { kind: 'scalar', value: scalar, span: nowhere }
}
