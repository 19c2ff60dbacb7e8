// Names that stand for one thing wherever they are drawn: "Order service", but not "API", "Redis cache" or "Database".

import { remembered, technologiesIn } from '../../knowledge'
import { normalizedLabel, readNodeLabel } from '../../model/annotations'

/** A label without its figures, normalized; undefined where many things are called so. */
export const nameOfThing = remembered((label): string | undefined => {
  const { attributes } = readNodeLabel(label)
  const bare = attributes.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    label,
  )
  const name = normalizedLabel(bare)
  return namesOneThing(name) ? name : undefined
})

function namesOneThing(name: string): boolean {
  const products = technologiesIn(name)
  const rest = name.replace(/\S+/g, (word, at: number) =>
    products.some(({ start, end }) => start <= at && at < end) ? '' : word,
  )
  return rest.split(' ').some(word => word.length > 1 && !general.has(word) && !/^\d+$/.test(word))
}

const general: ReadonlySet<string> = new Set(
  (
    'api apis app application backend balancer broker browser bucket cache caches caching cdn central client clients cloud cluster ' +
    'cold consumer data database databases db default distributed dns document edge engine external frontend function gateway ' +
    'global host hot http in instance internal key l1 l2 layer lb level load local main managed master memory microservice mobile ' +
    'monitoring new node nosql object old optional page primary producer provider proxy public private queue read reader relational ' +
    'remote replica rest result results search secondary server servers service services session sessions shared site sql storage ' +
    'store stream system tier ttl user users value web website worker workers write writer the our of and for with'
  ).split(' '),
)
