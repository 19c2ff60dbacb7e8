// Queues that grow until the memory is full.

import { statementWords } from '../../knowledge'
import { defineRule } from '../rule'

const harm =
  'A queue without a limit grows until the memory is full: all in it gets older than its caller waits for, and a restart loses it. Limit it, and at the limit refuse (429 or 503), drop the oldest or slow the producer down; what must not be lost goes to a broker first.'

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
        /\b(?:retention|history|not|never|no longer|drops?|rejects?|sheds?|disk|s3|retr(?:y|ies)|sqs|requeue\w*)\b|n['’]t\b/i,
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
