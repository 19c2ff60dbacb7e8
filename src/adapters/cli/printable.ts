// Text from documents, file names and settings, made harmless to terminals and to the logs of CI servers.

/** Control characters, marks that turn the direction of text, separators of lines, and what is no character. */
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' }

const escaped = (character: string): string =>
  names[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Whether a text is shown as it is, each character in one column. */
export const takesOneColumnEach = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

/** On one line: tabs as two blanks, what can't be seen as its escape. */
export const printable = (text: string): string =>
  takesOneColumnEach(text) ? text : text.replaceAll('\t', '  ').replace(unprintable, escaped)

/** Lines of which a terminal obeys nothing but their ends, tabs and a painter's colors. */
export const printableLines = (text: string): string =>
  // Nearly all texts are fine as they are, and a search without Unicode classes takes a fraction of the time.
  /[^\n\t\x20-\x7e\xa0-\u061b\u061d-\u200d\u2010-\u2027\u2030-\u2065\u2070-\ufefe\uff00-\ufff8]/.test(text)
    ? text.replace(obeyed, part => (part.length > 1 || part === '\n' || part === '\t' ? part : escaped(part)))
    : text

const obeyed = new RegExp(`\u001b\\[\\d{1,2}m|${unprintable.source}`, 'gu')

/**
 * Lines that no CI server takes for commands: GitHub obeys what starts a line with `::`, blanks or not, and what has
 * `##[` anywhere in it, Azure `##vso[`, TeamCity `##teamcity[`.
 */
export function withoutCommands(text: string): string {
  const plain = text.includes('::') ? text.replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1: ') : text
  return plain.includes('##') ? plain.replace(/##(?=\w*\[)/g, '# #') : plain
}

/** Data as JSON that reads the same, with nothing in it that a terminal or a CI server would obey. */
export const printableJson = (data: unknown): string =>
  JSON.stringify(data, undefined, 2)
    .replace(unprintable, character => (character === '\n' ? character : escaped(character)))
    .replace(/##(?=\w*\[)/g, '#\\u0023')
