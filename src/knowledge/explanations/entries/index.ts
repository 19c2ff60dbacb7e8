// All explanations, one file per part of the field.

import type { Entry } from '../entry'
import { apiStyles } from './api-styles'
import { balancing } from './balancing'
import { basics } from './basics'
import { cacheDirectives } from './cache-directives'
import { data } from './data'
import { encryption } from './encryption'
import { furtherProducts } from './further-products'
import { furtherUseCases } from './further-use-cases'
import { grpcCodes } from './grpc-codes'
import { http } from './http'
import { interfaces } from './interfaces'
import { kindsOfProducts } from './kinds'
import { latency } from './latency'
import { layers } from './layers'
import { libraries } from './libraries'
import { moreProducts } from './more-products'
import { naming } from './naming'
import { neighbors } from './neighbors'
import { operations } from './operations'
import { orchestration } from './orchestration'
import { platform } from './platform'
import { products } from './products'
import { realTime } from './real-time'
import { resilience } from './resilience'
import { segments } from './segments'
import { statusCodes } from './status-codes'
import { stores } from './stores'
import { transport } from './transport'
import { useCases } from './use-cases'

export const writtenEntries: readonly Entry[] = [
  ...layers,
  ...segments,
  ...basics,
  ...transport,
  ...encryption,
  ...naming,
  ...http,
  ...cacheDirectives,
  ...statusCodes,
  ...grpcCodes,
  ...apiStyles,
  ...interfaces,
  ...realTime,
  ...useCases,
  ...furtherUseCases,
  ...balancing,
  ...resilience,
  ...libraries,
  ...latency,
  ...data,
  ...stores,
  ...neighbors,
  ...kindsOfProducts,
  ...operations,
  ...orchestration,
  ...platform,
  ...products,
  ...furtherProducts,
  ...moreProducts,
]
