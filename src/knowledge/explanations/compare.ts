// What a phrase compares: "gRPC vs REST", `kafka or rabbitmq`, `connect vs read timeout`.

import { technologiesIn } from '../technologies'
import { distinctSenses, type Sense, sensesOf } from './senses'

/** "gRPC vs REST" is explained where "REST vs gRPC" is; what nobody compared is explained one after the other. */
export function comparedIn(text: string, codesNamed: (text: string) => readonly Sense[]): readonly Sense[] {
  const parts = comparedParts(text)
  if (parts.length < 2 || parts.length > 4) return []
  for (const left of parts)
    for (const right of parts) {
      const compared = left === right ? undefined : sensesOf(`${left} vs ${right}`)[0]
      if (compared) return [compared]
    }
  const each = parts.flatMap(part => codesNamed(part)[0] ?? sensesOf(part)[0] ?? [])
  return each.length === parts.length ? distinctSenses(each) : []
}

/** `connect vs read timeout` compares two timeouts, `kubernetes readiness vs liveness` two probes. */
function comparedParts(text: string): readonly string[] {
  const parts = text
    .replace(/^.*\bdifferences? between /i, '')
    .replace(/\?$/, '')
    .replace(/^(?:why is|is) (?=.* than )/i, '')
    .split(
      /\s(?:vs\.?|versus|or|and|compared (?:to|with)|(?:faster|slower|better|cheaper|safer|larger|smaller) than)\s/i,
    )
  const head = / \S+$/.exec(parts.at(-1) ?? '')?.[0] ?? ''
  const first = /^\S+ (?=\S)/.exec(parts[0] ?? '')?.[0] ?? ''
  const isProduct = technologiesIn(first).length > 0
  return parts.map((part, at) => {
    // `Redis pub/sub vs streams` compares two things of Redis.
    if (at > 0 && isProduct && sensesOf(first + part).length > 0) return first + part
    if (at === parts.length - 1) return part
    if (sensesOf(part + head).length > 0) return part + head
    return at > 0 || sensesOf(part).length > 0 ? part : part.replace(/^\S+ (?=\S)/, '')
  })
}
