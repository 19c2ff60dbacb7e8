// Components that no arrow touches.

import { namesConfiguration } from '../../knowledge'
import { framesAround, hasKind, kindOf } from '../../model/ends'
import type { Component } from '../../model/system'
import { defineRule } from '../rule'

export const disconnectedComponent = defineRule({
  id: 'disconnected-component',
  category: 'arrows',
  speaksOf: 'omission',
  topic: 'direction',
  summary: 'No arrow touches a component.',
  presets: { strict: 'hint' },
  options: {},

  *check(system) {
    const touched = new Set(system.connections.flatMap(({ caller, callee }) => [caller.id, callee.id]))
    if (touched.size === 0) return
    const frames = new Set(system.boundaries.map(({ id }) => id))
    for (const component of system.components) {
      if (touched.has(component.id) || !kindOf(component) || component.node.junction) continue
      if (frames.has(component.id) || isBesideRequests(component)) continue
      if (framesAround(component).some(frame => touched.has(frame.id) || legend.test(frame.text))) continue
      yield {
        at: component.node.mentions[0]?.id ?? component.span,
        message: `Nothing calls ${component.name} and it calls nothing. Either an arrow is missing, so every figure lacks this dependency, or ${component.name} is left over. Draw the call, or remove the component.`,
      }
    }
  },
})

/** What all report to or run under, and notes, are drawn without arrows on purpose: they would say nothing. */
const isBesideRequests = (component: Component): boolean =>
  hasKind(component, 'monitoring', 'registry', 'scheduler', 'mesh') ||
  /^notes?\d*$/i.test(component.id) ||
  namesConfiguration(component.headline)

const legend = /\blegend|\bkey\b|\bnotes?\b|\bsymbols?\b|\bplanned|\bfuture|\bdeprecated/i
