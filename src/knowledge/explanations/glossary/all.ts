// All terms of the glossary.

import { listed } from '../../names/lexicon'
import { dataTerms } from './data'
import type { Glossary, GlossaryTerm } from './glossary'
import { httpTerms } from './http'
import { latencyTerms } from './latency'
import { messagingTerms } from './messaging'
import { namingTerms } from './naming'
import { networkTerms } from './network'
import { platformTerms } from './platform'
import { realTimeTerms } from './real-time'
import { resilienceTerms } from './resilience'
import { securityTerms } from './security'
import { systemTerms } from './systems'
import { transportTerms } from './transport'

const glossaries: readonly Glossary[] = [
  networkTerms,
  transportTerms,
  namingTerms,
  securityTerms,
  httpTerms,
  realTimeTerms,
  resilienceTerms,
  latencyTerms,
  dataTerms,
  messagingTerms,
  platformTerms,
  systemTerms,
]

export const allTerms: readonly GlossaryTerm[] = glossaries.flatMap(glossary =>
  Object.entries(glossary).flatMap(([entry, terms]) =>
    Object.entries(terms).map(([names, text]) => ({ names: listed(names), text, entry })),
  ),
)
