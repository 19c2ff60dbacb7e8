// One machine that everything stands on, its data and the copies of its data included.

import { type End, framesAround, isBroker, isClient, isStore } from '../../model/ends'
import type { Boundary, Component } from '../../model/system'
import { enumeratedFirst } from '../fixes/enumeration'
import { defineRule, type Report } from '../rule'

export const singleMachine = defineRule({
  id: 'single-machine',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'Everything runs on one machine, including the data.',
  inOperation: true,
  presets: { recommended: 'info' },
  onRequest: true,
  // Whoever studies or tries something needs no second machine.
  settledBy:
    /\b(?:academic|university|course ?work|thesis|student|hackathon|home ?lab|docker desktop|proof of concept|poc|mvp)\b/i,
  byGroups: true,
  options: {},

  *check({ components, boundaries, diagram }) {
    if (!components.some(isKept)) return
    for (const machine of boundaries) {
      if (!isOneMachine(machine)) continue
      const within = components.filter(part => framesAround(part).includes(machine))
      const servers = within.filter(
        part => !isClient(part) && part.kind !== undefined && !hardware.test(part.text),
      )
      if (
        servers.length < leastParts ||
        !within.some(isKept) ||
        components.some(part => isCalled(part) && isKept(part) && !within.includes(part))
      )
        continue
      yield judge(machine, { servers, backup: within.find(isBackup) }, diagram.header)
    }
  },
})

/** Fewer than that is a server and its database, which nobody draws to ask about. */
const leastParts = 3

const machine =
  /\b(?:vm|vps|virtual machine|droplet|raspberry pi|bare[- ]metal (?:server|host)|home ?server|docker (?:host|server)|servidor(?: docker)?|(?:single|one) (?:server|host|node|machine|instance|box)|(?:ec2|lightsail|compute engine|hetzner|linode) (?:instance|server|vm|box|host)|\d+ (?:v?cpus?|ocpus?|cores))\b/i

/** What the machine has, not what runs on it. */
const hardware = /\b\d+ ?(?:gb|tb|v?cpus?|cores?)\b|\busb\b/i

/** A volume is only mounted. */
const isCalled = ({ incoming, outgoing }: Component): boolean => incoming.length + outgoing.length > 0

/** A machine to try things on may stop. */
const trial =
  /\b(?:staging|dev\w*|local\w*|tests?|testing|demo|pilot|poc|sandbox|lab|ci|prototype|preview|laptop|workstation|macbook|mac (?:mini|studio)|apple m\d|home ?lab)\b/i

/** What a title says of more than one, or of one of several. */
const several =
  /\b(?:vms|clusters?|fleet|pool|group|asg|auto-?scal\w*|replicas?|instances|servers|nodes|each|per|every|\d+ ?[x×]|[x×] ?\d+|multi\w*)\b|\b(?:vm|node|server|host|machine)[ -]?#?[1-9]\b/i

const isOneMachine = ({ text, figures }: Boundary): boolean =>
  machine.test(text) && !several.test(text) && !trial.test(text) && (figures.replicas?.value ?? 1) <= 1

const isKept = (end: End): boolean => isStore(end) || isBroker(end)

const isBackup = ({ text }: Component): boolean => /\bback-?ups?\b|\b(?:pg_?|mysql)dump/i.test(text)

interface Standing {
  readonly servers: readonly Component[]
  readonly backup: Component | undefined
}

function judge({ name, span, group }: Boundary, { servers, backup }: Standing, header: Report['at']): Report {
  const names = servers.filter(part => part !== backup).map(part => part.name)
  const copy = backup ? `, and ${backup.name} is lost together with what it copies` : ''
  return {
    at: group.text === '' ? header : span,
    oncePerDocument: true,
    message: `${enumeratedFirst(names)} all run on ${name}: an update, a full disk or a failed host stops them at once${copy}. ${backup ? 'Copy the backups somewhere else, such as an object store in another region' : 'Move the data off it (a managed database), or at least its backups'}.`,
  }
}
