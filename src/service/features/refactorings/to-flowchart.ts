// The calls of a sequence diagram as a flowchart: who calls whom, with what is said and stated of it.

import { redrawn } from '../../../model'
import { arrowTarget } from '../../../model/annotations/metadata/target-names'
import type { Component, Connection, System } from '../../../model/system'
import {
  areWritable,
  askingIn,
  missingOf,
  quotedLabel,
  statedBeside,
  statedLine,
  statesTheSame,
} from './new-diagram'
import { saidOfCall } from './same-saying'

interface Picture {
  readonly components: readonly Component[]
  readonly arrows: readonly Connection[]
}

/** The text of the diagram; undefined where it would not say the same of components and calls. */
export function flowchartOf(system: System): string | undefined {
  const arrows = distinct(askingIn(system.connections))
  const used = new Set(arrows.flatMap(({ caller, callee }) => [caller.id, callee.id]))
  const picture = { components: system.components.filter(({ id }) => used.has(id)), arrows }
  if (arrows.length === 0 || !areWritable(picture.components)) return undefined
  const drawn = redrawn(system, written(picture, []))
  const text = written(picture, statedOf(picture, drawn))
  return saysTheSame(picture, redrawn(system, text)) ? text : undefined
}

/** A call that is made again in the same words is drawn once. */
function distinct(arrows: readonly Connection[]): readonly Connection[] {
  const seen = new Set<string>()
  return arrows.filter(arrow => {
    const told = JSON.stringify([...saidOfCall(arrow), arrow.arrow.text])
    const isNew = !seen.has(told)
    seen.add(told)
    return isNew
  })
}

const written = ({ components, arrows }: Picture, stated: readonly string[]): string =>
  [
    'flowchart LR',
    ...components.map(component => `  ${component.id}${boxed(component)}`),
    ...arrows.map(({ caller, callee, mode, arrow: { text } }) => {
      const line = mode.value === 'async' ? '-.->' : '-->'
      return `  ${caller.id} ${line}${text === '' ? '' : `|"${quotedLabel(text)}"|`} ${callee.id}`
    }),
    ...stated.map(line => `  ${line}`),
    '',
  ].join('\n')

const boxed = ({ text, kind }: Component): string => {
  const [open, close] = (kind && boxes.get(kind.value)) ?? ['[', ']']
  return `${open}"${quotedLabel(text)}"${close}`
}

/** As flowcharts usually draw them. */
const boxes: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['database', ['[(', ')]']],
  ['warehouse', ['[(', ')]']],
  ['cache', ['[(', ')]']],
  ['queue', ['[[', ']]']],
  ['stream', ['[[', ']]']],
  ['person', ['([', '])']],
] as const)

function statedOf({ components, arrows }: Picture, drawn: System): readonly string[] {
  const now = new Map(drawn.components.map(component => [component.id, component]))
  return [
    ...components.flatMap(part =>
      statedLine(part.id, { ...statedBeside(part), ...missingOf(part, now.get(part.id)) }),
    ),
    ...arrows.flatMap((arrow, index) =>
      statedLine(arrowTarget(drawn.diagram, index), statedBeside(arrow, ['order'])),
    ),
  ]
}

function saysTheSame({ components, arrows }: Picture, drawn: System): boolean {
  const now = new Map(drawn.components.map(component => [component.id, component]))
  const told = (all: readonly Connection[]) => JSON.stringify(all.map(saidOfCall))
  return (
    drawn.diagram.problems.length === 0 &&
    components.every(part => statesTheSame(part, now.get(part.id))) &&
    told(arrows) === told(drawn.connections)
  )
}
