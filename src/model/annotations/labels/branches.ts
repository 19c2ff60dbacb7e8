// What the title of a branch says of how many requests take it.

import type { Diagram, FragmentKind, Section, Step } from '../../../syntax/tree'
import { type SectionAttributes, sectionVocabulary } from '../../vocabulary'
import { addLayer, type FigureLayers } from '../figure-layers'
import { readFigures } from '../metadata/figures'
import { strengths } from '../precedence'
import { shareOfBranch } from './shares'

/** `alt cache hit (90%)`, `opt 5% of requests` and `else 10%` state the share of requests that take the branch. */
export function layBranches(diagram: Diagram, layers: FigureLayers): void {
  for (const section of branchesIn(diagram.steps)) {
    const { label, header } = section
    const share = shareOfBranch(label)
    if (share === undefined) continue
    const attribute = { key: 'share', keySpan: header, value: share, valueSpan: header }
    const provenance = { origin: 'label', source: 'stated in the label', located: true } as const
    const { figures, claims } = readFigures<SectionAttributes>(sectionVocabulary, [attribute], provenance)
    addLayer(layers.sections, section, { figures, claims, strength: strengths.label })
  }
}

const branching: ReadonlySet<FragmentKind> = new Set(['alt', 'opt', 'break', 'critical'])

function* branchesIn(steps: readonly Step[]): Iterable<Section> {
  for (const step of steps) {
    if (step.kind !== 'fragment') continue
    for (const section of step.sections) {
      if (branching.has(step.fragment)) yield section
      yield* branchesIn(section.steps)
    }
  }
}
