// What is asked of labelled diagrams, what was seen, and what a reader answered.

import { readSystem } from '../../../src/model'
import type { Answers, Classifier, Question } from '../../../src/model/recognition/classifier'
import type { Seen } from '../../../src/model/recognition/evidence/seen'
import { answersOf } from '../../../src/model/recognition/learned'
import { type Table, weightTable } from '../../../src/model/recognition/weight-table'
import { parseDiagram } from '../../../src/syntax'
import type { Diagram } from '../../../src/syntax/tree'
import type { Labelled } from './data'
import { foldsOf, shareOf } from './folds'
import { type Learning, learn } from './learn'
import { tableText } from './write'

export interface Asked {
  readonly of: Labelled
  readonly group: string
  readonly about: string | number
  readonly seen: readonly Seen[]
  /** The reader's answer, where there is one. */
  readonly truth: string | undefined
}

export interface Settings extends Learning {
  readonly question: Question
  /** How much an answer counts. */
  readonly weigh: (asked: Asked) => number
  readonly truth: (of: Labelled, about: string | number) => string | undefined
}

const parsed = new WeakMap<Labelled, Diagram>()

export function diagramOf(labelled: Labelled): Diagram {
  const diagram = parsed.get(labelled) ?? parseDiagram(labelled.text)
  parsed.set(labelled, diagram)
  return diagram
}

export const systemBy = (of: Labelled, classify?: Classifier) =>
  readSystem(diagramOf(of), {}, { headings: of.headings, before: of.before }, classify)

const listed = new WeakMap<Labelled, ReadonlyMap<string | number, string>>()

/** What the names alone say a box is. */
export function listedKind(of: Labelled, about: string | number): string | undefined {
  const known = listed.get(of) ?? namedKinds(of)
  listed.set(of, known)
  return known.get(about)
}

/** Whatever the picture is, its names are taken at their word. */
export const asDesign: Classifier = question => (question === 'picture' ? [['yes', 1]] : [])

const namedKinds = (of: Labelled): ReadonlyMap<string, string> =>
  new Map(
    systemBy(of, asDesign).components.flatMap(({ id, kind }) =>
      kind && kind.confidence >= 0.5 ? [[id, kind.value] as const] : [],
    ),
  )

/** Everything that one question asks of the diagrams; earlier questions are answered by `answer`. */
export function asking(
  all: readonly Labelled[],
  { question, truth }: Settings,
  answer: (of: Labelled) => Classifier,
): readonly Asked[] {
  return all.flatMap(of => {
    const asked: Asked[] = []
    const classify = answer(of)
    systemBy(of, (which, seen, about) => {
      if (which === question) asked.push({ of, group: of.group, about, seen, truth: truth(of, about) })
      return classify(which, seen, about)
    })
    return asked
  })
}

export type Tables = Partial<Record<Question, Table>>

export const classifierFrom =
  (tables: Tables): Classifier =>
  (question, seen) => {
    const table = tables[question]
    return table ? answersOf(table, seen) : []
  }

const key = (of: Labelled, question: Question, about: string | number) => `${of.id}\0${question}\0${about}`

/**
 * Learns one question after another, each in folds: later ones learn beside what the earlier would have said had they
 * not known the repository. `share` of the other repositories is learned from.
 */
export function learnInFolds(
  known: readonly Labelled[],
  questions: readonly Settings[],
  { folds, share = 1 }: { readonly folds: number; readonly share?: number },
): (of: Labelled) => Classifier {
  const unknowing = new Map<string, Answers>()
  const answer =
    (of: Labelled): Classifier =>
    (question, _, about) =>
      unknowing.get(key(of, question, about)) ?? []
  for (const settings of questions) {
    const asked = asking(known, settings, answer)
    for (const { rest, held } of foldsOf(asked, folds)) {
      const table = weightTable(textFrom(shareOf(rest, share), settings))
      for (const { of, about, seen } of held)
        unknowing.set(key(of, settings.question, about), answersOf(table, seen))
    }
  }
  return answer
}

/** The tables that are committed: learned from all, later questions beside unknowing answers of the earlier. */
export function textsFrom(
  known: readonly Labelled[],
  questions: readonly Settings[],
  folds: number,
): Readonly<Record<string, string>> {
  const answer = learnInFolds(known, questions.slice(0, -1), { folds })
  return Object.fromEntries(
    questions.map(settings => [settings.question, textFrom(asking(known, settings, answer), settings)]),
  )
}

export const tablesFrom = (texts: Readonly<Record<string, string>>): Tables =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, weightTable(text)]))

/** What readers leave open is an example of each answer. */
export const open = 'open'

/** As it is committed: measured is what is written, rounded and pruned. */
function textFrom(asked: readonly Asked[], settings: Settings): string {
  const examples = asked.flatMap(one => {
    const answers = one.truth === open ? settings.answers : one.truth === undefined ? [] : [one.truth]
    const weight = settings.weigh(one)
    return answers.map(answer => ({ evidence: one.seen, answer, weight, group: one.group }))
  })
  return tableText(learn(examples, settings), settings.answers)
}
