// Two programs on one port, where all others have ports of their own.

import { framesAround } from '../../model/ends'
import type { Component } from '../../model/system'
import { nameSpan } from '../queries/places'
import { sameName } from '../queries/same-name'
import { defineRule, type Report } from '../rule'

export const portTakenTwice = defineRule({
  id: 'port-taken-twice',
  category: 'topology',
  speaksOf: 'contradiction',
  summary: 'Two programs have the same port, although all others have different ones.',
  presets: { recommended: 'info' },
  byGroups: true,
  onRequest: true,
  options: {},

  *check({ components }) {
    const byPort = new Map<number, Component[]>()
    for (const part of components)
      for (const port of portsOf(part)) {
        const users = byPort.get(port) ?? []
        users.push(part)
        byPort.set(port, users)
      }
    const shared = [...byPort].flatMap(([port, parts]) => {
      const [one, other, ...rest] = parts
      const isShared = one && other && rest.length === 0 && !usual.has(port) && !isElsewhere(one, other)
      return isShared ? [[port, one, other] as const] : []
    })
    const [only, ...others] = shared
    // Who numbers the ports of all programs apart runs them on one host; elsewhere each may have the same.
    if (only && others.length === 0 && byPort.size >= fewestPorts) yield judge(...only, byPort.size - 1)
  },
})

/** Including the one that is taken twice. */
const fewestPorts = 5

/** Where products listen unless configured: each on a host of its own, as likely as not. */
const usual: ReadonlySet<number> = new Set([
  1433, 1521, 1883, 2181, 2379, 3306, 4222, 5432, 5672, 6379, 6443, 8000, 8080, 8443, 9000, 9090, 9092, 9200,
  27017,
])

const numbered =
  /(?:\b(?:ports?|porta|puerto)\b|端口|ポート|포트|порт)[ \t]{0,3}[:=]?[ \t]{0,3}(\d{4,5})(?!\d)|(?<![\w.:])(?:localhost)?:(\d{4,5})(?!\d)/gi

const portsOf = ({ text }: Component): ReadonlySet<number> =>
  new Set([...text.matchAll(numbered)].map(([, named, bare]) => Number(named ?? bare)))

/** Copies, one that forwards to the other, hosts that are drawn, or ports of another kind. */
function isElsewhere(one: Component, other: Component): boolean {
  const [a, b] = [one, other].map(({ headline }) => sameName(headline).replace(/\d{1,3}$/, ''))
  const isLinked =
    one.outgoing.some(({ callee }) => callee === other) || other.outgoing.some(({ callee }) => callee === one)
  const hosts = [one, other].map(part => framesAround(part).find(({ text }) => host.test(text)))
  const areDatagrams = [one, other].map(({ text }) => /\budp\b/i.test(text))
  return a === b || isLinked || hosts[0] !== hosts[1] || areDatagrams[0] !== areDatagrams[1]
}

const host =
  /\b(?:hosts?|nodes?|vms?|machines?|servers?|instances?|ec2|droplet|raspberry|laptop|pods?|containers?|regions?|zones?|az|vpc|site|data ?cent(?:er|re)|environment|staging|prod(?:uction)?|dev(?:elopment)?|clusters?|(?:\d{1,3}\.){3}\d{1,3})\b/i

/** Each has an address of its own; of containers only what is published stands on the host. */
const pods = /\b(?:kubernetes|k8s|k3s|kind cluster|minikube|helm|eks|gke|aks|openshift|pods?)\b/i
const podsOrContainers = new RegExp(`${pods.source}|\\b(?:docker|podman|containers?|compose)\\b`, 'i')

/** Without the port, which the sentence names anyway. */
const nameOf = ({ name }: Component): string =>
  name.replace(/ ?\(?(?:\bports?:? ?|localhost:|:)\d{4,5}\)?/i, '')

const judge = (port: number, one: Component, other: Component, others: number): Report => ({
  at: nameSpan(other),
  oncePerDocument: `${port}`,
  settledBy: [one, other].some(({ text }) => /localhost/i.test(text)) ? pods : podsOrContainers,
  message: `${nameOf(one)} and ${nameOf(other)} both use port ${port}, and each of the other ${others} ports is used once. On one host, only the first of the two starts; the second fails with EADDRINUSE. Give one of them another port, or draw the hosts that they run on.`,
  related: [{ at: nameSpan(one), message: `Port ${port}` }],
})
