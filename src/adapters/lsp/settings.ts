// The user's settings: sent at the start, sent again when they change, or asked for by the section `arrowsmith`.

import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { type Configuration, configurationOf, type HintExtent, readConfiguration } from '../../service'

export interface EditorSettings {
  readonly hints: HintExtent | 'off'
  readonly lenses: boolean
  /** Preset and severities, for documents that no arrowsmith.config.json speaks for. */
  readonly configuration: Configuration
}

export interface KeptSettings {
  current(): EditorSettings
  /** What the editor sends with its hello. */
  begin(options: unknown): void
  /** Asks an editor that can be asked, now and whenever it says that something changed. */
  ask(): void
}

/** `changed` is called when the settings are others than those of the start. */
export function createSettings(connection: Connection, changed: () => void): KeptSettings {
  let settings = settingsIn(undefined)
  let canBeAsked = false
  const apply = (value: unknown) => {
    // Editors that have no such section answer with nothing.
    if (value === null || value === undefined) return
    settings = settingsIn(value)
    changed()
  }
  const asked = () => connection.workspace.getConfiguration('arrowsmith').then(apply, () => {})
  connection.onDidChangeConfiguration(({ settings: sent }) => (canBeAsked ? asked() : apply(sent)))
  return {
    current: () => settings,
    begin(options) {
      settings = settingsIn(options)
    },
    ask() {
      canBeAsked = true
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'arrowsmith' })
      void asked()
    },
  }
}

/** As VS Code's extension names them. What is missing or unreadable is as usual. */
const stated = z.object({
  inlayHints: z.catch(z.enum(['off', 'keyFigures', 'all']), 'keyFigures'),
  codeLens: z.catch(z.boolean(), true),
  preset: z.catch(z.optional(z.string()), undefined),
  rules: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined),
})

/** Reads `{ inlayHints, codeLens, preset, rules }`, by itself or under `arrowsmith`. */
function settingsIn(value: unknown): EditorSettings {
  const { inlayHints, codeLens, preset, rules } = stated.parse(sectionIn(value))
  const read = readConfiguration(JSON.stringify({ preset, rules }), 'settings')
  return { hints: inlayHints, lenses: codeLens, configuration: configurationOf([{ read, path: '' }]) }
}

function sectionIn(value: unknown): object {
  if (typeof value !== 'object' || value === null) return {}
  if ('arrowsmith' in value) return sectionIn(value.arrowsmith)
  return value
}
