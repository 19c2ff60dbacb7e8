// What is said of a component that gets more requests than it can serve.

import type { ComponentLoad } from '../../math'
import { type Translate, untranslated } from '../../text/translation'

/** `Order API gets 800 requests a second and serves at most 768`. */
export const overloadText = (
  { component, rate, utilization = 1 }: ComponentLoad,
  translate: Translate = untranslated,
): string =>
  translate(
    '{0} gets {1} requests a second and serves at most {2}',
    component.name,
    perSecond(rate),
    perSecond(rate / utilization),
  )

const perSecond = (rate: number): string => String(Number(rate.toPrecision(3)))
