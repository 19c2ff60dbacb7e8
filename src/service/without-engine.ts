// What takes no analysis and little code: who asks only for this doesn't load the engine.

export { presets } from '../rules/rule'
export { configurationOf } from './configuration/layers'
export { gatheredStatements } from './workspace/gathered-statements'
