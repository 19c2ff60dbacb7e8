// A titled part of the panel, and what several of them show.

import type { ComponentChildren } from 'preact'
import type { PreviewTarget } from '../../../service/preview/messages'
import { t } from '../translation'

/** A section with its heading. */
export const PanelSection = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
)

/** The first few rows, and the rest behind a click. */
export const Abridged = ({ rows, limit }: { rows: readonly ComponentChildren[]; limit: number }) => {
  if (rows.length <= limit + 1) return <>{rows}</>
  return (
    <>
      {rows.slice(0, limit)}
      <details class="rest">
        <summary>{t('{0} more', rows.length - limit)}</summary>
        {rows.slice(limit)}
      </details>
    </>
  )
}

/** A button that looks like a word of the text. */
export const Link = ({
  act,
  label,
  children,
}: {
  act: () => void
  label?: string
  children: ComponentChildren
}) => (
  <button type="button" class="link" onClick={act} aria-label={label}>
    {children}
  </button>
)

/** A sentence of the service, in which backticks enclose what is written in a text. */
export const Prose = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, place) => (place % 2 === 1 ? <code key={place}>{part}</code> : part))}</>
)

export type Reveal = (target: PreviewTarget) => void
