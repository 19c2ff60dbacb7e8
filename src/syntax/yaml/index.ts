// YAML: metadata, frontmatter and settings are read here, and nowhere else.

export type { Fault } from './cursor'
export { type MetadataReading, readFlowchartMetadata, readMetadata } from './metadata'
export { type Document, readYaml } from './reader'
export { scalarOf } from './scalars'
export {
  attributesOf,
  isNull,
  isText,
  isTruthy,
  stringOf,
  type Value,
  valueAt,
  type YamlEntry,
} from './value'
