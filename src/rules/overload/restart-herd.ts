// Copies and clients that all begin at the same moment.

import { statementWords } from '../../knowledge'
import { defineRule } from '../rule'

const harm =
  'All copies or clients start at the same moment, while nothing is cached. The database, sign-in service or broker behind them gets a hundred times its usual load and may go down, and then all start again. Roll out a few copies at a time, and let clients reconnect after a random wait.'

const everyone = new RegExp(
  `${statementWords.everyCopy.source}|\\b(?:all|every|each)(?: of)?(?: the| our)?(?: \\S+)? (?:clients?|devices?|connections?|sensors?|agents?|apps?|players?|browsers?|phones?|workers?|consumers?)\\b|\\balle (?:\\d+ )?(?:geräte|clients|verbindungen)|tod[oa]s (?:l[oa]s )?(?:dispositivos|clientes|conexiones)|所有(?:设备|客户端|连接)|全(?:て|部)の(?:端末|クライアント|デバイス)`,
  'iu',
)

export const restartHerd = defineRule({
  id: 'restart-herd',
  category: 'overload',
  speaksOf: 'hazard',
  summary: 'All copies or clients start, load or reconnect at the same moment.',
  presets: { recommended: 'warning' },
  settledBy:
    /stagger(?:ed|s|ing)?\b|rolling (?:update|restart|deploy\w*)|reconnect\w* (?:jitter|back-?off)|random (?:delay|wait)|thundering herd/i,
  told: [
    {
      words: [
        /\bstarts\b|\brestarts?\b|\brestarted\b|\brestarting\b|\breboots?\b|\bdeployments?\b|\bdeploys?\b|\breconnects?\b|\breloads?\b|\bwarms? up\b|\bneu ?start|\bneu verbinden|startet.* neu|reinici|reconect|redémarr/i,
        everyone,
        statementWords.together,
      ],
      unless:
        /stagger|\badmits?\b|\bper second\b|rolling|jitter|random|one by one|one after|one at a time|back-?off|gradual|maxsurge|maxunavailable|blue.green|canary|drain|\b(?:not?|never|without)\b|n['’]t\b|nacheinander|uno (?:por|a) uno|逐个|滚动|順次|ずつ/i,
      message: harm,
    },
    {
      words: [/(?:同时|一斉に|同時に|동시에)(?:重启|重连|启动|再起動|再接続|起動|재시작|재연결)/],
      unless: /不|ない|않|fencing|场景|語義|语义|竞争|抢占|选主|競合|排他/i,
      message: harm,
    },
  ],
  options: {},

  check: () => [],
})
