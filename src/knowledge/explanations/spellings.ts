// What a typed phrase may be called once what is said around the name is taken away, the closest reading first.

/**
 * The phrase itself, then what it asks about (`what is X`), the name that a line of HTTP or a setting begins with
 * (`Retry-After: 120`, `GET /users`, `retries = 3`), both halves of `name (ABBREVIATION)`, and the phrase without
 * words that every term may have beside it (`X pattern`).
 */
export function* spellingsOf(term: string): Generator<string> {
  const known = new Set<string>()
  for (const spelling of readingsOf(term)) {
    if (spelling === '' || known.has(spelling)) continue
    known.add(spelling)
    yield spelling
  }
}

/** Where Linux keeps a setting (`net.ipv4.tcp_fin_timeout`), which people leave out. */
const kernelPath = /^(?:sysctl )?(?:-w )?(?:net\.(?:ipv[46]|core|netfilter)|vm|fs|kernel)\./

function* readingsOf(term: string): Generator<string> {
  yield term
  yield term.replace(kernelPath, '').replace(/ ?= ?\d+$/, '')
  const bare = withoutQuestion(term)
  yield bare
  yield* lineNames(bare)
  const [, before, inside] = /^(\S.*?) ?\(([^()]+)\)$/.exec(bare) ?? []
  if (before !== undefined && inside !== undefined) {
    yield before
    yield inside
  }
  yield* withoutCompany(bare)
}

const asking =
  /^(?:(?:please|when (?:(?:should|do|would|to)(?: i| you| we)? ?)?(?:use|need|choose)|(?:do|should) (?:i|we|you) (?:use|need)|what (?:is|are|does)|what['’]s|whats|how (?:does|do|is|to)(?: i| you| we)?(?: (?:use|do|handle|set|choose|choosing|design|implement|fix|avoid|prevent|configure))?|why(?: (?:use|not|not just|do we need|do we have|do we use|does|is|are))?|(?:define|explain|explaining|understanding|choosing|design|designing|using|implement|fix|avoid|prevent|configure|handling)|meaning of|definition of|types of|the|an?) )+/i
const askingAbroad =
  /^¿?(?:qu[eé] es|o que é|qu['’]est-ce qu(?:e|['’])|was ist|cos['’]è|что такое|什么是|什麼是) ?(?:(?:una?|uma?|une|eine?|d(?:er|ie|as)|el|l[ae]|[oa]) )?|(?:とは|是什么|是什麼|이란)$/giu
const asked = new Set(
  'work works mean means meaning explained definition overview basics tutorial example examples exists exist matters needed steps drawbacks advantages disadvantages benefits pros cons tradeoffs trade-offs internals comparison alternatives adoption prevention types strategy strategies cases practices use best formula conventions naming'.split(
    ' ',
  ),
)

function withoutQuestion(term: string): string {
  const words = term
    .replace(/^["'“‘`]/, '')
    .replace(/(?<=[^\s?!.,:"'”’`])[\s?!.,:"'”’`]{1,5}$/, '')
    .replace(
      /^(?:what|which|how (?:long|big|large|many|much)) (?:(?:a|the|my|our) )?(.+?) should (?:i|we|you) (?:choose|use|set|have|pick)$/i,
      '$1',
    )
    .replace(/^how (?:long|big|large|high|low) should (?:(?:a|the|my|our) )?(.+?) be$/i, '$1')
    .replace(asking, '')
    .replace(askingAbroad, '')
    .split(' ')
  while (words.length > 1 && asked.has(words.at(-1)?.toLowerCase() ?? '')) words.pop()
  return words.join(' ')
}

/** What a request line, a status line, a header, a setting or a dotted name of code is named by. */
function* lineNames(text: string): Generator<string> {
  const method = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (?:\/|\*|\{|https?:)/i.exec(text)?.[1]
  if (method !== undefined) yield method
  const status = /^HTTP\/\d(?:\.\d)? ([1-5]\d\d)\b/i.exec(text)?.[1]
  if (status !== undefined) yield `status-${status}`
  // A message of a program may begin so, too: a word without a hyphen has no more than three words behind it.
  const header = /^([A-Z]\w*)(?=:(?!:) ?\S+(?: \S+){0,2}$)|^([A-Za-z]+(?:-[A-Za-z]+)+)(?=:\s*\S)/.exec(
    text,
  )?.[0]
  if (header !== undefined) yield header
  const setting = /^([A-Za-z][\w.-]*)\s?=\s?\S/.exec(text)?.[1]
  if (setting !== undefined) yield setting
  const directive = /^([a-z][\w-]*)(?:=\d+)?(?:, ?[a-z][\w-]*(?:=\d+)?)+$/i.exec(text)?.[1]
  if (directive !== undefined) yield directive
}

/** Words that stand beside a name and don't change what it means. */
const company =
  /(?:[\s-](?:patterns?|problem|protocol|attacks?|effect|handling|logic|algorithms?|approach|techniques?|mechanisms?|concept|architecture|(?:system )?design|model|methods?|librar(?:y|ies)|framework|feature|support|standard|spec|specification|settings?)|(?<=-\w{1,20}) headers?)$/i
const attribute = /^(?:simple|basic|standard|regular|typical|classic|automatic|good|my|your|our) (?=\S)/i

function* withoutCompany(text: string): Generator<string> {
  const shorter = text.replace(company, '')
  if (shorter !== text && shorter.length > 1) yield shorter
  const plainer = text.replace(attribute, '')
  if (plainer !== text) yield plainer
}
