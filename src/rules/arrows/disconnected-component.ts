// Components that no arrow touches.

import { type Kind, namesConfiguration } from '../../knowledge'
import { framesAround, hasKind, isSurely, kindOf } from '../../model/ends'
import type { Component, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import type { Node, Step } from '../../syntax/tree'
import { enumerated } from '../fixes/enumeration'
import { sameName } from '../queries/same-name'
import { defineRule, type Report } from '../rule'

export const disconnectedComponent = defineRule({
  id: 'disconnected-component',
  category: 'arrows',
  speaksOf: 'omission',
  topic: 'direction',
  summary: 'No arrow touches a component.',
  presets: { recommended: 'hint' },
  raised: 'info',
  options: {},

  *check(system) {
    const bare = bareIn(system)
    const [only] = bare
    if (isTimeline(system.diagram)) yield* judgeSilent(silentIn(system, bare), system)
    else if (only && bare.length === 1 && isForgotten(only, system)) yield judgeOnly(only, system)
    else for (const part of bare) if (wouldHaveArrows(part)) yield judge(part)
  },
})

/** What no arrow touches, nor a frame around it. */
function bareIn({ connections, components, boundaries }: System): readonly Component[] {
  const touched = new Set(connections.flatMap(({ caller, callee }) => [caller.id, callee.id]))
  if (touched.size === 0) return []
  const frames = new Set(boundaries.map(({ id }) => id))
  return components.filter(
    part =>
      !touched.has(part.id) &&
      !part.node.junction &&
      !frames.has(part.id) &&
      !framesAround(part).some(frame => touched.has(frame.id)),
  )
}

/**
 * Participants that are declared and never mentioned again, in a note neither, in a trace that declares all others. Names
 * of which messages use another spelling are no leftovers.
 */
function silentIn({ diagram, architecture }: System, bare: readonly Component[]): readonly Component[] {
  if (architecture.confidence < sureDesign || diagram.arrows.length < fewestMessages) return []
  if (diagram.nodes.some(node => !isDeclared(diagram.text, node))) return []
  const noted = new Set(diagram.steps.flatMap(notedIn))
  const silent = bare.filter(part => !noted.has(part.id) && !onTheSide.test(part.text))
  return silent.length * mostSilent <= diagram.nodes.length ? silent : []
}

const fewestMessages = 4

/** With a larger share than one in so many the picture is unfinished, and says so itself. */
const mostSilent = 3

const notedIn = (step: Step): readonly string[] => {
  if (step.kind === 'note') return step.over
  return step.kind === 'fragment' ? step.sections.flatMap(({ steps }) => steps.flatMap(notedIn)) : []
}

const isDeclared = (text: string, { mentions }: Node): boolean =>
  /\b(?:participant|actor)\s+$/i.test(text.slice(0, mentions[0]?.id.start ?? 0).slice(-20))

const wouldHaveArrows = (part: Component): boolean =>
  kindOf(part) !== undefined &&
  !isBesideRequests(part) &&
  !framesAround(part).some(frame => legend.test(frame.text))

/** Whoever connects all others did not mean to leave it out. */
const isForgotten = (part: Component, { components, architecture }: System): boolean =>
  wouldHaveArrows(part) &&
  components.length >= fewestParts &&
  architecture.confidence >= sureDesign &&
  isSurely(part, ...asked) &&
  !part.technology?.embedded &&
  part.headline.split(/\s+/).length <= longestName &&
  !onTheSide.test(part.text)

const fewestParts = 8
const sureDesign = 0.9
/** In words: longer ones are remarks. */
const longestName = 5

/** What exists in order to be asked or to ask. */
const asked: readonly Kind[] = [
  ...(['service', 'worker', 'auth', 'gateway', 'browser', 'mobile', 'external'] as const),
  ...(['cache', 'database', 'objectStore', 'search', 'queue', 'stream'] as const),
]

/** Tools of those who run it, and what is not there yet. */
const onTheSide =
  /^\.|\b(?:pg ?admin|adminer|mailhog|mailpit|ci|cd|terraform|ansible|helm|argo|back-?ups?|planned|future|optional|deprecated|legacy|tbd|local\w*|mock|mocks|tests?|demo)\b/i

/** Most pictures leave something without arrows, so that only those hear of it who ask for the rule. */
const judge = (part: Component): Report => ({
  at: part.node.mentions[0]?.id ?? part.span,
  chance: 0,
  message: `Nothing calls ${part.name} and it calls nothing. Either an arrow is missing, so every figure lacks this dependency, or ${part.name} is left over. Draw the call, or remove the component.`,
})

const judgeOnly = (part: Component, { components }: System): Report => ({
  at: part.node.mentions[0]?.id ?? part.span,
  raised: true,
  goesIntoIt: true,
  refutedBy: other => isTouchedIn(other, part),
  message: `${part.name} is the only one of ${components.length} components without an arrow: nothing calls it and it calls nothing. Draw who uses it, or remove it.`,
})

function* judgeSilent(silent: readonly Component[], { diagram }: System): Iterable<Report> {
  const [first, ...others] = silent
  if (!first) return
  const one = others.length === 0
  yield {
    at: first.node.mentions[0]?.id ?? first.span,
    raised: true,
    message: `${enumerated(silent.map(({ name }) => name))} ${one ? 'is' : 'are'} declared but ${one ? 'takes' : 'take'} no part: none of the ${diagram.arrows.length} messages reaches or leaves ${one ? 'it' : 'them'}. Draw the missing message, or remove the ${one ? 'participant' : 'participants'}.`,
    related: others.map(({ name, span }) => ({ at: span, message: `${name} is declared here` })),
  }
}

/** Another picture of the document shows who uses it. */
function isTouchedIn({ connections }: System, part: Component): boolean {
  const name = sameName(part.headline)
  return connections.some(({ from, to }) => sameName(from.name) === name || sameName(to.name) === name)
}

/** What all report to or run under, and notes, are drawn without arrows on purpose: they would say nothing. */
const isBesideRequests = (component: Component): boolean =>
  hasKind(component, 'monitoring', 'registry', 'scheduler', 'mesh') ||
  /^notes?\d*$/i.test(component.id) ||
  namesConfiguration(component.headline)

const legend = /\blegend|\bkey\b|\bnotes?\b|\bsymbols?\b|\bplanned|\bfuture|\bdeprecated/i
