// Is this flowchart a design whose arrows are network calls? What speaks against comes first.

import type { Component, Connection } from '../system'
import { type Evidence, evidenceOf } from './evidence'
import { no, type Verdict, yes } from './verdict'

export function judgeFlowchart(
  components: readonly Component[],
  connections: readonly Connection[],
): Verdict {
  const evidence = evidenceOf(components, connections)
  for (const reading of readings) {
    const verdict = reading(evidence)
    if (verdict) return verdict
  }
  return no(0.6, 'too few boxes are known as systems')
}

type Reading = (evidence: Evidence) => Verdict | undefined

const decides: Reading = ({ decisions, share }) => {
  if (decisions >= 2 || (share.decision > 0 && decisions > 0)) return no(0.9, 'its arrows are decisions')
  return share.decision > 0.15 ? no(0.85, 'it has decisions') : undefined
}

const cables: Reading = ({ share, arrows, cables }) =>
  share.equipment >= 0.25 || cables / arrows >= 0.25
    ? no(0.85, 'it shows cables and networks, not calls')
    : undefined

const structures: Reading = ({ structure, arrows, named, infrastructure }) => {
  const most = named >= 2 || (named > 0 && infrastructure >= 2) ? 0.5 : 0.3
  return structure / arrows > most
    ? no(0.85, 'its arrows say how parts are structured, not who calls whom')
    : undefined
}

const proceeds: Reading = ({ share, activities, boxes, named, arrows }) =>
  share.step + share.code + (0.7 * activities) / boxes > 0.3 && named / arrows < 0.4
    ? no(0.8, 'its boxes are steps or code')
    : undefined

const plans: Reading = ({ phases, arrows }) =>
  phases / arrows >= 0.3 ? no(0.85, 'its groups are phases of a plan') : undefined

const delivers: Reading = ({ stages, named, arrows }) =>
  stages >= 0.4 && named / arrows < 0.3 ? no(0.8, 'the stages of a delivery pipeline') : undefined

const namesClasses: Reading = ({ identifiers, boxes, named, messages }) =>
  identifiers / boxes >= 0.5 && named + messages === 0
    ? no(0.75, 'its boxes are named as classes are')
    : undefined

const callsFunctions: Reading = ({ functions, arrows }) =>
  functions / arrows >= 0.3 ? no(0.8, 'its arrows are function calls') : undefined

const lists: Reading = ({ share }) => (share.topic > 0.1 ? no(0.7, 'its boxes are topics') : undefined)

const namesProtocols: Reading = ({ named, figured, arrows, systems, infrastructure, services }) => {
  if (named / arrows < 0.25 || systems < 0.4) return undefined
  const known = infrastructure + services
  const mostly = named >= 2 && named / arrows >= 0.6
  const enough = mostly || (figured > 0 && systems >= 0.6) || (known >= 1 && (named >= 2 || systems >= 0.6))
  return enough ? yes(0.9, `${named} of ${arrows} arrows name a protocol or figures of a call`) : undefined
}

/** Somebody in front, a server behind, and no box that is anything else: what people draw first. */
const showsTiers: Reading = ({ systems, front, surelyFront, infrastructure, services, bare }) =>
  systems > 0.99 && (infrastructure >= 1 || services >= 2) && (bare ? surelyFront : front) >= 1
    ? yes(0.75, 'clients in front of what they reach, and nothing else')
    : undefined

const namesNothing: Reading = ({ bare }) =>
  bare ? no(0.6, 'bare words without labels: they may be packages') : undefined

const showsSystems: Reading = ({ systems, infrastructure, services, kinds, boxes }) => {
  if (kinds < 2) return undefined
  const some = systems >= 0.6 && infrastructure >= 3
  const most =
    systems >= 0.75 &&
    (infrastructure >= 2 || (infrastructure >= 1 && (kinds >= 3 || infrastructure + services >= 3)))
  return some || most ? yes(0.8, `${Math.round(systems * boxes)} of ${boxes} boxes are systems`) : undefined
}

const sendsMessages: Reading = ({ messages, systems, services }) =>
  messages >= 2 && systems >= 0.75 && services >= 1
    ? yes(0.8, 'systems send messages through a broker')
    : undefined

const showsServices: Reading = ({ services, boxes, worded, arrows, systems }) => {
  if (systems < 0.8) return undefined
  const enough = services >= 3 && services / boxes >= 0.6
  return enough || (services >= 2 && worded / arrows >= 0.5)
    ? yes(0.7, `${services} of ${boxes} boxes are services`)
    : undefined
}

/** A system among the people who use it and the services it calls, each arrow with its reason. */
const showsContext: Reading = ({ systems, surelyFront, services, labelled, arrows }) =>
  systems >= 0.8 && surelyFront >= 1 && services >= 1 && labelled / arrows >= 0.8
    ? yes(0.7, 'people and services around a system')
    : undefined

/** The first that applies decides: what speaks against comes first. */
const readings: readonly Reading[] = [
  decides,
  cables,
  structures,
  proceeds,
  plans,
  delivers,
  callsFunctions,
  namesClasses,
  lists,
  namesProtocols,
  showsTiers,
  namesNothing,
  showsSystems,
  sendsMessages,
  showsServices,
  showsContext,
]
