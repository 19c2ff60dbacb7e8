// All rules, in the order of the documentation.

import { circleOrCrossByAccident } from './circle-or-cross-by-accident'
import { conflictingFigures } from './conflicting-figures'
import { invalidValue } from './invalid-value'
import { keywordAsId } from './keyword-as-id'
import { labelRedefined } from './label-redefined'
import { loadBalancerLayerUnstated } from './load-balancer-layer-unstated'
import { missingGroupSpace } from './missing-group-space'
import { missingTimeout } from './missing-timeout'
import { overwrittenRelation } from './overwritten-relation'
import { retryLayering } from './retry-layering'
import { retryWithoutBackoff } from './retry-without-backoff'
import type { Rule } from './rule'
import { swallowedLine } from './swallowed-line'
import { syntaxError } from './syntax-error'
import { timeoutInversion } from './timeout-inversion'
import { truncatedMessage } from './truncated-message'
import { unknownAttribute } from './unknown-attribute'
import { unknownTarget } from './unknown-target'
import { unlabeledArrow } from './unlabeled-arrow'
import { unreachableMetadata } from './unreachable-metadata'
import { unusedSuppression } from './unused-suppression'
import { websocketBehindL7 } from './websocket-behind-l7'

export const rules: readonly Rule[] = [
  // Arrows
  unlabeledArrow,
  // Protocol fit
  websocketBehindL7,
  // Failure handling
  missingTimeout,
  timeoutInversion,
  retryLayering,
  retryWithoutBackoff,
  // Load balancing
  loadBalancerLayerUnstated,
  // Topology, regions, data
  // Objectives and figures
  // Syntax and annotations
  syntaxError,
  swallowedLine,
  circleOrCrossByAccident,
  missingGroupSpace,
  truncatedMessage,
  overwrittenRelation,
  keywordAsId,
  labelRedefined,
  unreachableMetadata,
  unknownAttribute,
  invalidValue,
  unknownTarget,
  conflictingFigures,
  unusedSuppression,
]
