// The menu of the picture's ways out: as a file, as a report, into the clipboard.

import { useRef, useState } from 'preact/hooks'
import type { ExportChosen } from '../export/exports'
import type { ExportWay } from '../export/picture-file'
import type { ExportTheme } from '../theme/theme'
import { t } from '../translation'

interface ExportMenuProps {
  readonly hasFigures: boolean
  readonly exportAs: (chosen: ExportChosen) => Promise<unknown>
}

const ways: readonly (readonly [way: ExportWay, label: string, words: string])[] = [
  ['copy', t('Copy picture'), t('Copy picture')],
  ['svg', t('Export SVG'), 'SVG'],
  ['png1', t('Export PNG at natural size'), 'PNG'],
  ['png2', t('Export PNG at twice the size'), t('PNG, twice as large')],
  ['png4', t('Export PNG at four times the size'), t('PNG, four times as large')],
]

const reports: typeof ways = [
  ['html', t('Export report'), t('Report in one HTML file')],
  ['markdown', t('Copy figures as Markdown'), t('Copy figures as Markdown')],
]

const themes: readonly (readonly [theme: ExportTheme, words: string])[] = [
  ['shown', t('Colors as shown')],
  ['light', t('Light colors')],
  ['dark', t('Dark colors')],
]

export const ExportMenu = ({ hasFigures, exportAs }: ExportMenuProps) => {
  const menu = useRef<HTMLDetailsElement>(null)
  const [theme, chooseTheme] = useState<ExportTheme>('shown')
  const [legend, chooseLegend] = useState(true)
  const close = () => {
    if (menu.current) menu.current.open = false
  }
  return (
    <details
      ref={menu}
      class="menu"
      onKeyDown={event => {
        if (event.key === 'Escape') close()
      }}
      onFocusOut={event => {
        const next = event.relatedTarget
        if (next instanceof Node && !event.currentTarget.contains(next)) close()
      }}
    >
      <summary class="pill">{t('Export')}</summary>
      <div>
        {(hasFigures ? [...ways, ...reports] : ways).map(([way, label, words]) => (
          <button
            key={way}
            type="button"
            aria-label={label}
            onClick={() => {
              close()
              void exportAs({ way, theme, legend: legend && hasFigures })
            }}
          >
            {words}
          </button>
        ))}
        <hr />
        <ThemeChoice chosen={theme} choose={chooseTheme} />
        {hasFigures && (
          <label>
            <input
              type="checkbox"
              checked={legend}
              onChange={event => chooseLegend(event.currentTarget.checked)}
            />
            {t('With figures and legend')}
          </label>
        )}
      </div>
    </details>
  )
}

const ThemeChoice = ({ chosen, choose }: { chosen: ExportTheme; choose: (theme: ExportTheme) => void }) => (
  <select
    aria-label={t('Colors of the export')}
    onChange={({ currentTarget: { value } }) =>
      choose(themes.find(([theme]) => theme === value)?.[0] ?? 'shown')
    }
  >
    {themes.map(([theme, words]) => (
      <option key={theme} value={theme} selected={theme === chosen}>
        {words}
      </option>
    ))}
  </select>
)
