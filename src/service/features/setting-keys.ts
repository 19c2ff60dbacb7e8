// The keys of frontmatter: what a diagram, a document or a configuration says for all.

import { arrowVocabulary, type Key, nodeVocabulary } from '../../model/vocabulary'
import { objectiveVocabulary } from '../../model/vocabulary/objective'

/** What completion and hovers tell of a setting. */
export type SettingKey = Pick<Key, 'words' | 'description' | 'examples' | 'choices'>

type Table = Readonly<Record<string, SettingKey>>

const setting = (words: string, description: string, choices: readonly string[] = []): SettingKey => ({
  words,
  description,
  examples: choices,
  choices,
})

const ours: Table = {
  objectives: setting(
    '`{ ordering: { from: web, to: orders, p99: 2s } }`',
    'What a flow promises, each under its own name. An objective that cannot be met is reported.',
  ),
  entries: setting('a list of nodes', 'The nodes where requests start, if the picture does not show it.'),
  defaults: setting(
    '`{ arrow: { timeout: 2s }, node: { replicas: 2 } }`',
    'Figures for all arrows and nodes that state none.',
  ),
  assume: setting('one of', 'Whether published figures are used for what is not stated.', [
    'catalogue',
    'nothing',
  ]),
  preset: setting('one of', 'How strictly the diagram is checked.', ['sketch', 'recommended', 'strict']),
}

const top: Table = {
  arrowsmith: setting('settings', 'Settings for Arrowsmith: objectives, entries, defaults.'),
  title: setting('a text', 'The title that Mermaid draws above the diagram.'),
  config: setting('settings', 'Settings for Mermaid: `theme`, `look`, `layout`.'),
}

const mermaid: Table = {
  theme: setting('one of', 'The colors that Mermaid draws with.', [
    ...['default', 'neutral', 'dark', 'forest', 'base'],
  ]),
  look: setting('one of', 'How Mermaid draws lines.', ['classic', 'handDrawn', 'neo']),
  layout: setting('one of', 'The layout engine.', ['dagre', 'elk']),
}

const parts: Table = {
  arrow: setting('keys of arrows', 'Figures for all arrows that state none.'),
  node: setting('keys of nodes', 'Figures for all nodes that state none.'),
}

/** The keys that can stand under others; undefined where an author chooses the names. */
export function settingKeys(path: readonly string[]): Table | undefined {
  const [first, second, third, ...deeper] = path
  if (first === undefined) return top
  if (first === 'config') return second === undefined ? mermaid : undefined
  if (first !== 'arrowsmith' || deeper.length > 0) return undefined
  if (second === undefined) return ours
  if (second === 'objectives') return third === undefined ? undefined : objectiveVocabulary
  if (second !== 'defaults') return undefined
  if (third === undefined) return parts
  return third === 'arrow' ? arrowVocabulary : third === 'node' ? nodeVocabulary : undefined
}

/** Whether a key's value names nodes. */
export const namesNodes = (path: readonly string[], key: string): boolean =>
  (path.length === 1 && key === 'entries') ||
  (path.length === 3 && path[1] === 'objectives' && (key === 'from' || key === 'to'))

/** Whether the keys here are names of objectives. */
export const namesObjectives = (path: readonly string[]): boolean =>
  path.length === 2 && path[0] === 'arrowsmith' && path[1] === 'objectives'
