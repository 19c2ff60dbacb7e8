// The editor's theme: its colors, and what Mermaid needs to draw in them.

import type { MermaidConfig } from 'mermaid'
import { type Color, hex, isDark, mix, resolveColor } from './color'

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

/** The theme of the moment, from the variables that preview.css derives from VS Code's. */
export const readTheme = (): Theme => {
  const style = getComputedStyle(document.body)
  const variable = (name: string, ground: Color) => resolveColor(style.getPropertyValue(name).trim(), ground)
  const background = variable('--paper', [255, 255, 255])
  const highContrast = /\bvscode-high-contrast/.test(document.body.className)
  const foreground = variable('--ink', background)
  return {
    dark: isDark(background),
    highContrast,
    font: style.fontFamily,
    background,
    foreground,
    line: highContrast ? foreground : mix(background, foreground, 0.55),
    latency: variable('--heat-latency', background),
    availability: variable('--heat-availability', background),
    load: variable('--heat-load', background),
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
  const ground = hex(theme.background)
  const ink = hex(theme.foreground)
  const border = theme.highContrast ? ink : tone(0.4)
  const box = theme.highContrast ? ground : tone(0.06)
  const band = theme.highContrast ? ground : tone(0.025)
  const line = hex(theme.line)
  return {
    darkMode: theme.dark,
    fontFamily: theme.font,
    fontSize: '14px',
    background: ground,
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
    clusterBorder: theme.highContrast ? ink : tone(0.2),
    edgeLabelBackground: ground,
    actorBkg: box,
    actorBorder: border,
    actorTextColor: ink,
    actorLineColor: tone(0.3),
    signalColor: line,
    signalTextColor: ink,
    labelBoxBkgColor: box,
    labelBoxBorderColor: border,
    labelTextColor: ink,
    loopTextColor: ink,
    noteBkgColor: theme.highContrast ? ground : tone(0.1),
    noteTextColor: ink,
    noteBorderColor: border,
    activationBkgColor: tone(0.15),
    activationBorderColor: border,
    sequenceNumberColor: ground,
    archEdgeColor: line,
    archEdgeArrowColor: line,
    archGroupBorderColor: tone(0.3),
  }
}
