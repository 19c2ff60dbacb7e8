// Boxes that stand for where things run and what joins them: hosts and networks. Nobody calls those.

import { remembered } from '../remembered'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const networks = setOf(
  'network networks internet intranet extranet vpn vpns lan wan vlan vpc vnet subnet subnets dmz tailnet',
)
const hosts = setOf('host hosts hypervisor')
const hostProducts = setOf('proxmox esxi vsphere synology')
const runtimes = setOf('docker podman')
const machines = setOf('lxc vm host port')
const links = setOf(
  'vpn wireguard tailscale openvpn ipsec zerotier tunnel peering fiber fibre cable wire lan wan wifi wi-fi ethernet expressroute bgp trunk ' +
    'link subnet vlan usb bridge bridged gbe gbps gbit',
)
/** What a link may be called besides. */
const joints = setOf('link connection tunnel port client')
const running = new Set([
  'host',
  'hosts',
  'runs',
  'runs on',
  'runs in',
  'hosted on',
  'hosted in',
  'hosted by',
  'deployed on',
  'deployed to',
  'inside',
  'attached',
  'attached to',
  'mounts',
  'direct connect',
  'express route',
])

/** The words that name the thing, without addresses and explanations. */
const headWords = (label: string): readonly string[] =>
  wordsOf(label.split(/<br|[([:,;|\n]| [-–—] /, 1)[0] ?? '')

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}.-]+/gu) ?? []

const isNumber = (word: string | undefined): boolean => word !== undefined && /^\d[\d.]*$/.test(word)

/** `Home network`, `WireGuard VPN`, `VLAN 20`: others are joined by it. */
export const namesNetwork = remembered((label: string): boolean => {
  const words = headWords(label)
  const last = isNumber(words.at(-1)) ? words.at(-2) : words.at(-1)
  return last !== undefined && networks.has(last)
})

/** `Proxmox host`, `Docker Compose`, `LXC 101`, `VM 2`, `Port 3001` of a machine: others run on it. */
export const namesHost = remembered((label: string): boolean => {
  const words = headWords(label)
  const [first = ''] = words
  if (runtimes.has(first) && /^(?:compose|engine|swarm)$/.test(words[1] ?? '')) return true
  if (hostProducts.has(first) || hosts.has(words.at(-1) ?? '')) return true
  return machines.has(first) && words.slice(1).every(isNumber)
})

/** `VPN tunnel`, `10 GbE`, `runs on`: the line is a cable, a tunnel or a place, not a call. */
export const namesLink = remembered((label: string): boolean => {
  const words = wordsOf(label)
  if (words.length > 4) return false
  const last = words.findLast(word => !joints.has(word)) ?? words.at(-1) ?? ''
  return links.has(last.replace(/^\d+/, '')) || running.has(words.join(' '))
})
