// What a hover says: what the analysis knows of the thing under the cursor, then what the industry knows of the word.

import { entryAt, type Explanation, explain, protocolById, renderEntry } from '../knowledge'
import type { Boundary, Component, Connection, System } from '../model/system'
import { type Place as KeyPlace, vocabularyFor } from '../model/vocabulary'
import { rules } from '../rules'
import type { Span } from '../text/span'
import { attributedFlows } from './evaluation'
import { ruleUrl } from './findings'
import { writtenFigures } from './figures'
import type { Target } from './messages'
import { inSource, placeAt, type Subject, subjectAt } from './place'
import { downtime, duration } from './quantities'
import { sharesOf } from './shares'
import type { Snapshot } from './snapshot'

export interface Hover {
  /** Offsets in the source. */
  readonly span: Span
  readonly markdown: string
}

/** What there is to say about an offset of the source. */
export function hoverAt(snapshot: Snapshot, offset: number): Hover | undefined {
  const place = placeAt(snapshot, offset)
  if (!place) return undefined
  const { diagram } = place
  const subject = subjectAt(diagram.system, place.offset)
  if (subject?.kind === 'attribute')
    return { span: inSource(diagram, subject.span), markdown: aboutAttribute(subject, diagram.system) }
  if (subject?.kind === 'comment')
    return aboutSuppression(diagram.block.text, place.offset, span => inSource(diagram, span))
  const explanation = subject && entryAt(diagram.block.text, place.offset)
  const pieces = [
    subject && aboutSubject(subject, diagram.system),
    subject && knowledgeOf(explanation, subject),
  ].filter(piece => piece !== undefined)
  if (!subject || pieces.length === 0) return undefined
  const span = explanation ? { start: explanation.start, end: explanation.end } : subject.span
  return { span: inSource(diagram, span), markdown: pieces.join('\n\n---\n\n') }
}

function aboutSubject(subject: Subject, system: System): string | undefined {
  switch (subject.kind) {
    case 'component':
      return withShares(aboutComponent(subject.component), { kind: 'node', id: subject.component.id }, system)
    case 'connection':
      return withShares(
        aboutConnection(subject.connection),
        { kind: 'arrow', index: subject.connection.index },
        system,
      )
    case 'boundary':
      return aboutBoundary(subject.boundary)
    default:
      return undefined
  }
}

/** Larger systems take longer than anybody holds a pointer still. */
const mostConnections = 80

/** What it has of each request's p99 and downtime. */
function withShares(text: string, target: Target, system: System): string {
  if (system.connections.length > mostConnections) return text
  const lines = attributedFlows(system)
    .filter(({ flow }) => !flow.background)
    .flatMap(evaluated => {
      const share = sharesOf(evaluated).find(each => isSame(each.target, target))
      if (!share || (share.latency < 0.005 && share.unavailability < 0.005)) return []
      const { p99, downtimeSecondsPerYear } = evaluated.figures
      return [
        `- ${evaluated.flow.name}: **${Math.round(share.latency * 100)} %** of the p99 of ${duration(p99)}, **${Math.round(share.unavailability * 100)} %** of ${downtime(downtimeSecondsPerYear)} of downtime`,
      ]
    })
  if (lines.length === 0) return text
  return `${text}\n${text.includes('\n') ? '' : '\n'}${lines.slice(0, 3).join('\n')}`
}

const isSame = (a: Target, b: Target): boolean => JSON.stringify(a) === JSON.stringify(b)

function aboutComponent({ text, kind, technology, figures }: Component): string {
  const what = [technology?.name, kind?.value].filter(fact => fact !== undefined).join(', ')
  const why = kind ? ` (${kind.why})` : ''
  const facts = writtenFigures(figures, 'node').map(
    ({ key, value, source }) => `- ${key} **${value}** – ${source}`,
  )
  return [
    `**${text}** – ${what === '' ? 'not recognized' : what}${why}`,
    ...(facts.length > 0 ? ['', ...facts] : []),
  ].join('\n')
}

function aboutConnection({ from, to, role, network, protocol, mode, figures }: Connection): string {
  const speaks = protocol ? [`${protocolById(protocol.value)?.name ?? protocol.value} (${protocol.why})`] : []
  const carried = network.value
    ? [role.value, ...speaks, `${mode.value} (${mode.why})`]
    : [`no network call: ${network.why}`]
  const facts = writtenFigures(figures, 'arrow').map(
    ({ key, value, source }) => `- ${key} **${value}** – ${source}`,
  )
  return [
    `**${from.text} → ${to.text}** – ${carried.join(' · ')}`,
    ...(facts.length > 0 ? ['', ...facts] : []),
  ].join('\n')
}

function aboutBoundary({ text, members, figures }: Boundary): string {
  const facts = writtenFigures(figures, 'group').map(
    ({ key, value, source }) => `- ${key} **${value}** – ${source}`,
  )
  const size = members.length === 1 ? '1 member' : `${members.length} members`
  return [`**${text}** – ${size}`, ...(facts.length > 0 ? ['', ...facts] : [])].join('\n')
}

/** The word under the cursor, else what the arrow speaks or the component is. */
function knowledgeOf(explanation: Explanation | undefined, subject: Subject): string | undefined {
  const pieces = [explanation?.computed, explanation?.entry && renderEntry(explanation.entry)].filter(
    piece => piece !== undefined,
  )
  if (pieces.length > 0) return pieces.join('\n\n')
  const term = termOf(subject)
  const entry = term === undefined ? undefined : explain(term).entry
  return entry && renderEntry(entry)
}

function termOf(subject: Subject): string | undefined {
  if (subject.kind === 'connection')
    return subject.connection.network.value ? subject.connection.protocol?.value : undefined
  return subject.kind === 'component' ? subject.component.technology?.id : undefined
}

type AttributeSubject = Extract<Subject, { kind: 'attribute' }>

/** What a key means and takes; on a value, also what the value is. */
function aboutAttribute({ attribute, metadata, span }: AttributeSubject, system: System): string {
  const known = placesOf(metadata.target, system).flatMap(place => {
    const key = vocabularyFor(place)[attribute.key]
    return key
      ? [
          `**${attribute.key}** – ${key.description}\n\nTakes ${key.words}: ${key.examples.map(example => `\`${example}\``).join(', ')}.`,
        ]
      : []
  })
  const value = String(attribute.value)
  const explained = span === attribute.valueSpan ? explain(value) : explain(attribute.key)
  const more = [explained.computed, explained.entry && renderEntry(explained.entry)].filter(
    piece => piece !== undefined,
  )
  return [known[0] ?? `**${attribute.key}** – read by Mermaid or by nobody`, ...more].join('\n\n---\n\n')
}

/** The vocabularies that a block may speak, the likeliest first. */
export function placesOf(
  target: string,
  { components, boundaries, connections }: System,
): readonly KeyPlace[] {
  const id = target.replace(/^"|"$/g, '')
  if (components.some(component => component.id === id)) return ['node']
  if (boundaries.some(boundary => boundary.id === id)) return ['group', 'node']
  if (connections.some(({ arrow }) => arrow.id === id) || /[-=.~]/.test(target)) return ['arrow']
  return ['arrow', 'node', 'group']
}

function aboutSuppression(text: string, offset: number, toSource: (span: Span) => Span): Hover | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const start = lineStart + text.slice(lineStart, offset).search(/[\w-]*$/)
  const word = /^[\w-]*/.exec(text.slice(start))?.[0] ?? ''
  const rule = rules.find(({ id }) => id === word)
  if (!rule) return undefined
  return {
    span: toSource({ start, end: start + word.length }),
    markdown: `**${rule.id}** – ${rule.summary} [More](${ruleUrl(rule.id)})`,
  }
}
