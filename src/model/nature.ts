// What a box of a flowchart is by its wording: a running system, a step of a process, a decision, a piece of code.

import { readsAsStep } from '../knowledge'
import type { Node } from '../syntax/tree'
import type { Component } from './system'

export type Nature = 'system' | 'step' | 'decision' | 'code' | 'unknown'

const decisionShapes = new Set(['diamond', 'diam', 'decision', 'question', 'rhombus'])

const milestones = new Set(['start', 'end', 'begin', 'stop', 'done', 'finish', 'finished', 'success', 'failure', 'fail', 'error', 'exit', 'return', 'ok', 'abort'])

const codeLike = /\w\(\)|\w\([\w, ]*\)$|::|\.(?:ts|tsx|js|jsx|mjs|py|go|rs|java|kt|cs|cpp|h|rb|php|sh|sql|yml|yaml|json|md|toml|tf|css|html)\b|^(?:src|lib|pkg|cmd|internal|packages?)\//i

export function natureOf(component: Component): Nature {
  const { node, text } = component
  if (isDecision(node, text)) return 'decision'
  const words = text.toLowerCase().split(/[^\p{L}\p{N}']+/u).filter(Boolean)
  if (component.kind && component.kind.confidence >= 0.75) return 'system'
  if (words.length <= 2 && milestones.has(words[0] ?? '')) return 'step'
  if (codeLike.test(text)) return 'code'
  if (!component.technology && readsAsStep(text.replace(/^\W*\d+\W*/, ''))) return 'step'
  if (component.kind && component.kind.confidence >= 0.5) return 'system'
  return words.length > 7 ? 'step' : 'unknown'
}

const isDecision = (node: Node, text: string): boolean => decisionShapes.has(node.shape) || /[?？]\s*$/.test(text)
