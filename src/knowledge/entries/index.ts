// All explanations, one file per part of the field.

import type { Entry } from '../entry'
import { apiStyles } from './apiStyles'
import { balancing } from './balancing'
import { data } from './data'
import { encryption } from './encryption'
import { http } from './http'
import { interfaces } from './interfaces'
import { latency } from './latency'
import { layers } from './layers'
import { libraries } from './libraries'
import { naming } from './naming'
import { operations } from './operations'
import { realTime } from './realTime'
import { resilience } from './resilience'
import { segments } from './segments'
import { statusCodes } from './statusCodes'
import { transport } from './transport'
import { useCases } from './useCases'

export const entries: readonly Entry[] = [
  ...layers,
  ...segments,
  ...transport,
  ...encryption,
  ...naming,
  ...http,
  ...statusCodes,
  ...apiStyles,
  ...interfaces,
  ...realTime,
  ...useCases,
  ...balancing,
  ...resilience,
  ...libraries,
  ...latency,
  ...data,
  ...operations,
]
