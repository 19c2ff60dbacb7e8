// A label as a reader sees it: entities decoded, line breaks a blank, tags and Markdown marks gone.

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    copy: '©',
    reg: '®',
    trade: '™',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    larr: '←',
    rarr: '→',
    harr: '↔',
    uarr: '↑',
    darr: '↓',
    infin: '∞',
    times: '×',
    divide: '÷',
    le: '≤',
    ge: '≥',
    ne: '≠',
    asymp: '≈',
    plusmn: '±',
    deg: '°',
    micro: 'µ',
    middot: '·',
    bull: '•',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    euro: '€',
    pound: '£',
    sect: '§',
    para: '¶',
    check: '✓',
    colon: ':',
    semi: ';',
    comma: ',',
    num: '#',
    lpar: '(',
    rpar: ')',
    lbrack: '[',
    rbrack: ']',
    lbrace: '{',
    rbrace: '}',
    vert: '|',
    equals: '=',
    sol: '/',
    bsol: '\\',
    ast: '*',
    plus: '+',
    percnt: '%',
    dollar: '$',
    excl: '!',
    quest: '?',
    commat: '@',
    lowbar: '_',
    grave: '`',
    hearts: '♥',
    star: '☆',
    starf: '★',
  }),
)

/** What someone who looks at the picture reads. */
export function readable(label: string): string {
  let text = label
  if (text.includes('<')) text = text.replace(/<br\s*\/?>/gi, ' ').replace(/<\/?[a-z][^<>]*>/gi, '')
  if (text.includes('fa')) text = text.replace(/\bfa[bklrs]?:fa-[\w-]+/g, '')
  if (text.includes('*') || text.includes('_')) text = withoutMarks(text)
  if (text.includes('&') || text.includes('#')) text = decoded(text)
  if (text.includes('\\n')) text = text.replace(/\\n/g, ' ')
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}

/** The lines of a label as a reader sees them, without empty ones. */
export function labelLines(label: string): readonly string[] {
  return label
    .split(/<br\s*\/?>|<\/(?:div|p)>|<hr\s*\/?>|\\n|\n/i)
    .map(readable)
    .filter(Boolean)
}

/** The icon a label names: `fa:fa-server`. */
export function iconIn(label: string): string | undefined {
  return label.includes('fa') ? /\bfa[bklrs]?:fa-[\w-]+/.exec(label)?.[0] : undefined
}

function withoutMarks(text: string): string {
  return text.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/(^|\s)([*_])([^*_]+)\2(?=\s|$)/g, '$1$3')
}

/** Browsers read a number of HTML's and its oldest names without the semicolon too: `&#40`, `&nbsp`. */
function decoded(text: string): string {
  const coded = text.replace(/&(nbsp|lt|gt|amp|quot)(?![\w;])/g, '&$1;')
  return coded.replace(/&#(x[\da-f]+|\d+);?|[&#]#?(\w+);/gi, (entity, number?: string, name = '') => {
    const code = /^\d+$/.test(name) ? Number(name) : Number(number?.replace(/^x/i, '0x'))
    if (Number.isNaN(code)) return named.get(name) ?? entity
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity
  })
}
