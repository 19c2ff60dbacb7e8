// How far a diagram reaches that nothing closes: up to the first line of the document around it.

/** What stands at a line of a stretch that began as a diagram. */
export type LineStanding = 'diagram' | 'document' | 'blank'

/** Reads line by line what a diagram may hold, and tells what belongs to the document around it. */
export class DiagramExtent {
  private header: 'awaited' | 'read' = 'awaited'
  private free = false
  private inFrontmatter = false
  private inDescription = false
  private inQuotes = false

  /** Where a line stands; `loose`: after what looks like the end of the diagram, less is taken for a part of it. */
  read(line: string, loose = false): LineStanding {
    const text = line.trim()
    if (text === '') return 'blank'
    if (this.header === 'awaited') this.begin(text)
    else if (this.isOutside(text, loose)) return 'document'
    if (!text.startsWith('%%')) this.follow(text)
    return 'diagram'
  }

  /** The first line says what kind of diagram it is; frontmatter and comments may stand before. */
  private begin(text: string): void {
    if (text === '---') this.inFrontmatter = !this.inFrontmatter
    else if (!this.inFrontmatter && !text.startsWith('%%')) {
      this.header = 'read'
      this.free = !/^(?:flowchart|graph|sequenceDiagram|C4|architecture)/.test(text)
    }
  }

  private isOutside(text: string, loose: boolean): boolean {
    if (this.inQuotes || this.inDescription) return false
    if (isMarkup(text)) return true
    return !this.free && (isProse(text) || (loose && !/[-=~[({:%]|^end$|^subgraph\b/.test(text)))
  }

  /** Texts in quotes and descriptions in braces go on over lines. */
  private follow(text: string): void {
    if (/^accDescr\s*\{/.test(text)) this.inDescription = true
    if (text.includes('}')) this.inDescription = false
    for (const char of text) if (char === '"') this.inQuotes = !this.inQuotes
  }
}

/** Headings, fences, tags, quotes, tables, pictures and links of a document. */
const isMarkup = (text: string): boolean =>
  /^(?:#{1,6}\s|={2,6}\s|`{3}|~{3}|:{3,}\s*\w*$|<\/?(?![bh]r\b)[a-z][\w-]*[\s/>]|<[a-z][\w-]*$|<!--|>\s|\|.*\|$|!\[|\[[^\]]*\]\(|\[\w+[,\]]|\*\*)/i.test(
    text,
  )

/** Three words or more in a row at the beginning, as no statement has them, or an item of a list. */
function isProse(text: string): boolean {
  const item = /^(?:[-*+]|\d{1,3}[.)])\s+/.exec(text)?.[0] ?? ''
  const words = text.slice(item.length)
  if (/--|->|==|-[.x)]|~~~|@\{|:::/.test(words) || keywords.test(words)) return false
  return (item === '' ? threeWords : /^[*_`([]*[\p{L}\p{N}]/u).test(words)
}

const threeWords =
  /^[*_`(]*\p{L}[\p{L}\p{N}'’*_`-]*,? [*_`(]*[\p{L}\p{N}][\p{L}\p{N}'’*_`/-]*[,:;)]? [*_`(]*[\p{L}\p{N}]/u

/** What begins a statement that may go on in words. */
const keywords =
  /^(?:subgraph|end|direction|style|classDef|class|linkStyle|click|title|accTitle|accDescr|participant|actor|create|destroy|box|loop|alt|else|opt|par|par_over|and|critical|option|break|rect|note|activate|deactivate|autonumber|links?|properties|details|group|service|junction|align)\b/i
