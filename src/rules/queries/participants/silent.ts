// Participants that are declared and take no part.

import type { Component, System } from '../../../model/system'
import type { Diagram, Node, Step } from '../../../syntax/tree'
import { notesIn } from '../traces/branches'

/**
 * Participants that are declared and never mentioned again, in a note of their own neither, in a trace that declares all others. Names
 * of which messages use another spelling are no leftovers.
 */
export function silentIn({ diagram }: System, bare: readonly Component[]): readonly Component[] {
  if (diagram.arrows.length < fewestMessages) return []
  if (diagram.nodes.some(node => !isDeclared(diagram.text, node))) return []
  const noted = new Set(diagram.steps.flatMap(step => notedIn(step, diagram)))
  const said = [...diagram.arrows, ...notesIn(diagram)].map(({ text }) => text).join('\n')
  const silent = bare.filter(part => !noted.has(part.id) && !namesPart(said, part))
  return silent.length * mostSilent <= diagram.nodes.length ? silent : []
}

/** `writes the job (Orders_DB)`: told without an arrow of its own. */
const namesPart = (said: string, { id, name }: Component): boolean =>
  [id, name].some(each => each.length >= shortestName && said.includes(each))

const shortestName = 4

const fewestMessages = 4

/** With a larger share than one in so many the picture is unfinished, and says so itself. */
const mostSilent = 3

function notedIn(step: Step, diagram: Diagram): readonly string[] {
  if (step.kind === 'note') return isHeading(step.over, diagram) ? [] : step.over
  return step.kind === 'fragment'
    ? step.sections.flatMap(({ steps }) => steps.flatMap(each => notedIn(each, diagram)))
    : []
}

/** A note that spans most of the lanes is about none of them. */
function isHeading([first, last]: readonly string[], { nodes }: Diagram): boolean {
  const [from, to] = [first, last].map(name => nodes.findIndex(({ id }) => id === name))
  return last !== undefined && to! - from! + 1 >= Math.max(fewestLanes, nodes.length * mostLanes)
}

const fewestLanes = 3
const mostLanes = 0.6

const isDeclared = (text: string, { mentions }: Node): boolean =>
  /\b(?:participant|actor)\s+$/i.test(text.slice(0, mentions[0]?.id.start ?? 0).slice(-20))
