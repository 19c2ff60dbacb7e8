// Figures that one diagram of a document states for a component that others show too.

import { technologiesIn } from '../knowledge'
import { normalizedLabel, type OuterFigures } from '../model/annotations'
import type { Component, System } from '../model/system'

type Shared = NonNullable<OuterFigures['shared']>

interface Stated {
  readonly label: string
  readonly system: System
  readonly figures: Component['figures']
}

/** For each system what the others state for components of the same name; empty where nothing is shared. */
export function sharedAmong(systems: readonly System[]): readonly Shared[] {
  if (systems.length < 2) return systems.map(() => new Map())
  const byLabel = new Map<string, Stated[]>()
  for (const stated of systems.flatMap(statedIn)) {
    const same = byLabel.get(stated.label)
    if (same) same.push(stated)
    else byLabel.set(stated.label, [stated])
  }
  return systems.map(system => {
    const labels = new Set(system.components.map(({ text }) => normalizedLabel(text)))
    const known = [...labels].map(
      label => [label, byLabel.get(label)?.filter(each => each.system !== system)] as const,
    )
    return new Map(known.flatMap(([label, others]) => (others?.length ? [[label, joined(others)]] : [])))
  })
}

/** What the author wrote at the components themselves, as another diagram sees it. */
function statedIn(system: System): Stated[] {
  return system.components.flatMap(({ text, figures }) => {
    const label = normalizedLabel(text)
    const own = Object.entries(figures).filter(
      ([, { origin }]) => origin === 'metadata' || origin === 'label',
    )
    if (own.length === 0 || !namesOneThing(label)) return []
    const source = `stated for “${text}” in another diagram of this document`
    const seen = own.map(
      ([key, figure]) => [key, { ...figure, origin: 'shared', source, span: undefined }] as const,
    )
    return [{ label, system, figures: Object.fromEntries(seen) }]
  })
}

/** Among several diagrams the first that states a figure is believed. */
function joined(others: readonly Stated[]): Component['figures'] {
  return Object.fromEntries(others.toReversed().flatMap(({ figures }) => Object.entries(figures)))
}

/** "Order service" is one thing; "API", "Redis cache" and "Database" are many. */
function namesOneThing(label: string): boolean {
  const products = technologiesIn(label)
  const rest = label.replace(/\S+/g, (word, at: number) =>
    products.some(({ start, end }) => start <= at && at < end) ? '' : word,
  )
  return rest.split(' ').some(word => word.length > 1 && !generic.has(word) && !/^\d+$/.test(word))
}

const generic: ReadonlySet<string> = new Set(
  (
    'api apis app application backend balancer broker browser bucket cache cdn client clients cloud cluster consumer data ' +
    'database databases db dns edge external frontend function gateway host http instance lb load main master microservice ' +
    'mobile monitoring node page primary producer provider proxy public private queue read reader replica rest server ' +
    'servers service services site storage store stream system user users web website worker workers write writer the our of and'
  ).split(' '),
)
