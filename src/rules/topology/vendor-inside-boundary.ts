// What only its vendor runs, drawn inside a network, a cluster or a machine of one's own.

import { hostedOnly, namesStandIn, technologiesIn } from '../../knowledge'
import { framesAround } from '../../model/ends'
import { groupedBy } from '../../model/grouped-by'
import type { Boundary, Component } from '../../model/system'
import { enumeratedFirst } from '../fixes/enumeration'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const vendorInsideBoundary = defineRule({
  id: 'vendor-inside-boundary',
  category: 'topology',
  speaksOf: 'contradiction',
  summary: "A product that only its vendor runs is drawn inside one's own network or machine.",
  presets: { recommended: 'info' },
  settledBy:
    /\b(?:private ?link|vpc endpoints?|private endpoints?|egress (?:rules?|gateways?|polic\w+|proxy|allow-?lists?))\b/i,
  byGroups: true,
  options: {},

  *check({ components }) {
    const inside = components.flatMap(part => {
      const frame = isVendors(part) ? frameOf(part) : undefined
      return frame ? [{ part, frame }] : []
    })
    for (const [frame, found] of groupedBy(inside, each => each.frame))
      yield judge(
        frame,
        found.map(({ part }) => part),
      )
  },
})

/** Its name stands first and nothing behind it names a program: `Stripe`, `OpenAI API`, not `Stripe adapter`. */
function isVendors(part: Component): boolean {
  const words = `${part.text} ${part.node.description ?? ''}`
  const [first, second] = technologiesIn(part.headline)
  return (
    first !== undefined &&
    hostedOnly.has(first.technology.id) &&
    first.technology.id === part.technology?.id &&
    !/\p{L}/u.test(part.headline.slice(0, first.start)) &&
    !isOfCloud(part, first.technology.id) &&
    (second === undefined || hostedOnly.has(second.technology.id)) &&
    !ownProgram.test(words) &&
    !namesStandIn(words)
  )
}

/** Models that a cloud offers inside its own network, too: `Claude` may be called through Bedrock. */
const isOfCloud = (part: Component, id: string): boolean =>
  id === 'anthropic'
    ? !/\banthropic\b/i.test(part.headline)
    : id === 'openai' &&
      framesAround(part).some(({ text }) => /\b(?:azure|vnet|aks|resource group)\b/i.test(text))

/** What one writes or installs oneself, or keeps of the vendor's. */
const ownProgram =
  /\b(?:clients?|adapters?|services?|workers?|gateways?|integrations?|exporters?|agents?|sdk|prox(?:y|ies)|connectors?|handlers?|bots?|mcp|servers?|webhooks?|wrappers?|modules?|plugins?|provider|librar(?:y|ies)|controllers?|senders?|mailers?|notifiers?|notifications?|consumers?|sync|collectors?|forwarders?|sidecars?|operators?|runners?|cli|code|desktop|apps?|keys?|secrets?|tokens?|config\w*|credentials?|caches?|managers?|dispatchers?|routers?|jobs?|cron|functions?|lambda|scripts?|tools?|compatible|containers?|pods?|port|local\w*|self-hosted|enterprise|actions|oauth|models?|optional|via|localhost)\b|:\d{2,5}\b|服务|サービス/i

/** The nearest that is a place where programs run, unless the frames are parts of a workflow. */
function frameOf(part: Component): Boundary | undefined {
  const frames = framesAround(part)
  return frames.some(({ text }) => workflow.test(text))
    ? undefined
    : frames.find(({ text }) => place.test(text) && !outside.test(text))
}

const place =
  /\b(?:vpcs?|vnet|(?:private|public) subnets?|subnet|virtual network|kubernetes|k8s|eks|gke|aks|docker(?:[ -]compose|[ -]host|[ -]network|[ -]swarm| environment| stack)|(?:swarm|ecs|nomad|openshift|k3s) cluster|vps|virtual machine|droplet|ec2(?: instance)?|on[- ]?prem(?:ises?)?|data ?cent(?:er|re)|raspberry pi|home ?lab|(?:gcp|google cloud) project|aws account|(?:azure )?resource group)\b/i

/** A title that says that it is somebody else's. */
const outside =
  /\b(?:external|outside|third|3rd|internet|egress|saas|vendors?|endpoints?|integrations?|without|peering|optional|alternativ\w*)\b/i

/** `CI/CD` is no place. */
const workflow = /\b(?:pipeline|ci ?\/ ?cd|roadmap|future|legend|workflow)\b/i

function judge(frame: Boundary, parts: readonly Component[]): Report {
  const names = [...new Set(parts.map(({ name }) => name))]
  const isOne = names.length === 1
  return {
    at: nameSpan(parts[0]!),
    oncePerDocument: true,
    message: `${enumeratedFirst(names)} ${isOne ? 'is' : 'are'} drawn inside ${frame.name}, although only ${isOne ? 'its vendor runs it' : 'their vendors run them'}. Calls to ${isOne ? 'it' : 'them'} leave through the internet, and the picture hides which data goes out there. Draw ${isOne ? 'it' : 'them'} outside of the frame, and label the arrows that cross its border.`,
    related: [
      { at: frame.span, message: `${frame.name} begins here` },
      ...parts.slice(1).map(part => ({ at: nameSpan(part), message: `${part.name} is drawn inside, too` })),
    ],
  }
}
