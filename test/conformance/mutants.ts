// Texts with YAML in them, changed at random inside the YAML: the same for the same seed.

/** The part to change stands between `«` and `»`. */
const diagrams = [
  'flowchart LR\n  orders@{« shape: cyl, label: "Orders, by day", replicas: 3 »} --> stock\n',
  'flowchart LR\n  orders@{«\n    shape: cyl\n    label: "Orders\n      by day"\n    owners: [ana, "bo"]\n  »}\n  orders --> stock\n',
  'flowchart LR\n  cart@{«\n  label: |\n    Cart\n     of one shop\n  shape: rounded\n»}\n  cart --> stock@{« icon: "box", form: square »}\n',
  "flowchart LR\n  a e1@--> b\n  e1@{« animate: true, note: 'it''s' »}\n  b@{« label: 0x1F, w: 10, h: .5 »}\n",
  'flowchart LR\n  subgraph s\n    a\n  end\n  s@{« view: collapsed, tags: {a: 1, b: [x]} »}\n',
  'sequenceDiagram\n  participant db@{« "type": "database", "alias": "Orders" »}\n  db->>db: compact\n',
  'sequenceDiagram\n  participant q@{«\n  type: queue\n  alias: >\n    waiting\n    orders\n  »} as Queue\n  q->>q: drain\n',
  'sequenceDiagram\n  actor ann@{« type: actor, alias: Ann »}\n  ann->>shop: order\n',
  '---\n«title: Shop # of ours\nconfig:\n  theme: dark\n  flowchart:\n    curve: linear\n»---\nflowchart LR\n  a --> b\n',
  '---\n«title: "The shop"\nowners:\n- ana\n- bo: lead\n  of: two\narrowsmith: { preset: strict }\n»---\nsequenceDiagram\n  a->>b: x\n',
  '  ---\n«  title: >-\n    Two\n    lines\n  base: &base {p99: 30ms}\n  copy: *base\n»  ---\n  architecture-beta\n  service a(server)[A]\n',
  '---\n«displayMode: compact\nconfig: {look: neo}\n»---\nC4Context\n  System(a, "A")\n',
  '%%{«init: {"theme": "dark", "flowchart": {"curve": "linear"}}»}%%\nflowchart LR\n  a --> b\n',
  "%%{« initialize: { 'fontFamily': 'sans', 'logLevel': 1 } »}%%\n%%{«wrap»}%%\nsequenceDiagram\n  a->>b: x\n",
  'architecture-beta\n  %%{«init: {"theme": "base"}»}%%\n  service a(server)[A]\n',
]

const documents = [
  'shape: cyl\nlabel: "Orders \\n by day"\nreplicas: 3\n',
  "{\nshape: cyl, label: 'it''s', p99: 30ms\n}",
  'title: Shop\nconfig:\n  theme: dark\n  list:\n  - a\n  - b: 1\n    c: 2\n',
  'label: |\n  one\n   two\n\n  three\nnext: >-\n  folded\n  text\n\n\n  more\n',
  'a: &x [1, 2, {b: c}]\nd: *x\ne: !!str 5\n',
  '? k\n: v\n? - a\n: - b\n',
  'a: plain\n  goes on\n\n  here # why\nb: "double\n  line \\\n  joined"\nc: \'single\n\n  line\'\n',
  'n: 0x1F\no: 0o17\ni: .inf\nj: -.INF\nk: .nan\nl: 1e3\nm: 0b101\nq: ~\nt: True\n',
  '- - a\n  - b\n-\n  - c\n- k: v\n  l: w\n',
  '%YAML 1.2\n---\na: !<tag:yaml.org,2002:int> "7"\n...\n',
]

const fragments =
  '\n|\n  |\n    | |  |\t|: |:|, |,|- |-|? |?|#| # c|"|\'|[|]|{|}|¦|>|¦-\n|>+\n|¦2\n|&a |*a|!!str |!!int |!t |! |%|%%|@|`|*|&|!|...|---|0x1F|.inf|null|true|<<: *a|\\|\\x41|\\q|\r\n|é|\u00a0|a: 1\n|b:\n|- x\n|~|=|!!map |!!seq\n|&b\n|}%%|%%{|#quot;|<b c="d">|"x" y|x: y: z'
    .split('|')
    .map(fragment => fragment.replaceAll('¦', '|'))

/** Diagrams whose metadata, frontmatter or directives are changed. */
export function* diagramMutants(seed: number): Generator<string, never> {
  const random = randomFrom(seed)
  for (;;) {
    const pieces = one(diagrams, random).split(/[«»]/)
    yield pieces.map((piece, index) => (index % 2 === 1 ? changed(piece, random) : piece)).join('')
  }
}

/** YAML alone, changed. */
export function* documentMutants(seed: number): Generator<string, never> {
  const random = randomFrom(seed)
  for (;;) yield changed(one(documents, random), random)
}

type Random = () => number

function changed(text: string, random: Random): string {
  let result = text
  for (let left = 1 + Math.floor(random() * 3); left > 0; left--) {
    const at = Math.floor(random() * (result.length + 1))
    const [before, after] = [result.slice(0, at), result.slice(at)]
    const kind = random()
    if (kind < 0.3) result = before + after.slice(1 + Math.floor(random() * 3))
    else if (kind < 0.85) result = before + one(fragments, random) + after
    else {
      const half = Math.floor(random() * (after.length + 1))
      result = before + after.slice(half) + after.slice(0, half)
    }
  }
  return result
}

function one<T>(list: readonly T[], random: Random): T {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('Nothing to choose from')
  return found
}

function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Diagrams with blanks, line breaks, semicolons and quotes where somebody in a hurry leaves them. */
export function* untidied(
  texts: readonly string[],
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Generator<string> {
  const random = randomFrom(seed)
  for (let round = 0; round < rounds; round++)
    for (const text of texts) {
      let result = text
      for (let left = 1 + Math.floor(random() * 6); left > 0; left--)
        result = one(untidy, random)(result, random)
      yield result
    }
}

const untidy: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => insertedAt(text, random, one([' ', '  ', '\t'], random)),
  (text, random) => insertedAt(text, random, one([' ', '   ', '\t '], random), /\n/g),
  (text, random) => insertedAt(text, random, one(['  ', ' \t'], random), /(?=\n)/g),
  (text, random) =>
    insertedAt(text, random, one(['\n', '\n\n', '\n%% a remark\n', '\n  %% x@{p99: 3ms}\n'], random), /\n/g),
  (text, random) => insertedAt(text, random, one([';', ' ; '], random), /(?=\n)/g),
  text => text.replace(/\n/, ';'),
  (text, random) =>
    random() < 0.5 ? text.replace(/\n(?=[^\n]*$)/, '; ') : text.replace(/(\S)\n(\S)/, '$1;$2'),
  text => text.replace(/ (?=[-=<>&])|(?<=[-=<>&]) /g, ''),
  (text, random) => insertedAt(text, random, ' ', /(?=[-=.<>]{2})|(?<=[-=.<>]{2})|(?=&)|(?<=[,:(])/g),
  text => text.replace(/\[(\w+(?: \w+)*)\]/, '["$1"]'),
  text => text.replace(/\|(\w+)\|/, '|"$1"|'),
  text => text.replace(/\r?\n/g, '\r\n'),
]

/** Puts something at one of the places behind which a pattern matches; anywhere without one. */
function insertedAt(text: string, random: Random, part: string, pattern?: RegExp): string {
  const places = pattern
    ? [...text.matchAll(pattern)].map(({ 0: { length }, index }) => index + length)
    : [Math.floor(random() * (text.length + 1))]
  const at = places[Math.floor(random() * places.length)]
  return at === undefined ? text : text.slice(0, at) + part + text.slice(at)
}
