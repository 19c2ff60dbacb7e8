// Changes of a schema that break or stop what is running.

import { isComponent } from '../../model/ends'
import { wordingOf } from '../../model/wording'
import { labelSpanOf } from '../queries/places'
import { defineRule } from '../rule'

const broken =
  'The old version is still running during the rollout. Its requests that use what was dropped or renamed fail, and the release cannot be rolled back. Change the schema in two releases: add the new part and write both, move the data, and drop the old part when nothing reads it anymore.'

const locked =
  'The change locks the table. Everything that uses the table waits until the change is done, and even longer if the change first has to wait for a slow query. Add columns as nullable, create indexes CONCURRENTLY, set a lock_timeout and fill in batches, or use an online tool (gh-ost, pt-online-schema-change).'

const large = /\b\d{2,4} ?(?:m|million|mio\.?) (?:rows|records)\b|\b\d+ ?(?:b|billion) (?:rows|records)\b/i

const locking = new RegExp(
  `\\block(?:s|ed|ing)? (?:the |a |it |up )*(?:(?:whole|entire|orders?|large|live|production) )?(?:tables?|rows|writes)|${large.source}|\\bsperrt\\b|\\bbloquea la tabla|锁表|テーブルロック`,
  'i',
)

export const migrationBreaksRunning = defineRule({
  id: 'migration-breaks-running',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A change of the schema breaks the version that is running, or locks a large table.',
  presets: { recommended: 'warning' },
  settledBy:
    /expand[- ](?:and[- ]|\/ ?)?(?:migrate[- ](?:and[- ])?)?contract|backwards?[- ]compatible migration|gh-ost|pt-online|\bconcurrently\b|lock_timeout|zero[- ]downtime migration|online ddl/i,
  told: [
    {
      words: [
        /\bdrop(?:s|ped|ping)?\b|\brenam(?:es?|ed|ing)\b|\bremov(?:es?|ed|ing)\b|löscht|entfernt|benennt|umbenannt|elimina|borra|renombra|supprim|renomm|删除|重命名|削除|リネーム/i,
        /\b(?:columns?|tables?|spalten?|columnas?|tablas?|colonnes?)\b|数据列|字段|列を|カラム|テーブル/i,
        /\bwhile\b.*\b(?:serv|run|us|old|v\d|pods?)|\bbefore (?:the )?(?:old|v\d|new|roll|deploy|pods?)|\bduring (?:the |a )?(?:deploy|roll|release)|\bstill (?:serv|run|us|read|writ)|\bin the same (?:release|deploy\w*|migration|step)|während|mientras|todavía|pendant que|运行中|旧版本|仍在|稼働中|旧バージョン/i,
      ],
      unless:
        /\bsecond (?:release|deploy)|\blater\b|\bnext release|\bafter\b|expand|contract|\bunused\b|\brows?\b|\bview\b|\b(?:not?|never|until)\b|n['’]t\b|\bdrop(?:s|ped)? (?:the |a )?(?:connections?|messages?|packets?)/i,
      message: broken,
    },
    {
      words: [
        /\balter table\b|\badd(?:s|ing)? (?:a |an )?(?:\S+ )?(?:column|index|constraint)\b|\bcreate (?:unique )?index\b(?! concurrently)|\bmigration\b|\bbuild(?:s|ing)? (?:the |an? )?(?:new )?index|spalte|columna|加列|カラム追加/i,
        locking,
      ],
      unless:
        /concurrently|gh-ost|pt-online|pt-osc|\binstant\b|\bmilliseconds?\b|\bbriefly\b|lock_timeout|\bin batches\b|\b(?:not?|never|without)\b|n['’]t\b|advisory/i,
      message: locked,
    },
  ],
  options: {},

  *check({ connections }) {
    for (const connection of connections)
      if (
        altering.test(wordingOf(connection.arrow)) &&
        isComponent(connection.callee) &&
        large.test(connection.callee.text)
      )
        yield { at: labelSpanOf(connection), oncePerDocument: true, message: locked }
  },
})

const altering = /\balter table\b|\badd column\b|\bcreate (?:unique )?index\b(?! concurrently)/i
