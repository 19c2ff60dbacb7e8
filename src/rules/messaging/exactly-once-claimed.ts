// Deliveries that are believed to happen exactly once.

import { defineRule } from '../rule'

export const exactlyOnceClaimed = defineRule({
  id: 'exactly-once-claimed',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'The design relies on a broker to deliver each message exactly once.',
  presets: { recommended: 'info' },
  told: [
    {
      words: [
        /\bexactly[- ]once\b|genau[- ]einmal|exactamente una (?:sola )?vez|exactement une fois|恰好一次|精确一次|正好一次|(?:ちょうど|厳密に|正確に)(?:1|一)回|정확히 한 번/i,
        /\bdeliver\w*|\bguarantee\w*|\bnot dedup\w*|\bno (?:need|dedup\w*|idempot\w*)\b|\bneed(?:s|ed)? (?:no|not)\b|\bwithout (?:dedup|idempot)|\bentrega|\bgarantiza|zustell|zugestellt|garantier|投递|保证|配信|保証|전달|보장/i,
      ],
      unless:
        /\btransaction\w*|\beos\b|idempotent|effectively|\bnot (?!need|dedup|check)|\bnever\b|n['’]t (?!need)|impossible|semantics|at[- ]least[- ]once|\bkafka streams\b|\bflink\b|checkpoint|\binbox\b|dedup\w* (?:by|on|with|via|table|store|window|id)|\bmyth\b|事务|幂等|冪等/i,
      message:
        'No broker can guarantee “exactly once” outside itself. A consumer that crashes between its work and its acknowledgement gets the message again, and its write, mail or payment is done twice. Store the ids of processed messages with the work, or make the work idempotent.',
    },
  ],
  options: {},

  check: () => [],
})
