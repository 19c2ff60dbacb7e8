// What the industry knows: kinds, technologies, protocols, regions, figures and explanations.

export { type ArrowMeaning, arrowMeaning } from './arrowMeaning'
export { defaultFigures, defaults } from './defaultFigures'
export { type Entry, renderEntry, type Topic, topics } from './entry'
export { describeTechnology } from './describe'
export { type Answer, entries, entryAt, entryById, type Explanation, explain } from './explain'
export { ports } from './ports'
export { type Quantity, quantityAt } from './quantities'
export { closest, type Near } from './spelling'
export { type ComponentFigures, type SourcedFigure, type FigureTag, figuresOf } from './figures'
export { type Inference, type Kind, kinds } from './kind'
export {
  type Protocol,
  type ProtocolId,
  type ProtocolLayer,
  type ProtocolStyle,
  protocolById,
  protocols,
  type SetupRoundTrips,
} from './protocol'
export { type ProtocolMention, protocolOnPort, protocolsIn } from './protocolNames'
export { layerIn } from './layers'
export { type ComponentHint, type Recognition, recognizeKind } from './recognition'
export { remembered, rememberedBy } from './remembered'
export { readsAsStep } from './steps'
export {
  distance,
  type Provider,
  type Region,
  type RegionMention,
  type RoundTrip,
  regionOf,
  regions,
  regionsIn,
  roundTrip,
} from './regions'
export { technologies, technologiesIn, type TechnologyMention, technologyById } from './technologies'
export type { Layer, Technology, WebSocketSupport } from './technology'
