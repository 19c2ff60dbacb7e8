// Markup in sequence diagrams that Mermaid does not read there: the reader sees its characters.

import { isTimeline } from '../../syntax/notation'
import type { Diagram, Step } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import type { Span } from '../../text/span'
import { defineRule, type Report } from '../rule'

export const literalMarkup = defineRule({
  id: 'literal-markup',
  category: 'syntax',
  speaksOf: 'writing',
  summary:
    'A line break, emphasis or comment in a sequence diagram is written in a way that Mermaid draws as it stands.',
  presets: { sketch: 'info' },
  everyDiagram: true,
  fixable: 'safe',
  options: {},

  *check({ diagram }) {
    if (!isTimeline(diagram)) return
    const spans = textsIn(diagram)
    for (const markup of [lineBreaks, emphasis, tags, comments])
      for (const span of spans) {
        const edits = [...markup.placesIn(diagram.text.slice(span.start, span.end))]
        const [first] = edits
        if (first)
          yield judge(
            markup,
            edits.map(edit => moved(edit, span)),
            moved(first, span).span,
          )
      }
  },
})

interface Markup {
  /** What to replace within one text, in order. */
  placesIn(text: string): Iterable<Edit>
  readonly message: string
  /** Of the fix, where there is one. */
  readonly title?: string
}

const lineBreaks: Markup = {
  *placesIn(text) {
    // Frames of a protocol and paths of Windows are meant as they stand, and so is what stands beside a break that is read.
    if (/<br\s*\/?>|\\n(?:data|id|event|retry):|\\[rt0\\]|\\n\\n|\b[a-z]:\\|\\n["']?\s*$/i.test(text)) return
    for (const { index, 0: written } of text.matchAll(/ ?\\n ?/g))
      yield { span: { start: index, end: index + written.length }, text: '<br/>' }
  },
  message: '“\\n” is drawn as it stands: in a sequence diagram, only <br/> begins a new line. Write <br/>.',
  title: 'Write <br/>',
}

const emphasis: Markup = {
  *placesIn(text) {
    for (const { index, 0: written } of text.matchAll(
      /(?<![*\p{L}\p{N}])\*\*(?=\S)[^*\n]*[^*\s]\*\*(?![*\p{L}\p{N}])/gu,
    )) {
      // `**NONCE**` may be what is replaced.
      if (!/\p{Ll}/u.test(written)) continue
      yield { span: { start: index, end: index + 2 }, text: '' }
      yield { span: { start: index + written.length - 2, end: index + written.length }, text: '' }
    }
  },
  message: '“**” is drawn as it stands: a sequence diagram reads no Markdown. Leave the stars out.',
  title: 'Leave the stars out',
}

const tags: Markup = {
  *placesIn(text) {
    const found = [...text.matchAll(/<(\/?)(b|i|u|em|strong|small|sub|sup|code)>/gi)]
    const named = new Set(found.map(([, slash = '', name = '']) => `${slash}${name.toLowerCase()}`))
    for (const { index, 0: written, 2: name = '' } of found)
      if (named.has(name.toLowerCase()) && named.has(`/${name.toLowerCase()}`))
        yield { span: { start: index, end: index + written.length }, text: '' }
  },
  message:
    'Tags such as <b> and <i> are drawn as they stand: of HTML, a sequence diagram reads only <br/>. Leave them out.',
  title: 'Leave the tags out',
}

/** It would take the words with it: who wrote them says where they go. */
const comments: Markup = {
  *placesIn(text) {
    const [, written] = /\S[ \t]+(%%[ \t]+\S[^\n]*)$/.exec(text) ?? []
    if (written !== undefined)
      yield { span: { start: text.length - written.length, end: text.length }, text: '' }
  },
  message:
    'A comment behind a text is drawn with it: “%%” begins one on a line of its own only. Move it above the message.',
}

/** All that is drawn as text. */
const textsIn = ({ arrows, nodes, groups, steps }: Diagram): readonly Span[] =>
  [
    ...arrows.map(({ labelSpan }) => labelSpan),
    ...nodes.flatMap(({ mentions }) => mentions.map(({ label }) => label)),
    ...groups.map(({ labelSpan }) => labelSpan),
    ...steps.flatMap(titlesIn),
  ]
    .filter(span => span !== undefined)
    .toSorted((a, b) => a.start - b.start)

function titlesIn(step: Step): readonly Span[] {
  if (step.kind === 'note') return [step.span]
  if (step.kind !== 'fragment') return []
  return step.sections.flatMap(({ header, steps }) => [header, ...steps.flatMap(titlesIn)])
}

const moved = ({ span, text }: Edit, { start }: Span): Edit => ({
  span: { start: span.start + start, end: span.end + start },
  text,
})

const judge = (markup: Markup, edits: readonly Edit[], at: Span): Report => ({
  at,
  habit: markup.title ?? 'comments',
  message: markup.message,
  fixes: markup.title ? [{ title: markup.title, safe: true, edits }] : [],
})
