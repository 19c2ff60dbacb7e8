// The lines of a Markdown text that are no code.

export interface ProseLine {
  /** 1-based. */
  readonly line: number
  readonly start: number
  /** With its line break. */
  readonly text: string
}

/** In order, without fences and what is in them. */
export function* proseLines(source: string): Generator<ProseLine> {
  let fence: string | undefined
  let line = 0
  for (const { 0: text, index: start } of source.matchAll(/[^\n]*(?:\n|$)/g)) {
    line++
    const content = /^ {0,3}\S/.test(text) ? text.trim() : ''
    const mark = /^(?:`{3,}|~{3,})/.exec(content)?.[0]
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && mark === content) fence = undefined
    } else if (mark) fence = mark
    else yield { line, start, text }
  }
}
