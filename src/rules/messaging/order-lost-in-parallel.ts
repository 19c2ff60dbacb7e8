// Messages whose order matters and that are worked on side by side.

import { defineRule } from '../rule'

export const orderLostInParallel = defineRule({
  id: 'order-lost-in-parallel',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'Messages must be processed in order, but several are processed in parallel.',
  presets: { recommended: 'warning' },
  settledBy:
    /messagegroupid|message group|partition key|record key|consistent[- ]hash|single active consumer|分区键|パーティションキー/i,
  told: [
    {
      words: [
        /\bin (?:the |strict |exact |exactly the )?(?:same |right |correct )?(?:order|sequence)\b(?! (?:to|in which|of)\b)|\bstrict(?:ly)? order|\border(?:ing)? (?:is (?:required|important|preserved|guaranteed|kept)|must be|has to be|matters)|reihenfolge|\ben (?:el mismo )?orden\b|dans l.ordre|按(?:照)?.{0,4}顺序|保序|順序(?:通り|どおり|を|が)|順番(?:通り|どおり|に)|순서/i,
        /\bin parallel\b|\bparallel\w*|\bconcurrent\w*|\b(?:two|three|five|ten|\d+|several|many|multiple|competing) (?:\w+ )?(?:at a time|at once|workers?|threads?|consumers?|goroutines?|instances?)\b|\bround[- ]robin|mehrere (?:\w+ )?(?:worker|konsumenten|verbraucher|instanzen)|en paralelo|varios (?:consumidores|workers)|并发|并行|多个(?:消费者|线程)|並列|並行|複数の(?:ワーカー|コンシューマ|スレッド)|병렬/i,
        /\bmessages?\b|\bevents?\b|\bjobs?\b|\bupdates?\b|\bbookings?\b|\bconsum\w*|\bqueue|nachricht|ereignis|mensaje|evento|消息|事件|メッセージ|イベント|메시지|이벤트/i,
      ],
      unless:
        /\b(?:of|for) (?:one|the same|each|an?y?) (?:account|user|order|customer|key|device|session|entity|tenant)\b|\bper[- ](?:key|partition|account|user|order|entity|customer|aggregate|session|device|tenant|id)\b|\bpartition(?:ed|s)? (?:by|key)|\bby (?:key|account|user|order|\w+ ?id)\b|\bkeyed\b|group ?id|\bfifo\b|\bsame (?:key|partition|worker|consumer|shard)|\bone (?:consumer|worker|thread)\b|\b(?:not|never|no|without|regardless|\bany|out of)\b|sequence numbers?|\bversions?\b|\bnur ein|\bpro (?:schlüssel|partition|konto|kunde)|按.{0,6}分区|ごとに/i,
      message:
        'Parallel workers finish in any order: a change overtakes the one before it, and the older value stays. Give all messages about one thing the same key (partition key, message group) and let one consumer work on each key, or number the changes and drop any that is older than the stored one.',
    },
  ],
  options: {},

  check: () => [],
})
