// Transactions over several stores that lock each other.

import { defineRule } from '../rule'

export const twoPhaseCommit = defineRule({
  id: 'two-phase-commit',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A transaction spans several stores by two-phase commit.',
  presets: { recommended: 'info' },
  settledBy:
    /\bquorum\b|\bconsensus\b|\braft\b|\bpaxos\b|spanner|cockroach|yugabyte|\btidb\b|in-?doubt|\bsagas?\b|\bcompensat/i,
  told: [
    {
      words: [
        /\btwo[- ]phase[- ]commit\b|\b2pc\b|\bxa\b[^.]{0,20}(?:transactions?|prepare|commit|datasource)|\bprepare ?\/ ?commit\b|\bdistributed (?:acid )?transactions? (?:across|over|between|spanning)|zwei-?phasen-?commit|commit en dos fases|validation en deux phases|两阶段提交|(?:二|2)相コミット|2단계 커밋|двухфазн/i,
      ],
      unless:
        /committer|hadoop|spark|commit\W{0,3}:|한계|단점|저하|\b(?:not?|never|without|sagas?|instead|too|because|replac\w*|outbox|vs|versus|drop\w*|eliminat\w*|need for|blocks?|protocol|expensive|costs?|slow|hard)\b|n['’]t\b|不(?:用|使用|采用)|避け|kein|\bteuer|\blangsam/i,
      message:
        'Every store must be up for each write, and holds its locks between the two phases. If the coordinator or a store fails then, rows stay locked until somebody decides by hand. Write to one store, and update the others by events (outbox) or a saga.',
    },
  ],
  options: {},

  check: () => [],
})
