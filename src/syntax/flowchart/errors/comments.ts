// Comments as other languages write them, or behind a statement: here they begin with `%%`, on lines of their own.

import { span } from '../../../text/span'
import type { Habit } from './habits'
import { instead } from './instead'

/** `// text` alone on its line. */
export const commentOfCode: Habit = line => {
  const [, indent = '', mark] = /^([ \t]*)(\/\/|#|%(?!%)|\.{3}|…)[ \t]*\S/.exec(line.text) ?? []
  if (mark === undefined) return undefined
  const from = indent.length
  return instead(line, [from, from + mark.length], '%%', `\`${mark}\` begins no comment: write \`%%\``)
}

/** `a --> b // text`; behind a `;` the mark itself was read as a node. */
export const commentBehind: Habit = ({ start, end, text, broken }, { reading }) => {
  const isStyle = /^[ \t]*(?:style|linkStyle|classDef)[ \t]/.test(text)
  if (!isStyle && reading !== 'end of statement') return undefined
  const from = isStyle
    ? text.length - lengthOf(/[; \t]((?:%%|\/\/)[^\n]*)$/.exec(text)?.[1])
    : broken - lengthOf(/;[ \t]*((?:\/\/|[#%])[^;[\](){}"]*)$/.exec(text.slice(0, broken))?.[1])
  const comment = text.slice(from)
  const mark = marks.exec(comment)?.[0]
  if (mark === undefined) return undefined
  const words = comment
    .slice(mark.length)
    .trimEnd()
    .replace(/(?:\*\/|-->)$/, '')
    .trimEnd()
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  const edits = [
    { at: span(start, start), text: `${indent}%%${words}\n` },
    { at: span(start + text.slice(0, from).trimEnd().length, end), text: '' },
  ]
  return {
    at: span(start + from, end),
    message:
      mark === '%%'
        ? 'A comment needs a line of its own'
        : 'A comment begins with `%%`, on a line of its own',
    fix: { title: 'Move the comment above', verbatim: true, edits },
  }
}

const lengthOf = (text = ''): number => text.length

/** `#1` alone may be anything. */
const marks = /^(?:%%|\/\/|\/\*|<!--|%|#(?=[ \t]|\S+[ \t]+\S))/
