// Measures and trains recognition on labelled diagrams.

import { writeFileSync } from 'node:fs'
import { kinds } from '../../../src/knowledge'
import { noKind } from '../../../src/model/recognition/kinds'
import { learned } from '../../../src/model/recognition/learned'
import { chanceOf, type Mind } from '../../../src/model/recognition/mind'
import { type Labelled, labelledIn } from './data'
import { foldsOf, isSealed, shareOf } from './folds'
import { coarse, kindFound, kindLabelled } from './labels'
import { ownLabelled } from './own'
import { learnAll, mindOf, type Settings, systemBy, textsFrom } from './questions'
import { accuracy, confusions, precisionAndRecall, reliability, type Said } from './report'
import { technologiesFound, technologyFigures } from './technologies'
import { weightsModule } from './write'

/** The pages' designs are many and much alike; samples are as good as what others drew. */
const weightOf = ({ family, confidence, id }: Labelled): number =>
  family === 'own' ? (id.startsWith('pages') ? 0.2 : 3) : confidence === 'high' ? 1 : 0.5

const pictures: Settings = {
  question: 'picture',
  answers: ['no', 'yes'],
  ridge: 14,
  leastGroups: 4,
  most: 1500,
  weigh: ({ of }) => weightOf(of),
  truth: ({ label }) => (label === 'maybe' ? undefined : label),
}

const boxes: Settings = {
  question: 'box',
  answers: [noKind, ...kinds],
  ridge: 5,
  leastGroups: 4,
  most: 1300,
  weigh: ({ of }) => (of.family === 'own' ? 0.3 : 1),
  truth: kindLabelled,
}

const questions = [pictures, boxes]

export interface Measuring {
  /** Print the error over the number of repositories. */
  readonly learningCurve: boolean
  /** Measure on the repositories that no evidence was chosen by. */
  readonly sealed: boolean
}

export function measure(folder: string, { learningCurve, sealed }: Measuring): void {
  const all = labelledIn(folder)
  const ours = ownLabelled()
  const open = all.filter(({ group }) => !isSealed(group))
  console.log(`${all.length} diagrams of ${repositories(all)} repositories, ${ours.length} of our own`)
  if (sealed) {
    const mind = mindOf(learnAll([...open, ...ours], questions))
    report(
      'sealed repositories',
      all.filter(({ group }) => isSealed(group)).map(of => ({ of, mind })),
    )
    return
  }
  for (const share of learningCurve ? [0.25, 0.5, 0.75, 1] : [1])
    report(`held out, learned from ${share * 90} % of the repositories`, heldOut(open, ours, share))
  report(
    'committed weights',
    all.map(of => ({ of, mind: learned })),
  )
  report(
    'committed weights on our own',
    ours.map(of => ({ of, mind: learned })),
  )
}

const repositories = (all: readonly Labelled[]): number => new Set(all.map(({ group }) => group)).size

interface Judged {
  readonly of: Labelled
  readonly mind: Mind
}

const folds = 10

function heldOut(all: readonly Labelled[], ours: readonly Labelled[], share: number): readonly Judged[] {
  return foldsOf(all, folds).flatMap(({ rest, held }) => {
    const mind = mindOf(learnAll([...shareOf(rest, share), ...ours], questions))
    return held.map(of => ({ of, mind }))
  })
}

function report(title: string, judged: readonly Judged[]): void {
  console.log(`\n${title}`)
  const said = judged
    .filter(({ of }) => of.label !== 'maybe' && of.confidence === 'high')
    .map(({ of, mind }) => ({ of, ...pictureSaid(of, mind) }))
  for (const family of ['all', ...new Set(said.map(({ of }) => of.family))]) {
    const some = said.filter(({ of }) => family === 'all' || of.family === family)
    console.log(`  designs, ${family.padEnd(12)} ${precisionAndRecall(some, 'yes')}`)
  }
  console.log(`  reliability          ${reliability(said)}`)
  const kinds = judged.flatMap(({ of, mind }) => boxesSaid(of, mind))
  if (kinds.length > 0) console.log(`  kinds of boxes       ${accuracy(kinds)}\n    ${confusions(kinds)}`)
  const networks = judged.flatMap(({ of, mind }) => networksSaid(of, mind))
  const technologies = judged.flatMap(({ of, mind }) => technologiesFound(of, mind))
  if (technologies.length > 0) console.log(`  technologies         ${technologyFigures(technologies)}`)
  if (networks.length > 0) console.log(`  network or not       ${accuracy(networks)}`)
}

/** Whether arrows cross a network; control over one is open. */
function networksSaid(of: Labelled, mind: Mind): readonly Said[] {
  const labels = new Map(of.arrows.map(arrow => [arrow.index, arrow]))
  if (labels.size === 0) return []
  return systemBy(of, mind).connections.flatMap(({ index, arrow, network }) => {
    const label = labels.get(index)
    if (!label || label.from !== arrow.from || label.to !== arrow.to || open.has(label.class)) return []
    const truth = crossing.has(label.class) ? 'network' : 'none'
    return [{ truth, answer: network.value ? 'network' : 'none', chance: network.confidence }]
  })
}

const open: ReadonlySet<string> = new Set(['control', '?'])
const crossing: ReadonlySet<string> = new Set(
  'call call-reversed enqueue delivery publish-notify reply replication telemetry feed stream'.split(' '),
)

function boxesSaid(of: Labelled, mind: Mind): readonly Said[] {
  if (of.boxes.length === 0) return []
  return systemBy(of, mind).components.flatMap(component => {
    const truth = kindLabelled(of, component.id)
    if (truth === undefined) return []
    return [{ truth: coarse(truth), answer: kindFound(component), chance: component.kind?.confidence ?? 1 }]
  })
}

function pictureSaid(of: Labelled, mind: Mind): Said {
  let chance = 0
  const system = systemBy(of, (question, seen, about) => {
    const answers = mind(question, seen, about)
    if (question === 'picture') chance = chanceOf(answers, 'yes')
    return answers
  })
  const answer = system.architecture.value ? 'yes' : 'no'
  return { truth: of.label, answer, chance: chance === 0 ? 1 : Math.max(chance, 1 - chance) }
}

export function train(folder: string): void {
  const all = labelledIn(folder)
  const ours = ownLabelled()
  const known = [...all, ...ours]
  const text = weightsModule(
    textsFrom(known, questions),
    `${all.length} diagrams of ${repositories(all)} repositories and ${ours.length} of our own`,
  )
  writeFileSync('src/model/recognition/weights.ts', text)
  console.log(`${text.length} bytes`)
}
