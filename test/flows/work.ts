// What each component of a drawn design does for a request, by what the documents say of its annotations.

import type { Arrow, Node } from './generated'

export const percent = (text = '100%'): number => Number.parseFloat(text) / 100
export const duration = (text: string | undefined, unstated: number): number =>
  text === undefined ? unstated : Number.parseFloat(text)
export const limitOf = ({ timeout }: Node['figures']): number => duration(timeout, Infinity)

/** A call as it is made for a request. */
export interface Made {
  readonly arrow: Arrow
  /** Which may fall back in turn. */
  readonly instead?: Made
  /** Whatever its figures say. */
  readonly needed?: boolean
}

/** Something done for a request: one of several alternatives or none, or a read through a cache. */
export type Act =
  | { readonly kind: 'one'; readonly of: readonly (Made & { readonly share: number })[] }
  | { readonly kind: 'cached'; readonly cache: Made; readonly store: Work; readonly ratio: number }

/** Steps one after another, each of them of what is done together. */
export type Work = readonly (readonly Act[])[]

/** What a component does for a request: reads through a cache, then the rest as it is ordered. */
export function workIn(calls: readonly Arrow[], nodeOf: ReadonlyMap<string, Node>): Work {
  const { made, standbyOf } = withoutStandbys(calls)
  const { cache, reads } = cachedReads(made, nodeOf)
  const asMade = (arrow: Arrow, rescued: readonly Arrow[] = []): Made => {
    const standby = standbyOf(arrow)
    const passed = [...rescued, arrow]
    const instead = standby && !passed.includes(standby) ? asMade(standby, passed) : undefined
    const isCache = nodeOf.get(arrow.to)!.label.includes('Redis')
    const needed =
      rescued.length > 0 ? true : arrow.figures.optional === undefined && isCache ? false : undefined
    return { arrow, ...(instead && { instead }), ...(needed !== undefined && { needed }) }
  }
  const others = ordered(
    made.filter(arrow => arrow !== cache && !reads.includes(arrow)),
    asMade,
  )
  if (!cache) return others
  const ratio = percent(cache.figures.hitRatio ?? nodeOf.get(cache.to)!.figures.hitRatio ?? '0%')
  const asked = { ...asMade(cache), needed: true }
  return [[{ kind: 'cached', cache: asked, store: ordered(reads, asMade), ratio }], ...others]
}

/** What others fall back on is not called otherwise. */
function withoutStandbys(calls: readonly Arrow[]) {
  const standbyOf = ({ figures }: Arrow) => calls.find(({ to }) => to === figures.fallback)
  const standbys = new Set<Arrow>()
  for (const arrow of calls) {
    if (standbys.has(arrow)) continue
    for (let next = standbyOf(arrow); next && !standbys.has(next); next = standbyOf(next)) standbys.add(next)
  }
  return { made: calls.filter(arrow => !standbys.has(arrow)), standbyOf }
}

/** A cache beside stores, or one that is stated to hit beside a single service. */
function cachedReads(calls: readonly Arrow[], nodeOf: ReadonlyMap<string, Node>) {
  const none: { readonly cache?: Arrow; readonly reads: readonly Arrow[] } = { reads: [] }
  const labelOf = ({ to }: Arrow) => nodeOf.get(to)!.label
  const cache = calls.find(arrow => labelOf(arrow).includes('Redis'))
  if (!cache) return none
  const others = calls.filter(arrow => !labelOf(arrow).includes('Redis'))
  const stores = others.filter(arrow => labelOf(arrow).startsWith('[('))
  const isStated = nodeOf.get(cache.to)!.figures.hitRatio !== undefined
  const reads = stores.length > 0 ? stores : isStated && others.length === 1 ? others : []
  return reads.length > 0 ? { cache, reads } : none
}

/** Calls whose shares add up to at most 100% are alternatives, in the place of the first; parallel steps are one. */
function ordered(calls: readonly Arrow[], asMade: (arrow: Arrow) => Made): Work {
  const steps = alternativesOf(calls)
  const isParallel = (step: readonly Arrow[]) =>
    step.find(({ figures }) => figures.order !== undefined)?.figures.order === 'parallel'
  const together = steps.filter(isParallel)
  return steps.flatMap(step => {
    if (!together.includes(step)) return [[oneOf(step, asMade)]]
    return step === together[0] ? [together.map(each => oneOf(each, asMade))] : []
  })
}

const oneOf = (arrows: readonly Arrow[], asMade: (arrow: Arrow) => Made): Act => ({
  kind: 'one',
  of: arrows.map(arrow => ({ ...asMade(arrow), share: percent(arrow.figures.share) })),
})

function alternativesOf(calls: readonly Arrow[]): readonly (readonly Arrow[])[] {
  const shared = calls.filter(({ figures }) => figures.share !== undefined)
  const sum = shared.reduce((total, { figures }) => total + percent(figures.share), 0)
  const alternatives = sum <= 1 ? shared : []
  return calls.flatMap(arrow =>
    !alternatives.includes(arrow) ? [[arrow]] : arrow === alternatives[0] ? [alternatives] : [],
  )
}
