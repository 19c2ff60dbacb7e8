// Which groups stand for one program, by their titles.

import type { Boundary } from '../system'

/** The program that layers are of. */
export const layerWords = 'layers'

/** The outermost group around it that stands for one program. */
export function programAround(
  boundary: Boundary | undefined,
  opened: ReadonlyMap<Boundary, string> = new Map(),
): string | undefined {
  let program: string | undefined
  for (let place = boundary; place; place = place.parent) {
    if (isLayer.test(place.text)) program ??= layerWords
    else if (opened.has(place)) program = opened.get(place)
    else if (isProgram(place)) program = place.id
  }
  return program
}

/** `Order service`, `Payments API (port 8080)`; `Core services` and `External service` are several. */
function isProgram({ text }: Boundary): boolean {
  if (ofFramework(text)) return true
  const name = text.replace(/(?<!\s)\s*(?:[([:]|[-–—|·] ).*$/, '').replace(/^[^\p{L}]+/u, '')
  return program.test(name) && !several.test(name)
}

const program =
  /(?:^|[\s-])(?:(?:micro)?service|server|app|application|monolith|process|api gateway|daemon|bff)$/i

const manyServices = /\b(?:services|microservices|apps|applications|servers|apis)\b/i

/** One framework runs one program; a language may be that of many. */
const ofFramework = (title: string): boolean =>
  framework.test(title) &&
  (title.trim().split(/\s/).length <= 2 || server.test(title)) &&
  !manyServices.test(title)

const framework =
  /\b(?:fast ?api|django|flask|express(?:\.?js)?|spring ?boot|nest(?:\.?js)?|rails|laravel|asp\.net(?: core)?|gin|fastify|koa|phoenix|actix(?:-web)?|axum|fiber|symfony|hono)\b/i

const server = /\b(?:back-?end|server|api|app|application|monolith)\b/i

const several =
  /^(?:service|server|app|application|microservice)$|\b(?:external|core|shared|cloud|managed|web|client|mobile|business|domain|platform|micro|aws|azure|gcp)[ -]?(?:service|server|app|application)$/i

/** Layers of a program, as in a hexagonal or clean architecture. */
const isLayer =
  /^\W*(?:domain|use ?cases?|repositor(?:y|ies)|controllers?|handlers?|business logic|interfaces?)(?: layer)?\W*$/i

/** A title of many programs, not of one. */
export const isOfSeveral = ({ text }: Boundary): boolean => several.test(text) || manyServices.test(text)

/** A level of whatever is drawn: of one program, or of many. */
export const isTier = ({ text }: Boundary): boolean => tier.test(text)

const tier = /\b(?:layers?|tier)\W*$|层$|層$|レイヤー$|schicht$|^\W*(?:capa|camada|couche)\b|слой$/i

/** `API layer (FastAPI)`: one layer of the program that the framework runs. */
export const isLayerOfFramework = ({ text }: Boundary): boolean =>
  /\blayer\b/i.test(text) && ofFramework(text)

/** `Domain services`, `Business logic`, `Data access layer`: layers of whatever takes the requests in. */
export const isOfCode = ({ text }: Boundary): boolean =>
  /^\W*(?:domain|business|application|core|service|data access|persistence|repository)(?: (?:logic|services?|layer))*\W*$/i.test(
    text,
  )

/** By name, a framework that one program is made with. */
export const namesFramework = (name: string): boolean => framework.test(name)
