// Queues and pools in which one tenant can hold up all others.

import { statementWords } from '../../knowledge'
import { defineRule } from '../rule'

export const sharedByAllTenants = defineRule({
  id: 'shared-by-all-tenants',
  category: 'overload',
  speaksOf: 'hazard',
  summary: 'All tenants share a queue or a pool without a limit for each.',
  presets: { recommended: 'info' },
  settledBy:
    /\bfair(?:ness| queu\w*| schedul\w*| share)|per[- ](?:tenant|customer|account) (?:queue|limit|quota|rate|concurrency|throttl\w*)|noisy[- ]neighbou?r|shuffle shard|weighted (?:round|fair)|公平|公平性/i,
  told: [
    {
      words: [
        statementWords.tenants,
        /\b(?:queues?|pools?|workers?)\b.{0,20}\bshared\b|\bshar(?:e|es|ed|ing) (?:\w+ ){0,3}(?:queues?|pools?|workers|rate limits?)\b|\b(?:same|single|one|common) (?:\w+ ){0,2}(?:queue|pool|rate limit|workers)\b|gemeinsam|teilen sich|denselben|dieselbe|compart|misma?s? (?:cola|grupo)|partag|共享|共用|同一个|共有|同じ|공유/i,
        /\b(?:queues?|(?:worker|thread|connection)[- ]?pools?|workers?|pools?|rate limits?)\b|warteschlange|\bcolas?\b|队列|线程池|キュー|ワーカー|プール|큐/i,
      ],
      unless:
        /\bper[- ](?:tenant|customer|client|account|merchant|org\w*|workspace)|\beach (?:tenant|customer|client|account) (?:has|gets|is)|\bown\b|dedicated|isolat|\bfair|quota|weighted|priorit|\blimit|\b(?:not?|never|without)\b|n['’]t\b|\bshared responsib|pro mandant|por (?:cliente|inquilino)|每个租户|テナントごと/i,
      message:
        'All tenants share a queue or pool. If one tenant sends 50,000 jobs, they are in front of everybody else’s, who wait for hours while no alert fires. Limit how many jobs each tenant may run or queue, serve tenants in turn (a queue for each, fair scheduling), or give large tenants their own workers.',
    },
  ],
  options: {},

  check: () => [],
})
