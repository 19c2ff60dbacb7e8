// What designs state: reading it, and what surrounds say for diagrams.

export { type Annotations, annotate, type OuterFigures } from './annotate'
export { type LabelAttribute, type LabelReading, type Request, readArrowLabel, readNodeLabel } from './label'
export { normalizedLabel } from './names'
export {
  layeredSettings,
  noSettings,
  objectiveVocabulary,
  readDocumentSettings,
  type SettingsReading,
  settingsFrom,
} from './settings'
export { formatDuration, formatShare } from './values'
export { type Value, fromJson } from './yaml'
