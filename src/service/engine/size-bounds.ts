// How much of a document is understood: what nobody would wait for is left out, and said.

import type { Steps } from '../../knowledge'
import { readingSystem, readSystem } from '../../model'
import type { OuterFigures } from '../../model/annotations'
import type { System } from '../../model/system'
import { tooLarge } from '../../rules/syntax/too-large'
import { parseDiagram, unreadDiagram } from '../../syntax'
import type { Diagram, Step } from '../../syntax/tree'
import type { Introduction } from '../../text/introduction'
import type { Configuration } from '../configuration/configuration'

/** What is left for the diagrams of a document, in the order of the text. */
export interface Room {
  /** Diagrams after the first of those that are too many are not looked at. */
  readonly diagrams: number
  /** Takes the room that a diagram needs, or says why it is left out; `known` is the same diagram, read before. */
  admit(text: string, known?: Diagram): Admission
}

/** A diagram and whether it is understood, beyond its syntax. */
export interface Admission {
  readonly diagram: Diagram
  readonly leftOut: boolean
}

/** Whatever is nested deeper is no picture: those who go through it may do so recursively. */
const mostLevels = 100

export function roomIn(configuration: Configuration): Room {
  const most = mostAccepted(configuration)
  let [elements, characters, seen, told] = [0, 0, 0, false]
  /** Said once for a document: of the first diagram that is left out. */
  const leftOut = (diagram: Diagram, message: string): Admission => {
    const problem = { kind: tooLarge.id, span: diagram.header, message, fixes: [] }
    const problems = told ? diagram.problems : [...diagram.problems, problem]
    told = true
    return { diagram: { ...diagram, problems }, leftOut: true }
  }
  return {
    diagrams: most.diagrams + 1,
    admit(text, known) {
      if (++seen > most.diagrams) return leftOut(unreadDiagram(text), beyondDiagrams(most.diagrams))
      if (characters + text.length > most.characters)
        return leftOut(unreadDiagram(text), beyondCharacters(text.length, characters, most.characters))
      characters += text.length
      const diagram = known ?? parseDiagram(text)
      const size = diagram.nodes.length + diagram.arrows.length + diagram.groups.length
      if (elements + size > most.elements)
        return leftOut(diagram, beyondElements(size, elements, most.elements))
      const levels = levelsOf(diagram)
      if (levels > mostLevels) return leftOut(diagram, beyondLevels)
      elements += size
      return { diagram, leftOut: false }
    },
  }
}

/** In steps. A diagram that is left out has its settings, and nothing to judge or to work out. */
export function* readingSystemOf(
  { diagram, leftOut }: Admission,
  outer: OuterFigures,
  introduction: Introduction,
): Steps<System> {
  if (!leftOut) return yield* readingSystem(diagram, outer, introduction)
  const nothing = { ...diagram, nodes: [], arrows: [], groups: [], references: [], steps: [], metadata: [] }
  return {
    ...readSystem(nothing, outer),
    diagram,
    architecture: { value: false, confidence: 1, why: 'it is too large to be understood' },
    problems: [],
  }
}

interface Accepted {
  readonly elements: number
  readonly characters: number
  readonly diagrams: number
}

function mostAccepted({ rules }: Configuration): Accepted {
  const set = rules[tooLarge.id]?.options ?? {}
  const given = (name: keyof Accepted) => Number(set[name] ?? tooLarge.options[name]?.default)
  return {
    elements: given('elements'),
    characters: given('characters'),
    diagrams: given('diagrams'),
  }
}

/** How deep groups and fragments are nested. */
function levelsOf({ groups, steps }: Diagram): number {
  return Math.max(levelsOfGroups(groups), levelsOfSteps(steps))
}

function levelsOfGroups(groups: Diagram['groups']): number {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]))
  const known = new Map<string, number>()
  for (const { id } of groups) {
    const inward: string[] = []
    let at: string | undefined = id
    for (; at !== undefined && !known.has(at); at = parents.get(at)) {
      known.set(at, 0)
      inward.push(at)
    }
    let levels = known.get(at ?? '') ?? 0
    for (const inner of inward.reverse()) known.set(inner, ++levels)
  }
  return [...known.values()].reduce((most, levels) => Math.max(most, levels), 0)
}

function levelsOfSteps(steps: readonly Step[]): number {
  let [level, levels] = [steps, 0]
  for (;;) {
    const inner = level.flatMap(step =>
      step.kind === 'fragment' ? step.sections.flatMap(section => section.steps) : [],
    )
    const fragments = level.some(({ kind }) => kind === 'fragment')
    if (!fragments) return levels
    levels++
    level = inner
  }
}

const remedy = 'Split it into one diagram for each subsystem'

const beyondElements = (size: number, above: number, most: number): string =>
  `This diagram has ${count(size)} nodes, arrows and groups${above > 0 ? `, ${count(above + size)} with the diagrams above it` : ''}: beyond ${count(most)} in one document, only the syntax is checked. Mermaid itself draws at most 500 arrows unless \`maxEdges\` is raised. ${remedy}, or raise the option \`elements\` of this rule.`

const beyondCharacters = (length: number, above: number, most: number): string =>
  `This diagram has ${count(length)} characters${above > 0 ? `, ${count(above + length)} with the diagrams above it` : ''}: text beyond ${count(most)} in one document is not checked. Mermaid itself draws at most 50,000 unless \`maxTextSize\` is raised. ${remedy}, or raise the option \`characters\` of this rule.`

const beyondDiagrams = (most: number): string =>
  `This document has more than ${count(most)} diagrams: the others are not checked. Split it, or raise the option \`diagrams\` of this rule.`

const beyondLevels = `Groups and fragments are nested more than ${mostLevels} levels deep: only the syntax of such a diagram is checked. Flatten them, or draw the inner part as a separate diagram.`

const count = (number: number): string => number.toLocaleString('en')
