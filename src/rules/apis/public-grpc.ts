// gRPC as the interface for strangers.

import { hasKind, isClient, isSurely } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call, Component } from '../../model/system'
import { wordsOn } from '../fixes/reword-arrow'
import { defineRule } from '../rule'

export const publicGrpc = defineRule({
  id: 'public-grpc',
  category: 'apis',
  speaksOf: 'hazard',
  summary: 'gRPC is offered to third parties.',
  presets: { strict: 'info' },
  options: {},

  *check(system) {
    for (const { connection, caller, callee } of system.calls.filter(isOfferedToStrangers)) {
      const { arrow } = connection
      yield {
        at: wordsOn(system, connection, /\bgrpcs?\b/i) ?? arrow.labelSpan ?? arrow.operator,
        message: `${callee.name} offers gRPC to ${caller.name}. Outside developers need your schema and a toolchain before their first call, can't try it with curl or a browser, and their proxies may block it. Offer REST too (transcoded from the same services), or state audience: partner on ${callee.name}.`,
      }
    }
  },
})

const strangers =
  /third[- ]?part(?:y|ies)|\bexternal (?:clients?|developers?|consumers?|apps?)|api consumers?|public (?:clients?|developers?)|\bdevelopers\b|customers'? (?:servers?|systems?|backends?)/i
const openly = /\b(?:public|open|developer) (?:grpc )?(?:api|gateway)\b/i
const agreed = /partner|\bsdk\b|b2b|internal|agreement/i

function isOfferedToStrangers({ connection, caller, callee }: Call): boolean {
  if (!isRequest(connection) || !connection.protocols.includes('grpc') || hasKind(callee, 'external'))
    return false
  if (isAgreed(callee) || isAgreed(caller) || agreed.test(connection.arrow.text)) return false
  if (isSurely(caller, 'external') || strangers.test(caller.text)) return true
  return isClient(caller) && (callee.figures.audience?.value === 'public' || openly.test(callee.text))
}

function isAgreed({ figures, text }: Component): boolean {
  const audience = figures.audience?.value
  return audience === 'partner' || audience === 'internal' || agreed.test(text)
}
