// Styles as CSS writes them, and arrows listed in other ways than by commas.

import { short } from '../../line-advice'
import { unmarked } from '../../preprocess'
import type { Habit } from './habits'
import { instead } from './instead'

/** `style a fill:#fff;stroke:#000`, `classDef hot { fill: #fff }`. */
export const stylesOfCss: Habit = line => {
  const [head = ''] = /^[ \t]*(?:style|classDef|linkStyle)[ \t]+[^\s{;]+[ \t]*(?=\S)/.exec(line.text) ?? []
  const list = unmarked(line.text.slice(head.length)).trimEnd()
  if (head === '' || !/[;{]/.test(list)) return undefined
  const wanted = list
    .replace(/^\{/, '')
    .trimStart()
    .replace(
      /[;,]?(?<![ \t])[ \t]*((?:fill|stroke|color|font|opacity|text|background|border|padding|rx|ry|width|height|display|filter)(?:-[a-z]+){0,4}[ \t]*:)/g,
      ',$1',
    )
    .replace(/^,|(?<![,;}\s])[,;}\s]+$/g, '')
  const at: [number, number] = [head.length, line.text.trimEnd().length]
  const isKnown = /^[a-z-]+[ \t]*:[^;{}]+$/.test(wanted)
  const what = list.startsWith('{')
    ? 'A style has no braces, and commas between its parts'
    : 'The parts of a style are separated by commas'
  const shown = `${head.trim()} ${wanted}`
  const message = `${what}: write \`${isKnown && shown.length < 70 ? shown : `${head.trim()} fill:#f96,stroke:#333`}\``
  const blank = /[ \t]$/.test(head) ? '' : ' '
  const advice = instead(line, at, `${blank}${wanted}`, message, 'Write commas')
  return isKnown ? advice : { at: advice.at, message }
}

/** `style a fill=#fff`. */
export const equalsInStyle: Habit = line => {
  const [head] =
    /^[ \t]*(?:style|classDef|linkStyle)[ \t]+[^\s=]+[ \t]+(?=[a-z-]+[ \t]*=)/.exec(line.text) ?? []
  if (head === undefined) return undefined
  const list = line.text.slice(head.length).trimEnd()
  const wanted = list.replace(/(?<![\w-])([a-z-]+)[ \t]*=[ \t]*/g, '$1:')
  const message = `A style has a \`:\` between its name and what it is: write \`${short(`${head.trim()} ${wanted}`)}\``
  return instead(line, [head.length, head.length + list.length], wanted, message, 'Write `:`')
}

/** `class a fill:#fff;`. */
export const styleAsClass: Habit = line => {
  const [, indent = '', list] =
    /^([ \t]*)class([ \t]+\S+[ \t]+(?:fill|stroke|color)[\w-]*:.*)/.exec(line.text) ?? []
  if (list === undefined) return undefined
  const from = indent.length
  return instead(
    line,
    [from, from + 'class'.length],
    'style',
    '`class` takes the name of a class: write `style` for a style',
  )
}

/** `linkStyle 0-2`, `linkStyle 0, 1`, `linkStyle all`. */
export const listOfArrows: Habit = line => {
  const [head = '', all] = /^[ \t]*linkStyle[ \t]+(all\b|\*)?/.exec(line.text) ?? []
  if (head === '') return undefined
  if (all !== undefined)
    return instead(
      line,
      [head.length - all.length, head.length],
      'default',
      '`linkStyle default` styles all arrows',
    )
  const [list] = /^\d+(?:[ \t]*(?:-|–|\.\.+|,|&)[ \t]*\d+)+(?=[ \t])/.exec(line.text.slice(head.length)) ?? []
  const numbers = list?.split(/[,&]/).flatMap(numbersOf) ?? []
  if (list === undefined || numbers.length === 0 || numbers.length > 50) return undefined
  const wanted = numbers.join(',')
  const shown = wanted.length > 30 ? '0,1,2' : wanted
  return instead(
    line,
    [head.length, head.length + list.length],
    wanted,
    `Arrows are listed with commas and without spaces: write \`linkStyle ${shown}\``,
  )
}

function numbersOf(part: string): readonly number[] {
  const [first = 0, last = first] = part.split(/-|–|\.\.+/).map(Number)
  return last - first < 50
    ? Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
    : []
}
