// What a label says of a request: `POST /orders`, `:5432`.

import type { LabelAttribute, Request } from './label-reading'
import type { LabelWord } from './words'

export interface RequestReading {
  readonly request: Request
  readonly method?: LabelAttribute
}

/** The first method, path and port of a label. */
export function requestIn(words: readonly LabelWord[]): RequestReading | undefined {
  const method = words.find((word, index) => isMethod(word, words[index + 1]))
  const path = words.find(({ text, kind }) => kind === 'word' && /^\/[^/]/.test(text))
  const port = portIn(words)
  if (!method && !path && port === undefined) return undefined
  const name = method?.text.toUpperCase() ?? ''
  return {
    request: {
      ...(method && { method: name }),
      ...(path && { path: path.text }),
      ...(port !== undefined && { port }),
    },
    ...(method && {
      method: { key: 'method', value: name, start: method.start, end: method.start + name.length },
    }),
  }
}

function isMethod({ text, low }: LabelWord, next: LabelWord | undefined): boolean {
  return methods.has(text) || (next?.text.startsWith('/') === true && methods.has(low.toUpperCase()))
}

/** `:5432` right behind a word, `port 5432`, `TCP/443`. */
function portIn(words: readonly LabelWord[]): number | undefined {
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]
    const slashed = /^(?:tcp|udp|tls|https?)\/(\d{2,5})$/.exec(word.low)?.[1]
    const follows =
      before?.low === 'port' ||
      (before?.text === ':' && before.end === word.start && words[index - 2]?.end === before.start)
    const digits = slashed ?? (follows && /^\d{2,5}$/.test(word.text) ? word.text : undefined)
    if (digits !== undefined && Number(digits) <= 65_535) return Number(digits)
  }
  return undefined
}

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])
