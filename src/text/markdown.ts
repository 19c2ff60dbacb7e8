// Text from a document as Markdown shows it: what it says, and nothing that Markdown would make of it.

/**
 * The text on one line with every sign escaped that could start a link, an image, HTML, code, emphasis, a formula, a
 * table's cell or a block. Words with underscores between their letters stay as they are.
 */
export const markdownText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(
      /[\\`*[\]<>|~$&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|^[-+#=]|(?<=^\d{1,9})[.)]/gu,
      '\\$&',
    )
