// The user of the tests' windows: settings that leave the window to editor and preview from its first moment on, and a key.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Opens the preview; the extension itself takes no key. */
export const previewKey = 'Control+Alt+a'

const settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  // On a busy machine views come up late and take the focus from what a key has opened.
  'workbench.quickOpen.closeOnFocusLost': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.wordBasedSuggestions': 'off',
}

const keys = [{ key: 'ctrl+alt+a', command: 'arrowsmith.openPreviewToSide' }]

/** Writes them where a VS Code looks whose data lies in a folder. */
export function writeUser(data: string): void {
  const folder = join(data, 'User')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings))
  writeFileSync(join(folder, 'keybindings.json'), JSON.stringify(keys))
}
