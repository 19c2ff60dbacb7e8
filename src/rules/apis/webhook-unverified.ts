// Webhooks that are believed, whoever sent them.

import { saysWrite } from '../../knowledge'
import { isStore } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { isPaymentProvider } from '../queries/payments'
import { labelSpanOf } from '../queries/places'
import { isWebhook, workOfWebhook } from '../queries/webhooks'
import { defineRule, type Report } from '../rule'

export const webhookUnverified = defineRule({
  id: 'webhook-unverified',
  category: 'apis',
  speaksOf: 'hazard',
  summary: 'A webhook changes data, and nothing says that its signature is checked.',
  presets: { recommended: 'info' },
  settledBy:
    /\bsignatures?\b|\bsigned\b|\bhmac\b|constructEvent|webhook[_ -]?secret|\bsvix\b|(?:(?<!un)verif\w*|validat\w*|authentic\w*|secur\w*)[^.\n]{0,40}webhook|webhook[^.\n]{0,60}(?:(?<!un)verif|validat|secret|authentic|token|allow-?list|whitelist|mtls)|签名|验签|署名|서명|assinatura|firma\b|подпис/i,
  told: [
    {
      words: [
        /\bwebhooks?\b|\bcallbacks?\b|\bhooks?\b|\bipn\b|回调|コールバック/i,
        /\bopen (?:on|to) the (?:internet|world|public)\b|\bunauthenticated\b|\b(?:is|are) public and\b|\bno (?:auth\w*|signature|secret|verification)\b|\bwithout (?:\bany )?(?:auth\w*|signature|verif\w*|checking|secret)|\bnot (?:verified|authenticated|signed|checked)\b|\banyone (?:can|may)\b|ohne (?:anmeldung|authentifizierung|signatur|prüfung)|sin (?:autenticación|firma|verificar)|无需(?:认证|鉴权|签名)|不(?:校验|验证)(?:签名)?|認証なし|署名(?:検証)?なし/i,
      ],
      unless:
        /\b(?:rejects?|rejected|refuse[sd]?|den(?:y|ied)|drop(?:s|ped)?|40[13]|subscri\w*)\b|拒绝|拒否/i,
      settledBy:
        /\bverif(?:y|ies|ied)\b[^.\n]{0,40}\bsignature|\bhmac\b|\bsignature (?:is )?(?:check|verif|valid)|签名校验|署名を検証/i,
      message:
        'Nothing checks who sends this webhook. Its address is public, so anyone who finds it can send such messages and have them accepted. Verify the signature or secret that the sender adds before doing anything else, and refuse old or repeated messages.',
    },
  ],
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    for (const hook of system.connections) {
      // `Webhook/polling`: which of them is left open.
      if (!isWebhook(hook) || /\bpoll/i.test(wordingOf(hook.arrow))) continue
      const write = effectOf(hook, system)
      if (write) yield judge(hook, write)
    }
  },
})

/** What is stored on its word. */
function effectOf(hook: Connection, system: System): Connection | undefined {
  const { done: next } = workOfWebhook(hook, system)
  if ([hook, ...next].some(({ arrow }) => checks.test(wordingOf(arrow)))) return undefined
  return next.find(
    ({ callee, arrow, role }) => role.value !== 'reply' && isStore(callee) && saysWrite(wordingOf(arrow)),
  )
}

/** In whatever words. */
const checks =
  /\b(?:verif\w*|valid\w*|authentic\w*|sign(?:ed|atures?)|checksum|hash|secret)\b|校验|验证|検証|검증|провер/i

const judge = (hook: Connection, write: Connection): Report => ({
  at: labelSpanOf(hook),
  oncePerDocument: true,
  // Of others, little depends on who sent it, or the code around checks it.
  onRequest: !isPaymentProvider(hook.caller),
  message: `${hook.callee.name} acts on a webhook, and nothing says that it checks who sent it. The address is public, so anyone who finds it can send such messages and have them stored. Verify the signature or secret that ${hook.caller.name} sends before doing anything else, and draw it: "verify signature".`,
  related: [{ at: labelSpanOf(write), message: 'Stored on its word here' }],
})
