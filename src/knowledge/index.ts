// What the industry knows: kinds, technologies, protocols, regions, figures and explanations.

export { type ArrowMeaning, arrowMeaning } from './arrowMeaning'
export { namesConfiguration } from './configurationObjects'
export { defaultFigures, defaults } from './defaultFigures'
export { describeTechnology } from './describe'
export { type Entry, renderEntry, type Topic, topics } from './entry'
export { type Answer, type Explanation, entries, entryAt, explain } from './explain'
export { entryById, type Sense } from './explanations/senses'
export { type ComponentFigures, type FigureTag, figuresOf, type SourcedFigure } from './figures'
export { type Inference, type Kind, kinds } from './kind'
export { layerIn } from './layers'
export { lazily } from './lazily'
export { wordsOf } from './lexicon'
export { ports } from './ports'
export {
  type Protocol,
  type ProtocolId,
  type ProtocolLayer,
  type ProtocolStyle,
  protocolById,
  protocolLabel,
  protocols,
  type SetupRoundTrips,
} from './protocol'
export { type ProtocolMention, protocolOnPort, protocolsIn } from './protocolNames'
export { type Quantity, quantityAt } from './quantities'
export { type ComponentHint, type Recognition, recognizeKind } from './recognition'
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
export { remembered, rememberedBy } from './remembered'
export { type RequestTimeout, requestTimeoutOf } from './requestTimeouts'
export { closest, type Near } from './spelling'
export { readsAsStep } from './steps'
export { type TechnologyMention, technologies, technologiesIn, technologyById } from './technologies'
export type { Layer, Technology, WebSocketSupport } from './technology'
