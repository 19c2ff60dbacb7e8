// What the industry knows: kinds, technologies, protocols, regions, figures and explanations.

export { describeTechnology } from './explanations/describe'
export {
  anchorOf,
  type Entry,
  type LinkTo,
  renderEntry,
  rowsAbout,
  type Topic,
  topics,
} from './explanations/entry'
export { type Answer, type Explanation, entries, entryAt, explain, meaningsOf } from './explanations/explain'
export { type Quantity, quantityAt } from './explanations/quantities'
export { entriesAbout } from './explanations/search'
export { entryById, entryCalled, entryOfKind, entryOfProduct, type Sense } from './explanations/senses'
export {
  type ComponentFigures,
  type FigureTag,
  figuresOf,
  type SourcedFigure,
} from './figures/component-figures'
export { defaultFigures, defaults } from './figures/default-figures'
export { type HiddenDefault, hiddenDefaultsOf } from './figures/hidden-defaults'
export { type MessageLimit, messageLimitOf, messageLimitOfProtocol } from './figures/message-limits'
export { type RequestTimeout, requestTimeoutOf } from './figures/request-timeouts'
export { attemptsMeant, type RetrySetting, retrySettings } from './figures/retry-settings'
export { lazily } from './lazily'
export { wordsOf } from './names/lexicon'
export { closest, type Near, slipOf } from './names/spelling'
export { ports } from './protocols/ports'
export {
  type Protocol,
  type ProtocolId,
  type ProtocolLayer,
  type ProtocolStyle,
  protocolById,
  protocolLabel,
  protocols,
  type SetupRoundTrips,
} from './protocols/protocol'
export { type ProtocolMention, protocolOfScheme, protocolsIn } from './protocols/protocol-names'
export { type ArrowMeaning, arrowMeaning, tellsOfMiss } from './recognition/arrow-meaning'
export { periodIn, runsByTheClock } from './recognition/by-the-clock'
export { namesConfiguration } from './recognition/configuration-objects'
export { saysPublish, saysState, saysWrite, storeWrittenTo, undrawnStore } from './recognition/deeds'
export type { ComponentHint } from './recognition/hint'
export { hostedOnly } from './recognition/hosted-only'
export { namesHost, namesLink, namesNetwork } from './recognition/hosting'
export { type Inference, type Kind, kinds } from './recognition/kind'
export { namesLanguageModel } from './recognition/language-models'
export { layerIn } from './recognition/layers'
export { namesMail } from './recognition/mail'
export { namesAws, runsCode } from './recognition/named-technology'
export {
  type Recognition,
  recognizeKind,
  type Sighting,
  sightingsIn,
} from './recognition/recognize-kind'
export { storeShapes } from './recognition/shapes'
export { namesStandIn } from './recognition/stand-ins'
export { statementWords } from './recognition/statement-words'
export { readsAsStep } from './recognition/steps'
export { fieldsOf } from './recognition/word-fields'
export {
  type Location,
  type Provider,
  type Region,
  type RegionMention,
  type RoundTrip,
  regionOf,
  regions,
  regionsIn,
  roundTrip,
} from './regions'
export { placeNamed } from './regions/cities'
export { greatCircleKm, silicaMargin } from './regions/distance'
export { remembered, rememberedBy } from './remembered'
export { finished, type Steps } from './stepwise'
export { type TechnologyMention, technologies, technologiesIn, technologyById } from './technologies'
export { type Month, monthOf } from './technologies/month'
export { type ImpossiblePairing, impossiblePairings } from './technologies/pairings'
export { type RetiredProduct, retiredProducts } from './technologies/retired'
export type { NetworkLayer, Technology, WebSocketSupport } from './technologies/technology'
export { type VersionedProduct, versionedProducts } from './technologies/unsupported-versions'
