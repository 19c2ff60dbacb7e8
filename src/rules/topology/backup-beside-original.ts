// Backups that are lost together with what they are for.

import { framesAround, isStore } from '../../model/ends'
import type { Component } from '../../model/system'
import { nameSpan } from '../queries/places'
import { defineRule } from '../rule'

const zone = /^[a-z]{2}[- ](?:[a-z]+[- ])+\d ?-?[a-f]$|\bavailability zone ?\w?$|^az ?-?\w$|^zone ?-?\w$/i

export const backupBesideOriginal = defineRule({
  id: 'backup-beside-original',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'A backup is kept in the same place as its original.',
  inOperation: true,
  presets: { recommended: 'warning' },
  settledBy:
    /off-?site|cross-region (?:back-?up|copy|snapshot)|(?:another|second|different|other) (?:region|account|zone|data ?cent)|3-2-1|异地|別リージョン/i,
  told: [
    {
      words: [
        /\bback-?ups?\b|\b(?:nightly|daily|hourly|database|sql) (?:dumps?|snapshots?)\b|\bdumps? (?:is|are|go)\b|\bsnapshots? of the (?:database|db|disk|volume|data)\b|sicherung|\bcopias? de seguridad|respaldo|sauvegarde|备份|バックアップ|백업/i,
        /\bsame (?:availability )?(?:zone|az|disk|volume|server|machine|host|node|data ?cent(?:re|er)|rack|bucket|cluster|vm|instance)\b|\b(?:one|a single|single) (?:availability )?(?:zone|az|data ?cent(?:re|er))\b|\b(?:derselben|gleichen) (?:zone|maschine|platte)|(?:demselben|gleichen) (?:server|rechner|rechenzentrum)|\bmism[oa] (?:zona|servidor|disco|máquina|centro)|\bmême (?:zone|serveur|disque)|同一(?:可用区|机房|磁盘|服务器|台)|同じ(?:ゾーン|ディスク|サーバ|データセンター)|같은 (?:존|서버|디스크)/i,
      ],
      unless:
        /\brestor|\b(?:generator|policy|policies|types?|class(?:es)?|uploads?|uploaded|goes to|s3|gcs|not?|never|other|another|different|second|cross\w*|off-?site|copied|replicated to)\b|n['’]t\b|nicht\b|anderen|otr[oa]|异地|別の/i,
      message:
        'The backup is in the same place as its original. A failed zone or disk, a hijacked account or ransomware destroys the backup as well. Keep a copy in another region and another account, where the first account’s credentials cannot delete it, and test restoring it regularly.',
    },
  ],
  byGroups: true,
  options: {},

  *check({ components }) {
    for (const backup of components) {
      const original = isBackup(backup) ? originalOf(backup) : undefined
      const zone = original && zoneOf(backup)
      if (original && zone !== undefined && zone === zoneOf(original))
        yield {
          at: nameSpan(backup),
          oncePerDocument: true,
          message: `${backup.name} is in ${zone}, like its original ${original.name}. A fire or flood there destroys the backup as well. Keep a copy in another region and another account, where the first account’s credentials cannot delete it, and test restoring it regularly.`,
          related: [{ at: nameSpan(original), message: 'The original' }],
        }
    }
  },
})

const isBackup = ({ headline }: Component): boolean =>
  /^(?:\w+ ){0,2}back-?ups?\b|备份|バックアップ|\bsicherung/i.test(headline)

const originalOf = ({ incoming, outgoing }: Component): Component | undefined =>
  [...incoming.map(({ caller }) => caller), ...outgoing.map(({ callee }) => callee)].find(isStore)

/** The one zone that it states, or that the innermost frame of that name stands for. */
function zoneOf(part: Component): string | undefined {
  const stated = part.figures.zone?.value
  if (stated) return stated.length === 1 ? stated[0] : undefined
  return framesAround(part)
    .map(({ name }) => name)
    .find(name => zone.test(name))
}
