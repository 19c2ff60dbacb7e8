// Reads a kind from how a component is drawn: its shape, its icon, its C4 element or participant type.

import type { Inference, Kind } from './kind'

/** Shapes that say "this holds data". */
export const storeShapes: ReadonlySet<string> = new Set([
  'cylinder',
  'cyl',
  'database',
  'db',
  'disk',
  'lin-cyl',
  'lined-cylinder',
  'datastore',
  'container_db',
  'system_db',
  'component_db',
])

const shapeKinds: ReadonlyMap<string, readonly [Kind, number]> = new Map(
  Object.entries({
    cylinder: ['database', 0.75],
    cyl: ['database', 0.75],
    database: ['database', 0.8],
    db: ['database', 0.75],
    disk: ['database', 0.7],
    'lin-cyl': ['database', 0.75],
    'lined-cylinder': ['database', 0.75],
    datastore: ['database', 0.75],
    'h-cyl': ['queue', 0.75],
    'horizontal-cylinder': ['queue', 0.75],
    das: ['queue', 0.75],
    queue: ['queue', 0.8],
    actor: ['person', 0.85],
    person: ['person', 0.9],
    icon_person: ['person', 0.9],
    circle: ['person', 0.3],
    cloud: ['external', 0.5],
    internet: ['client', 0.75],
    server: ['service', 0.6],
  }),
)

/** The kind that a shape or an icon suggests. */
export function shapeKind(hint: {
  readonly shape?: string | undefined
  readonly icon?: string | undefined
}): Inference<Kind> | undefined {
  const known = shapeKinds.get(hint.shape ?? '') ?? shapeKinds.get(iconName(hint.icon) ?? '')
  return (
    known && { value: known[0], confidence: known[1], why: `its shape (${hint.shape ?? hint.icon ?? ''})` }
  )
}

/** `logos:aws-lambda` is aws-lambda, `fa:fa-database` is database. */
export function iconName(icon: string | undefined): string | undefined {
  if (!icon) return undefined
  const name = icon.slice(icon.indexOf(':') + 1)
  return name.replace(/^(?:fa|fas|far|res|arch|service|icon)-/, '')
}

/** `ContainerDb_Ext`, `System`, `Person`, and participant types of sequence diagrams. */
export function variantKind(variant: string | undefined): Inference<Kind> | undefined {
  if (!variant) return undefined
  const name = variant.toLowerCase().replace(/[_ ]/g, '')
  const why = `drawn as ${variant}`
  if (name.includes('person') || name === 'actor') return { value: 'person', confidence: 0.95, why }
  if (name.startsWith('external') || name.endsWith('ext')) return { value: 'external', confidence: 0.9, why }
  if (/(?:db|database)$/.test(name)) return { value: 'database', confidence: 0.85, why }
  if (/queue$/.test(name)) return { value: 'queue', confidence: 0.85, why }
  if (name === 'softwaresystem') return { value: 'service', confidence: 0.8, why }
  return /^(?:system|container)$/.test(name) ? { value: 'service', confidence: 0.5, why } : undefined
}
