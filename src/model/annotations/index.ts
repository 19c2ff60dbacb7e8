// What designs state: reading it, and what surrounds say for diagrams.

export { type Annotations, annotate, type OuterFigures } from './annotate'
export { fromJson } from './json'
export type { LabelAttribute, LabelReading, Request, UnnamedDuration } from './labels/label-reading'
export { intervalIn, isPerItem, isRetry, roundsWritten } from './labels/loops'
export { normalizedLabel } from './labels/normalized-label'
export { readArrowLabel, readNodeLabel } from './labels/read-label'
export { nameWithoutFigures, purposeWithoutFigures } from './labels/without-figures'
export {
  layeredSettings,
  noSettings,
  readDocumentSettings,
  type SettingsReading,
  settingsFrom,
} from './metadata/settings'
export { durationIn, writeBytes, writeDuration, writeShare } from './metadata/values'
