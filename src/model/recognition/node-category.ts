// What a box of a flowchart is by its wording: a running system, a step, a decision, code, a topic, network equipment.

import { readsAsStep } from '../../knowledge'
import type { Node } from '../../syntax/tree'
import { type End, isComponent } from '../ends'
import type { Component } from '../system'

export type NodeCategory = 'system' | 'step' | 'decision' | 'code' | 'topic' | 'equipment' | 'unknown'

const known = new WeakMap<Component, { readonly kind: Component['kind']; readonly category: NodeCategory }>()

/** Kept until its kind is found to be another. */
export function categoryOf(component: Component): NodeCategory {
  const { kind } = component
  const before = known.get(component)
  if (before && before.kind === kind) return before.category
  const category = judge(component)
  known.set(component, { kind, category })
  return category
}

function judge(component: Component): NodeCategory {
  const { node, text, headline, kind } = component
  if (isDecision(node, text)) return 'decision'
  if (kind?.confidence === 1 || isDrawnPerson(component)) return 'system'
  if (equipment.test(headline.split(/[([]/, 1)[0] ?? '')) return 'equipment'
  if (subjects.test(headline)) return 'topic'
  if (stages.test(headline) || decided.test(headline)) return 'step'
  if (resources.test(headline) || files.test(headline) || drivers.test(headline)) return 'code'
  if (variables.test(headline) || sources.test(component.boundary?.text ?? '')) return 'code'
  if (lists.test(component.boundary?.text ?? '')) return 'topic'
  if (measures.test(headline)) return 'topic'
  if (kind && kind.confidence >= (mayBeCode(component) ? 0.95 : 0.75)) return 'system'
  const words = headline
    .toLowerCase()
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean)
  if (words.length <= 2 && milestones.has(words[0] ?? '')) return 'step'
  if ((codeLike.test(headline) && !component.technology) || codeOnly.test(headline)) return 'code'
  if (listens.test(text)) return 'system'
  if (!component.technology && !isNamedThing(component) && readsAsStep(headline.replace(/^\W*\d+\W*/, '')))
    return 'step'
  if (kind && kind.confidence >= 0.5) return 'system'
  if (topics.test(headline)) return 'topic'
  return words.length > 7 ? 'step' : 'unknown'
}

/** An actor or a C4 person is one, whatever it is called. */
const isDrawnPerson = ({ kind }: Component): boolean => kind?.value === 'person' && kind.confidence >= 0.95

/** Who takes part in a sequence has a name of its own. */
export const takesPart = ({ node }: Component): boolean =>
  /^(?:participant|actor|boundary|control|entity|database|collections|queue)$/.test(node.shape)

/** A participant and an element of C4 are named things: `Make a plea` may be a service. */
const isNamedThing = (component: Component): boolean =>
  takesPart(component) || c4Shape.test(component.node.shape)

const c4Shape = /person|system|container|component/

export const decisionShapes = new Set(['diamond', 'diam', 'decision', 'question', 'rhombus'])

const isDecision = (node: Node, text: string): boolean =>
  decisionShapes.has(node.shape) || /[?？]\s*$/.test(text)

const milestones = new Set([
  'start',
  'end',
  'begin',
  'stop',
  'done',
  'finish',
  'finished',
  'success',
  'failure',
  'fail',
  'error',
  'exit',
  'return',
  'ok',
  'abort',
])

const codeLike =
  /\w\(\)|\w\([\w, ]*\)$|::|\w = \w+\(|\.(?:ts|tsx|js|jsx|mjs|py|go|rs|java|kt|cs|cpp|h|rb|php|sh|sql|yml|yaml|json|md|toml|tf|css|html)\b(?!\.\w)|^(?:src|lib|pkg|cmd|internal|packages?)\//i

/** `main.yml`, `middleware.ts CSP nonce`: a file, whatever product its name mentions; `db.example.ts.net` is a host. */
const files = /^[\w./-]*\w\.(?:tsx?|jsx|mjs|py|go|rs|java|kt|cs|cpp|rb|php|sh|ya?ml|md|tf|tfvars)\b(?!\.\w)/

export const isFile = (headline: string): boolean => files.test(headline)

/** What a program talks to its database and its logs through: part of the program. */
const drivers =
  /^(?:jdbc|jpa|hibernate|prisma|typeorm|sequelize|sqlalchemy|mongoose|entity framework(?: core)?|ef core|drizzle|orm|serilog|log4j|winston|slf4j)$/i

/** `API clients` beside browsers in a group named `Clients` are no library. */
const mayBeCode = ({ headline, technology, kind }: Component): boolean =>
  technology === undefined &&
  codeOnly.test(headline) &&
  !(kind?.value === 'client' && kind.confidence >= 0.75)

/** What a program is made of: `Order controller`, `API client`, `UserModel`. Models that are served are systems. */
const codeOnly =
  /(?:controller|repository|module|library|sdk|package|(?<!(?:web|user|chat|admin|command[- ]line) )interface|class|middleware|(?<!web[ -]?)hook|dto|use ?case|(?<!id)entity|factory|stdout|stderr|(?:api|http|rest|data|redis|service) ?client|request ?handler|adapter|(?:^|(?:data|domain|view|object|user|base|orm) |(?<=\p{Ll}))model|(?<=\p{Ll})stack)s?$/iu

/** Switches, cables and address ranges: they carry calls and make none. */
const equipment =
  /\b(?:(?:core|managed|network|access|poe|l[23]|\d+[- ]port) switch|(?<!(?:payment|transaction|card|acquiring|issuing|feature|kill|traffic) )switch(?=(?:es)? ?(?:$|#|\d|poe|port))|access point|v-?lan ?\d*|subnets?(?! router)|patch panel|modem|ups \d+|ssid|poe|transit gateway|route table|vpc(?! service)|fritz!?box|unifi|nvr|leaf[- ]spine|(?:leaf|spine)(?= ?(?:$|\d|switch))|wi-?fi|site-to-site vpn|direct connect)\b/i

/** A port in the label: `Orders :8080`. */
export const listens = /\w ?:(?:\d{4,5}|80|443)\b|\bports?:? \d{2,5}\b/i

/** Subjects to learn, not things that run. */
const subjects =
  /^(?:databases|no-?sql|sql|queues|message queues|caches|load balancers)$|\b(?:basics|fundamentals|patterns|concepts|strategies|trade-?offs)$/i

/** `REDIS_HOST: localhost`. */
const variables = /^(?:[A-Z][A-Z\d]*(?:_[A-Z\d]+)+|PORT|HOST)\s*[:=]/

/** Groups that list what a system can do, not what it is made of. */
const lists = /\b(?:features|capabilities|principles|best practices)$/i

/** Groups of source code: what they describe runs, they don't. */
const sources =
  /\b(?:terraform|cdk|bicep|pulumi|npm|gradle|maven|cargo|python) (?:modules|packages|stacks|crates|libraries)\b|\b(?:(?:data|domain) models|entities|schemas)$/i

/** What secures a system runs inside its parts; what it promises runs nowhere. */
const measures =
  /^(?:input validation|network segmentation|encryption (?:at rest|in transit)|\p{L}+ (?:encryption|hardening|security)|access controls?)$|^(?:\S+ )?(?:slos?|slas?|slis?|kpis?)\b/iu

const topics =
  /^(?:\p{L}+ )?(?:caching|sharding|partitioning|balancing|networking|scaling|clustering|messaging|indexing|scalability|reliability|availability|consistency|security|persistence|design)$/iu

/** A group such as `Phase 2: migrate`. */
export const isPhase = (end: End): boolean =>
  !isComponent(end) && (stages.test(end.text) || times.test(end.text))

/** `Phase 2: add a cache`, `Week 1`. */
const stages = /^(?:phase|stage|step|sprint|milestone|week|day|part|chapter|lesson)\s+\d/i

/** Somebody decides, in whatever they use for it. */
export const awaitsPerson = (end: End): boolean => isComponent(end) && decided.test(end.headline)

const decided = /^(?:human|manual|manager) (?:approvals?|reviews?|verification|sign-?off)$/i

/** `Before: one monolith`, `After`. */
const times =
  /^\W*(?:before|during|after|today|current(?: state)?|future(?: state)?|target(?: state)?)\s*(?:[:(–—-]|$)/i

/** `aws_lambda_function.api`, a resource in Terraform; `server/`, a folder. */
const resources = /^(?:aws|google|azurerm|kubernetes|module|data|var)[._][\w.-]+$|^[\w.@/-]+\/$/
