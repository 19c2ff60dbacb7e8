// Whether a picture is a design, and which of its arrows cross a network: what is written decides, the rest is weighed.

import { isTimeline } from '../../syntax/notation'
import type { Diagram } from '../../syntax/tree'
import type { Introduction } from '../../text/introduction'
import { technologyNamesProtocol, type UnjudgedConnection } from '../connections'
import { statesOperation } from '../figure'
import type { Component } from '../system'
import type { Settings } from '../vocabulary'
import { type JudgedArrow, judgeArrows } from './arrows'
import { type Classifier, chanceOf } from './classifier'
import { type Decision, no, yes } from './decision'
import { pictureEvidence } from './evidence/picture'
import { isServedProduct } from './in-process'
import { reasonsFor, tables } from './learned'
import { tellCrossings } from './network'
import { type Programs, programsOf } from './programs'

export interface Drawn {
  readonly diagram: Diagram
  readonly settings: Settings
  readonly introduction: Introduction
  readonly components: readonly Component[]
  readonly connections: readonly UnjudgedConnection[]
  /** The author annotated it with figures of ours. */
  readonly annotated: boolean
}

/** Whether the picture is a design. */
export function recognize(drawn: Drawn, classify: Classifier): Decision {
  return judgeByLaw(drawn) ?? judgeByEvidence(beginningOf(drawn), classify)
}

/** So many boxes and arrows say what a picture is, however large it is. */
const mostLookedAt = 120

function beginningOf(drawn: Drawn): Drawn {
  const { components, connections } = drawn
  if (components.length <= mostLookedAt && connections.length <= mostLookedAt) return drawn
  return {
    ...drawn,
    components: components.slice(0, mostLookedAt),
    connections: connections.slice(0, mostLookedAt),
  }
}

interface FirstSight {
  readonly programs: Programs
  readonly told: readonly Decision[]
}

const seenBefore = new WeakMap<readonly UnjudgedConnection[], FirstSight>()

/** Told once for the same connections. */
function firstSightOf({ components, connections }: Pick<Drawn, 'components' | 'connections'>): FirstSight {
  const known = seenBefore.get(connections)
  if (known) return known
  const programs = programsOf(components, connections)
  const sight = { programs, told: tellCrossings(connections, programs) }
  seenBefore.set(connections, sight)
  return sight
}

/** What each arrow is; none is a call in what is no design. */
export function recognizeArrows(
  drawn: Drawn,
  design: Decision,
  classify: Classifier,
): readonly JudgedArrow[] {
  if (!design.value) {
    const network = no(design.confidence, design.why)
    return drawn.connections.map(({ role }) => ({ role, network, chances: { call: 0, message: 0 } }))
  }
  return judgeArrows({ ...drawn, ...firstSightOf(drawn), chance: design.confidence }, classify)
}

/** What the author says, and what no weighing changes. */
function judgeByLaw({ diagram, settings, annotated, components, connections }: Drawn): Decision | undefined {
  if (settings.preset) return yes(1, `the diagram chooses the preset "${settings.preset}"`)
  if (annotated) return yes(0.97, 'it states figures of calls')
  if (diagram.arrows.length === 0) return no(0.95, 'it has no arrows')
  if (diagram.family === 'other') return no(1, 'not a family that shows calls')
  if (diagram.family === 'architecture') return yes(0.95, 'its family shows services and groups of them')
  if (components.filter(({ figures }) => statesOperation(figures)).length > 1)
    return yes(0.95, 'its boxes state how they run')
  if (isTimeline(diagram) && writesRequests(connections)) return yes(0.95, 'its messages are requests')
  if (
    containers.has(diagram.keyword) &&
    connections.some(({ from, to, arrow }) => from !== to && technologyNamesProtocol(arrow))
  )
    return yes(0.95, 'its containers state how they speak')
  return undefined
}

/** What C4 calls a container runs by itself. */
const containers: ReadonlySet<string> = new Set(['C4Container', 'C4Deployment'])

/** `POST /orders` twice, or once beside a message to a product that stores or forwards: whatever else its names are of. */
function writesRequests(connections: readonly UnjudgedConnection[]): boolean {
  const between = connections.filter(({ from, to }) => from !== to)
  const requests = between.filter(({ request }) => request?.method && request.path)
  const enough = between.some(({ callee }) => isServedProduct(callee)) ? 1 : 2
  return new Set(requests.map(({ arrow }) => arrow.text)).size >= enough
}

function judgeByEvidence(drawn: Drawn, classify: Classifier): Decision {
  const seen = pictureEvidence({ ...drawn, told: firstSightOf(drawn).told })
  const chance = chanceOf(classify('picture', seen, ''), 'yes')
  const reasons = (answer: string) => reasonsFor(tables.picture(), seen, answer).join('; ')
  return chance >= leastChance
    ? yes(chance, reasons('yes') || 'it looks like a design')
    : no(1 - chance, reasons('no') || 'too little of it is known as systems')
}

/** What is hardly likelier a design than none is left alone: a finding that is none costs more than one that is missing. */
const leastChance = 0.56
