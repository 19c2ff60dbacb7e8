// The variables that VS Code's own themes give a webview, as far as the preview uses them.

const font = { 'font-family': "'DejaVu Sans', system-ui, sans-serif", 'font-size': '13px' }

const dark = {
  ...font,
  'editor-background': '#1f1f1f',
  'editor-foreground': '#cccccc',
  descriptionForeground: '#9d9d9d',
  'panel-border': '#2b2b2b',
  'editorWidget-background': '#202020',
  'list-hoverBackground': '#2a2d2e',
  'toolbar-activeBackground': 'rgba(99, 102, 103, 0.31)',
  'textLink-foreground': '#4daafc',
  focusBorder: '#0078d4',
  'editorError-foreground': '#f14c4c',
  'editorWarning-foreground': '#cca700',
  'editorInfo-foreground': '#3794ff',
  'charts-green': '#89d185',
  'charts-orange': '#d18616',
  'charts-red': '#f14c4c',
  'charts-purple': '#b180d7',
  'dropdown-background': '#313131',
  'dropdown-border': '#3c3c3c',
  'dropdown-foreground': '#cccccc',
  'editorHoverWidget-background': '#202020',
  'editorHoverWidget-border': '#454545',
  'editorHoverWidget-foreground': '#cccccc',
  'input-background': '#313131',
  'input-border': '#3c3c3c',
}

const light = {
  ...font,
  'editor-background': '#ffffff',
  'editor-foreground': '#3b3b3b',
  descriptionForeground: '#3b3b3b',
  'panel-border': '#e5e5e5',
  'editorWidget-background': '#f8f8f8',
  'list-hoverBackground': '#f2f2f2',
  'toolbar-activeBackground': 'rgba(166, 166, 166, 0.31)',
  'textLink-foreground': '#005fb8',
  focusBorder: '#005fb8',
  'editorError-foreground': '#e51400',
  'editorWarning-foreground': '#bf8803',
  'editorInfo-foreground': '#1a85ff',
  'charts-green': '#388a34',
  'charts-orange': '#d18616',
  'charts-red': '#e51400',
  'charts-purple': '#652d90',
  'dropdown-background': '#ffffff',
  'dropdown-border': '#cecece',
  'dropdown-foreground': '#3b3b3b',
  'editorHoverWidget-background': '#f8f8f8',
  'editorHoverWidget-border': '#c8c8c8',
  'editorHoverWidget-foreground': '#3b3b3b',
  'input-background': '#ffffff',
  'input-border': '#cecece',
}

const highContrast = {
  ...font,
  'editor-background': '#000000',
  'editor-foreground': '#ffffff',
  descriptionForeground: 'rgba(255, 255, 255, 0.7)',
  'panel-border': '#6fc3df',
  contrastBorder: '#6fc3df',
  'editorWidget-background': '#0c141f',
  'textLink-foreground': '#21a6ff',
  focusBorder: '#f38518',
  'editorError-foreground': '#ff6464',
  'editorWarning-foreground': '#ffd370',
  'editorInfo-foreground': '#3794ff',
  'charts-green': '#89d185',
  'charts-orange': '#d18616',
  'charts-red': '#ff6464',
  'charts-purple': '#b180d7',
  'dropdown-background': '#000000',
  'dropdown-border': '#6fc3df',
  'dropdown-foreground': '#ffffff',
}

const highContrastLight = {
  ...font,
  'editor-background': '#ffffff',
  'editor-foreground': '#292929',
  descriptionForeground: 'rgba(41, 41, 41, 0.7)',
  'panel-border': '#0f4a85',
  contrastBorder: '#0f4a85',
  'editorWidget-background': '#ffffff',
  'textLink-foreground': '#0f4a85',
  focusBorder: '#006bbd',
  'editorError-foreground': '#b5200d',
  'editorWarning-foreground': '#895503',
  'editorInfo-foreground': '#1a85ff',
  'charts-green': '#374e06',
  'dropdown-background': '#ffffff',
  'dropdown-border': '#0f4a85',
  'dropdown-foreground': '#292929',
}

const solarizedLight = {
  ...light,
  'editor-background': '#fdf6e3',
  'editor-foreground': '#657b83',
  descriptionForeground: '#808e8f',
  'panel-border': '#ddd6c1',
  'editorWidget-background': '#eee8d5',
  'list-hoverBackground': '#dfca8844',
  'dropdown-background': '#eee8d5',
  'dropdown-foreground': '#657b83',
  'editorHoverWidget-background': '#eee8d5',
  'editorHoverWidget-foreground': '#657b83',
  'input-background': '#ddd6c1',
}

const quietLight = {
  ...light,
  'editor-background': '#f5f5f5',
  'editor-foreground': '#333333',
  descriptionForeground: '#705697',
  'panel-border': '#dddddd',
  'editorWidget-background': '#ededed',
  'list-hoverBackground': '#e0e0e0',
}

const solarizedDark = {
  ...dark,
  'editor-background': '#002b36',
  'editor-foreground': '#839496',
  descriptionForeground: '#7c9296',
  'panel-border': '#2b2b4a',
  'editorWidget-background': '#00212b',
  'list-hoverBackground': '#004454aa',
  'dropdown-background': '#00212b',
  'dropdown-foreground': '#839496',
  'editorHoverWidget-background': '#004052',
  'editorHoverWidget-foreground': '#839496',
  'input-background': '#003847',
}

const monokai = {
  ...dark,
  'editor-background': '#272822',
  'editor-foreground': '#f8f8f2',
  descriptionForeground: '#c2c2bd',
  'panel-border': '#414339',
  'editorWidget-background': '#1e1f1c',
  'list-hoverBackground': '#3e3d32',
  'dropdown-background': '#414339',
  'dropdown-foreground': '#f8f8f2',
  'editorHoverWidget-background': '#414339',
  focusBorder: '#99947c',
  'input-background': '#414339',
}

export const themes = {
  dark,
  light,
  'high-contrast': highContrast,
  'high-contrast-light': highContrastLight,
  'solarized-light': solarizedLight,
  'quiet-light': quietLight,
  'solarized-dark': solarizedDark,
  monokai,
} as const

/** The classes that VS Code gives the body of a webview in a theme. */
export const classesOf: Readonly<Record<ThemeName, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'high-contrast': 'vscode-high-contrast',
  'high-contrast-light': 'vscode-high-contrast vscode-high-contrast-light',
  'solarized-light': 'vscode-light',
  'quiet-light': 'vscode-light',
  'solarized-dark': 'vscode-dark',
  monokai: 'vscode-dark',
}
export type ThemeName = keyof typeof themes
