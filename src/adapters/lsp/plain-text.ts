// The Markdown that we write, for editors that show plain text.

/** Links as their text and address, escaped signs as they are meant, everything else without its marks. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/^```\w*$/gm, '')
    .replace(marks, (_, sign = '', words = '', address = '') => sign + (words && `${words} (${address})`))
    .replace(/\n{3,}/g, '\n\n')

/** What is escaped comes first, so that it is never taken for a mark. */
const marks =
  /\\([!-/:-@[-`{-~])|\[([^\][]*)\]\(([^()]*)\)|^---$|\*\*|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)/gm
