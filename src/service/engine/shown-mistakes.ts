// Diagrams that are wrong on purpose: what a guide to Mermaid's syntax puts beside the right way, and gaps of templates.

import type { AnalyzedDiagram } from './snapshot'

/** Whether its author shows it for the mistake in it, as a piece that is compared with another, or leaves it to be filled in. */
export function showsMistake({ introduction, system: { diagram } }: AnalyzedDiagram): boolean {
  const said = lastWords(introduction.before || (introduction.headings.at(-1) ?? ''))
  if (saidBroken.test(said) || gap.test(diagram.text)) return true
  return diagram.keyword === '' && (compared.test(said) || marked.test(diagram.text))
}

/** Nothing but `{component diagram}`, `[Actor → UI → …]` or `...` below the first line. */
const gap = /^(?:%%[^\n]*\n)*[^\n]*\n\s*(?:\{[^{}\n]+\}|\[[^[\]\n→]+(?:→[^[\]\n→]+)+\]|\.{3}|…)\s*$/

/** A label over the fence, or the end of the sentence before it. */
const lastWords = (text: string): string => text.slice(-longest)
const longest = 80

/** `Before (parse error):`, `❌ Incorrect:`, `This does not render:`. */
const saidBroken =
  /\b(?:syntax|pars(?:e|er|ing)|render(?:ing)?|lex(?:er|ical)) (?:errors?|fail\w*|breaks?)\b|\b(?:incorrect|invalid|malformed|broken) (?:syntax|mermaid|diagram|example)\b|\b(?:does(?:n['’]t| not)|won['’]t|will not|fails? to) (?:render|parse)\b|(?:❌|✗|✘)[^.]{0,20}\b(?:wrong|incorrect|invalid|bad|broken|don['’]?t|avoid)\b|\b(?:before|wrong|incorrect)\b[^.]{0,20}\berrors?\b/i

/** `Before:`, `After (v11):`, `Good`, `Bad`. */
const compared =
  /^\W{0,8}(?:\d+\.\s*)?(?:before|after|good|bad|right|wrong|correct|incorrect|invalid|valid|old|new|fixed)\b[^.]{0,40}$/i

/** `# ✅ Good` over one line and `# ❌ Bad` over the next. */
const marked = /^[ \t]*(?:#|%%|\/\/)[ \t]*(?:❌|✅|✗|✓)/mu
