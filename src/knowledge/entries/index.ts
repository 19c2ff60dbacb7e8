// All explanations, one file per part of the field.

import type { Entry } from '../entry'
import { apiStyles } from './apiStyles'
import { balancing } from './balancing'
import { data } from './data'
import { http } from './http'
import { latency } from './latency'
import { layers } from './layers'
import { naming } from './naming'
import { realTime } from './realTime'
import { resilience } from './resilience'
import { statusCodes } from './statusCodes'
import { transport } from './transport'

export const entries: readonly Entry[] = [
  ...layers,
  ...transport,
  ...naming,
  ...http,
  ...statusCodes,
  ...apiStyles,
  ...realTime,
  ...balancing,
  ...resilience,
  ...latency,
  ...data,
]
