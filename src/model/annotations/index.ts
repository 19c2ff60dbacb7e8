// What designs state: reading it, and what surrounds say for diagrams.

export { type Annotations, annotate, type OuterFigures } from './annotate'
export { fromJson } from './json'
export { readArrowLabel, readNodeLabel } from './label'
export { normalizedLabel } from './names'
export type { LabelAttribute, LabelReading, Request, UnnamedDuration } from './reading'
export {
  layeredSettings,
  noSettings,
  readDocumentSettings,
  type SettingsReading,
  settingsFrom,
} from './settings'
export { durationIn, formatDuration, formatShare } from './values'
export { nameWithoutFigures, purposeWithoutFigures } from './withoutFigures'
