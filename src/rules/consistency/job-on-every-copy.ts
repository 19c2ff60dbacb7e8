// Scheduled jobs that run once in each copy of a service.

import { statementWords } from '../../knowledge'
import { framesAround, hasKind, isService } from '../../model/ends'
import type { Component } from '../../model/system'
import { nameSpan } from '../queries/places'
import { visibleText } from '../queries/visible-text'
import { defineRule } from '../rule'

const ticks =
  /@scheduled\b|\bcron\b|\bnightly\b|\bhourly\b|\bevery (?:night|hour|day|\d+ ?(?:s|min|minutes|h|hours))\b/i

/** Reports of every server, and what is placed on each, are no runs. */
const running =
  /\b(?:cron\w*|jobs?|tasks?|timers?|nightly|hourly|daily|weekly|@?scheduled) (?:on|in)\b|\b(?:runs?|running|execut\w+|starts?|started|fires?|triggers?|ticks?|sends?|has|have|own)\b|\b(?:läuft|laufen|startet|ejecuta\w*|corre|tourne|s['’]exécute)\b|运行|执行|启动|触发|実行|起動|動|실행|돌|выполня|запуска/i

export const jobOnEveryCopy = defineRule({
  id: 'job-on-every-copy',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A scheduled job runs in every copy of a service.',
  presets: { recommended: 'warning' },
  settledBy:
    /shed-?lock|leader[- ]elect|distributed lock|advisory lock|concurrencyPolicy|singleton|\blease\b|set(?:nx| \S+ nx| nx)|\bnx lock\b|选主|分布式锁|分散ロック/i,
  told: [
    {
      words: [statementWords.clocks, statementWords.everyCopy, running],
      unless:
        /lock|leader|elect|\bonce\b|一次|\buno de\b|\bpicks\b|\bone of\b|\bonly\b|singleton|\bsingle\b|\bpings?\b|health|heartbeat|back-?ups?|rotat|\blogs?\b|metric|scrap|\bntp\b|daemon|sperre|\bnur\b|bloqueo|líder|锁|ロック|restart|deploy|rolling|scal(?:e|ing)|patch|certificat|\bcheck|update[sd]? (?:the )?(?:os|packages)|refresh|reload/i,
      message:
        'The service starts this job itself, so all copies of it run the job at the same moment: mails go out and fees are charged several times. Start the job outside the service (a CronJob), or let the copy that gets an expiring lock run it.',
    },
  ],
  options: {},

  *check(system) {
    for (const part of system.components) {
      const copies = tickingIn(part)
      if (copies !== undefined && !locks.test(visibleText(system.diagram)))
        yield {
          at: nameSpan(part),
          oncePerDocument: part.name,
          message: `${part.name} starts its own scheduled job and runs in ${copies} copies: each run happens ${copies} times at the same moment, so mails go out and fees are charged several times. Start the job outside the service (a CronJob), or let the copy that gets an expiring lock run it.`,
        }
    }
  },
})

/** How many copies a service has that is started by a clock of its own, by its words. */
function tickingIn(part: Component): number | undefined {
  const words = `${part.text} ${part.node.description ?? ''}`
  if (!isService(part) || hasKind(part, 'scheduler') || !ticks.test(words)) return undefined
  const stated = part.figures.replicas?.value
  const framed = framesAround(part).flatMap(
    ({ text }) => copiesIn.exec(text)?.slice(1).find(Boolean) ?? [],
  )[0]
  const copies = stated ?? Number(framed ?? 1)
  return copies > 1 ? copies : undefined
}

const copiesIn = /\breplicas? ?[:=]? ?(\d{1,3})\b|\b(\d{1,3}) (?:replicas|pods|instances)\b/i

const locks = /\block\w*|\bleader\b|\blease\b|\bsingleton\b/i
