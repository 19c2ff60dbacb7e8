// Text from a document as Markdown shows it: what it says, and nothing that Markdown would make of it.

/**
 * The text on one line with every sign escaped that could start a link, an image, HTML, code, emphasis, a formula, a
 * table's cell or a block, addresses that become links by themselves included. Words with underscores between their letters stay as they are.
 */
export const markdownText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(
      /[\\`*[\]<>|~$&@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=www)\.|^[-+#=]|(?<=^\d{1,9})[.)](?=\s|$)/giu,
      '\\$&',
    )

/** The text on one line as code, in which nothing needs to be escaped. */
export const markdownCode = (text: string): string => `\`${text.replace(/\s+/g, ' ').replaceAll('`', 'ˋ')}\``

/** Text that is Markdown already: our own words, with those of documents escaped. */
export class Markdown {
  constructor(readonly source: string) {}
}

/** Markdown around texts: strings in the holes are shown as they are, Markdown keeps its meaning. */
export const markdown = (
  words: TemplateStringsArray,
  ...holes: readonly (string | number | Markdown)[]
): Markdown =>
  new Markdown(
    String.raw(
      { raw: words },
      ...holes.map(hole => (hole instanceof Markdown ? hole.source : markdownText(String(hole)))),
    ),
  )

export const joined = (pieces: readonly Markdown[], separator: string): Markdown =>
  new Markdown(pieces.map(({ source }) => source).join(separator))
