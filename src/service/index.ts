// Everything that editors, terminals and the preview ask of a source text.

export { finished, type Steps } from '../knowledge'
export { durationIn } from '../model/annotations'
export type { Fix, Preset, Severity } from '../rules/rule'
export { nearest } from '../syntax/nearest'
export {
  type ChangedFigure,
  type Comparison,
  changesOf,
  compareSnapshots,
  type FlowChange,
  haveRegressed,
  type LocatedFinding,
  misses,
} from './comparison/comparison'
export type { CallPart, ChangedValue, Changes, ComponentPart, DrawingChange } from './comparison/drawing'
export { type Configuration, defaultConfiguration, type RuleSetting } from './configuration/configuration'
export type { ConfigurationLayer } from './configuration/layers'
export { type ConfigurationProblem, type ReadConfiguration, readConfiguration } from './configuration/read'
export { configurationTemplate } from './configuration/template'
export { analyze, analyzingText } from './engine/analyze'
export { type Checked, checkedOf } from './engine/checked'
export { type FigureStage, figureWork, hasFigures } from './engine/figure-work'
export { findings } from './engine/findings'
export { type OtherDiagram, otherDiagrams, type Refusal, refusedFinding } from './engine/other-families'
export { ruleUrl } from './engine/placed-finding'
export { type Clock, createReview, type EditorReview, type Stage } from './engine/review'
export type { AnalyzedDiagram, Context, Finding, Snapshot } from './engine/snapshot'
export { type CallItem, type CallWith, calleesOf, callersOf, callItemAt } from './features/calls'
export { type Completion, completionsAt } from './features/completions'
export {
  explainTerm,
  explanationPage,
  type FoundExplanation,
  searchExplanations,
  type TermExplanation,
} from './features/explain'
export { fixAll, fixesAt, type OfferedFix, safeFixes } from './features/fixes'
export { type Fold, folds } from './features/folding'
export { type Hover, hoverAt, proseHoverAt } from './features/hover'
export {
  type InspectedArrow,
  type InspectedDiagram,
  type InspectedNode,
  inspect,
  type Range,
  rangeOf,
} from './features/inspect'
export { type DocumentLink, documentLinks } from './features/links'
export { definitionAt, referencesAt, referencesInOthers, thingAt } from './features/navigation'
export { diagramAt } from './features/place'
export { type NewDocument, placesBeside, type Refactoring, refactoringsAt } from './features/refactorings'
export { renameEdits } from './features/rename'
export { type ListedRule, ruleList } from './features/rule-list'
export { selectionsAt } from './features/selection'
export { type DocumentStatus, statusOf } from './features/status'
export { type DocumentSymbol, symbols } from './features/symbols'
export { type TokenType, tokens, tokenTypes, type WordToken } from './features/tokens'
export { type ColdCacheRow, coldCacheTables } from './flows/cold-cache-tables'
export { coverage } from './flows/coverage'
export { type FailureRow, failureTables } from './flows/failure-tables'
export { assumedLine } from './flows/flow-notes'
export {
  backgroundTables,
  brokenDiagrams,
  contracted,
  diagramsLeftOut,
  type FlowRow,
  flowsWithDeciding,
  flowTables,
  pageTables,
} from './flows/flow-tables'
export { type Hint, type HintExtent, hints } from './flows/hints'
export { type Lens, lenses } from './flows/lenses'
export { objectivePlans, type PlacedPlan } from './flows/objective-plans'
export type { Patience } from './flows/patience'
export { hasComponent, rateChange, rateSweep } from './flows/rate-changes'
export { type StormRow, stormTables } from './flows/storm-tables'
export { formatEdits } from './formatting/format'
export { changeEdits } from './preview/applied-changes'
export type { OtherVersion } from './preview/compared'
export { type ExplainedPart, explainingPart } from './preview/explained'
export {
  type ChosenFix,
  diagramTitle,
  fixEdits,
  type PictureChoices,
  picturing,
  previewModel,
} from './preview/preview-model'
export { type ChosenFigures, statementEdits } from './preview/statements'
export { objectiveAt, placeOfTarget, targetAt } from './preview/targets'
export { configurationOf, gatheredStatements, presets } from './without-engine'
export {
  type DocumentReading,
  namesLookedFor,
  nothingRead,
  readingOf,
  readingOfText,
  statementsOf,
} from './workspace/document-statements'
export type { DrawnName, Thing } from './workspace/drawn-names'
export type { LocatedStatement, StatedElsewhere } from './workspace/gathered-statements'
export type { Neighborhood } from './workspace/shared-figures'
export { createWorkspaceIndex, type WorkspaceIndex } from './workspace/workspace-index'
