// What stands between the braces of `@{ … }`, as Mermaid hands it to YAML.

import { type Span, span } from '../../text/span'
import { type Mapped, mapped, replaced, sourceSpan } from '../source-map'
import type { Attribute } from '../tree'
import type { Written } from '../written-text'
import { type Document, readYaml } from './reader'
import { attributesOf } from './value'

export interface MetadataReading extends Document {
  readonly attributes: readonly Attribute[]
}

/** Reads the body of a block: on one line the inside of a flow mapping, else a document of its own. */
export function readMetadata(body: Written): MetadataReading {
  return readFrom(mapped(body.text), body)
}

/** The same in a flowchart, where Mermaid first makes `<br/>` of the line breaks between double quotes. */
export function readFlowchartMetadata(body: Written): MetadataReading {
  const strings = body.text.includes('\n') ? [...body.text.matchAll(/"[^"]*"/g)] : []
  const breaks = strings.flatMap(({ 0: string, index }) =>
    [...string.matchAll(/\n\s*/g)].map(found => {
      const start = index + found.index
      return { start, end: start + found[0].length, text: '<br/>' }
    }),
  )
  return readFrom(replaced(mapped(body.text), breaks), body)
}

function readFrom(written: Mapped, body: Written): MetadataReading {
  const { length } = written.text
  const whole = written.text.includes('\n')
    ? written
    : replaced(written, [
        { start: 0, end: 0, text: '{\n' },
        { start: length, end: length, text: '\n}' },
      ])
  const spanOf = (at: Span): Span => {
    const { start, end } = sourceSpan(whole, at)
    return span(body.start + start, body.start + end)
  }
  const textOf = ({ start, end }: Span) => body.text.slice(start - body.start, end - body.start)
  const document = readYaml(whole.text, spanOf)
  return { ...document, attributes: attributesOf(document.value, textOf) }
}
