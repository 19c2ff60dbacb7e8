// A hazard as documents tell it in words: in a sentence around the diagrams, in a box, on an arrow, in a note.

import type { System } from '../model/system'

export interface Telling {
  /** Each of these is in the sentence. */
  readonly words: readonly RegExp[]
  /** Sentences with these words say that it is dealt with, or speak of something else. */
  readonly unless?: RegExp
  /** Words anywhere in the document by which it is dealt with; those of the rule unless stated. */
  readonly settledBy?: RegExp
  /** What a diagram of the document shows as well. */
  readonly drawn?: (system: System) => boolean
  /** What is so. Why it hurts. What to do. */
  readonly message: string
}

/** Whether a sentence tells it as something that is so, and not as something to be avoided, feared or weighed. */
export const tells = (sentence: string, { words, unless }: Telling): boolean =>
  sentence.length <= longest &&
  !sentence.includes('|') &&
  words.every(each => each.test(sentence)) &&
  !unless?.test(sentence) &&
  !weighed.test(sentence)

/** A paragraph without a full stop puts words together that have nothing to do with each other, and so do the cells of a row. */
const longest = 400

const weighed =
  /\?\s*$|\b(?:avoid\w*|prevent\w*|instead of|rather than|no longer|used to|previously|formerly|would|might|could|risk\w*|problem\w*|pitfalls?|anti-?patterns?|alternatives?|considered|trade-?offs?|todo|fixme|future|planned|roadmap|mitigat\w*|guard(?:s|ed|ing)?|lessons?|should|imagine|ensur\w*|naive\w*|bad|wrong|dangerous|unsafe|mistake|vermeid\w*|verhinder\w*|anstatt|früher|würden?|könnten?|risik\w*|evita\w*|en lugar|podría\w*|riesgo\w*|problema\w*)\b|避免|防止|而不是|以前|可能|风险|问题|应该|回避|防ぐ|防ぐため|リスク|問題|べき/i

/** What a part of a document is called that tells of other ways, of the past, or of what may go wrong. */
export const weighs = (heading: string): boolean => aside.test(heading)

const aside =
  /alternativ|problem|\bbefore\b|anti-?pattern|\brisks?\b|limitation|trade-?off|pitfall|lesson|histor|post-?mortem|incident|issues?\b|to-?do|roadmap|future|\bfaq\b|glossar|reject|considered|checklist|best practice|failure|what (?:can|could|if)|threat|comparison|options?\b|\bdebt\b|\bwhy\b|troubleshoot|quiz|exercise|question|changelog|red flag|don['’]?ts?\b|\bgaps?\b|review|finding|weakness|drawback|\bcons\b|\bbad\b|legacy|concern|challenge|verworfen|risik|probleme?\b|riesgo|alternativa|风险|问题|替代|リスク|課題|代替/i
