// Asks the pinned Mermaid what it reads in a diagram, in plain Node without a DOM.

import { registerHooks } from 'node:module'
import DOMPurify from 'dompurify'
import { withQuickCopies } from '../../mermaid-bundle.mjs'

// A third of its time goes into copies of its configuration, which the preview's Mermaid makes in less, too.
registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context)
    const source = url.includes('/mermaid/dist/chunks/') && withQuickCopies(String(loaded.source))
    return source ? { ...loaded, source } : loaded
  },
})
Object.assign(DOMPurify, { addHook: () => {}, sanitize: (text: string) => text })
const { default: mermaid } = await import('mermaid')
const { isColor } = await import('../../src/syntax/sequence/colors')
Object.assign(globalThis, {
  window: { CSS: { supports: (property: string, value: string) => property === 'color' && isColor(value) } },
  document: { getElementById: () => null },
})
mermaid.initialize({ maxEdges: 1_000_000, maxTextSize: 100_000_000, logLevel: 'fatal' })

/** What is compared, in Mermaid's order. */
export interface Facts {
  readonly direction?: string
  readonly title?: string
  readonly nodes: readonly unknown[]
  readonly arrows: readonly unknown[]
  readonly groups: readonly unknown[]
  readonly steps?: readonly unknown[]
}

export interface Answer {
  /** Mermaid's own name: `flowchart-v2`, `sequence` …; undefined if it rejects the text. */
  readonly type?: string
  readonly facts?: Facts
  readonly error?: string
}

/** Mermaid's answer: what its database holds afterwards, or why it refuses. */
export async function ask(text: string): Promise<Answer> {
  try {
    // Only where a diagram is drawn or parsed for its errors does Mermaid look at these settings.
    if (/fontFamily|themeCSS/i.test(text)) await mermaid.parse(text)
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text)
    return { type, facts: plain(factsOf(type, db)) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: Mermaid's databases have no public types.
type Loose = any

function factsOf(type: string, db: Loose): Facts | undefined {
  if (type.startsWith('flowchart') || type === 'swimlane') return flowchart(db)
  if (type === 'sequence') return sequence(db)
  if (type === 'c4') return c4(db)
  if (type === 'architecture') return architecture(db)
  return undefined
}

/** Through JSON, with Mermaid's marks for entities undone. */
function plain(facts: Facts | undefined): Facts | undefined {
  return facts && JSON.parse(JSON.stringify(facts).replace(/ﬂ°{1,2}(\+?\w+)¶ß/g, '#$1;'))
}

const ends: Readonly<Record<string, readonly [string, string]>> = {
  arrow_open: ['none', 'none'],
  arrow_point: ['none', 'arrow'],
  arrow_circle: ['none', 'circle'],
  arrow_cross: ['none', 'cross'],
  double_arrow_point: ['arrow', 'arrow'],
  double_arrow_circle: ['circle', 'circle'],
  double_arrow_cross: ['cross', 'cross'],
  INVALID: ['none', 'arrow'],
}

function flowchart(db: Loose): Facts {
  const groups: Loose[] = db.getSubGraphs()
  const parents = new Map<string, string>()
  for (const group of groups)
    for (const member of group.nodes) if (!parents.has(member)) parents.set(member, group.id)
  const nodes: Loose[] = [...db.getVertices().values()]
  return {
    direction: db.getDirection(),
    nodes: nodes.map(node => [
      node.id,
      String(node.text),
      node.type ?? '',
      parents.get(node.id) ?? null,
      node.classes,
    ]),
    arrows: db
      .getEdges()
      .map((edge: Loose) => [
        edge.start,
        edge.end,
        edge.text,
        edge.stroke === 'INVALID' ? 'normal' : edge.stroke,
        ...(ends[edge.type] ?? ['?', edge.type]),
        edge.length ?? 1,
        edge.isUserDefinedId ? edge.id : null,
      ]),
    groups: groups.map(group => [group.id, group.title, parents.get(group.id) ?? null, group.dir ?? null]),
  }
}

function sequence(db: Loose): Facts {
  const names = new Map(Object.entries(db.LINETYPE).map(([name, value]) => [value, name]))
  const boxes: Loose[] = db.getBoxes()
  const actors: Loose[] = [...db.getActors().entries()]
  const messages: Loose[] = db.getMessages()
  const isMessage = (message: Loose): boolean =>
    message.to !== undefined && names.get(message.type) !== 'NOTE'
  return {
    title: db.getDiagramTitle() || undefined,
    nodes: actors.map(([id, actor]: Loose) => [
      id,
      String(actor.description),
      String(actor.type),
      actor.box ? boxes.indexOf(actor.box) : null,
    ]),
    arrows: messages
      .filter(isMessage)
      .map(message => [
        message.from,
        message.to,
        message.message,
        names.get(message.type),
        !!message.activate && !message.centralConnection,
      ]),
    groups: boxes.map(box => [box.name ?? '']),
    steps: messages.flatMap(message => step(String(names.get(message.type)), message)),
  }
}

function step(name: string, message: Loose): unknown[] {
  if (name.startsWith('CENTRAL') || name === 'AUTONUMBER') return []
  if (name === 'NOTE') return [['note', message.from, message.to, message.message]]
  if (name.startsWith('ACTIVE')) return [[name, message.from]]
  if (name.startsWith('RECT')) return [[name]]
  return message.to === undefined ? [[name, message.message]] : [['message', message.from, message.to]]
}

function c4(db: Loose): Facts {
  const boundaries: Loose[] = db.getBoundarys().slice(1)
  return {
    title: db.getTitle() || undefined,
    nodes: db
      .getC4ShapeArray()
      .map((shape: Loose) => [
        shape.alias,
        textIn(shape.label),
        shape.typeC4Shape.text,
        shape.techn?.text ?? '',
        shape.descr?.text ?? '',
        shape.parentBoundary,
      ]),
    arrows: db
      .getRels()
      .map((rel: Loose) => [rel.from, rel.to, textIn(rel.label), rel.techn?.text ?? '', rel.type]),
    groups: boundaries.map(boundary => [boundary.alias, textIn(boundary.label), boundary.parentBoundary]),
  }
}

/** A named argument where the label belongs leaves an object there, which nobody can read. */
function textIn(label: Loose): string {
  return typeof label.text === 'string' ? label.text : ''
}

function architecture(db: Loose): Facts {
  const groups: Loose[] = db.getGroups()
  const nodes: Loose[] = db.getNodes()
  return {
    title: db.getDiagramTitle() || undefined,
    nodes: nodes.map(node => [
      node.id,
      node.title ?? '',
      node.type === 'junction' ? 'junction' : (node.icon ?? node.iconText ?? ''),
      node.in ?? null,
    ]),
    arrows: db
      .getEdges()
      .map((edge: Loose) => [edge.lhsId, edge.rhsId, edge.title ?? '', !!edge.lhsInto, !!edge.rhsInto]),
    groups: groups.map(group => [group.id, group.title ?? '', group.icon ?? '', group.in ?? null]),
  }
}
