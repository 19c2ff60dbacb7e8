// Diagrams that a component of JSX is given: `<Mermaid value={`…`} />`, as Docusaurus has it, and `chart`.

import type { Host, Piece } from '../block'
import type { BlockFinder, OpenedBlock } from '../blocks'
import { htmlHost, htmlPieces } from './html'

/** The texts that components called `Mermaid` are given. A template with values of its own in it has no fixed text. */
export function jsxFinder(source: string, canOpen: (offset: number) => boolean): BlockFinder {
  return from => {
    component.lastIndex = from
    for (let match = component.exec(source); match; match = component.exec(source)) {
      const block = canOpen(match.index) ? blockOf(source, match) : undefined
      if (block) return block
    }
    return undefined
  }
}

function blockOf(source: string, match: RegExpExecArray): OpenedBlock | undefined {
  const { index: opening, 1: template, 2: quoted } = match
  const end = opening + match[0].length - 1
  if (quoted !== undefined) {
    const span = { start: end - quoted.length, end }
    return { span, opening, pieces: htmlPieces(source, span), host: attribute }
  }
  if (template === undefined || hasHole.test(template)) return undefined
  const span = { start: end - template.length, end }
  return { span, opening, pieces: templatePieces(template, span.start), host: literal }
}

const component =
  /<Mermaid\s(?:[^<>`"']|"[^"<]*"|'[^'<]*')*?\b(?:value|chart|code|definition)\s*=\s*(?:\{\s*`((?:[^`\\]|\\[\s\S])*)`|"([^"]*)")/g

const hasHole = /^(?:[^\\$]|\\[\s\S]|\$(?!\{))*\$\{/

const escaped: ReadonlyMap<string, string> = new Map(Object.entries({ n: '\n', t: '\t', '\n': '' }))

/** The text of a template, what a backslash stands before decoded. */
function templatePieces(template: string, offset: number): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { index, 0: whole, 1: char = '' } of template.matchAll(/\\([\s\S])/g)) {
    if (index > at) pieces.push({ start: offset + at, end: offset + index })
    at = index + whole.length
    pieces.push({ start: offset + index, end: offset + at, decoded: escaped.get(char) ?? char })
  }
  if (at < template.length) pieces.push({ start: offset + at, end: offset + template.length })
  return pieces
}

const literal: Host = { encode: text => text.replace(/[`\\]|\$(?=\{)/g, '\\$&'), prefixed: false }

const attribute: Host = {
  encode: text => htmlHost.encode(text).replaceAll('"', '&quot;'),
  prefixed: false,
}
