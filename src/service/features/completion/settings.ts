// In frontmatter, a diagram's or a document's, and behind `%% arrowsmith:`: keys, their values, ids.

import type { Component } from '../../../model/system'
import type { Span } from '../../../text/span'
import { documentFrontmatter } from '../../engine/document'
import type { Snapshot } from '../../engine/snapshot'
import { namesNodes, namesObjectives, settingKeys } from '../setting-keys'
import { type SettingPlace, settingPlace } from '../setting-place'
import { keyOffer, valueOffers } from './braces'
import { type CompletionContext, wordAround } from './cursor'
import type { CompletionReader, Offer } from './offer'

/** In the frontmatter of the diagram itself, or in its comment that holds settings. */
export const settings: CompletionReader = cursor => {
  const { diagram, offset, before } = cursor
  const { frontmatter } = diagram.system.diagram
  const { components } = diagram.system
  const comment = /^\s*%%\s*arrowsmith\s*:/.exec(before)
  if (comment)
    return settingsAt(
      cursor,
      settingPlace(before.slice(comment[0].length), before.length - comment[0].length, ['arrowsmith']),
      components,
    )
  const isInside = frontmatter && frontmatter.span.start <= offset && offset <= frontmatter.span.end
  if (!isInside) return undefined
  const text = diagram.block.text.slice(frontmatter.span.start, frontmatter.span.end)
  return settingsAt(cursor, settingPlace(text, offset - frontmatter.span.start), components)
}

/** In the frontmatter of the document: offsets of what is offered are those of the source. */
export function documentSettingsOffered({ source, context, diagrams }: Snapshot, offset: number) {
  const place = documentFrontmatter(source, context.language)
  if (!place || offset < place.start || offset > place.end) return undefined
  const text = source.slice(place.start, place.end)
  const at = offset - place.start
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const lineEnd = text.indexOf('\n', at)
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '')
  const word = wordAround(line, { offset, at: at - lineStart })
  const cursor = { offset, ...word, after: line.slice(at - lineStart) }
  const components = diagrams.flatMap(({ system }) => system.components)
  const here = settingPlace(text, at)
  // What stands beside our key is for others to complete.
  const offers =
    here.path[0] === 'arrowsmith' || here.key === undefined ? settingsAt(cursor, here, components) : []
  const offered = here.path.length > 0 ? offers : offers.filter(({ label }) => label === 'arrowsmith')
  return { offers: offered, word: { start: word.wordStart, end: word.wordEnd } satisfies Span }
}

type LineCursor = Pick<CompletionContext, 'after' | 'wordEnd' | 'offset'>

function settingsAt(
  cursor: LineCursor,
  { path, key, siblings }: SettingPlace,
  components: readonly Component[],
): readonly Offer[] {
  const keys = settingKeys(path)
  if (key !== undefined) {
    if (namesNodes(path, key)) return nodeOffers(endsFirst(components, key))
    const known = keys && Object.hasOwn(keys, key) ? keys[key] : undefined
    return known ? valueOffers(known) : []
  }
  if (namesObjectives(path)) return objectiveOffers(components)
  return Object.entries(keys ?? {}).flatMap(([name, each]) =>
    siblings.has(name) ? [] : [keyOffer(cursor, name, each)],
  )
}

/** What nobody calls is where a flow begins, and nowhere that it leads to. */
const endsFirst = (components: readonly Component[], key: string): readonly Component[] =>
  [...components].sort(
    (one, other) => (isCalled(one) - isCalled(other)) * (key === 'to' ? -1 : key === 'from' ? 1 : 0),
  )

const isCalled = ({ incoming }: Component): number => Number(incoming.length > 0)

const nodeOffers = (components: readonly Component[]): readonly Offer[] =>
  [...new Map(components.map(({ id, text }) => [id, text]))].map(([label, text]) => ({
    label,
    kind: 'id',
    ...(text !== label && { detail: text }),
  }))

/** A promise is named by its author: what it is made of is offered under the name of what it is for. */
const objectiveOffers = (components: readonly Component[]): readonly Offer[] => {
  const entry = components.find(({ incoming, outgoing }) => incoming.length === 0 && outgoing.length > 0)
  return [
    {
      label: 'objective',
      kind: 'key',
      detail: '{ from, to, p99, availability }',
      documentation: 'What a flow promises, under its own name.',
      insert: `\${1:checkout}: { from: \${2:${entry?.id ?? 'web'}}, p99: \${3:1s}, availability: \${4:99.9%} \\}`,
      snippet: true,
    },
  ]
}
