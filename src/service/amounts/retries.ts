// What figures of retries and repairs come to: `Polly MaxRetryAttempts 3`, `3 layers of 4 attempts`, `MTBF 1000 h, MTTR 1 h`.

import { attemptsMeant, type RetrySetting, retrySettings } from '../../knowledge'
import { amplification, fromMeanTimes, http1Rounds } from '../../math'
import { formatPercentage } from '../../text/figures'
import { type Amount, type AmountReader, DURATION, figureText, millisecondsIn, phrase } from './amount'

const LIBRARY = `(?:in |of |with )?(${retrySettings.map(({ library }) => library).join('|')})`
const FIELD =
  '((?:retries\\.|retryPolicy\\.|retry\\.)?(?:max[_-]?)?(?:num[_-])?(?:retry[_-]?)?(?:attempts|retries))'

export const retryReaders: readonly AmountReader[] = [
  {
    pattern: phrase(`${LIBRARY}[ :,]+${FIELD} ?[:=]? ?(\\d{1,2})`),
    read: ([, library, field, value]) => ofLibrary(library, field, Number(value)),
  },
  {
    pattern: phrase(`${FIELD} ?[:=]? ?(\\d{1,2})[ ,]+${LIBRARY}`),
    read: ([, field, value, library]) => ofLibrary(library, field, Number(value)),
  },
  {
    pattern: phrase(
      '(\\d{1,2}) (?:layers|levels|hops|tiers) (?:of|with|at|×|x) (\\d{1,2}) (attempts|tries|retries)(?: each)?',
    ),
    read: ([, layers, value, word]) => layered(Number(layers), Number(value) + (word === 'retries' ? 1 : 0)),
  },
  {
    pattern: phrase(`mtbf(?: of|:|=)? ?${DURATION}(?:,| and|;)? ?(?:an? )?mttr(?: of|:|=)? ?${DURATION}`),
    read: ([, between, betweenUnit, repair, repairUnit]) =>
      repaired(millisecondsIn(between, betweenUnit), millisecondsIn(repair, repairUnit)),
  },
  {
    pattern: phrase(
      '(\\d{1,5}) (?:requests|resources|assets|files|images) (?:over|on|with|across) (\\d{1,3}) connections',
    ),
    read: ([, resources, connections]) => rounds(Number(resources), Number(connections)),
  },
]

function ofLibrary(library = '', field = '', value: number): Amount | undefined {
  const found = retrySettings.find(setting => setting.library.toLowerCase() === library.toLowerCase())
  return found && { computed: meaning(found, field, value), entry: 'retry' }
}

function meaning(setting: RetrySetting, field: string, value: number): string {
  const { library, includesFirst, cap } = setting
  const attempts = attemptsMeant(setting, value)
  const counted = includesFirst ? 'counts the first call' : 'comes on top of the first call'
  const capped = cap !== undefined && value > cap ? `; ${library} treats more than ${cap} as ${cap}` : ''
  return `**${library} \`${field}\` ${value}**: ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} in all, since the figure ${counted}${capped}.`
}

function layered(layers: number, attempts: number): Amount | undefined {
  if (layers === 0 || attempts === 0) return undefined
  const calls = amplification(Array.from({ length: layers }, () => attempts))
  return {
    computed: `**${figureText(calls)} calls** at the bottom for one request while it fails: ${layers} layers with ${attempts} attempts each.`,
    entry: 'retry-layering',
  }
}

function repaired(between: number, repair: number): Amount | undefined {
  if (!(between > 0)) return undefined
  return {
    computed: `**${formatPercentage(fromMeanTimes(between, repair))}** availability: MTBF ÷ (MTBF + MTTR).`,
    entry: 'mttr',
  }
}

function rounds(resources: number, connections: number): Amount | undefined {
  if (connections === 0) return undefined
  return {
    computed: `**${figureText(http1Rounds(resources, connections))} rounds** on HTTP/1.1, where a connection carries one request at a time; HTTP/2 and 3 send all ${figureText(resources)} at once.`,
    entry: 'head-of-line-blocking',
  }
}
