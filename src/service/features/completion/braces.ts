// Inside `@{ … }`: values after a key, keys elsewhere.

import { writeDuration } from '../../../model/annotations'
import { directoryOf } from '../../../model/annotations/metadata/directory'
import { resolveTarget } from '../../../model/annotations/metadata/targets'
import { type AttributePlace, type Key, keyFor, vocabularyFor } from '../../../model/vocabulary'
import { shapeNames } from '../../../syntax/flowchart/shapes'
import { placesOf } from '../hover'
import type { SettingKey } from '../setting-keys'
import { usualFirst } from '../usual-keys'
import type { CompletionContext } from './cursor'
import { budgetOf } from './next-figures'
import type { CompletionReader, Offer } from './offer'

export const braced: CompletionReader = cursor => {
  const opened = openBlock(cursor)
  if (!opened) return undefined
  const { target, body } = opened
  const places = placesOf(target, cursor.diagram.system)
  const key = /(?:^|[,\n])\s*([\w-]+)\s*:\s*[^,\n]*$/.exec(body)?.[1]
  return key === undefined
    ? keysOf(cursor, { target, body, places })
    : valuesOf(cursor, { target, key, places })
}

interface Block {
  /** What stands before the braces. */
  readonly target: string
  /** What stands in them up to the cursor. */
  readonly body: string
}

/** The block that is open at the cursor: on its line, or (native, flowcharts) lines above. */
function openBlock({ diagram, offset, before }: CompletionContext): Block | undefined {
  const { text } = diagram.block
  const open = text.lastIndexOf('@{', offset - 1)
  if (open < 0 || open + 2 > offset) return undefined
  const body = text.slice(open + 2, offset)
  const plain = body.replace(/"[^"]*"/g, '')
  const isComment = /^\s*%%/.test(before)
  if (plain.includes('}') || (isComment && body.includes('\n')) || body.length > 2000) return undefined
  const lineStart = text.lastIndexOf('\n', open) + 1
  const head = text
    .slice(lineStart, open)
    .replace(/^\s*%%/, '')
    .trim()
  const isOurs = isComment || /^\s*%%/.test(text.slice(lineStart, open))
  return { target: isOurs ? head : (/(?<![^\s&])[^\s&]+$/.exec(head)?.[0] ?? ''), body }
}

interface OpenBlock extends Block {
  readonly places: readonly AttributePlace[]
}

/** Each key once, described as in the likeliest of the places that know it. */
function keysOf(cursor: CompletionContext, { target, body, places }: OpenBlock): readonly Offer[] {
  const written = new Set([...body.matchAll(/(?<![\w-])([\w-]+)\s*:/g)].map(match => match[1]))
  const known = new Map<string, Key>()
  for (const place of places.slice(0, 2))
    for (const [name, key] of Object.entries(vocabularyFor(place))) if (!known.has(name)) known.set(name, key)
  const kind = cursor.diagram.system.components.find(({ id }) => id === target)?.kind?.value
  return usualFirst([...known], { place: places[0], kind })
    .filter(([name]) => !written.has(name))
    .map(([name, key]) => keyOffer(cursor, name, key))
}

/** A key with its colon, unless one stands there already. */
export const keyOffer = (
  { after, wordEnd, offset }: Pick<CompletionContext, 'after' | 'wordEnd' | 'offset'>,
  label: string,
  { words, description }: Pick<Key, 'words' | 'description'>,
): Offer => ({
  label,
  kind: 'key',
  detail: words,
  documentation: description,
  insert: /^\s*:/.test(after.slice(wordEnd - offset)) ? label : `${label}: `,
})

interface OpenKey {
  readonly target: string
  readonly key: string
  readonly places: readonly AttributePlace[]
}

/** Those that say what a box is in a picture of a system come first. */
const shapes: readonly string[] = [
  ...new Set([
    ...['cyl', 'rect', 'rounded', 'hex', 'stadium', 'das', 'lin-cyl', 'procs', 'cloud'],
    ...shapeNames,
  ]),
]

function valuesOf(cursor: CompletionContext, { target, key, places }: OpenKey): readonly Offer[] {
  const known = places.map(place => keyFor(place, key)).find(found => found !== undefined)
  if (!known) return key === 'shape' ? shapes.map(label => ({ label, kind: 'value' })) : []
  const fitting = affordable(cursor, { target, key })
  return [...fitting, ...valueOffers(known).filter(({ label }) => label !== fitting[0]?.label)]
}

/** The usual values, then all others where they are few enough to be listed. */
export const valueOffers = ({ examples, choices = [], words }: SettingKey): readonly Offer[] =>
  [...new Set([...examples, ...choices])].map(label => ({
    label,
    kind: 'value',
    // The list itself is what the form of words would repeat.
    ...(choices.length === 0 && { detail: words }),
  }))

/** The timeout that suits this very call. */
function affordable(
  { diagram: { system } }: CompletionContext,
  { target, key }: Pick<OpenKey, 'target' | 'key'>,
): readonly Offer[] {
  if (key !== 'timeout') return []
  const span = { start: 0, end: 0 }
  const block = { target, targetSpan: span, attributes: [], comment: true, span, body: span }
  const found = resolveTarget(block, directoryOf(system.diagram), { suggest: false })
  const index = 'target' in found && found.target.kind === 'arrows' ? found.target.indexes[0] : undefined
  const connection = system.connections.find(each => each.index === index)
  if (!connection) return []
  const { timeout, left, caller } = budgetOf(system, connection)
  const detail =
    left === undefined
      ? 'suits what the call takes'
      : `${caller?.text ?? ''} has ${writeDuration(Math.round(left))} left`
  return [{ label: writeDuration(timeout), kind: 'value', detail }]
}
