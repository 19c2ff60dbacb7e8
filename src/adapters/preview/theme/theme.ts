// The editor's theme: its colors, and what Mermaid needs to draw in them.

import type { MermaidConfig } from 'mermaid'
import { type Color, hex, isDark, mix, resolveColor, withContrast } from './color'

export interface Theme {
  readonly dark: boolean
  readonly highContrast: boolean
  readonly font: string
  readonly background: Color
  readonly foreground: Color
  /** Lines that carry no figure. */
  readonly line: Color
  /** What the modes color with. */
  readonly latency: Color
  readonly availability: Color
  readonly load: Color
  readonly error: Color
  readonly warning: Color
  readonly info: Color
}

/** Ratios of WCAG 2.2: of words, and of lines that carry meaning. */
const [ofWords, ofLines] = [4.5, 3]

const words = ['--ink', '--quiet', '--link', '--error', '--warning', '--good'] as const

/** Some themes have words too faint to read: theirs are made stronger, as little as needed. */
export const strengthenWords = () => {
  const { style } = document.body
  for (const name of words) style.removeProperty(name)
  const computed = getComputedStyle(document.body)
  const read = (name: string, background: Color) =>
    resolveColor(computed.getPropertyValue(name).trim(), background)
  const paper = read('--paper', [255, 255, 255])
  const backgrounds = ['--raised', '--chosen', '--field', '--list', '--card'].map(name => read(name, paper))
  const strong = words.map(name => {
    const color = [paper, ...backgrounds].reduce(
      (stronger, background) => withContrast(stronger, background, ofWords),
      read(name, paper),
    )
    return [name, color] as const
  })
  for (const [name, color] of strong) style.setProperty(name, hex(color))
}

/** The theme of the moment, from the variables that preview.css derives from VS Code's. */
export const readTheme = (): Theme => {
  const style = getComputedStyle(document.body)
  const variable = (name: string, background: Color) =>
    resolveColor(style.getPropertyValue(name).trim(), background)
  const background = variable('--paper', [255, 255, 255])
  const highContrast = /\bvscode-high-contrast/.test(document.body.className)
  const foreground = variable('--ink', background)
  return {
    dark: isDark(background),
    highContrast,
    font: style.fontFamily,
    background,
    foreground,
    line: highContrast ? foreground : withContrast(mix(background, foreground, 0.55), background, ofLines),
    latency: withContrast(variable('--heat-latency', background), background, ofLines),
    availability: withContrast(variable('--heat-availability', background), background, ofLines),
    load: withContrast(variable('--heat-load', background), background, ofLines),
    error: variable('--error', background),
    warning: variable('--warning', background),
    info: variable('--info', background),
  }
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
