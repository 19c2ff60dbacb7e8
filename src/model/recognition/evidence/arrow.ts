// What speaks for what an arrow is: what is written on it, how it is drawn, what stands at its ends.

import { arrowMeaning, protocolById } from '../../../knowledge'
import { type End, framesAround, isComponent } from '../../ends'
import { namesCall } from '../../protocol'
import { rememberedFor } from '../../remembered-for'
import type { Connection } from '../../system'
import { wordingOf } from '../../wording'
import type { Decision } from '../decision'
import { deployabilityOf } from '../deployability'
import { isConfiguration, isEmbedded, isInProcess, isView } from '../in-process'
import { namesFunction } from '../naming'
import { categoryOf } from '../node-category'
import type { DrawnAround } from './around'
import { Evidence, type Seen, surely } from './seen'
import { wordsIn } from './words'

/** What is told of an arrow by the arrows beside it. */
export interface Beside {
  /** Whether it crosses a network, told by its ends and words alone. */
  readonly told: Decision
  readonly withinProgram: boolean
  /** Somebody outside reaches its ends. */
  readonly reached: readonly [caller: boolean, callee: boolean]
  /** An arrow the other way stands before it. */
  readonly answersAnother: boolean
  /** An arrow the other way follows it. */
  readonly isAnswered: boolean
}

export function arrowEvidence(connection: Connection, beside: Beside, around: DrawnAround): readonly Seen[] {
  const evidence = new Evidence()
  evidence.see('any arrow')
  seePicture(evidence, around)
  seeWriting(evidence, connection)
  seeDrawing(evidence, connection, beside)
  seeEnds(evidence, connection, beside, endsSeen(around))
  seeFirstSight(evidence, connection, beside)
  return evidence.all
}

function seePicture(evidence: Evidence, { diagram, glance, context }: DrawnAround): void {
  evidence.see(`a ${diagram.family} diagram`)
  if (diagram.family !== 'flowchart') evidence.see(`drawn as ${diagram.keyword}`)
  const sure = Math.max(-4, Math.min(4, glance)) / 4
  evidence.see('it looks like a design', sure)
  evidence.see(`${diagram.family}: it looks like a design`, sure)
  evidence.words('under the heading', context, 0.5)
}

function seeWriting(evidence: Evidence, connection: Connection): void {
  const { arrow, protocols, request } = connection
  const wording = wordingOf(arrow)
  const words = wordsIn(arrow.text)
  const [first] = words
  if (arrow.text === '') evidence.see('says nothing')
  evidence.words('says', words.slice(0, 10))
  if (first) evidence.words('begins with', [first])
  if (words.length > 0) evidence.see(`says ${Math.min(words.length, 6)} words`)
  if (arrow.technology) evidence.words('by', wordsIn(arrow.technology))
  const meaning = arrowMeaning(wording)
  if (meaning) evidence.seeAt('means', meaning.value, meaning.confidence)
  for (const id of protocols) {
    const { layer, style } = protocolById(id)
    evidence.seeAt('speaks', id)
    evidence.see(`speaks a protocol of the ${layer} layer`)
    evidence.see(`speaks in ${style}s`)
  }
  if (namesCall(connection)) evidence.see('names a protocol')
  if (request?.method) evidence.see('names a method')
  if (request?.path) evidence.see('names a path')
  if (namesFunction(arrow.text)) evidence.see('calls a function')
  if (/\b(?:port )?:?\d{2,5}\b/.test(wording)) evidence.see('has a number')
  if (/^\W*\d+[.)\s]/.test(arrow.text)) evidence.see('is numbered')
  if (/[?？]$/.test(arrow.text)) evidence.see('asks')
}

/** What the words and the ends come to, one by one. */
function seeFirstSight(evidence: Evidence, { role }: Connection, { told }: Beside): void {
  const crosses = told.value ? 'between programs' : 'within a program'
  evidence.seeAt('at first sight a', role.value)
  evidence.seeAt('at first sight', crosses)
  evidence.see(`at first sight a ${role.value} ${crosses}`)
  evidence.see(told.why)
}

function seeDrawing(evidence: Evidence, { arrow, direction }: Connection, beside: Beside): void {
  const { stroke, head, tail, variant } = arrow
  evidence.seeAt('is', stroke)
  evidence.seeAt('has head', head)
  if (tail !== 'none') evidence.seeAt('has tail', tail)
  if (variant) evidence.see(`drawn by ${variant}`)
  evidence.seeAt('leads', direction.value)
  if (beside.answersAnother) evidence.see('answers another')
  if (beside.answersAnother && stroke === 'dotted') evidence.see('answers another, dotted')
  if (beside.isAnswered) evidence.see('is answered')
  if (beside.withinProgram) evidence.see('two parts of one program')
}

/** What is seen of an end by itself, once for all arrows that begin or end there. */
const endsSeen = rememberedFor((_: DrawnAround) => {
  const seenOn = (side: string) =>
    rememberedFor((end: End) => {
      const evidence = new Evidence()
      seeEnd(evidence, side, end)
      return evidence.all
    })
  return { from: seenOn('from'), to: seenOn('to') }
})

function seeEnds(
  evidence: Evidence,
  { caller, callee, from, to }: Connection,
  beside: Beside,
  seen: ReturnType<typeof endsSeen>,
): void {
  const [one, other] = [sideOf(caller), sideOf(callee)]
  evidence.seeAll(seen.from(caller))
  evidence.seeAll(seen.to(callee))
  evidence.see(`from a ${one} to a ${other}`)
  evidence.see(`from what ${deployabilityOf(caller)} to what ${deployabilityOf(callee)}`)
  if (beside.reached[0]) evidence.see('reached from outside: from')
  if (beside.reached[1]) evidence.see('reached from outside: to')
  const [near] = framesAround(caller)
  const [far] = framesAround(callee)
  if (near && far) evidence.see(near === far ? 'in one group' : 'in two groups')
  else if (near ?? far) evidence.see('one in a group')
  if (from === to) evidence.see('leads back')
  const within = !isComponent(callee) && framesAround(caller).includes(callee)
  const around = !isComponent(caller) && framesAround(callee).includes(caller)
  if (within || around) evidence.see('a group and what stands in it')
}

function sideOf(end: End): string {
  if (!isComponent(end)) return 'group'
  const { kind } = end
  if (kind && kind.confidence >= 0.5) return kind.value
  return deployabilityOf(end) === 'part' ? 'part' : 'thing'
}

function seeEnd(evidence: Evidence, side: string, end: End): void {
  if (!isComponent(end)) {
    evidence.see(`${side} a group`)
    return
  }
  const { kind, technology, headline } = end
  const chance = kind ? surely(kind.confidence) : ''
  evidence.see(`${side} ${kind ? `${chance} a ${kind.value}` : 'no known kind'}`)
  if (kind && kind.confidence >= 0.5) evidence.see(`${side} a ${kind.value}`)
  evidence.see(`${side} what reads as a ${categoryOf(end)}`)
  evidence.see(`${side} what ${deployabilityOf(end)}`)
  if (isEmbedded(end)) evidence.see(`${side} what is embedded`)
  if (isConfiguration(end)) evidence.see(`${side} configuration`)
  if (isInProcess(end)) evidence.see(`${side} a component of C4`)
  if (isView(end)) evidence.see(`${side} a view`)
  if (technology) evidence.see(`${side} a technology: ${technology.kind}`)
  if (technology?.delivers) evidence.see(`${side} what builds or delivers`)
  const words = wordsIn(headline.split(/[([,:;|<]|\s[-–—+&]\s/, 1)[0] ?? '')
  const last = words.at(-1)
  if (last) evidence.see(`${side} what ends in '${last}'`)
  evidence.words(`${side} what is named`, words.slice(0, 6))
  const [nearest] = framesAround(end)
  if (nearest) evidence.words(`${side} the group`, wordsIn(nearest.text).slice(0, 5), 0.7)
}
