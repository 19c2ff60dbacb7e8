// Whom a `target@{ … }` means: ids that may hold almost anything, calls between two ids, or the next statement.

import { nearest } from '../../../syntax/nearest'
import type { Diagram, Metadata, Reference } from '../../../syntax/tree'
import type { Span } from '../../../text/span'
import type { AnnotationProblem } from '../../system'
import type { AnnotationTarget, Directory } from './directory'

export type Resolution = { readonly target: AnnotationTarget } | { readonly problem: AnnotationProblem }

/**
 * Finds what a metadata block is about; an id that exists beats any other reading of the same text.
 * Looking for what an unknown name could have meant costs a walk over all ids: `suggest: false` leaves that out.
 */
export function resolveTarget(
  metadata: Metadata,
  directory: Directory,
  { suggest }: { readonly suggest: boolean },
): Resolution {
  if (metadata.target === '') return nextStatement(metadata, directory)
  const named = namedTarget(metadata, directory) ?? callsNamed(metadata, directory)
  return (
    named ?? {
      problem: suggest ? unknownTarget(metadata, directory) : problemAt(metadata, unknownName(metadata)),
    }
  )
}

function namedTarget({ target, comment, span }: Metadata, directory: Directory): Resolution | undefined {
  const { nodes, groups, arrowsById, diagram } = directory
  const id = unquoted(target)
  const arrow = arrowsById.get(id)
  if (arrow !== undefined && (comment ? !nodes.has(id) : diagram.arrows[arrow]!.span.start < span.start)) {
    return { target: { kind: 'arrows', indexes: [arrow], specificity: 0.9 } }
  }
  // An arrow that ends at a group names it as a node as well.
  if (groups.has(id)) return { target: { kind: 'group', id } }
  return nodes.has(id) ? { target: { kind: 'node', id } } : undefined
}

function callsNamed(metadata: Metadata, directory: Directory): Resolution | undefined {
  const ends = endsIn(metadata.target, directory)
  if (!ends) return undefined
  const { from, to, ordinal } = ends
  const forward = directory.arrowsBetween(from, to)
  const indexes =
    forward.length > 0 ? forward : directory.arrowsBetween(to, from).filter(isTwoWay(directory.diagram))
  if (ordinal === undefined && indexes.length > 0)
    return { target: { kind: 'arrows', indexes, specificity: 0 } }
  const one = ordinal === undefined ? undefined : indexes[ordinal - 1]
  if (one !== undefined) return { target: { kind: 'arrows', indexes: [one], specificity: 0.9 } }
  return { problem: noSuchCall(metadata, ends, directory) }
}

/** Where a target names nodes, groups and arrows, each with its span in the diagram's text. */
export function namesInTarget(metadata: Metadata, directory: Directory): readonly Reference[] {
  const { target, targetSpan } = metadata
  const written = directory.diagram.text.slice(targetSpan.start, targetSpan.end)
  if (target === '' || written !== target) return []
  if (namedTarget(metadata, directory)) return [nameIn(target, unquoted(target), targetSpan.start)]
  const ends = endsIn(target, directory)
  if (!ends) return []
  const { left, right, backward, from, to } = ends
  const [first, last] = backward ? [to, from] : [from, to]
  return [
    nameIn(left, first, targetSpan.start),
    nameIn(right, last, targetSpan.start + target.length - right.length),
  ]
}

/** Before an id stands a quote or the side of an arrow at most, after it a quote, a side or `{group}`. */
function nameIn(text: string, id: string, start: number): Reference {
  const at = text.indexOf(id)
  return { id, span: { start: start + at, end: start + at + id.length } }
}

interface Ends {
  readonly from: string
  readonly to: string
  readonly ordinal: number | undefined
  /** What stands before the operator, and what stands behind it. */
  readonly left: string
  readonly right: string
  readonly backward: boolean
}

/** The two ends in `from op to [#n]`: of all places where an operator could stand, the one with the longest ids. */
function endsIn(target: string, { has }: Directory): Ends | undefined {
  return splits(target, (left, right, backward) => {
    const from = endNamed(left, has)
    if (from === undefined) return undefined
    const [to, ordinal] = has(endText(right)) ? [endText(right), undefined] : withOrdinal(right)
    const known = endNamed(to, has)
    if (known === undefined) return undefined
    const sides = { left, right, backward }
    const ends = backward ? { from: known, to: from, ...sides } : { from, to: known, ...sides }
    return { ...ends, ordinal }
  })
}

/** Tries every operator in the text, those with the longest left side first, then those with the longest right side. */
function splits<T>(
  target: string,
  accept: (left: string, right: string, backward: boolean) => T | undefined,
): T | undefined {
  if (target.length > 400) return undefined
  for (let start = target.length - 1; start > 0; start--) {
    if (!operatorStart.test(target[start] ?? '')) continue
    for (let end = start + 1; end <= Math.min(start + 12, target.length - 1); end++) {
      const operator = target.slice(start, end)
      if (!wholeOperator.test(operator)) continue
      const backward = operator.startsWith('<') && !/[>xo)\\/|]$/.test(operator)
      const accepted = accept(target.slice(0, start), target.slice(end), backward)
      if (accepted !== undefined) return accepted
    }
  }
  return undefined
}

const operatorStart = /[-=.~<xo(\\/|]/
const wholeOperator =
  /^(?:<<?|[ox(]|[\\/|]{1,2})?(?:--?-?-?-?|==+|-?\.{1,5}-|~~~+)(?:>>?|[xo)]|[\\/|]{1,2})?$/

function withOrdinal(text: string): [string, number | undefined] {
  const [whole, digits] = /(?<!\s)\s*#(\d{1,4})\s*$/.exec(text) ?? []
  return whole === undefined ? [text, undefined] : [text.slice(0, -whole.length), Number(digits)]
}

function endNamed(text: string, has: (id: string) => boolean): string | undefined {
  const id = endText(text)
  if (has(id)) return id
  const withoutPort = id
    .replace(/^[LRTB]\s*:\s*|(?<!\s)\s*(?:\{group\}\s*)?:\s*[LRTB]$/g, '')
    .replace(/\{group\}$/, '')
  return has(withoutPort) ? withoutPort : undefined
}

const endText = (text: string): string => unquoted(text.trim())

const unquoted = (text: string): string => /^"(.*)"$/s.exec(text)?.[1] ?? text

const isTwoWay = (diagram: Diagram) => (index: number) => {
  const arrow = diagram.arrows[index]
  return arrow !== undefined && (arrow.tail !== 'none') === (arrow.head !== 'none')
}

function nextStatement(metadata: Metadata, directory: Directory): Resolution {
  const target = directory.drawnNextAfter(metadata.span.end)
  if (target) return { target }
  const message = 'No statement after this draws an arrow or a node, so nothing uses these figures.'
  return { problem: { kind: 'unknown-target', span: metadata.span, message, fixes: [] } }
}

function noSuchCall(
  metadata: Metadata,
  { from, to, ordinal }: Ends,
  directory: Directory,
): AnnotationProblem {
  const { arrowsBetween } = directory
  const present = arrowsBetween(from, to).length
  if (ordinal !== undefined && present > 0) {
    const message = `There is no call #${ordinal} from ${from} to ${to}: ${present === 1 ? 'only one is' : `${present} are`} drawn.`
    return problemAt(metadata, message)
  }
  if (arrowsBetween(to, from).length > 0) {
    const message = `No arrow goes from ${from} to ${to}, but one goes from ${to} to ${from}.`
    return problemAt(metadata, message, `${spelled(to)}->${spelled(from)}`)
  }
  return problemAt(metadata, `No arrow goes from ${from} to ${to}.`)
}

function unknownTarget(metadata: Metadata, directory: Directory): AnnotationProblem {
  const { target } = metadata
  const id = unquoted(target)
  const byLabel = directory.idOfText(id)
  const ids = [...directory.nodes.keys(), ...directory.groups.keys(), ...directory.arrowsById.keys()]
  const single = byLabel ?? nearest(id, ids)
  if (single !== undefined)
    return problemAt(metadata, `Nothing here is called “${id}”. Did you mean “${single}”?`, single)
  const meant = splits(target, (left, right, backward) => {
    const [from, to] = [meantBy(left, ids, directory), meantBy(withOrdinal(right)[0], ids, directory)]
    if (from === undefined || to === undefined) return undefined
    const drawn = backward ? directory.arrowsBetween(to, from) : directory.arrowsBetween(from, to)
    return drawn.length > 0 ? `${spelled(from)}${backward ? '<-' : '->'}${spelled(to)}` : undefined
  })
  if (meant !== undefined)
    return problemAt(metadata, `Nothing here is called “${target}”. Did you mean “${meant}”?`, meant)
  return problemAt(metadata, unknownName(metadata))
}

function unknownName({ target }: Metadata): string {
  return `Nothing here is called “${target}”: no node, arrow id or group.`
}

function meantBy(end: string, ids: readonly string[], directory: Directory): string | undefined {
  const id = endText(end)
  return endNamed(end, directory.has) ?? directory.idOfText(id) ?? nearest(id, ids)
}

function spelled(id: string): string {
  return /[-=.~<>"\s]/.test(id) ? `"${id}"` : id
}

function problemAt(metadata: Metadata, message: string, rename?: string): AnnotationProblem {
  const at: Span = metadata.targetSpan
  const fixes =
    rename === undefined ? [] : [{ title: `Write “${rename}”`, edits: [{ span: at, text: rename }] }]
  return { kind: 'unknown-target', span: at, message, fixes }
}
