// Standbys that take over although the other may still be alive.

import { isClient, isStore } from '../../model/ends'
import type { System } from '../../model/system'
import { defineRule } from '../rule'

const harm =
  'A server that cannot be reached may still be working: its network is cut, or it was paused. Then two are active, both write, and nobody can tell afterwards which data are right. Let a quorum of three decide, and fence off the old server first (an expiring lease, a fencing token, STONITH).'

const unless =
  /\b(?:kubernetes|rds|aurora|managed|votes?|voted|wins?|operators?|manual(?:ly)?|never|not both|clients?|users?|load balancer|dns)\b/i

const takingOver =
  /\b(?:considers?|promotes?|elects?|declares?|makes?) itself\b|\bbecomes?\b|\btakes? over\b|\bstarts? (?:working|as)\b|hält sich für|\bwird zum\b|übernimmt|se convierte en|\basume\b|成为|昇格|になる/i

const roles =
  /\b(?:leader|primary|master|active|standby|secondary|owner|node|scheduler|server)\b|führer|líder|primario|主节点|领导|リーダー|プライマリ|アクティブ/i

const unreachable =
  /\b(?:cannot|can['’]t|can no longer|unable to|does not|doesn['’]t|do not|no longer|stops?|fails? to|loses?|lost|miss(?:es|ed)?|without) (?:\w+ ){0,3}(?:reach\w*|see\w*|contact\w*|hear\w*|heart-?beats?|pings?|connection|contact|answer\w*|respond\w*)\b|\bheart-?beats? (?:is|are|was|were)? ?(?:lost|missed|missing|late)\b|nicht (?:mehr )?erreich|no (?:puede )?(?:alcanza|contacta|responde|ve\b)|心跳(?:丢失|超时)|ハートビートが/i

export const splitBrainFailover = defineRule({
  id: 'split-brain-failover',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A standby takes over when it cannot reach the active server, which may still be working.',
  inOperation: true,
  presets: { recommended: 'warning' },
  settledBy:
    /\bquorum\b|\bfenc(?:e[sd]?|ing)\b|stonith|\braft\b|paxos|\bmajority\b|\bleases?\b|\bwitness\b|patroni|sentinel|\betcd\b|zoo-?keeper|multi-?az\b|\bepochs?\b|仲裁|多数派|クォーラム|フェンシング/i,
  told: [
    {
      words: [takingOver, roles, unreachable],
      unless,
      message: harm,
    },
    {
      words: [
        /^\W*(?:starts?|promotes?|activates?|takes? over|fails? over|restarts?)\b/i,
        /\b(?:if|when|after|on|upon)\b/i,
        unreachable,
      ],
      unless,
      drawn: system => writesTogether(system),
      message: harm,
    },
  ],
  options: {},

  check: () => [],
})

/** Two that are active write to one store. */
const writesTogether = ({ components }: System): boolean =>
  components.some(
    part =>
      isStore(part) &&
      new Set(part.incoming.filter(({ caller }) => !isClient(caller)).map(({ caller }) => caller)).size > 1,
  )
