// What the title of a loop says of the calls in it, in the languages that documents are written in.

import type { Arrow, Diagram, Section, Step } from '../../../syntax/tree'
import type { FigureLayers } from '../figure-layers'
import { layOnArrow } from './label-layers'

/** `loop Retry up to 3 times` and `loop every 5 s` are figures of the first call in it. */
export function layLoops(diagram: Diagram, layers: FigureLayers): void {
  for (const section of loopsIn(diagram.steps)) {
    const call = firstCallIn(section, diagram)
    if (call === undefined) continue
    const { label, header } = section
    const attempts = retriesIn(label)
    const pause = intervalIn(label) === undefined ? pauseIn(label) : undefined
    const interval = intervalIn(label) ?? pause
    const isPoll = interval !== undefined && (attempts === undefined || asks(diagram.arrows[call]))
    const said: [string, string][] = []
    if (attempts !== undefined && !isPoll) said.push(['attempts', String(attempts)])
    if (interval !== undefined) said.push([isPoll ? 'interval' : 'baseDelay', `${interval}ms`])
    if (pause !== undefined && !isPoll) said.push(['backoff', 'fixed'])
    const attributes = said.map(([key, value]) => ({ key, keySpan: header, value, valueSpan: header }))
    layOnArrow(layers, call, { attributes, origin: 'note' })
  }
}

/** `GET /jobs/1`, `check status`: asked again until it is done, not since it failed. */
const asks = (arrow: Arrow | undefined): boolean => arrow !== undefined && asking.test(arrow.text)

const asking =
  /\b(?:GET|HEAD)\b|\b(?:check|get|fetch|query|poll|ask)s?\b|\b(?:status|state|progress|ready|result)\b/i

/** All loops, those in branches of other fragments included. */
export function* loopsIn(steps: readonly Step[]): Iterable<Section> {
  for (const step of steps) {
    if (step.kind !== 'fragment') continue
    for (const section of step.sections) {
      if (step.fragment === 'loop') yield section
      yield* loopsIn(section.steps)
    }
  }
}

function firstCallIn({ steps }: Section, { arrows }: Diagram): number | undefined {
  const first = steps.find(step => step.kind === 'message' || step.kind === 'fragment')
  if (first?.kind !== 'message') return undefined
  const arrow = arrows[first.arrow]
  return arrow && arrow.from !== arrow.to && arrow.stroke !== 'dotted' ? first.arrow : undefined
}

/** The same is tried again, whatever number of rounds that makes. */
export const isRetry = (title: string): boolean => retry.test(title)

const retry =
  /\bretr(?:y|ies|ied|ying)\b|\bre-?attempts?\b|\battempts?\b|\bwiederhol|\bversuch|\breint(?:ent|ér)|\bréessa|\btentativ|\bretenta|повтор|重试|再試行|リトライ|재시도/iu

/** The attempts that a retry loop makes, `loop Retry up to 3 times`: each round is one. */
function retriesIn(title: string): number | undefined {
  if (!isRetry(title)) return undefined
  const [, before, after] =
    /(\d{1,2})\s*(?:times|x\b|×|attempts|retries|tries|mal\b|versuche|veces|intentos|fois|tentatives|volte|tentativ[ia]|vezes|tentativas|раза?|попыт|次|回|번)|(?:\bup to|\bmax(?:imum|imal)?\.?:?|≤|<=)\s*(\d{1,2})\b/iu.exec(
      title,
    ) ?? []
  const count = Number(before ?? after)
  return count >= 1 ? count : undefined
}

/** `every 5 s`, `alle 2,5 Sekunden`, `cada 2 segundos`, `toutes les 5 secondes`, `5秒ごと`: milliseconds. */
export function intervalIn(text: string): number | undefined {
  const [, count = '1', unit] = every.exec(text) ?? everyBehind.exec(text) ?? []
  return unit === undefined ? undefined : Number(count.replace(',', '.')) * millisecondsOf(unit.toLowerCase())
}

const millisecondsOf = (unit: string): number =>
  unit === 'ms' ? 1 : /^(?:m|мин|分|분)/.test(unit) ? 60_000 : 1000

const unitWords =
  'ms|s|secs?|seconds?|min(?:ute)?s?|sekunden?|minuten?|segundos?|minutos?|secondes?|second[io]|minut[io]|сек\\p{L}{0,8}|мин\\p{L}{0,8}|秒钟?|秒間?|分钟?|분|초'
const end = '(?![\\p{L}\\p{N}])'
const every = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:every|each|alle|jede[ns]?|cada|a cada|toutes les|chaque|ogni|co|varje|elke|кажды[ейх])\\s{1,3}|每隔?|毎|매)\\s{0,3}(?:(\\d{1,6}(?:[.,]\\d{1,3})?)\\s{0,3})?(${unitWords})${end}`,
  'iu',
)
const everyBehind = /(\d{1,6}(?:\.\d{1,3})?)\s{0,3}(秒|分|초|분)(?:ごと|おき|마다)/u

/** Between rounds, `3 attempts, 15s interval`, `retry 3 times, wait 2 s`: milliseconds. */
function pauseIn(title: string): number | undefined {
  const [, count, unit = ''] = pauseBehind.exec(title) ?? pauseBefore.exec(title) ?? []
  return count === undefined ? undefined : Number(count) * millisecondsOf(unit.toLowerCase())
}

const pauseBehind =
  /\b(\d{1,6}(?:\.\d{1,3})?) ?(ms|s|secs?|seconds?|min|minutes?) (?:intervals?|apart|pauses?|delays?|sleeps?|waits?)\b/i
const pauseBefore =
  /\b(?:intervals?|waits?|sleeps?|pauses?|delays?)(?: of|:|=)? ?(\d{1,6}(?:\.\d{1,3})?) ?(ms|s|secs?|seconds?|min|minutes?)\b/i

/** `5 times`, `3x`, `for each of 4 items`, `5 pages`, `i = 1..5`, `twice`; undefined where no number is written. */
export function roundsWritten(title: string): number | undefined {
  const [, from, to] = range.exec(title) ?? []
  if (from !== undefined) return Number(to) - Number(from) + 1
  const [, ...counts] = countedRounds.exec(title) ?? []
  const count = counts.find(each => each !== undefined)
  if (count !== undefined) return Number(count.replaceAll(',', ''))
  const spelled = /\b(twice|(?:two|three|four|five|ten)(?= times\b))/i.exec(title)?.[0]
  return spelled === undefined ? undefined : spelledRounds.get(spelled.toLowerCase())
}

const spelledRounds = new Map([
  ['twice', 2],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['ten', 10],
])

const range = /(?:=|\bin|\bfrom) ?(\d{1,6}) ?(?:\.{2,3}|to) ?(\d{1,6})\b/i
const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,9})`
const NO_UNIT = String.raw`(?! ?(?:ms|s|secs?|seconds?|m|min|minutes?|h|hours?|d|days?|weeks?|retries|attempts|tries|%)\b)`
const countedRounds = new RegExp(
  [
    String.raw`(?<![\d,.])${NUMBER}\s*(?:times|x\b|×)`,
    String.raw`[x×] ?${NUMBER}\)?$`,
    String.raw`(?:\b(?:each|all)|^(?:iterate |loop )?over)(?: of)?(?: the)? ${NUMBER}\b${NO_UNIT}(?= \p{L})`,
    String.raw`^(?:for )?${NUMBER}\b${NO_UNIT} \p{L}{3,20}$`,
    String.raw`\b(?:each|every)\b[^()]{0,40}\(${NUMBER}\)$`,
  ].join('|'),
  'iu',
)

/** Once for each item: `for each order`, `für jede Bestellung`, `pour chaque commande`, `para cada pedido`, `对于每个订单`. */
export const isPerItem = (title: string): boolean => perItem.test(title)

const perItem =
  /\bf(?:ü|ue)r jede[nsr]?\b|\bpour (?:chaque|chacun)|\bpara cada\b|\bpor cada\b|\bper (?:ogni|ciascun)|\bför varje\b|\bvoor (?:elke?|iedere?)\b|для каждо|对于?每|對於?每|各\S{1,12}(?:に対して|について)|(?:それぞれ|ごとに)|각각/iu
