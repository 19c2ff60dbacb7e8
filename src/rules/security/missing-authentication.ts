// Interfaces for the few that strangers reach, and nothing says who checks that they may.

import { behindEdge } from '../../model/behind-edge'
import { framesAround, hasKind, isClient, isSurely, isSurelyClient } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const missingAuthentication = defineRule({
  id: 'missing-authentication',
  category: 'security',
  speaksOf: 'hazard',
  summary:
    'A client or a third party reaches an admin or internal interface, and nothing says that it must sign in.',
  presets: { recommended: 'info' },
  onRequest: true,
  options: {},

  *check(system) {
    const isThoughtOf = speaksOfIdentity(system)
    const judged = new Set<Component>()
    for (const call of system.calls) {
      if (isConsole(call) && !isThoughtOf && !judged.has(call.callee)) {
        judged.add(call.callee)
        yield { ...judge(call, call.callee), refutedBy: speaksOfIdentity }
      }
      if (saysNone(call) && !judged.has(call.callee)) {
        judged.add(call.callee)
        yield judge(call, call.callee)
      }
      if (!isRequest(call.connection)) continue
      if (!isStranger(call.caller) || (isThoughtOf && !needsNone(call))) continue
      const anyone = isAnyone(call.caller)
      const reached = behindEdge(call).answerers.find(
        each => (isForTheFew(each) && !isClient(each)) || (anyone && panel.test(each.text)),
      )
      if (!reached || judged.has(reached)) continue
      judged.add(reached)
      if (!isForThem(system, reached) || needsNone(call))
        yield { ...judge(call, reached), refutedBy: needsNone(call) ? undefined : speaksOfIdentity }
    }
  },
})

/** A client of the few reaches it too: nothing says that the others behind the same gateway do. */
const isForThem = ({ calls }: System, reached: Component): boolean =>
  calls.some(
    call =>
      isClient(call.caller) && few.test(call.caller.text) && behindEdge(call).answerers.includes(reached),
  ) && calls.some(call => isClient(call.caller) && !few.test(call.caller.text))

const few = /\b(?:admin\w*|staff|operators?|back-?office|internal)\b/i

/** Who asks from where anybody may ask. */
const isStranger = (part: Component): boolean =>
  part.figures.trust?.value === 'public' ||
  (isSurelyClient(part) && !within.test(part.text)) ||
  isSurely(part, 'external')

const within = /\b(?:bff|back-?ends?|internal|intranet|lan|vpn|office|on-?prem\w*|local|cli|ci|cron|test)\b/i

const forTheFew =
  /\b(?:admin(?:istration|istrator)? (?:api|service|server|backend|endpoint|interface)|back-?office (?:api|service)|internal (?:api|service|endpoint)|management (?:api|endpoint|interface)|actuator|debug (?:api|endpoint)|pgadmin|phpmyadmin|adminer|jenkins|argo ?cd|kubernetes (?:api|dashboard)|customer data (?:api|service)|export (?:api|service))\b/i

/** A page, which staff are drawn to as well: that is no mistake, but anybody is. */
const panel = /\badmin(?:istration|istrator)? (?:panel|console|dashboard|portal|ui|area|pages?)\b/i

/** What whoever runs the system looks into it with, straight from the internet; how the arrow is read tells nothing. */
const isConsole = ({ caller, callee, connection }: Call): boolean =>
  isAnyone(caller) && connection.role.value !== 'reply' && consoles.test(callee.text)

const consoles =
  /\bkibana\b|\b(?:rabbitmq|kafka|broker|server|database) (?:management|admin)\b|\bmanagement (?:ui|console|plugin)\b|\bprometheus\b|\bconsul ui\b|\bredis ?commander\b|\bredisinsight\b|\bmongo-?express\b|\b(?:traefik|kubernetes|k8s|hangfire|sidekiq|celery) (?:dashboard|web|flower)\b|\bportainer\b|\bairflow\b|\bcerebro\b|\bkafka[- ]?ui\b|\bakhq\b|\bnetdata\b/i

const isAnyone = (caller: Component): boolean =>
  [caller, ...framesAround(caller)].some(({ text }) => /\b(?:public )?internet\b|\banyone\b/i.test(text))

/** `Client management API` is an application about clients; that of a broker is for whoever runs it. */
const managed =
  /\b(?:clients?|customers?|users?|orders?|products?|inventory|stock|tasks?|projects?|contents?|documents?|events?|employees?|staff|students?|courses?|schools?|accounts?|assets?|fleet|patients?|bookings?|contacts?|catalog(?:ue)?|cash|risk|relationships?|members?|property|properties|hotel|library|warehouse|cases?|vendors?|suppliers?|leads?|teams?|tickets?|expenses?|wallets?|profiles?|portfolio|subscriptions?|incidents?|payments?|loans?|claims?|polic(?:y|ies))[- ]management\b/i

/** By its name, or by what is stated: behind a boundary of trust, or with data that has to be kept. */
const isForTheFew = ({ text, figures }: Component): boolean =>
  forTheFew.test(text.replace(managed, '')) ||
  figures.trust?.value === 'internal' ||
  figures.trust?.value === 'restricted' ||
  (figures.data?.value.some(kind => kept.test(kind)) ?? false)

const kept = /^(?:personal|health|medical|identity|biometric|card|payment|credentials)$/i

/** Stated as open to everybody. */
const needsNone = ({ connection: { figures } }: Call): boolean =>
  figures.auth?.value === false || figures.auth?.value === 'none'

/** In words, on the way to something that is no page for everybody. */
const saysNone = ({ connection, callee }: Call): boolean =>
  connection.role.value !== 'reply' &&
  openWords.test(wordingOf(connection.arrow)) &&
  !isClient(callee) &&
  !hasKind(callee, 'cdn', 'dns') &&
  !signingIn.test(wordingOf(connection.arrow))

/** Who signs in, or asks how to, has nothing to show yet. */
const signingIn =
  /\blog ?-?ins?\b|\bsign ?-?(?:in|up)\b|\bdiscovery\b|\bregist(?:er|ration)\b|\btokens?\b|\bjwks\b|\bpublic\b/i

const openWords =
  /\bunauthenticated\b|\bno auth(?:entication|n)?\b|\bwithout auth(?:entication)?\b|\banonymous (?:access|writes?)\b|\b(?:sem autentica[cç][aã]o|sin autenticaci[oó]n|sans authentification|senza autenticazione|nessuna autenticazione|keine authentifizierung|ohne authentifizierung)(?!\p{L})|无认证|認証なし/iu

const provesItself = ({ figures }: Connection): boolean =>
  figures.tls?.value === 'mtls' ||
  (figures.auth !== undefined && figures.auth.value !== false && figures.auth.value !== 'none')

const identity =
  /\b(?:auth\w*|oauth2?|oidc|sso|saml|jwts?|tokens?|api[- ]?keys?|keys?|log ?-?ins?|logs in|sign(?:s|ed)? ?-?in|mtls|mutual tls|vpn|ldap|iam|rbac|sessions?|cookies?|credentials?|passwords?|mfa|2fa|keycloak|cognito|okta|identity|zero ?trust|beyondcorp|access proxy|bastion|allow-?list(?:ed)?|ip filter|signature|signed|hmac|permissions?|roles?)\b/i

/** Anywhere: the author thought of who may do what, and a picture can't show it on each arrow. */
const speaksOfIdentity = ({ components, boundaries, connections }: System): boolean =>
  components.some(
    part => hasKind(part, 'auth') || identity.test(`${part.text} ${part.node.description ?? ''}`),
  ) ||
  boundaries.some(({ text }) => identity.test(text)) ||
  connections.some(each => provesItself(each) || identity.test(wordingOf(each.arrow)))

function judge({ connection, caller }: Call, reached: Component): Report {
  const open = { connection, caller, callee: reached }
  if (saysNone(open))
    return {
      at: labelSpanOf(connection),
      message: `${caller.name} may call ${reached.name} without saying who it is. Whoever reaches that address can send anything: made-up data, or so much of it that nothing else gets through. Write what authenticates the call (mTLS, a token), or network: private on the group.`,
    }
  return {
    at: connection.arrow.operator,
    message: `${caller.name} reaches ${reached.name}, which is not meant to be public, and ${needsNone(open) ? 'need not sign in' : 'no sign-in is drawn'}. Attackers scan for such addresses: an unprotected one is found within days. Draw what authenticates (identity provider, gateway with OIDC, mTLS), or state auth on the arrow.`,
    related: [
      {
        at: reached.node.mentions[0]?.span ?? reached.span,
        message: `${reached.name} is not meant to be public`,
      },
    ],
  }
}
