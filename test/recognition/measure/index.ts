// Measures and trains recognition on labelled diagrams.

import { readFileSync, writeFileSync } from 'node:fs'
import { kinds } from '../../../src/knowledge'
import { hasKind } from '../../../src/model/ends'
import { arrowAnswers } from '../../../src/model/recognition/arrows'
import { type Classifier, chanceOf } from '../../../src/model/recognition/classifier'
import { noKind, untold } from '../../../src/model/recognition/kinds'
import { learned, tables } from '../../../src/model/recognition/learned'
import type { Connection } from '../../../src/model/system'
import { weightsOfTable } from './before'
import { type Labelled, labelledIn } from './data'
import { isSealed } from './folds'
import { arrowFound, arrowLabelled, coarse, familyOf, kindFound, kindLabelled } from './labels'
import { ownLabelled } from './own'
import {
  classifierFrom,
  learnInFolds,
  open,
  type Settings,
  systemBy,
  tablesFrom,
  textsFrom,
} from './questions'
import { accuracy, confusions, precisionAndRecall, reliability, type Said } from './report'
import { technologiesFound, technologyFigures } from './technologies'
import { weightsModule } from './write'

/**
 * What others drew counts; flowcharts, which may show anything, twice, and what is half a design a little for both answers.
 * Our own is shorter, plainer and named by ourselves: much of it makes recognition worse on strangers' pictures, a little
 * keeps it right on samples.
 */
function weightOf({ family, confidence, label }: Labelled): number {
  if (family === 'own') return label === 'no' ? 2.4 : 1.4
  const often = family === 'flowchart' ? 2 : 1
  return often * (label === 'maybe' ? 0.3 : confidence === 'high' ? 1 : 0.5)
}

const pictures: Settings = {
  question: 'picture',
  answers: ['no', 'yes'],
  ridge: 6,
  leastGroups: 5,
  most: 16_500,
  weigh: ({ of }) => weightOf(of),
  truth: ({ label }) => (label === 'maybe' ? open : label),
}

const boxes: Settings = {
  question: 'box',
  answers: [noKind, ...kinds.filter(kind => !untold.has(kind))],
  ridge: 3,
  leastGroups: 4,
  most: 23_000,
  weigh: ({ of }) => (of.family === 'own' ? 0.3 : 1),
  truth: kindLabelled,
}

const arrows: Settings = {
  question: 'arrow',
  answers: arrowAnswers,
  ridge: 4,
  leastGroups: 3,
  most: 20_000,
  weigh: ({ of }) => (of.family === 'own' ? 0.3 : of.confidence === 'high' ? 1 : 0.5),
  truth: arrowLabelled,
}

/**
 * Where labels came after the committed weights, boxes and arrows learn on from those: what they were learned from need
 * not be at hand. Pictures are learned anew, which was better on repositories that neither had seen.
 */
const questionsFor = ({ latest }: Labels): readonly Settings[] =>
  latest.length === 0
    ? [pictures, boxes, arrows]
    : [
        pictures,
        { ...boxes, before: weightsOfTable(tables.box()) },
        { ...arrows, before: weightsOfTable(tables.arrow()) },
      ]

/** Folders of labels: those that the committed weights know, and those that came after them. */
export interface Labels {
  readonly known: readonly string[]
  readonly latest: readonly string[]
}

export interface Measuring {
  /** Print the error over the number of repositories. */
  readonly learningCurve: boolean
  /** Measure on the repositories that no evidence was chosen by. */
  readonly sealed: boolean
}

export function measure(labels: Labels, { learningCurve, sealed }: Measuring): void {
  const latest = labels.latest.flatMap(labelledIn)
  const all = [...labels.known.flatMap(labelledIn), ...latest]
  const questions = questionsFor(labels)
  const ours = ownLabelled()
  const unsealed = all.filter(({ group }) => !isSealed(group))
  const [studied, heldOut, measured] = latest.length > 0 ? [all, latest, latest] : [unsealed, unsealed, all]
  console.log(`${all.length} diagrams of ${repositories(all)} repositories, ${ours.length} of our own`)
  if (sealed) {
    const classify = classifierFrom(tablesFrom(textsFrom([...unsealed, ...ours], questions, folds)))
    report(
      'sealed repositories',
      measured.filter(({ group }) => isSealed(group)).map(of => ({ of, classify })),
    )
    return
  }
  for (const share of learningCurve ? [0.25, 0.5, 0.75, 1] : [1]) {
    const answer = learnInFolds([...studied, ...ours], questions, { folds, share })
    report(
      `held out, learned from ${Math.round(share * 100 * (1 - 1 / folds))} % of the repositories`,
      heldOut.map(of => ({ of, classify: answer(of) })),
    )
  }
  report(
    'committed weights',
    measured.map(of => ({ of, classify: learned })),
  )
  report(
    'committed weights on our own',
    ours.map(of => ({ of, classify: learned })),
  )
}

const repositories = (all: readonly Labelled[]): number => new Set(all.map(({ group }) => group)).size

interface Judged {
  readonly of: Labelled
  readonly classify: Classifier
}

const folds = 8

function report(title: string, judged: readonly Judged[]): void {
  console.log(`\n${title}`)
  const said = judged
    .filter(({ of }) => of.label !== 'maybe' && of.confidence === 'high')
    .map(({ of, classify }) => ({ of, ...pictureSaid(of, classify) }))
  for (const family of ['all', ...new Set(said.map(({ of }) => of.family))]) {
    const some = said.filter(({ of }) => family === 'all' || of.family === family)
    console.log(`  designs, ${family.padEnd(12)} ${precisionAndRecall(some, 'yes')}`)
  }
  console.log(`  reliability          ${reliability(said)}`)
  for (const label of ['any', 'yes', 'maybe', 'no']) {
    const kinds = judged.flatMap(({ of, classify }) =>
      label === 'any' || of.label === label ? boxesSaid(of, classify) : [],
    )
    if (kinds.length > 0)
      console.log(
        `  kinds of boxes, ${label.padEnd(5)} ${accuracy(kinds)}; ${accuracy(kinds.map(inFamilies))} as rules tell them apart\n    ${confusions(kinds)}`,
      )
  }
  const technologies = judged.flatMap(({ of, classify }) => technologiesFound(of, classify))
  if (technologies.length > 0) console.log(`  technologies         ${technologyFigures(technologies)}`)
  reportArrows(
    'all',
    judged.flatMap(({ of, classify }) => arrowsSaid(of, classify)),
  )
  const found = judged.filter(
    ({ of, classify }) => of.label === 'yes' && systemBy(of, classify).architecture.value,
  )
  reportArrows(
    'of designs that are found',
    found.flatMap(({ of, classify }) => arrowsSaid(of, classify)),
  )
}

/** What arrows are; network or not: control over one, and a person at a screen, are open. */
function arrowsSaid(of: Labelled, classify: Classifier): readonly ArrowSaid[] {
  if (of.arrows.length === 0) return []
  const classes = new Map(of.arrows.map(arrow => [arrow.index, arrow.class]))
  return systemBy(of, classify).connections.flatMap(connection => {
    const { index, network, role } = connection
    const truth = arrowLabelled(of, index)
    if (truth === undefined) return []
    const label = classes.get(index) ?? ''
    const what = { truth, answer: asTold(connection, truth), chance: role.confidence }
    const crosses = truth === 'control' || truth === 'usage' ? undefined : crossing.has(label)
    const open = left.get(what.answer)?.has(label) === true && network.value
    return [{ what, open, crosses, said: network.value, chance: network.confidence }]
  })
}

/**
 * Readers say of anyone who uses a system that they do, whichever way it is drawn; the model tells screens from calls over
 * a network, and what a screen shows answers what was done at it.
 */
function asTold(connection: Connection, truth: string): string {
  const { caller, callee, role, network } = connection
  const answer = arrowFound(connection)
  if (truth !== 'usage') return answer
  const shows = hasKind(callee, 'person') && role.value === 'reply' && !network.value
  return shows || (answer === 'call' && hasKind(caller, 'person')) ? truth : answer
}

/**
 * What readers may call either: what asks the control plane over a network, a notice that is sent as a request, and a
 * query that is drawn the way the data goes.
 */
const left: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['control', new Set(['call', 'call-reversed', 'publish-notify'])],
  ['callback', new Set(['call'])],
  ['call', new Set(['publish-notify', 'feed'])],
  ['feed', new Set(['call-reversed'])],
])

interface ArrowSaid {
  readonly what: Said
  /** The rules of labelling leave it open which of both it is. */
  readonly open: boolean
  readonly crosses: boolean | undefined
  readonly said: boolean
  readonly chance: number
}

const crossing: ReadonlySet<string> = new Set(
  'call call-reversed enqueue delivery publish-notify reply replication telemetry feed stream'.split(' '),
)

function reportArrows(title: string, said: readonly ArrowSaid[]): void {
  const networks = said.flatMap(({ crosses, said: answer, chance }): Said[] =>
    crosses === undefined
      ? []
      : [{ truth: crosses ? 'network' : 'none', answer: answer ? 'network' : 'none', chance }],
  )
  if (networks.length === 0) return
  const classes = said.map(({ what }) => what)
  console.log(`  arrows, ${title}`)
  console.log(`    network or not     ${accuracy(networks)}; ${precisionAndRecall(networks, 'network')}`)
  console.log(`      reliability      ${reliability(networks)}`)
  const eitherWay = said.map(({ what, open }) => (open ? { ...what, truth: what.answer } : what))
  console.log(`    what they are      ${accuracy(classes)}; ${accuracy(eitherWay)} where either is`)
  console.log(`      ${confusions(classes)}`)
}

const inFamilies = ({ truth, answer, chance }: Said): Said => ({
  truth: familyOf(truth),
  answer: familyOf(answer),
  chance,
})

function boxesSaid(of: Labelled, classify: Classifier): readonly Said[] {
  if (of.boxes.length === 0) return []
  return systemBy(of, classify).components.flatMap(component => {
    const truth = kindLabelled(of, component.id)
    if (truth === undefined) return []
    return [{ truth: coarse(truth), answer: kindFound(component), chance: component.kind?.confidence ?? 1 }]
  })
}

function pictureSaid(of: Labelled, classify: Classifier): Said {
  let chance = 0
  const system = systemBy(of, (question, seen, about) => {
    const answers = classify(question, seen, about)
    if (question === 'picture') chance = chanceOf(answers, 'yes')
    return answers
  })
  const answer = system.architecture.value ? 'yes' : 'no'
  return { truth: of.label, answer, chance: chance === 0 ? 1 : Math.max(chance, 1 - chance) }
}

export function train(labels: Labels): void {
  const all = [...labels.known, ...labels.latest].flatMap(labelledIn)
  const ours = ownLabelled()
  const further = labels.latest.length > 0 ? ', boxes and arrows on from the weights before' : ''
  const text = weightsModule(
    textsFrom([...all, ...ours], questionsFor(labels), folds),
    `${all.length} diagrams of ${repositories(all)} repositories and ${ours.length} of our own${further}`,
  )
  const before = readFileSync(weightsFile, 'utf8')
  writeFileSync(weightsFile, text)
  console.log(`${text.length} bytes, ${text === before ? 'as committed' : 'other than before'}`)
}

const weightsFile = 'src/model/recognition/weights.ts'
