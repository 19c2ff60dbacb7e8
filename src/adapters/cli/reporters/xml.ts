// Text inside of XML, between tags and in attributes.

import { printable } from '../printable'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  // No command to a CI server that shows the file.
  '#': '&#35;',
}

/** XML 1.0 has no place for control characters, not even escaped: they are shown as in a terminal. */
export function escapeXml(text: string): string {
  return text
    .split('\n')
    .map(printable)
    .join('\n')
    .replace(/[&<>"\n]|#(?=#\w*\[)/g, mark => entities[mark] ?? mark)
}
