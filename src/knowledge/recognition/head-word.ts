// Reads a kind from the naming word of a label, an id or a class: `Order service`, `ordersDb`, `消息队列`.

import { type NameMatch, namesIn, wordsOf } from '../names/lexicon'
import { kindTable, notSystemTable } from '../names/tables'
import type { Inference, Kind } from './kind'
import type { KindWord } from './kind-words'

/** The kind that the last naming word of the first part tells: English names end in what the thing is. */
export function headWord(text: string, place: string): Inference<Kind> | undefined {
  const lines = text.split('\n')
  const [name] = lines
  const inName = nameWord(name ?? '', place)
  if (inName || lines.length === 1) return inName
  const below = lines.slice(1).find(line => namesKind(line))
  const described = below === undefined ? undefined : nameWord(below, place)
  return described && { ...described, confidence: described.confidence * 0.75 }
}

/** Whether a line ends in a naming word: `redirect service`, but not `stores user sessions`. */
function namesKind(line: string): boolean {
  const head = line.split(breaks, 1)[0] ?? ''
  const last = namesIn(kindTable(), head).at(-1)
  return last !== undefined && wordsOf(head).length <= 4 && isLast(head, last)
}

/** `ms-clients`, `svc-orders`: ids of services, named after whom or what they are about. */
const servicePrefix = /^(?:ms|svc|srv|microservice)-\p{Ll}/u

function nameWord(text: string, place: string): Inference<Kind> | undefined {
  const head = text.split(breaks, 1)[0] ?? ''
  const [prefix] = servicePrefix.exec(head) ?? []
  const about = prefix && namesIn(kindTable(), head).at(-1)
  if (about && users.has(about.value.kind))
    return { value: 'service', confidence: 0.85, why: `'${prefix.slice(0, -1)}' before the name in ${place}` }
  const inHead = namesIn(kindTable(), head)
  const scope = inHead.length > 0 ? head : text
  const found = inHead.length > 0 ? inHead : namesIn(kindTable(), text)
  const word = leadingWord(found, scope) ?? chosen(found)
  const last = found[found.length - 1]
  if (!word || !last) return suffixKind(head, place)
  if (isNoSystem(scope, word)) return undefined
  if (word.value.kind === 'person' && !namesPerson(scope, word)) return undefined
  if (word.value.kind === 'person' && isControlLoop(scope, word)) return controlLoop(place)
  const sure = (scope === head ? 1 : 0.75) * (isLast(scope, last) || leads(scope, word) ? 1 : 0.6)
  return {
    value: word.value.kind,
    confidence: word.value.confidence * sure,
    why: `'${scope.slice(word.start, word.end)}' in ${place}`,
  }
}

/** `Guest user` is a person, and `User 1 London` and `ML-engineer`; `Customer dashboard`, `forms-admin` and the path `/admin` are not. */
function namesPerson(text: string, word: NameMatch<Naming>): boolean {
  return (
    (isLast(text, word) || /^\W*\d/.test(text.slice(word.end))) &&
    !/[\p{Ll}\p{N}][-_]$|(?:^|\s)\/$/u.test(text.slice(0, word.start))
  )
}

/** `clusterOperator`, `Storage operator`: who operates a cluster in software; `Platform operator` and `Tour operator` are people. */
const isControlLoop = (text: string, { start, end }: NameMatch<Naming>): boolean =>
  /^operators?$/i.test(text.slice(start, end)) &&
  (/[\p{Ll}\d]$/u.test(text.slice(0, start)) ||
    [operated, product].some(before => before.test(text.slice(0, start))))

const operated =
  /(?:\b(?:cluster|control[- ]plane|config(?:uration)?|machine|storage|database|db|cache|backup|certificate|ingress|dns|node|secrets?|volume|kubernetes|k8s|helm|authentication|monitoring|logging|observability|service[- ]mesh))[ -]$/iu

const product = /(?:^|\s)(?:\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+)[ -]$/u

const controlLoop = (place: string): Inference<Kind> => ({
  value: 'service',
  confidence: 0.7,
  why: `an operator of Kubernetes in ${place}`,
})

/** Whether a label names a part of a program, a document or an event: whatever else it says, it is no system. */
export function namesNoSystem(text: string): boolean {
  return namesIn(notSystemTable(), text).length > 0 || isFileName(text)
}

const breaks =
  /<br\s*\/?>|[([,;:|·•—–→]|->|\s(?:for|of|with|from|to|in|on|by|every|each|von|für|para|pour)\s|\s[-+/&]\s/i

/** `Microsserviço de Pacientes`, `Servicio de clientes`: Romance names begin with what the thing is, and whom it serves follows. */
function leadingWord(found: readonly NameMatch<Naming>[], text: string): NameMatch<Naming> | undefined {
  const [first] = found
  const last = found.at(-1)
  if (!first || !last || users.has(first.value.kind) || !users.has(last.value.kind)) return undefined
  return /^ (?:d[aeiou]s?|del|dell[ae]) /i.test(text.slice(first.end)) ? first : undefined
}

/** The head is the last word, unless it is a vague one and a telling one stands before it. */
function chosen(found: readonly NameMatch<Naming>[]): NameMatch<Naming> | undefined {
  const last = found[found.length - 1]
  const [first] = found
  if (last && isPlainService(last) && first?.value.kind === 'external' && first.from === 0) return first
  if (!last) return undefined
  if (!isWeak(last)) return last.value.kind === 'client' ? (found.findLast(isScreen) ?? last) : last
  const least = last.value.vague ? 0.6 : 0.85
  return found.findLast(one => one.value.confidence > least && !users.has(one.value.kind)) ?? last
}

/** `Bank API` is the bank's; `CRM agent` is ours. */
const isPlainService = ({ value }: NameMatch<Naming>): boolean =>
  value.kind === 'service' && value.confidence >= 0.8

/** `Web app`, `gateway`: words that a telling one before them outdoes; `indexer` and `agent` are none of them. */
const isWeak = ({ value }: NameMatch<Naming>): boolean =>
  value.vague === true || (value.confidence > 0.5 && value.confidence <= 0.6)

/** `Terminal orchestrator` serves terminals. */
const users: ReadonlySet<Kind> = new Set<Kind>(['person', 'client', 'browser', 'mobile'])

/** A browser's game client is a browser. */
const isScreen = ({ value }: NameMatch<Naming>): boolean =>
  value.kind === 'browser' || value.kind === 'mobile'

/** Nothing but numbers and words like `cluster` or `primary` follows: `User enters credentials` is no user. */
function isLast(text: string, word: NameMatch<Naming>): boolean {
  const rest = text.slice(word.end).split(breaks, 1)[0] ?? ''
  return wordsOf(rest).every(
    ({ text: after }) => after.length <= 2 || /^\d+$/.test(after) || neutral.has(after),
  )
}

/** `Servicio de pedidos`, `Сервис заказов`: Romance and Slavic names begin with what the thing is. */
const leads = (text: string, { start, end }: NameMatch<Naming>): boolean =>
  !/\p{L}/u.test(text.slice(0, start)) &&
  (/^\s+(?:de|del|des|du|da|do|dos|das|d['’])/iu.test(text.slice(end)) ||
    /^\p{Script=Cyrillic}/u.test(text.slice(start)))

const neutral = new Set(
  'alpha beta gamma delta cluster clusters pool pools node nodes instance instances primary replica replicas standby secondary tier layer group groups system server servers service services pod pods farm fleet app apps master slave leader follower read write internal external public private prod staging east west north south region zone active passive main shared global local edge central node component platform stack set one two three box host hosts container containers agent agents database db api'.split(
    ' ',
  ),
)

function isNoSystem(text: string, word: NameMatch<Naming>): boolean {
  return (
    namesIn(notSystemTable(), text).some(
      one => one.end > word.end || (one.end === word.end && one.start <= word.start),
    ) || isFileName(text)
  )
}

function isFileName(text: string): boolean {
  return /^[\w-]+\.(?:cs|tsx?|jsx?|py|go|rs|java|rb|php|md|json|ya?ml|html|css|sh|sql|cpp|h)\b/.test(text)
}

/** `ordersdb`, `usersvc`: ids run together. */
function suffixKind(text: string, place: string): Inference<Kind> | undefined {
  const last = wordsOf(text).at(-1)
  if (!last || last.text.length < 4) return undefined
  const raw = text.slice(last.start, last.end)
  for (const [ending, kind] of endings) {
    if (last.text.length > ending.length && last.text.endsWith(ending))
      return { value: kind, confidence: 0.75, why: `'${raw}' in ${place}` }
  }
  return undefined
}

const endings: readonly (readonly [string, Kind])[] = [
  ['서비스', 'service'],
  ['서버', 'service'],
  ['데이터베이스', 'database'],
  ['db', 'database'],
  ['svc', 'service'],
  ['service', 'service'],
  ['server', 'service'],
  ['datenbank', 'database'],
  ['dienst', 'service'],
  ['queue', 'queue'],
  ['cache', 'cache'],
  ['worker', 'worker'],
  ['api', 'service'],
]

/** A naming word without the words. */
type Naming = Pick<KindWord, 'kind' | 'confidence' | 'vague'>
