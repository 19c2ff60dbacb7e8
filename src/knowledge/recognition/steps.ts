// Tells a step of a process (`Check cache`, `Is the token valid?`) from the name of a system (`Search service`).

import { wordsOf } from '../names/lexicon'

/** Whether a label is a step of a process, a question or an event's name rather than the name of a system. */
export function readsAsStep(text: string): boolean {
  const label = text.trim().replace(/^(?:\(?\d{1,2}[.):]|step\s+\d+\s*[:.-]?)\s*/i, '')
  if (/[?？]$/.test(label) || isEventName(label)) return true
  const words = wordsOf(label.split(/[\n(]|<br/, 1)[0] ?? '').map(word => word.text)
  const [first, second] = words
  if (words.length > 1 && isEvent(words)) return true
  if (first === undefined || second === undefined) return false
  if (subjects.has(first) && second.length > 3 && /(?:[^s]s|ed)$/.test(second) && words.length > 2)
    return !plurals.has(second)
  return stepVerbs.has(first) && !isName(first, words)
}

/** `Updates`, `writes`: what is done, in the third person; `requests` and `streams` are things too. */
export function isActivity(word: string): boolean {
  const [, root] = /^(\p{L}{3,})s$/u.exec(word.toLowerCase()) ?? []
  return (
    root !== undefined && !things.has(root) && (stepVerbs.has(root) || stepVerbs.has(root.replace(/e$/, '')))
  )
}

/** `Payment service fails`, `Order received`: something happens. */
function isEvent(words: readonly string[]): boolean {
  return words.some((word, at) => at > 0 && isHappening(word, words[at + 1]))
}

/** A verb in the third person, or a participle that ends the label or goes on with `in`, `to` … */
function isHappening(word: string, next: string | undefined): boolean {
  return (
    happenings.has(word) ||
    (participles.has(word) && (next === undefined || articles.has(next) || next === 'by'))
  )
}

/** `order.payment.received`: an event or topic, not a component. */
function isEventName(label: string): boolean {
  return /^[\w-]+(?:\.[\w-]+){2,}$/.test(label) && !/\.(?:com|net|org|io|dev|local|internal|svc)$/.test(label)
}

/** `Upload service`, `Load balancer`, `Read replica`: the verb is part of a name. */
function isName(verb: string, label: readonly string[]): boolean {
  const words = withoutCopy(label)
  const noun = words[1] ?? ''
  const last = words.at(-1) ?? ''
  if (partners.get(verb)?.includes(noun) || partners.get(verb)?.includes(singular(noun))) return true
  if (words.length > 4 || commands.has(verb)) return false
  return agents.has(singular(last)) && !articles.has(noun)
}

/** `Redirect service pod 1` is one of the redirect service's; `Restart pod 1` stays as it is. */
function withoutCopy(label: readonly string[]): readonly string[] {
  const end = label.findLastIndex(
    word => !/^(?:\d+|[a-z]|pods?|instances?|replicas?|nodes?|containers?)$/.test(word),
  )
  return end > 0 ? label.slice(0, end + 1) : label
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const subjects = words('user customer client admin system browser app server service operator agent')
const things = words(
  'call check click copy display download file filter form forward group hash join key link list load look loop map mark match mount process query request report reset result return route run search set sort split start stream submit switch tag test token trigger try upload use visit wait',
)
const plurals = words('access address services status process servers users clients apps systems agents')
const articles = words('a an the to for from with into and all each new this that your our its if on in')

/** Nouns that make a name of the verb before them. */
const agents = words(
  'service server worker engine handler processor manager system api module controller agent runner scheduler app gateway job function lambda daemon microservice component bot consumer producer listener',
)

/** Verbs that act on a system: `Call service`, `Deploy app`. */
const commands = words(
  'call invoke start stop restart deploy create delete register update send launch ping open select choose install check use run trigger get configure initialize add remove enable disable connect query',
)

/** Verbs that name a thing together with the noun after them. */
const partners: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    load: ['balancer', 'balancing', 'generator', 'tester'],
    read: ['queue', 'replica', 'db', 'model', 'api', 'store', 'service', 'side', 'cache', 'database', 'node'],
    write: ['queue', 'db', 'api', 'model', 'service', 'side', 'store', 'cache', 'database', 'node', 'master'],
    query: ['service', 'engine', 'api', 'cache', 'side', 'handler', 'layer', 'node', 'router'],
    retry: ['queue', 'worker', 'topic'],
    push: ['notification', 'gateway', 'service', 'server'],
    build: ['server', 'agent', 'cache'],
    call: ['center', 'centre'],
    open: ['search', 'telemetry', 'shift', 'stack', 'id', 'policy', 'api', 'ai'],
    set: ['top'],
    test: ['db', 'database', 'server'],
    monitor: ['service'],
    request: ['queue', 'router', 'handler'],
    process: ['manager'],
    upload: ['bucket', 'storage'],
    import: ['job', 'bucket'],
    store: ['db', 'front'],
    map: ['reduce'],
    identify: [],
  }),
)

const participles = words(
  'updated cleared created received sent shipped failed completed exhausted expired deleted approved rejected published invalidated overloaded delivered confirmed detected triggered acquired released resolved crash outage',
)

const happenings = words(
  'arrives arrive fails fires expires becomes happens occurs crashes dies recovers receives decides detects sends creates enters waits asks taps clicks wants lands visits books',
)

const stepVerbs = words(
  'accept add adjust aggregate allocate analyze apply approve ask assess assign authenticate authorise authorize backfill begin build calc calculate call capture charge check choose classify clean click clicks close collect commit compare compile compute configure confirm connect consume continue convert copy create cut debug decide decode decrypt define delete deliver deploy deserialize detect determine disable dispatch display download edit emit enable encode encrypt ensure enter enters escalate estimate evaluate execute expand expose extend extract fetch filter find finish fix flush follow format forward generate get give grant handle hash identify ignore implement import increment ingest initialize inject insert invalidate evict broadcast deduplicate inspect install investigate invoke iterate join keep launch load lock login logout look lookup loop make map mark mask measure merge migrate modify monitor mount move navigate normalize notify observe obtain open parse paste pause pay perform persist pick ping poll populate predict prepare press print process propose provide provision publish pull purge push put query raise reach read rebuild receive reconcile redirect reduce refresh register reject reload remember remove render replace reply request reset resize resolve respond restart restore resume retrieve retry return review revoke roll rollback rotate route run save scan schedule scroll sees select send serialize set show sign skip sort spawn split start stop store submit subscribe summarize switch sync tag take tell terminate test tokenize train transform translate trigger trim try unlock update upload use validate verify visit wait wrap write',
)
