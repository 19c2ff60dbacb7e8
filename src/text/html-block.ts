// The blocks of HTML in Markdown: where one begins, and what ends it.

/** What ends the HTML block that begins with this text: a line that holds something, or a blank one; undefined if none begins. */
export function htmlBlockEnd(text: string, inParagraph: boolean): RegExp | 'blank' | undefined {
  if (!text.startsWith('<')) return undefined
  if (/^<(?:pre|script|style|textarea)(?:[ \t>]|$)/i.test(text)) return /<\/(?:pre|script|style|textarea)>/i
  if (text.startsWith('<!--')) return /-->/
  if (text.startsWith('<?')) return /\?>/
  if (text.startsWith('<![CDATA[')) return /\]\]>/
  if (/^<![a-zA-Z]/.test(text)) return />/
  if (blockTag.test(text)) return 'blank'
  return !inParagraph && lonelyTag.test(text) ? 'blank' : undefined
}

const blockTags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul'
const blockTag = new RegExp(`^</?(?:${blockTags})(?:[ \\t]|/?>|$)`, 'i')
const attribute = '[ \\t]+[a-zA-Z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?'
const lonelyTag = new RegExp(
  `^(?:<[a-zA-Z][a-zA-Z0-9-]*(?:${attribute})*[ \\t]*/?>|</[a-zA-Z][a-zA-Z0-9-]*[ \\t]*>)[ \\t]*$`,
)
