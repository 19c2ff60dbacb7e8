// What a box of a flowchart is by its wording: a running system, a step, a decision, code, a topic, network equipment.

import { readsAsStep } from '../knowledge'
import type { Node } from '../syntax/tree'
import type { Component } from './system'

export type Nature = 'system' | 'step' | 'decision' | 'code' | 'topic' | 'equipment' | 'unknown'

const known = new WeakMap<Component, Nature>()

export function natureOf(component: Component): Nature {
  const nature = known.get(component) ?? judge(component)
  known.set(component, nature)
  return nature
}

function judge(component: Component): Nature {
  const { node, text, kind } = component
  if (isDecision(node, text)) return 'decision'
  if (kind?.confidence === 1) return 'system'
  if (equipment.test(text.split(/[([]/, 1)[0] ?? '')) return 'equipment'
  if (subjects.test(text)) return 'topic'
  if (stages.test(text)) return 'step'
  if (resources.test(text)) return 'code'
  if (kind && kind.confidence >= 0.75 && !(codeOnly.test(text) && !component.technology)) return 'system'
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean)
  if (words.length <= 2 && milestones.has(words[0] ?? '')) return 'step'
  if (codeLike.test(text) || codeOnly.test(text)) return 'code'
  if (listens.test(text)) return 'system'
  if (!component.technology && readsAsStep(text.replace(/^\W*\d+\W*/, ''))) return 'step'
  if (kind && kind.confidence >= 0.5) return 'system'
  if (topics.test(text)) return 'topic'
  return words.length > 7 ? 'step' : 'unknown'
}

const decisionShapes = new Set(['diamond', 'diam', 'decision', 'question', 'rhombus'])

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
  /\w\(\)|\w\([\w, ]*\)$|::|\.(?:ts|tsx|js|jsx|mjs|py|go|rs|java|kt|cs|cpp|h|rb|php|sh|sql|yml|yaml|json|md|toml|tf|css|html)\b|^(?:src|lib|pkg|cmd|internal|packages?)\//i

/** What a program is made of: `Order controller`, `API client`, `UserModel`. Models that are served are systems. */
const codeOnly =
  /(?:controller|repository|module|library|sdk|package|interface|class|middleware|hook|dto|use ?case|entity|factory|stdout|stderr|(?:api|http|rest|data|redis|service) ?client|request ?handler|(?<!(?:embedding|language|ranking|recommendation|reranking|ml|ai) )model)s?$/i

/** Switches, cables and address ranges: they carry calls and make none. */
const equipment =
  /\b(?:(?:core|managed|network|access|poe|l[23]|\d+[- ]port) switch|switch(?=(?:es)? ?(?:$|#|\d|poe|port))|access point|v-?lan ?\d*|subnets?(?! router)|patch panel|modem|ups \d+|ssid|poe|transit gateway|route table|vpc|fritz!?box|unifi|nvr|leaf|spine|wi-?fi|site-to-site vpn|direct connect)\b/i

/** A port in the label: `Orders :8080`. */
const listens = /\w ?:(?:\d{4,5}|80|443)\b/

/** Subjects to learn, not things that run. */
const subjects =
  /^(?:databases|no-?sql|sql|queues|message queues|caches|load balancers|services)$|\b(?:basics|fundamentals|patterns|concepts|strategies|trade-?offs)$/i

const topics =
  /^(?:\p{L}+ )?(?:caching|sharding|partitioning|balancing|networking|scaling|clustering|messaging|indexing|scalability|reliability|availability|consistency|security|persistence|design)$/iu

/** `Phase 2: add a cache`, `Week 1`. */
const stages = /^(?:phase|stage|step|sprint|milestone|week|day|part|chapter|lesson)\s+\d/i

/** `aws_lambda_function.api`, a resource in Terraform; `server/`, a folder. */
const resources = /^(?:aws|google|azurerm|kubernetes|module|data|var)[._][\w.-]+$|^[\w.@/-]+\/$/
