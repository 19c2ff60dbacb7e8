// Whether a sentence says that something is so here: words that deny it, suppose it, or tell of somewhere else.

/** Told as what might be, was, will be or must not be, as a task, or of another system than this one. */
export const isElsewhere = (sentence: string): boolean =>
  [weighed, labelled, ordered, defined, linked].some(each => each.test(sentence))

const weighed = new RegExp(
  [
    '\\?\\s*$',
    String.raw`\b(?:avoid\w*|prevent\w*|instead of|rather than|no longer|used to|previously|formerly|had|would|might|could|should|risk\w*|problem\w*|pitfalls?|anti-?patterns?|alternatives?|options? [a-e\d]|considered|rejected|decided against|trade-?offs?|todo|fixme|tbd|future|planned|roadmap|mitigat\w*|guard(?:s|ed|ing)?|lessons?|imagine|ensur\w*|naive\w*|bad|wrong|dangerous|unsafe|mistake)\b`,
    String.raw`\b(?:forbid\w*|forbidden|prohibit\w*|disallow\w*|disabled?|excluded|ruled out|removed|replac(?:es|ed)|got rid of|gets? rid of|out of scope|(?:is|are|turned|turns?|switch(?:ed)?) off)\b`,
    String.raw`\b(?:suppos(?:e|ed|edly|ing)|assum(?:e[sd]?|ing|ptions?)|claims?|allegedly|according to|hypothetical\w*|in theory|for (?:example|instance)|means(?! of)|supports?|occurs? when|happens? when|known as|refers to|needs? to be)\b`,
    String.raw`\b(?:old|former|legacy|other|their|competing) (?:design|system|version|architecture|platform)s?\b|\bcompetitors?\b|\bvendors?\b|\bversion \d`,
    String.raw`\bdocker[- ]compose\b|\blocal(?:ly)? (?:dev\w*|machine|setup)\b|\b(?:in|for|during) (?:the |our )?(?:\w+ )?(?:tests?|testing|staging|development|dev|demos?)\b|\btest (?:environment|system)`,
    String.raw`\b(?:vermeid\w*|verhinder\w*|verzicht\w*|anstatt|früher|würden?|könnten?|sollten?|risik\w*|verworfen|verboten|ausgeschlossen|deaktiviert|zum beispiel|z\.\s?b\.|evita\w*|en lugar|podría\w*|debería\w*|riesgo\w*|problema\w*|prohibid\w*|excluid\w*|descartad\w*|desactivad\w*|por ejemplo|éviter|risque|interdit\w*|exclue?s?|par exemple|evitar|proibid\w*|por exemplo)\b`,
    '避免|防止|而不是|以前|可能|风险|问题|应该|禁止|例如|假设|缺点|回避|防ぐ|リスク|問題|べき|例えば|仮に|欠点|금지|예를 들|запрещ|например|избега',
  ].join('|'),
  'iu',
)

/** What a sentence, an item or a row is called that is no statement. */
const labelled =
  /^[\s*_>#\d.)|-]*(?:\[ \]|(?:non-?)?goals?|requirements?|tests?|test (?:plan|case)s?|runbooks?|scenarios?|definitions?|terms?|examples?|e\.g|assumptions?|hypothes[ei]s|rules?|principles?|cons|pros|nicht-?ziele?|ziele?|beispiel|anforderung(?:en)?|definición|ejemplo|objetivos?|requisitos?)\b[*_]*\s*[:：]|^[\s*_>#\d.)|-]*\[ \]|^(?:非?目标|定义|示例|要求|用語|例)[:：]/i

/** What somebody is asked to do. */
const ordered =
  /^[\s*_>#\d.)|-]*(?:checks?(?= (?:that|whether|if|for))|verify|test|tests?(?= that)|confirm|make sure|simulate|fill|kill|inject|measure|alerts?|page|reject|suppose|assume|consider|let['’]s|say|don['’]?t|do not|never|prüfe[nt]?|simulie\p{L}+|verifica[rd]?|simula[rd]?)\b/iu

/** “A queue is a line that …” */
const defined = /^[\s*_>-]*an? [^,.:]{1,40} is (?:an?|the) /i

/** A link and no sentence. */
const linked = /^[\s*_>-]*(?:(?:see|read|siehe|véase):? )?(?:\[[^\]]*\]\([^)]*\)|`[^`]+`)[\s.*_]*$/i

/** With what somebody else is quoted for left out. */
export const outsideQuotes = (sentence: string): string =>
  sentence.replace(/["“„«「][^"”“»」]{12,300}["”“»」]/g, ' … ')

/** Told of a case that is named before: “If the queue grows, …”. What then happens is told. */
export function isSupposed(part: string, words: readonly RegExp[]): boolean {
  const [condition] = supposition.exec(part) ?? []
  if (condition === undefined) return false
  const rest = part.slice(condition.length)
  return !words.some(each => each.test(rest))
}

const supposition =
  /^[\s*_>\d.)-]*(?:[\p{L}\d ]{1,20}: )?(?:(?:if|when(?:ever)?|once|unless|in case|wenn|falls|sobald|si|cuando|quand|quando|если|когда)(?!\p{L})|如果|若|当|もし)[^,，、]{1,200}(?:[,，、]|$)/iu

/** Whether it is denied in the clause that tells it; what the words themselves deny (“no limit”) is none. */
export const isDenied = (part: string, words: readonly RegExp[]): boolean =>
  withoutWords(part, words)
    .split(/[:：,，、|—–]|\s-\s|\bbut\b/)
    .some(clause => clause.includes(told) && denied.test(clause))

const told = '\u{fffc}'

const denied = new RegExp(
  [
    String.raw`\b(?:not|never|cannot|no|none|neither|nor|nothing|nobody|nowhere|hardly)\b|n['’]t\b`,
    String.raw`(?:^|\s)(?:without|ohne|sin|sem|sans|без) (?:an?y? |the )?${told}`,
    String.raw`\b(?:nicht|nie|niemals|kein\p{L}*|keinesfalls|nunca|jamás|tampoco|ningun[oa]?|ningún|não|nem|jamais|aucune?)\b|(?:^|\s)(?:ne|pas de)\s|\bn['’](?=\p{L})`,
    '不|没有|無し|未|勿|ない|なし|ません|せず|ずに|않|없|지 마|(?<!\\p{L})(?:не|нет|никогда|ни)(?!\\p{L})',
  ].join('|'),
  'iu',
)

function withoutWords(part: string, words: readonly RegExp[]): string {
  let rest = part
  for (const each of words)
    for (let next = rest.replace(each, told); next !== rest; next = rest.replace(each, told)) rest = next
  return rest
}

/** What a part of a document is called that tells of other ways, of the past, of what may go wrong, or what to do. */
export const weighs = (heading: string): boolean => aside.test(heading)

const aside =
  /alternativ|problem|\bbefore\b|anti-?pattern|\brisks?\b|limitation|trade-?off|pitfall|lesson|histor|post-?mortem|incident|issues?\b|to-?do|roadmap|future|\bfaq\b|glossar|reject|considered|checklist|best practice|failure|what (?:can|could|if)|threat|comparison|options?\b|\bdebt\b|\bwhy\b|troubleshoot|quiz|exercise|question|changelog|red flag|don['’]?ts?\b|\bgaps?\b|review|finding|weakness|drawback|\bcons\b|\bpros\b|\bbad\b|legacy|concern|challenge|\bgoals?\b|out of scope|requirement|\bcriteria\b|assumption|definition|terminolog|\bterms?\b|\bmeaning\b|\bsymptoms?\b|\bexamples?\b|\bscenarios?\b|\btests?\b|\btesting\b|chaos|\bdrills?\b|runbook|playbook|local (?:dev|setup)|^[\d.\s]*context\W*$|background|motivation|rationale|status quo|prior art|current (?:state|situation)|references?\b|further reading|principles?\b|verworfen|risik|probleme?\b|nicht-?ziele|\bziele\b|anforderung|begriffe|beispiel|riesgo|alternativa|objetivos|requisitos|glosario|ejemplo|风险|问题|替代|目标|术语|背景|测试|示例|要求|リスク|課題|代替|用語|目的|背景|テスト|要件|例$/i
