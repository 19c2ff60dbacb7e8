// The editor's theme: its colors, and what Mermaid needs to draw in them.

import type { MermaidConfig } from 'mermaid'
import type { ColorMode } from '../view'
import { type Color, hex, isDark, mix, resolveColor, withContrast } from './color'

type HeatMode = Exclude<ColorMode, 'plain'>

/** With what each mode colors. */
export interface Theme extends Readonly<Record<HeatMode, Color>> {
  readonly dark: boolean
  readonly highContrast: boolean
  readonly font: string
  readonly background: Color
  readonly foreground: Color
  /** Lines that carry no figure. */
  readonly line: Color
  readonly error: Color
  readonly warning: Color
  readonly info: Color
  /** What is met, or new. */
  readonly good: Color
}

/** Ratios of WCAG 2.2: of words, and of lines that carry meaning. */
const [ofWords, ofLines] = [4.5, 3]

const words = ['--ink', '--quiet', '--link', '--error', '--warning', '--good'] as const

/**
 * Sets what the page's styles can't work out: some themes have words too faint to read, which are made stronger, as
 * little as needed; and what the modes color with goes by how dark the theme is.
 */
export const dressPage = () => {
  const { style } = document.body
  for (const name of words) style.removeProperty(name)
  const read = variablesOf(document.body)
  const paper = read('--paper', white)
  const backgrounds = ['--raised', '--chosen', '--field', '--list', '--card'].map(name => read(name, paper))
  const strong = words.map(name => {
    const color = [paper, ...backgrounds].reduce(
      (stronger, background) => withContrast(stronger, background, ofWords),
      read(name, paper),
    )
    return [name, color] as const
  })
  for (const [name, color] of strong) style.setProperty(name, hex(color))
  for (const [mode, color] of Object.entries(heatsOn(paper))) style.setProperty(`--heat-${mode}`, hex(color))
}

/** The theme of the moment, from the variables that preview.css derives from VS Code's. */
export const readTheme = (): Theme => {
  const read = variablesOf(document.body)
  const background = read('--paper', white)
  return themeOf({
    background,
    foreground: read('--ink', background),
    error: read('--error', background),
    warning: read('--warning', background),
    info: read('--info', background),
    good: read('--good', background),
    highContrast: /\bvscode-high-contrast/.test(document.body.className),
  })
}

/** What an export is drawn in: the theme of the moment, or one that suits a page or a slide whatever the editor's is. */
export type ExportTheme = 'shown' | 'light' | 'dark'

export const exportTheme = (chosen: Exclude<ExportTheme, 'shown'>): Theme => themeOf(fixed[chosen])

type Palette = Pick<
  Theme,
  'background' | 'foreground' | 'error' | 'warning' | 'info' | 'good' | 'highContrast'
>

const white: Color = [255, 255, 255]

/** VS Code's default themes. */
const fixed: Readonly<Record<Exclude<ExportTheme, 'shown'>, Palette>> = {
  light: {
    background: white,
    foreground: [59, 59, 59],
    error: [209, 36, 47],
    warning: [191, 136, 3],
    info: [26, 133, 255],
    good: [56, 138, 52],
    highContrast: false,
  },
  dark: {
    background: [31, 31, 31],
    foreground: [204, 204, 204],
    error: [248, 81, 73],
    warning: [204, 167, 0],
    info: [55, 148, 255],
    good: [137, 209, 133],
    highContrast: false,
  },
}

const themeOf = (palette: Palette): Theme => {
  const { background, foreground, highContrast } = palette
  const faint = mix(background, foreground, 0.55)
  return {
    ...palette,
    ...heatsOn(background),
    dark: isDark(background),
    font: getComputedStyle(document.body).fontFamily,
    line: highContrast ? foreground : withContrast(faint, background, ofLines),
  }
}

/** Of our own: a theme's chart colors are made for areas, and may be too dark or too clear for lines and words. */
const heatsOn = (background: Color): Record<HeatMode, Color> => {
  const strong = (light: Color, dark: Color) =>
    withContrast(isDark(background) ? dark : light, background, ofLines)
  return {
    latency: strong([194, 65, 12], [240, 136, 62]),
    availability: strong([207, 34, 46], [255, 123, 114]),
    attempts: strong([130, 80, 223], [188, 140, 255]),
    utilization: strong([27, 124, 131], [57, 197, 207]),
  }
}

const variablesOf = (element: Element) => {
  const style = getComputedStyle(element)
  return (name: string, background: Color) => resolveColor(style.getPropertyValue(name).trim(), background)
}

/** Two themes that draw alike have the same key. */
export const themeKey = (theme: Theme): string => JSON.stringify(theme)

/** Calls back when VS Code changes the theme: it swaps the classes of the body and the variables of the root. */
export const onThemeChange = (changed: () => void): void => {
  const observer = new MutationObserver(changed)
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] })
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
}

/** Mermaid in the editor's colors. What the diagram's own configuration says still wins. */
export const mermaidConfig = (theme: Theme): MermaidConfig => ({
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  maxTextSize: 1_000_000,
  maxEdges: 10_000,
  theme: 'base',
  look: 'classic',
  fontFamily: theme.font,
  themeVariables: themeVariables(theme),
})

const themeVariables = (theme: Theme) => {
  const tone = (amount: number) => hex(mix(theme.background, theme.foreground, amount))
  const background = hex(theme.background)
  const ink = hex(theme.foreground)
  const drawn = (amount: number) =>
    hex(withContrast(mix(theme.background, theme.foreground, amount), theme.background, ofLines + 0.1))
  const border = theme.highContrast ? ink : drawn(0.4)
  const box = theme.highContrast ? background : tone(0.06)
  const band = theme.highContrast ? background : tone(0.025)
  const line = hex(theme.line)
  return {
    darkMode: theme.dark,
    fontFamily: theme.font,
    fontSize: '14px',
    background: background,
    primaryColor: box,
    primaryTextColor: ink,
    primaryBorderColor: border,
    secondaryColor: tone(0.1),
    tertiaryColor: band,
    textColor: ink,
    titleColor: ink,
    lineColor: line,
    defaultLinkColor: line,
    arrowheadColor: line,
    mainBkg: box,
    nodeBorder: border,
    nodeTextColor: ink,
    clusterBkg: band,
    clusterBorder: theme.highContrast ? ink : drawn(0.2),
    edgeLabelBackground: background,
    actorBkg: box,
    actorBorder: border,
    actorTextColor: ink,
    actorLineColor: drawn(0.3),
    signalColor: line,
    signalTextColor: ink,
    labelBoxBkgColor: box,
    labelBoxBorderColor: border,
    labelTextColor: ink,
    loopTextColor: ink,
    noteBkgColor: theme.highContrast ? background : tone(0.1),
    noteTextColor: ink,
    noteBorderColor: border,
    activationBkgColor: tone(0.15),
    activationBorderColor: border,
    sequenceNumberColor: background,
    archEdgeColor: line,
    archEdgeArrowColor: line,
    archGroupBorderColor: drawn(0.3),
  }
}
