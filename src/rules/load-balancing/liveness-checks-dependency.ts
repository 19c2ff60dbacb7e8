// Liveness checks that kill a process for the faults of another.

import { hasKind, isBroker, isComponent, isService, isStore } from '../../model/ends'
import { partsOfPlan } from '../../model/flows/plan'
import type { Component, Connection, Plan, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { annotatePart } from '../fixes/annotate'
import { dependenciesNamed } from '../queries/health-checks'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const livenessChecksDependency = defineRule({
  id: 'liveness-checks-dependency',
  category: 'load-balancing',
  speaksOf: 'hazard',
  summary: 'A liveness check touches something outside its process.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  told: [
    {
      words: [
        /\bliveness\b|\blivez\b/i,
        /\bquery\b|\bconnection\b|\b(?:ping|check|quer|connect|test|read|select|call|verif)(?:s|es|ies|ing|ed)?\b|\bprüft\b|comprueba|verifica|检查|確認/i,
        /\b(?:databases?|db|postgres\w*|mysql|mongo\w*|redis|kafka|rabbitmq|brokers?|downstreams?|upstreams?|dependenc(?:y|ies)|providers?|datenbank|base de datos)\b|数据库|データベース/i,
      ],
      unless:
        /\breadiness\b|\breadyz\b|\bnot\b|\bno\b|\b(?:only )?the process\b|\bindependent\b|\bseparate|\bwithout\b|n['’]t\b|不检查|nicht\b/i,
      message:
        'The liveness check depends on something outside the process. When that does not answer, every copy is restarted at once and loses its caches, so a slow dependency becomes an outage. Let liveness check only the process, and check dependencies in readiness at most.',
    },
  ],
  options: {},

  *check(system) {
    for (const part of system.components) {
      const { liveness } = part.figures
      const touched = liveness?.stated ? dependenciesNamed(liveness.value, part)[0] : undefined
      if (touched) yield judgeStated(system, part, touched)
    }
    const drawn = [...system.connections.filter(isDrawnCheck), ...askedMeanwhile(system)]
    for (const connection of new Set(drawn)) yield judgeDrawn(connection)
  },
})

function judgeStated(system: System, part: Component, touched: Component): Report {
  const { liveness } = part.figures
  return {
    at: liveness?.span ?? part.span,
    message: harm(part.name, touched.name),
    related: [
      {
        at: nameSpan(touched),
        message: `${touched.name} is not part of ${part.name}`,
      },
    ],
    fixes:
      liveness?.origin === 'metadata'
        ? [
            annotatePart(system, {
              part,
              title: 'Let liveness check only the process',
              entries: { liveness: 'none' },
            }),
          ]
        : [],
  }
}

const harm = (part: string, touched: string): string =>
  `${part} counts as dead when ${touched} does not answer. Then every copy is restarted at once, loses its caches, and still finds ${touched} down: a slow dependency becomes an outage. Let liveness check only the process (liveness: none); a dependency belongs in readiness at most.`

/** Asks whether a process lives: `/health/live`, but not `/live/sessions`; "liveness" with other words may be that of a face. */
const liveness =
  /\blivez\b|(?<![\w}/])(?:\/(?:health\w*|actuator|probes?|internal|status|-))*\/live(?:ness)?(?![\w/-])|\bliveness[- ]?(?:probe|check)s?\b|^\W*liveness\W*$/i
const otherwise = /\b(?:ready|readiness|fac(?:e|ial)|selfie|kyc|biometric|identity)\b/i

const isLiveness = ({ arrow: { text } }: Connection): boolean => liveness.test(text) && !otherwise.test(text)

/** A liveness check on an arrow from a service to something of its own that it depends on. */
const isDrawnCheck = (connection: Connection): boolean => isLiveness(connection) && isDependency(connection)

function isDependency(connection: Connection): boolean {
  const { caller, callee } = connection
  return (
    isService(caller) &&
    isComponent(callee) &&
    (isStore(callee) || isBroker(callee) || hasKind(callee, 'cache'))
  )
}

/** In a trace: what a service asks while it answers `GET /livez`. */
function askedMeanwhile({ diagram, flows }: System): readonly Connection[] {
  const asked: Connection[] = []
  const walk = (part: Plan, checked: boolean): void => {
    const connection = part.kind === 'visit' ? part.call?.connection : undefined
    if (checked && connection && isDependency(connection)) asked.push(connection)
    const checks = checked || (connection !== undefined && isLiveness(connection))
    for (const inner of partsOfPlan(part)) walk(inner, checks)
  }
  if (isTimeline(diagram)) for (const { plan } of flows) walk(plan, false)
  return asked
}

function judgeDrawn(connection: Connection): Report {
  const { caller, callee } = connection
  const { arrow } = connection
  return { at: arrow.labelSpan ?? arrow.operator, message: harm(caller.name, callee.name) }
}
