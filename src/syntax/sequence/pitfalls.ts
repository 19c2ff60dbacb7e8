// Lines of a sequence diagram that Mermaid accepts but reads differently from what was meant.

import type { Edit } from '../../text/edit'
import { type Span, span } from '../../text/span'
import type { Problem } from '../tree'
import type { Stretch, Written } from '../written-text'
import { nameOf } from './database'
import type { Event } from './events'

export function pitfallsIn(
  events: readonly Event[],
  text: string,
  spanOf: (stretch: Stretch) => Span,
): Problem[] {
  return [
    ...truncatedIn(events, text, spanOf),
    ...redefinedIn(events, spanOf),
    ...keywordsIn(namesIn(events), spanOf),
    ...spacedMetadataIn(events, text, spanOf),
  ]
}

/** A `#` starts a comment, so a text is cut there without a word. */
function truncatedIn(events: readonly Event[], text: string, spanOf: (stretch: Stretch) => Span): Problem[] {
  const problems: Problem[] = []
  const colored: Span[] = []
  for (const event of events) {
    const written = textOf(event)
    const hash = written && hashAfter(written, text)
    if (!written || hash === undefined) continue
    const feed = text.indexOf('\n', hash)
    const end = text.slice(0, feed < 0 ? text.length : feed).trimEnd().length
    const color = event.kind === 'box' ? rgbOf(text.slice(hash, end)) : undefined
    if (color !== undefined) {
      problems.push(unseenColor(color, { at: spanOf(span(hash, end)), first: spanOf(written).start }))
      continue
    }
    if (event.kind === 'participant' && rgbOf(text.slice(hash, end)) !== undefined) {
      colored.push(spanOf(span(hash, end)))
      continue
    }
    problems.push({
      kind: 'truncated-message',
      span: spanOf(span(hash, end)),
      message: 'A `#` starts a comment: the text ends before it. Write `#35;` for a `#` that is shown',
      fixes: [{ title: 'Write `#35;`', edits: escapes(text.slice(hash, end), hash, spanOf) }],
    })
  }
  return [...problems, ...coloredParticipants(colored)]
}

/** `participant db as Orders #dbeafe`: none of them has a color, and all of them are told at once. */
function coloredParticipants(colors: readonly Span[]): Problem[] {
  const [first] = colors
  if (!first) return []
  return [
    {
      kind: 'truncated-message',
      span: first,
      message:
        'A `#` starts a comment, and participants have no color of their own: it is not drawn. Leave it out, or put them into a box that has one: `box rgb(219, 234, 254) Stores`',
      fixes: [
        {
          title: colors.length > 1 ? `Leave out all ${colors.length} colors` : 'Leave out the color',
          edits: colors.map(at => ({ span: at, text: '' })),
        },
      ],
    },
  ]
}

/** `box "Clients" #f9f9f9`: a color stands before the title, and in another notation. */
function unseenColor(color: string, { at, first }: { readonly at: Span; readonly first: number }): Problem {
  return {
    kind: 'truncated-message',
    span: at,
    message: `A \`#\` starts a comment: the box has no color. Write \`${color}\` before its title`,
    fixes: [
      {
        title: `Write \`${color}\``,
        edits: [
          { span: span(first, first), text: `${color} ` },
          { span: at, text: '' },
        ],
      },
    ],
  }
}

function rgbOf(words: string): string | undefined {
  const [, digits = ''] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(words) ?? []
  const parts = digits.match(digits.length === 3 ? /./g : /../g)?.map(each => each.padStart(2, each))
  return parts && `rgb(${parts.map(each => Number.parseInt(each, 16)).join(', ')})`
}

/** A participant that is declared again takes the new name, without a word. */
function redefinedIn(events: readonly Event[], spanOf: (stretch: Stretch) => Span): Problem[] {
  const names = new Map<string, string>()
  const problems: Problem[] = []
  for (const event of events) {
    if (event.kind !== 'participant' || !event.alias) continue
    const { id, alias } = event
    const earlier = names.get(id.text)
    if (earlier !== undefined && earlier !== alias.text)
      problems.push({
        kind: 'label-redefined',
        span: spanOf(alias),
        message: `\`${id.text}\` was \`${earlier}\` above; Mermaid shows only the last label`,
        fixes: [
          { title: 'Keep the label above', edits: [{ span: spanOf(span(id.end, alias.end)), text: '' }] },
        ],
      })
    names.set(id.text, alias.text)
  }
  return problems
}

/** Names that Mermaid before 12.1 takes for keywords where a message or a note begins with them: `Link->>API`. */
function keywordsIn(names: readonly Named[], spanOf: (stretch: Stretch) => Span): Problem[] {
  const problems = new Map<string, Problem>()
  for (const { id, refused } of names) {
    const name = nameOf(id)
    const [word] = olderKeyword.exec(name) ?? []
    if (word === undefined || !refused || problems.has(name)) continue
    const other = name.replace(word, `${word}_`)
    problems.set(name, {
      kind: 'keyword-as-id',
      span: spanOf(names.find(each => nameOf(each.id) === name)?.id ?? id),
      message: `\`${word}\` is a keyword of sequence diagrams up to Mermaid 12.0, which most hosts still have: they refuse the whole diagram. Give the participant another id`,
      fixes: [{ title: `Write \`${other}\``, edits: renaming(name, other, names, spanOf) }],
    })
  }
  return [...problems.values()]
}

/** `participant db @{ … }`: Mermaid before 12.1 looks for `@{` right behind the name. */
function spacedMetadataIn(
  events: readonly Event[],
  text: string,
  spanOf: (stretch: Stretch) => Span,
): Problem[] {
  return events.flatMap((event): Problem[] => {
    if (event.kind !== 'participant' || !event.properties) return []
    const start = text.lastIndexOf('@{', event.properties.start)
    if (start <= event.id.end) return []
    const at = spanOf(span(event.id.end, start))
    return [
      {
        kind: 'space-before-metadata',
        span: at,
        message:
          'Mermaid up to 12.0, which most hosts still have, refuses the whole diagram for the space before `@{`: write it right behind the name',
        fixes: [{ title: 'Remove the space', edits: [{ span: at, text: '' }] }],
      },
    ]
  })
}

const olderKeyword = /^(?:links?|properties|details)\b/i

/** In every place; a declaration without a label goes on to show the old name. */
const renaming = (
  name: string,
  other: string,
  names: readonly Named[],
  spanOf: (stretch: Stretch) => Span,
): readonly Edit[] =>
  names
    .filter(({ id }) => nameOf(id) === name)
    .map(({ id, unlabelled }) => ({ span: spanOf(id), text: unlabelled ? `${other} as ${name}` : other }))

interface Named {
  readonly id: Written
  /** Where a keyword is read before a name is. */
  readonly refused?: boolean
  /** A declaration that shows the id. */
  readonly unlabelled?: boolean
}

const namesIn = (events: readonly Event[]): readonly Named[] =>
  events.flatMap((event): readonly Named[] => {
    switch (event.kind) {
      case 'message':
        return [event.from, event.to].map(id => ({ id, refused: true }))
      case 'note':
        return event.over.map(id => ({ id, refused: true }))
      case 'participant':
        return [{ id: event.id, unlabelled: !event.alias && !event.properties }]
      case 'destroy':
      case 'activate':
      case 'deactivate':
      case 'extras':
        return [{ id: event.id }]
      default:
        return []
    }
  })

/** Behind the first `#` stands what Mermaid has not read as text yet: further `#` and `;` would end it anew. */
function escapes(cut: string, start: number, spanOf: (stretch: Stretch) => Span): readonly Edit[] {
  return Array.from(cut.matchAll(/[#;]/g), ({ 0: mark, index }) => ({
    span: spanOf(span(start + index, start + index + 1)),
    text: mark === '#' ? '#35;' : '#59;',
  }))
}

function textOf(event: Event): Written | undefined {
  switch (event.kind) {
    case 'message':
    case 'note':
    case 'fragment':
    case 'section':
    case 'box':
      return event.label
    case 'participant':
      return event.alias ?? event.id
    default:
      return undefined
  }
}

/** Where a `#` cuts what goes on right behind this text. A comment set apart by `# ` blanks was meant. */
function hashAfter({ end, text: words }: Written, text: string): number | undefined {
  let at = end
  while (text[at] === ' ' || text[at] === '\t') at++
  if (text[at] !== '#' || words === '') return undefined
  return /\S/.test(text[at + 1] ?? ' ') ? at : undefined
}
