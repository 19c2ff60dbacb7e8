// A diagram's frontmatter: what it says, its title, and what would make Mermaid refuse it.

import { refusedStyle } from './directives'
import { type Mapped, sourceSpan } from './source-map'
import { type Document, type Fault, isNull, isTruthy, readYaml, stringOf, type Value, valueAt } from './yaml'

export interface FrontmatterReading extends Document {
  readonly title?: string
}

/** Reads the lines between the `---`; the places are those of the author's text. */
export function readFrontmatter(yaml: Mapped): FrontmatterReading {
  const { value, fault } = readYaml(yaml.text, at => sourceSpan(yaml, at))
  const title = titleOf(value)
  const refused = fault ?? lostDisplayMode(value) ?? refusedStyle(valueAt(value, 'config'))
  return {
    ...(value && { value }),
    ...(title !== undefined && { title }),
    ...(refused && { fault: refused }),
  }
}

/** The value of `title:` at the top level. */
export function titleOf(frontmatter: Value | undefined): string | undefined {
  const title = valueAt(frontmatter, 'title')
  return title && !isNull(title) ? stringOf(title) : undefined
}

/** Mermaid writes the display mode into the configuration, which must be able to hold it. */
function lostDisplayMode(value: Value | undefined): Fault | undefined {
  const config = valueAt(value, 'config')
  if (!isTruthy(config) || config.kind !== 'scalar' || !isTruthy(valueAt(value, 'displayMode')))
    return undefined
  return { span: config.span, message: 'Beside `displayMode`, `config` must hold keys with values' }
}
