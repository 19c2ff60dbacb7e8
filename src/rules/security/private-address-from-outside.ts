// Addresses that lead nowhere from where their caller stands.

import { hasKind, isComponent } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Boundary, Call, Component } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { labelSpanOf, nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const privateAddressFromOutside = defineRule({
  id: 'private-address-from-outside',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'Something on the internet calls a private address.',
  presets: { recommended: 'warning' },
  byGroups: true,
  onRequest: true,
  options: {},

  *check(system) {
    const judged = new Set<number>()
    for (const call of system.calls) {
      const { connection, caller, callee } = call
      if (judged.has(connection.index) || !isRequest(connection) || !isOutside(caller)) continue
      if (tunnels.test(`${connection.arrow.text} ${caller.text} ${callee.text}`)) continue
      const report = judgeAddress(call)
      if (!report || standTogether(call)) continue
      judged.add(connection.index)
      yield report
    }
  },
})

/** RFC 1918, loopback, link-local, and names that no public DNS has. */
const privateAddress =
  /(?<![\d.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|127\.0\.0\.1)(?![\d.]|\/\d)|\blocalhost\b|\b[a-z][\w-]{0,60}\.(?:svc\.cluster\.local|internal|svc)\b/i

const tunnels =
  /\b(?:vpn|tunnel|wireguard|tailscale|zero ?tier|intranet|peering|private ?link|direct connect|bastion|port[- ]forward\w*|nat|(?:docker|image|git) pull|pulls?|downloads?)\b/i

const outside = /\b(?:internet|public|customers?|visitors?|remote|anywhere)\b/i
const inside = /\b(?:lan|local|home|office|on-?prem\w*|private|internal|intranet|cluster|vpc|vnet)\b/i

/** A third party, or a client that is said to be on the internet. */
function isOutside(part: Component): boolean {
  if (inside.test(part.text) || framesOf(part).some(({ text }) => inside.test(text))) return false
  if (part.figures.network) return part.figures.network.value === 'public'
  if (hasKind(part, 'external')) return true
  const isCaller = hasKind(part, 'client', 'browser', 'mobile', 'person')
  return isCaller && [part, ...framesOf(part)].some(({ text }) => outside.test(text))
}

/** In one frame, which is no part of the internet: on one device, one host, in one network. */
const standTogether = ({ caller, callee }: Call): boolean =>
  isComponent(callee) &&
  framesOf(caller).some(frame => !outside.test(frame.text) && framesOf(callee).includes(frame))

function framesOf({ boundary }: Component): readonly Boundary[] {
  const frames: Boundary[] = []
  for (let frame = boundary; frame && !frames.includes(frame); frame = frame.parent) frames.push(frame)
  return frames
}

function judgeAddress({ connection, caller, callee }: Call): Report | undefined {
  const onArrow = privateAddress.exec(wordingOf(connection.arrow))?.[0]
  const inBox = isComponent(callee) ? privateAddress.exec(callee.text)?.[0] : undefined
  const address = onArrow ?? inBox
  if (address === undefined) return undefined
  return {
    at: onArrow ? labelSpanOf(connection) : nameSpan(callee),
    message: `${caller.name} calls ${address}, which cannot be reached from outside: it is private, and another network may use the same address. Put a public entry in front (load balancer, gateway, tunnel) and draw the call through it.`,
    ...(!onArrow && {
      related: [{ at: connection.arrow.operator, message: `${caller.name} calls it from outside` }],
    }),
  }
}
