// What a box of a flowchart is by its wording: a running system, a step of a process, a decision, a piece of code.

import type { Node } from '../syntax/tree'
import type { Component } from './system'

export type Nature = 'system' | 'step' | 'decision' | 'code' | 'unknown'

const decisionShapes = new Set(['diamond', 'diam', 'decision', 'question', 'rhombus'])

/** Verbs in the imperative that open a step of a process. */
const stepVerbs = new Set(
  (
    'accept add aggregate allocate allow alert analyze analyse append apply approve archive ask assign attach authenticate authorize await ' +
    'backup begin block build calculate call cancel capture check choose clean clear click close collect commit compare compile complete compute ' +
    'configure confirm connect consume continue convert copy create deactivate decide decode decrypt define delete deliver deploy detect determine ' +
    'disable discard display distribute do download drop emit enable encode encrypt end enqueue enrich ensure enter establish evaluate execute exit ' +
    'export extract fail fetch fill filter find finish fix flag flush format forward generate get give grant group handle hash identify ignore import ' +
    'increment index ingest initialize init insert inspect install invoke issue iterate join keep launch let listen load lock log look loop make map mark ' +
    'match measure merge migrate modify monitor move normalize notify obtain open order pack parse pass perform persist pick place plan poll post prepare ' +
    'present press print process produce prompt provide publish pull push put query queue raise read receive record reconcile redirect refresh register ' +
    'reject release reload remove render repeat replace reply report request require rerun reset resolve respond restart restore resume retrieve retry ' +
    'return reuse revert review roll rollback run save scan schedule search select send set setup show shut sign skip sort split start stop store stream ' +
    'submit subscribe switch sync take terminate test track train transform translate trigger try turn unlock update upload use validate verify view wait warn write'
  ).split(' '),
)

const milestones = new Set(['start', 'end', 'begin', 'stop', 'done', 'finish', 'finished', 'success', 'failure', 'fail', 'error', 'exit', 'return', 'ok', 'abort'])

/** Words that make a verb-first label the name of a system: "Search Service", "Order API". */
const systemNouns = /\b(service|services|api|server|db|database|gateway|queue|cache|cluster|worker|workers|broker|bucket|proxy|lambda|store|bus|balancer|engine|app|portal|registry|backend|frontend|client)\b/i

const codeLike = /\w\(\)|\w\([\w, ]*\)$|::|\.(?:ts|tsx|js|jsx|mjs|py|go|rs|java|kt|cs|cpp|h|rb|php|sh|sql|yml|yaml|json|md|toml|tf|css|html)\b|^(?:src|lib|pkg|cmd|internal|packages?)\//i

export function natureOf(component: Component): Nature {
  const { node, text } = component
  if (isDecision(node, text)) return 'decision'
  const words = text.toLowerCase().split(/[^\p{L}\p{N}']+/u).filter(Boolean)
  if (words.length <= 2 && milestones.has(words[0] ?? '')) return 'step'
  if (codeLike.test(text)) return 'code'
  const first = words[0] === '1' || /^\d+$/.test(words[0] ?? '') ? words[1] : words[0]
  const opensWithVerb = words.length >= 2 && stepVerbs.has(first ?? '') && !systemNouns.test(text)
  if (opensWithVerb && !component.technology) return 'step'
  if (component.kind && component.kind.confidence >= 0.5) return 'system'
  return words.length > 7 ? 'step' : 'unknown'
}

const isDecision = (node: Node, text: string): boolean => decisionShapes.has(node.shape) || /[?？]\s*$/.test(text)
