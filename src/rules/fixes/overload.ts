// What is said of a component that gets more requests than it can serve.

import type { ComponentLoad } from '../../math'

/** `Order API gets 800 requests a second and serves at most 768`. */
export const overloadText = ({ component, rate, utilization = 1 }: ComponentLoad): string =>
  `${component.name} gets ${perSecond(rate)} requests a second and serves at most ${perSecond(rate / utilization)}`

const perSecond = (rate: number): string => String(Number(rate.toPrecision(3)))
