// Keys of metadata in a label: `upgrade: true`, `depthLimit: 10`, `breaker: false`.

import { type Key, keyFor } from '../../vocabulary'
import type { LabelAttribute } from './label-reading'

/** A key and all that follows in its part of the label. */
const keyed = /(?<=^|[\s,;(|[>])([a-z]\w{2,24})[ \t]?[:=]([^,;:=()|[\]\n<>]{1,60})(?=$|[,;)|\]\n<])/g

/** Whoever writes a key and a value that it takes means them as in metadata. */
export function keysIn(label: string, place: 'arrow' | 'node'): LabelAttribute[] {
  return [...label.matchAll(keyed)].flatMap(({ 0: whole, 1: name = '', 2: written = '', index }) => {
    const key = keyFor(place, name)
    const value = written.trim()
    if (!key || !(isFlag(value, key) || (beginsPart(label, index) && isMeant(value, key)))) return []
    const read = /^\d+$/.test(value) ? Number(value) : value
    return [{ key: name, value: read, start: index, end: index + whole.trimEnd().length }]
  })
}

const takes = (key: Key, value: string): boolean => 'value' in key.read(value)

const isFlag = (value: string, key: Key): boolean => /^(?:true|false)$/.test(value) && takes(key, value)

/** Where anything would do, a word that only stands behind a colon is none. */
const isMeant = (value: string, key: Key): boolean =>
  takes(key, value) && (key.examples.includes(value) || !takes(key, 'anything'))

/** `replicas: 2` is of a box, `read replicas: 2` of others. */
const beginsPart = (label: string, at: number): boolean =>
  /(?:^|[\n,;(|[>])[ \t]{0,9}$/.test(label.slice(Math.max(0, at - 10), at))
