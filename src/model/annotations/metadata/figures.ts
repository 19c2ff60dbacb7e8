// Written attributes into typed figures, with what is wrong about them.

import { nearest, plain } from '../../../syntax/nearest'
import type { Attribute } from '../../../syntax/tree'
import type { Edit } from '../../../text/edit'
import { type Span, span } from '../../../text/span'
import type { AnnotationProblem, Figure, Figures, Origin } from '../../system'
import {
  arrowVocabulary,
  groupVocabulary,
  mermaidKeys,
  nodeVocabulary,
  type Vocabulary,
} from '../../vocabulary'
import type { VocabularyOf } from '../../vocabulary/key'
import type { Misreading } from './values'

/** One attribute as it was written and read, kept for comparing sources. */
export interface Claim {
  readonly key: string
  readonly value: unknown
  readonly span: Span
  readonly source: string
  /** The edit that takes it out of the text, where that is mechanical. */
  removal(): Edit | undefined
}

export interface FigureReading<A> {
  readonly figures: Figures<A>
  readonly claims: readonly Claim[]
  readonly problems: readonly AnnotationProblem[]
}

export interface Provenance {
  readonly origin: Origin
  /** In words: "stated in the label". */
  readonly source: string
  /** Whether the spans are places in the diagram's text. */
  readonly located: boolean
  removalOf?(attribute: Attribute): Edit | undefined
}

type Growing<A> = { -readonly [K in keyof A]?: Figure<NonNullable<A[K]>> }

/** Reads attributes by a vocabulary; what cannot be read becomes a problem and is left out. A later duplicate wins. */
export function readFigures<A extends object>(
  vocabulary: VocabularyOf<A>,
  attributes: readonly Attribute[],
  provenance: Provenance,
): FigureReading<A> {
  const figures: Growing<A> = {}
  const claims: Claim[] = []
  const problems: AnnotationProblem[] = []
  for (const attribute of attributes) {
    const { key, keySpan, valueSpan } = attribute
    const place = span(keySpan.start, Math.max(keySpan.end, valueSpan.end))
    if (!isKeyOf(vocabulary, key)) {
      problems.push(...problemOfKey(vocabulary, attribute, attributes))
      continue
    }
    const reading = vocabulary[key].read(attribute.value)
    if (!('value' in reading)) {
      problems.push(problemOfValue(attribute, reading))
      continue
    }
    const { origin, source, located } = provenance
    put(figures, key, {
      value: reading.value,
      origin,
      stated: true,
      source,
      span: located ? place : undefined,
    })
    claims.push({
      key,
      value: reading.value,
      span: place,
      source,
      removal: () => provenance.removalOf?.(attribute),
    })
  }
  return { figures, claims, problems }
}

function put<A, K extends keyof A>(figures: Growing<A>, key: K, figure: Figure<NonNullable<A[K]>>): void {
  figures[key] = figure
}

function isKeyOf<A extends object>(vocabulary: VocabularyOf<A>, key: string): key is keyof A & string {
  return Object.hasOwn(vocabulary, key)
}

function problemOfKey(
  vocabulary: Vocabulary,
  attribute: Attribute,
  block: readonly Attribute[],
): AnnotationProblem[] {
  const { key, keySpan, value } = attribute
  const colon = key.indexOf(':')
  const known = key.slice(0, Math.max(0, colon))
  const isGlued = value === null && /[\w."'[]/.test(key[colon + 1] ?? '')
  if (isGlued && (mermaidKeys.has(known) || Object.hasOwn(vocabulary, known))) {
    const at = span(keySpan.start + colon + 1, keySpan.start + colon + 1)
    return [
      {
        kind: 'invalid-value',
        span: keySpan,
        message: `“${key}” has no space after its colon, so YAML reads it as one word. Write “${known}: ${key.slice(colon + 1)}”.`,
        fixes: [{ title: 'Add a space after the colon', edits: [{ span: at, text: ' ' }] }],
      },
    ]
  }
  return mermaidKeys.has(key) ? [] : [unknownKey(vocabulary, attribute, block)]
}

/** Renaming it is left to the author where the block states the key that was meant already. */
function unknownKey(
  vocabulary: Vocabulary,
  { key, keySpan }: Attribute,
  block: readonly Attribute[],
): AnnotationProblem {
  const meant = synonyms.get(plain(key))
  const suggestion =
    meant !== undefined && Object.hasOwn(vocabulary, meant) ? meant : nearest(key, Object.keys(vocabulary))
  if (suggestion !== undefined) {
    return {
      kind: 'unknown-attribute',
      span: keySpan,
      message: `Nothing reads the key “${key}”. Did you mean “${suggestion}”?`,
      fixes: block.some(other => other.key === suggestion)
        ? []
        : [{ title: `Rename to “${suggestion}”`, edits: [{ span: keySpan, text: suggestion }] }],
    }
  }
  const elsewhere = placesOf(key).join(' and ')
  const remark =
    elsewhere === '' ? 'Neither Arrowsmith nor Mermaid has such a key.' : `It can be stated for ${elsewhere}.`
  return {
    kind: 'unknown-attribute',
    span: keySpan,
    message: `Nothing reads the key “${key}” here. ${remark}`,
    fixes: [],
  }
}

function placesOf(key: string): string[] {
  const places = [
    { name: 'nodes', vocabulary: nodeVocabulary },
    { name: 'arrows', vocabulary: arrowVocabulary },
    { name: 'groups', vocabulary: groupVocabulary },
  ]
  return places.filter(({ vocabulary }) => Object.hasOwn(vocabulary, key)).map(({ name }) => name)
}

function problemOfValue(
  { key, keySpan, value, valueSpan }: Attribute,
  { message, suggestion }: Misreading,
): AnnotationProblem {
  const written = value === null ? 'nothing' : `“${String(value)}”`
  return {
    kind: 'invalid-value',
    span: value === null ? keySpan : valueSpan,
    message: `“${key}” is ${written}: ${message}.`,
    fixes:
      suggestion === undefined
        ? []
        : [{ title: `Write “${suggestion}”`, edits: [{ span: valueSpan, text: suggestion }] }],
  }
}

/** What people call some keys elsewhere, in plain spelling. */
const synonyms = new Map([
  ['sla', 'availability'],
  ['slo', 'availability'],
  ['uptime', 'availability'],
  ['technology', 'tech'],
  ['type', 'kind'],
  ['instances', 'replicas'],
  ['count', 'replicas'],
  ['copies', 'replicas'],
  ['retry', 'retries'],
  ['maxretries', 'retries'],
  ['maxattempts', 'attempts'],
  ['tries', 'attempts'],
  ['circuitbreaker', 'breaker'],
  ['circuit', 'breaker'],
  ['dlq', 'deadLetter'],
  ['deadletterqueue', 'deadLetter'],
  ['cachehit', 'hitRatio'],
  ['hitrate', 'hitRatio'],
  ['median', 'p50'],
  ['budget', 'deadline'],
  ['keepalive', 'heartbeat'],
  ['ping', 'heartbeat'],
  ['az', 'zone'],
  ['zones', 'zone'],
  ['rps', 'rate'],
  ['qps', 'rate'],
  ['beta', 'commonCause'],
  ['websocket', 'upgrade'],
  ['lb', 'algorithm'],
  ['balancing', 'algorithm'],
])
