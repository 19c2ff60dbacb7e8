// Directives that make Mermaid refuse the whole diagram: their settings are nothing it can work with.

import type { Span } from '../text/span'
import { type Value, valueAt } from './yaml'

/** A directive with its marks, as Mermaid cuts it out. */
export interface Directive {
  readonly text: string
  readonly span: Span
}

export interface RefusedSetting {
  readonly span: Span
  readonly message: string
}

/** The first refusal, as Mermaid stops there. */
export function refusedDirective(directives: readonly Directive[]): RefusedSetting | undefined {
  const settings = directives.filter(({ text }) => /^%%\{\s*init(?:ialize)?\b/.test(text))
  const styled = settings.find(({ text }) => stylesIn(settingsOf(text)).length > 0)
  if (styled) {
    const [name] = stylesIn(settingsOf(styled.text))
    return { span: styled.span, message: badStyle(name!) }
  }
  const [only] = settings
  const wraps = directives.some(({ text }) => /^%%\{\s*wrap\b/.test(text))
  if (!wraps || !only || settings.length > 1 || typeof settingsOf(only.text) !== 'string') return undefined
  return {
    span: only.span,
    message: 'Beside `%%{wrap}%%`, `init` must hold settings in braces: `%%{init: {"theme": "dark"}}%%`',
  }
}

/** The same in a frontmatter's `config`, which Mermaid treats like a directive. */
export function refusedStyle(config: Value | undefined): RefusedSetting | undefined {
  for (const name of styles) {
    const value = valueAt(config, name)
    if (value?.kind === 'scalar' && ['number', 'boolean'].includes(typeof value.value))
      return { span: value.span, message: badStyle(name) }
  }
  return undefined
}

const badStyle = (name: string): string => `\`${name}\` must be text, in quotes: Mermaid refuses the diagram`

/** What stands behind the colon: a bare word as text, JSON as what it says. */
function settingsOf(text: string): unknown {
  const colon = text.indexOf(':')
  const written = text
    .slice(colon + 1)
    .replace(/\}%%\s*$/, '')
    .trim()
  if (colon < 0) return undefined
  if (/^\w+$/.test(written)) return written
  try {
    return JSON.parse(written.replaceAll("'", '"'))
  } catch {
    return undefined
  }
}

/** Settings that Mermaid reads letter by letter. */
const styles = ['fontFamily', 'altFontFamily', 'themeCSS'] as const

/** Those of them, however deep, that have no letters. */
function stylesIn(settings: unknown): readonly string[] {
  if (typeof settings !== 'object' || settings === null) return []
  return Object.entries(settings).flatMap(([name, value]) =>
    typeof value === 'object'
      ? stylesIn(value)
      : styles.some(style => style === name) && typeof value !== 'string'
        ? [name]
        : [],
  )
}
