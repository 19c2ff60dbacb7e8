// Card, health and identity data in clear text, or in the hands of those who only analyze and write logs.

import { protocolById } from '../../knowledge'
import { type End, hasKind, isComponent } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { rewordings, wordsOn } from '../fixes/reword-arrow'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const sensitiveDataCrosses = defineRule({
  id: 'sensitive-data-crosses',
  category: 'security',
  speaksOf: 'hazard',
  summary:
    'Card, health or identity data crosses in clear text, or goes to an analytics, logging or AI provider.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  supersedes: ['insecure-transport'],
  told: [
    {
      words: [
        /\b(?:is|are|gets?) (?:also )?logged\b(?![- ](?:in|out)\b)|\blogs? (?:the |all |every |each |whole |full |entire |complete |raw )*(?:request|response|payload|bod|password|card|token|e-?mail|header)|\b(?:in|into|to) (?:the |our |its )?(?:\w+ )?logs?\b|\bprotokolliert\b|\bgeloggt\b|日志|ログ|로그/i,
        /\b(?:(?:full|whole|entire|complete|raw) (?:request|response|payload|bod(?:y|ies))s?(?! (?:paths?|urls?|lines?|times?|ids?|rates?|sizes?|counts?)\b)|request bod(?:y|ies)|passwords?(?! (?:attempts?|changes?|resets?|failures?))|card numbers?|access tokens|authorization headers?|e-?mail addresses|passport)\b|请求体|リクエストボディ|vollständige\w* anfrage|cuerpo de la petición/i,
      ],
      unless:
        /\bnot\b|\bnever\b|n['’]t\b|\bno\b|mask|redact|fingerprint|hash|scrub|strip|without|except|sanitiz|filter|omit|exclud|\bonly\b|\b(?:size|length|duration|outcome)\b|\blog(?:s|ged)? (?:in|out|into)\b|\blog-?ins?\b|nicht\b|脱敏|マスク/i,
      message:
        'Passwords, tokens and personal data end up in logs and their backups. They stay there for years, and everybody who may read the logs can read them. Log an id and the outcome, and mask the rest before it is written.',
    },
  ],
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      if (!connection.network.value || connection.role.value === 'reply') continue
      const named = dataOn(connection)
      const data =
        named ??
        (isClear(connection) || isClearBesideHttps(connection, system) ? heldBy(connection) : undefined)
      if (!data || masked.test(wordingsOf(connection))) continue
      if (isClear(connection)) yield judgeClear(system, connection, data)
      else if (isClearBesideHttps(connection, system)) yield judgeClear(system, connection, data)
      else if (isWatcher(connection.callee)) yield judgeWatched(connection, data)
    }
  },
})

const kinds: readonly (readonly [string, RegExp])[] = [
  ['card data', /\b(?:card (?:numbers?|data|details)|cardholder data|pan|cvv2?|cvc)\b/i],
  [
    'health data',
    /\b(?:patient (?:data|records?|files?|details)|medical (?:records?|data|history|images?)|health (?:records?|data)|diagnos(?:is|es)|phi|lab results?|prescriptions?)\b/i,
  ],
  [
    'identity data',
    /\b(?:ssns?|social security (?:numbers?|no)|passports?(?: (?:numbers?|scans?|data))?|national ids?|id (?:card|scan)s?|tax ids?|driver'?s licen[cs]es?|biometric\w*|kyc (?:documents?|data))\b/i,
  ],
]

const stated: ReadonlyMap<string, string> = new Map([
  ['card', 'card data'],
  ['payment', 'card data'],
  ['health', 'health data'],
  ['medical', 'health data'],
  ['identity', 'identity data'],
  ['biometric', 'identity data'],
])

/** What crosses, by its statement or its words. */
function dataOn({ figures, arrow }: Connection): string | undefined {
  const named = figures.data?.value.flatMap(kind => stated.get(kind.toLowerCase()) ?? [])[0]
  const words = wordingOf(arrow)
  return named ?? kinds.find(([, pattern]) => pattern.test(words))?.[0]
}

/** What the server keeps by its name crosses on every call of it. */
const heldBy = ({ callee }: Connection): string | undefined =>
  isComponent(callee) && records.test(callee.headline) ? 'health data' : undefined

const records =
  /\b(?:patients?|pacientes?|prontu[aá]rios?|(?:medical|health|patient|clinical) (?:records?|data)|e[hm]r|biometric\w*)\b(?! (?:app|portal|ui|web|frontend|page))|病历|患者|환자/i

const masked =
  /\b(?:mask\w*|redact\w*|token(?:s|i[sz]\w*)?|anonymi[sz]\w*|pseudonymi[sz]\w*|hash\w*|encrypt\w*|synthetic|de-?identif\w*|scrub\w*|dlp|validat\w*|format|schema)\b/i
const wordingsOf = ({ arrow, caller, callee }: Connection): string =>
  `${wordingOf(arrow)} ${caller.text} ${callee.text}`

const clearWords =
  /\bhttp:\/\/|\bws:\/\/|\bftp:\/\/|\bftp\b|\btelnet\b|\bplain-?text\b|\bunencrypted\b|\bclear-? ?text\b|\bin the clear\b/i
/** A bare `HTTP` says how the two talk, not that TLS is off. */
const clearSchemes = [
  { pattern: /\bhttp:\/\//i, by: 'https://' },
  { pattern: /\bws:\/\//i, by: 'wss://' },
  { pattern: /\bftp\b(?!:)/i, by: 'SFTP' },
  { pattern: /\bhttp\b(?![/ -]?[23s]|:)/i, by: 'HTTPS' },
]

const isClear = ({ arrow, figures }: Connection): boolean =>
  figures.tls ? figures.tls.value === 'none' : clearWords.test(wordingOf(arrow))

/** Beside arrows that say HTTPS, one that says HTTP means it. */
const isClearBesideHttps = ({ arrow, figures, protocols }: Connection, { connections }: System): boolean =>
  figures.tls === undefined &&
  bareHttp.test(wordingOf(arrow)) &&
  !protocols.some(id => protocolById(id).encrypted === true) &&
  connections.some(other => other.protocols.includes('https'))

const bareHttp = /\bhttp\b(?![/ -]?[23s])/i

/** Nobody needs to know whom a log line or a prompt is about. */
const watchers =
  /\b(?:analytics|segment|mixpanel|amplitude|heap|hotjar|fullstory|posthog|sentry|datadog|new ?relic|splunk|loggly|papertrail|logs?|logging|llms?|openai|gpt(?:-\w+)?|chatgpt|anthropic|claude|gemini|mistral ai|language model)\b/i
const isWatcher = (end: End): boolean =>
  isComponent(end) &&
  hasKind(end, 'external', 'monitoring') &&
  watchers.test(`${end.text} ${end.technology?.name ?? ''}`)

function judgeClear(system: System, connection: Connection, data: string): Report {
  const { caller, callee, figures } = connection
  const edits = clearSchemes.flatMap(wish => rewordings(system, connection, wish))
  const better = [...new Set(edits.map(({ text }) => text))].join(' and ') || 'tls: 1.3'
  return {
    at: figures.tls?.span ?? wordsOn(system, connection, clearWords) ?? labelSpanOf(connection),
    message: `${caller.name} sends ${data} to ${callee.name} in clear text. Everybody on the path can read it, even inside a private network, and a leak has to be reported to authorities and to everybody affected. Write ${better}.`,
    fixes: edits.length > 0 ? [{ title: `Write ${better}`, edits, safe: false }] : [],
  }
}

function judgeWatched(connection: Connection, data: string): Report {
  const { caller, callee } = connection
  return {
    at: labelSpanOf(connection),
    message: `${caller.name} sends ${data} to ${callee.name}, which doesn't need it. It can't be recalled from there: it stays in logs, backups and training data of another organization. Mask it or replace it with a token before it leaves, and say so on the arrow.`,
  }
}
