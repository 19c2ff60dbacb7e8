// Everything that editors, terminals and the preview ask of a source text.

export { nearest } from '../model/annotations/nearest'
export { type Fix, type Preset, presets, type Severity } from '../rules/rule'
export { analyze } from './analyze'
export { type Completion, completionsAt } from './completions'
export { type Configuration, defaultConfiguration, type RuleSetting } from './configuration/configuration'
export { type ConfigurationLayer, configurationOf } from './configuration/layers'
export { type ConfigurationProblem, type ReadConfiguration, readConfiguration } from './configuration/read'
export { explainTerm, type TermExplanation } from './explain'
export { type FigureStage, figureWork, hasFigures } from './figureWork'
export { findings, ruleUrl } from './findings'
export { fixAll, fixesAt, type OfferedFix, safeFixes } from './fixes'
export { assumedLine } from './flowNotes'
export {
  brokenDiagrams,
  diagramsLeftOut,
  type FlowRow,
  flowTables,
  type Hint,
  hints,
  type Lens,
  lenses,
  type Patience,
} from './flows'
export { type Hover, hoverAt, proseHoverAt } from './hover'
export {
  type InspectedArrow,
  type InspectedDiagram,
  type InspectedNode,
  inspect,
  type Range,
} from './inspect'
export { definitionAt, referencesAt } from './navigation'
export { type ChosenFix, fixEdits, picture } from './picture'
export { diagramAt } from './place'
export { renameEdits } from './rename'
export { type Clock, createReview, type Review, type Stage } from './review'
export { type ListedRule, ruleList } from './ruleList'
export { statementsInText, statementsOf } from './sharing/document'
export { createLedger, type Ledger } from './sharing/ledger'
export {
  gatheredStatements,
  type LocatedStatement,
  type Neighborhood,
  type StatedElsewhere,
} from './sharing/shared'
export type { AnalyzedDiagram, Context, Finding, Snapshot } from './snapshot'
export { type ChosenFigures, statementEdits } from './statements'
export { type DocumentSymbol, symbols } from './symbols'
export { placeOfTarget, targetAt } from './targets'
