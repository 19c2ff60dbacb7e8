// What retries make of the load when a component fails, in a sentence.

import { type ComponentLoad, systemFigures } from '../../math'
import { visitsOf } from '../../model/flows/plan'
import type { Flow, System } from '../../model/system'
import type { Translate } from '../../text/translation'

/** Less than this share more is nothing to speak of. */
const LEAST_MORE = 1.01

/**
 * Of what is down now; else of what its capacity is first too little for when it fails. None where no rate is known, or
 * nobody tries again.
 */
export function outageLoad(flow: Flow, system: System, translate: Translate): readonly string[] {
  const { components } = systemFigures(system).load
  const asked = [...new Set(visitsOf(flow.plan).map(({ component }) => component))]
  const loads = asked
    .flatMap(component => components.get(component) ?? [])
    .filter(({ rate, outageRate }) => rate > 0 && outageRate > rate * LEAST_MORE)
  const down = loads.filter(({ component }) => component.figures.availability?.value === 0)
  if (down.length > 0) return down.slice(0, 1).map(load => whileDown(load, translate))
  return loads
    .flatMap(load => (load.utilization ? [{ load, serving: load.rate / load.utilization }] : []))
    .sort((a, b) => b.load.outageRate / b.serving - a.load.outageRate / a.serving)
    .slice(0, 1)
    .map(({ load, serving }) => ifItFailed(load, serving, translate))
}

const whileDown = ({ component, rate, outageRate }: ComponentLoad, translate: Translate): string =>
  translate(
    'While {0} is down, retries raise its load to {1} requests a second, instead of {2}.',
    ...[component.name, rounded(outageRate), rounded(rate)],
  )

const ifItFailed = (
  { component, rate, outageRate }: ComponentLoad,
  serving: number,
  translate: Translate,
): string =>
  translate(
    'When {0} fails, retries raise its load to {1} requests a second, instead of {2}; it serves at most {3}.',
    ...[component.name, rounded(outageRate), rounded(rate), rounded(serving)],
  )

const rounded = (count: number): string => Number(count.toPrecision(3)).toLocaleString('en')
