// What to say where nothing can be read.

import type { YamlCursor } from './cursor'

const indicators = new Set('%@`|>*&!{}[],?-')

/** Says why nothing can be read here; if no character is to blame, in these words. */
export function complainOfStart(cursor: YamlCursor, otherwise: string): void {
  const { char, at } = cursor
  if (cursor.firstTab >= 0 && cursor.firstTab < at) complainOfTab(cursor)
  else if (char === ':') complainOfColon(cursor, cursor.lineEnd)
  else if (char === '}' || char === ']')
    cursor.complain(`This \`${char}\` has no opening bracket; delete it`, at, at + 1)
  else if (indicators.has(char))
    cursor.complain(`A value cannot start with \`${char}\` here; put it in quotes`, at)
  else cursor.complain(otherwise, at)
}

/** Blames the value before a colon, which goes on to `until`, or the line if it was read as part of the one above. */
export function complainOfColon(cursor: YamlCursor, until: number): void {
  const { scalarStart, lineStart } = cursor
  if (scalarStart >= lineStart)
    cursor.complain('A value that holds `: ` needs quotes around it', scalarStart, until)
  else cursor.complain(otherwiseIndented, lineStart + cursor.indent, until)
}

export const otherwiseIndented = 'This line is indented differently from the lines above'

export function complainOfTab(cursor: YamlCursor): void {
  cursor.complain('Indent with spaces, not with tabs', cursor.firstTab, cursor.firstTab + 1)
}
