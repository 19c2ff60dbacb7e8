// Queues that grow until the memory is full.

import { statementWords } from '../../knowledge'
import { defineRule } from '../rule'

const harm =
  'A queue without a limit grows until the memory is full. Callers time out before their requests are reached, and a restart loses everything in it. Set a limit, and at the limit refuse (429 or 503), drop the oldest or slow the producer down; put what must not be lost into a broker first.'

const buffers = new RegExp(
  `${statementWords.queues.source}|\\bin-memory (?:list|map|array)s?\\b|\\blists? has no\\b|\\b(?:collects?|keeps?|holds?|buffers?|gathers?)\\b.{0,40}\\bin (?:its )?memory\\b`,
  'iu',
)

export const unboundedBuffer = defineRule({
  id: 'unbounded-buffer',
  category: 'overload',
  speaksOf: 'hazard',
  summary: 'A queue or buffer has no limit.',
  presets: { recommended: 'warning' },
  settledBy:
    /back-?pressure|load[- ]shed|\bbounded (?:queue|buffer|channel)|max(?:imum)?[ _-]?(?:queue|buffer)[ _-]?(?:size|length|depth)|背压|バックプレッシャー/i,
  told: [
    {
      words: [buffers, statementWords.endless],
      unless:
        /\b(?:retention|history|forever|indefinitely|plans?|priority|not|never|no longer|drops?|rejects?|sheds?|disk|s3|retr(?:y|ies)|sqs|kinesis|requeue\w*)\b|n['’]t\b/i,
      message: harm,
    },
    {
      words: [
        buffers,
        /\bkeeps? growing\b|\bgrows? without\b|\b(?:just|simply) (?:holds?|keeps?|buffers?|queues?) (?:more|everything)\b|\buntil (?:it runs |they run )?out of memory\b|\bwächst (?:immer )?weiter\b|\bcrece sin\b|一直增长|増え続け/i,
      ],
      unless: /\bnot\b|\bnever\b|n['’]t\b/i,
      message: harm,
    },
  ],
  options: {},

  check: () => [],
})
