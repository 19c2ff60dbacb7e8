// A diagram's text drawn by Mermaid, with labels that cost no more to show than lines do.

import { adaptC4 } from '../theme/c4-colors'
import { mermaidConfig, type Theme } from '../theme/theme'
import { moveC4Labels } from './c4-labels'
import { isWords, usePlainLabels } from './plain-labels'
import { trim } from './trim'

let drawings = 0

/** Mermaid's own drawing at its natural size, or why there is none. */
export const drawMarkup = async (
  loaded: Promise<typeof import('mermaid')>,
  text: string,
  theme: Theme,
): Promise<{ readonly markup: string } | { readonly error: string }> => {
  drawings += 1
  // A new id each time: Mermaid removes from the page whatever already has the id it draws under.
  const id = `drawing-${drawings}`
  try {
    const { default: mermaid } = await loaded
    // What a diagram configured for itself would be read again, and fail again if it did.
    mermaid.mermaidAPI.reset()
    mermaid.initialize(mermaidConfig(theme))
    const { svg } = await mermaid.render(id, withoutImages(text))
    return { markup: finished(svg, theme) }
  } catch (error) {
    return { error: firstLine(error instanceof Error ? error.message : String(error)) }
  } finally {
    // After an error Mermaid leaves the element it measured in.
    document.getElementById(`d${id}`)?.remove()
  }
}

/**
 * The page fetches nothing, and Mermaid draws nothing at all where it gets no image: those that a text names lie
 * elsewhere or beside the document, and have a frame in their place.
 */
const withoutImages = (text: string): string =>
  text.replace(/@\{[^}]*\}/g, metadata =>
    metadata.replace(/(\bimg\s*:\s*)(["'])(?!data:)(?:(?!\2).)+\2/g, `$1"${placeholder}"`),
  )

const placeholder = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48" fill="none" stroke="#888" stroke-width="2"><rect x="2" y="8" width="44" height="32" rx="3"/><circle cx="14" cy="18" r="4"/><path d="m4 38 14-14 8 8 8-10 10 14"/></svg>',
)}`

/** Empty if Mermaid drew nothing. */
const finished = (markup: string, theme: Theme): string => {
  // Parsed in a document of its own, where nothing loads and nothing runs.
  const svg = new DOMParser().parseFromString(markup, 'text/html').querySelector('svg')
  if (!svg) return ''
  const { width, height } = svg.viewBox.baseVal
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  svg.style.removeProperty('max-width')
  adaptC4(svg, theme)
  document.body.append(svg)
  usePlainLabels(svg, { isMeant: isWords })
  moveC4Labels(svg)
  trim(svg)
  svg.remove()
  return svg.outerHTML
}

/** The rest of Mermaid's messages is a piece of the text and the grammar's tokens. */
const firstLine = (message: string): string =>
  (message.split('\n', 1)[0] ?? '').replace(/:$/, '').slice(0, 200)
