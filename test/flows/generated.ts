// Designs drawn at random: what calls what, with figures on everything, as Mermaid text.

import { seeded } from './reference'

export interface Node {
  readonly id: string
  readonly label: string
  /** Figures by key. */
  readonly figures: Readonly<Record<string, string>>
}

export interface Arrow {
  readonly from: string
  readonly to: string
  readonly figures: Readonly<Record<string, string>>
}

export interface Picture {
  readonly nodes: readonly Node[]
  readonly arrows: readonly Arrow[]
}

const words = [
  'Order',
  'Price',
  'Stock',
  'Payment',
  'Invoice',
  'Shipping',
  'Rating',
  'Profile',
  'Coupon',
  'Tax',
]

/** A browser, two to nine services and stores, calls that lead onwards; the same seed draws the same design. */
export function drawn(seed: number): Picture {
  const random = seeded(seed * 2_654_435_761 + 1)
  for (let i = 0; i < 8; i++) random()
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const happens = (probability: number) => random() < probability
  const count = whole(2, 9)
  const nodes: Node[] = [{ id: 'web', label: 'Browser', figures: {} }]
  for (let i = 0; i < count; i++) {
    const word = words[i]!
    const last = i >= count - 2
    const label =
      last && i > 0 ? (happens(0.3) ? `[(${word} Redis)]` : `[(${word} Postgres)]`) : `[${word} service]`
    nodes.push({ id: `n${i}`, label, figures: nodeFigures({ whole, happens }) })
  }
  const arrows: Arrow[] = [
    { from: 'web', to: 'n0', figures: happens(0.3) ? { timeout: `${whole(200, 3000)}ms` } : {} },
  ]
  for (let to = 1; to < count; to++)
    for (const from of new Set([whole(0, to - 1), whole(0, to - 1)]))
      if (!nodes[from + 1]!.label.startsWith('[('))
        arrows.push({ from: `n${from}`, to: `n${to}`, figures: arrowFigures({ whole, happens }) })
  return { nodes, arrows: arrows.map(arrow => withFallback(arrow, arrows, happens)) }
}

/** Now and then another callee of the same caller stands by. */
function withFallback(arrow: Arrow, arrows: readonly Arrow[], happens: Dice['happens']): Arrow {
  const next = arrows.find(({ from, to }) => from === arrow.from && to > arrow.to)
  return next && happens(0.1) ? { ...arrow, figures: { ...arrow.figures, fallback: next.to } } : arrow
}

interface Dice {
  readonly whole: (low: number, high: number) => number
  readonly happens: (probability: number) => boolean
}

function nodeFigures({ whole, happens }: Dice): Record<string, string> {
  const p50 = whole(1, 80)
  return {
    availability: `${(100 - whole(1, 300) / 100).toFixed(2)}%`,
    p50: `${p50}ms`,
    p99: `${p50 * whole(1, 12)}ms`,
    ...(happens(0.3) && { replicas: `${whole(2, 5)}` }),
    ...(happens(0.1) && { timeout: `${whole(50, 900)}ms` }),
    ...(happens(0.2) && { hitRatio: `${whole(10, 95)}%` }),
    ...(happens(0.7) && { fails: happens(0.5) ? 'refuse' : 'hang' }),
  }
}

function arrowFigures({ whole, happens }: Dice): Record<string, string> {
  return {
    ...(happens(0.3) && { timeout: `${whole(50, 900)}ms` }),
    ...(happens(0.3) && { attempts: `${whole(2, 4)}` }),
    ...(happens(0.3) && { errorRate: `${whole(1, 80) / 10}%` }),
    ...(happens(0.15) && { optional: 'true' }),
    ...(happens(0.3) && { order: 'parallel' }),
    ...(happens(0.1) && { share: `${whole(5, 45)}%` }),
    ...(happens(0.1) && { calls: `${whole(2, 4)}` }),
    ...(happens(0.1) && { hedge: `${whole(20, 100)}ms` }),
    ...(happens(0.1) && { rtt: `${whole(1, 90)}ms` }),
  }
}

/** With other ids, if wanted; arrows in the order given. */
export function mermaid({ nodes, arrows }: Picture, idOf = (id: string) => id): string {
  const braces = (figures: Readonly<Record<string, string>>) =>
    Object.entries(figures)
      .map(([key, value]) => `${key}: ${value}`)
      .join(', ')
  const name = (node: Node) => (node.label.startsWith('[') ? node.label : `[${node.label}]`)
  const ends = ({ from, to }: Arrow) => [idOf(from), idOf(to)]
  const renamed = ({ fallback, ...figures }: Arrow['figures']) =>
    fallback === undefined
      ? figures
      : { ...figures, fallback: nodes.some(({ id }) => id === fallback) ? idOf(fallback) : fallback }
  return [
    'flowchart LR',
    ...nodes.map(node => `  ${idOf(node.id)}${name(node)}`),
    ...arrows.map(arrow => `  ${ends(arrow).join(' --> ')}`),
    ...nodes.map(({ id, figures }) => `  %% ${idOf(id)}@{ ${braces(figures)} }`),
    ...arrows.map(arrow => `  %% ${ends(arrow).join('->')}@{ ${braces(renamed(arrow.figures))} }`),
    '  %% arrowsmith: { assume: nothing }',
    '',
  ].join('\n')
}
