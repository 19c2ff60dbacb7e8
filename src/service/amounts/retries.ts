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
      '(\\d{1,2}) (?:layers|levels|hops|tiers)(?: of| with| at| ×| x|,)? (\\d{1,2}) (attempts|tries|retries)(?: each)?',
    ),
    read: ([, layers, each, sort]) => alike(layers, each, sort),
  },
  { pattern: phrase('(\\d{1,3}(?: ?[×x*] ?\\d{1,3}){1,6})(?: (?:attempts|retries|tries))?'), read: product },
  {
    pattern: phrase(
      '(\\d{1,2}) (attempts|tries|retries)(?: each)?(?: (?:on|at|in|across|over|through|×|x))? (\\d{1,2}) (?:layers?|levels?|hops?|tiers?|services?)',
    ),
    read: ([, each, sort, layers]) => alike(layers, each, sort),
  },
  { pattern: phrase('2 ?(?:\\^|\\*\\*) ?(\\d{1,3})'), read: powerOfTwo },
  { pattern: phrase('(\\d{1,2}) ?(?:\\^|\\*\\*) ?(\\d{1,2})(?: attempts)?'), read: power },
  { pattern: phrase('(\\d{1,6}) (?:attempts|tries)'), read: attempts },
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

/** Layers that are said to try as often as each other. */
function alike(
  layers: string | undefined,
  each: string | undefined,
  sort: string | undefined,
): Amount | undefined {
  const attempts = Number(each) + (sort === 'retries' ? 1 : 0)
  const factors = Array.from({ length: Number(layers) }, () => attempts)
  if (factors.length === 0 || attempts === 0) return undefined
  return {
    computed: `**${figureText(amplification(factors))} calls** at the bottom for one request while it fails: ${factors.length} layers with ${attempts} attempts each.`,
    entry: 'retry-layering',
  }
}

/** Up to four layers of two attempts; beyond that an amount of addresses or keys. */
function powerOfTwo([, digits]: RegExpExecArray): Amount | undefined {
  const exponent = Number(digits)
  if (exponent < 5) return undefined
  const written =
    exponent < 53
      ? (2 ** exponent).toLocaleString('en-US')
      : (2 ** exponent).toPrecision(3).replace('e+', ' × 10^')
  return {
    computed: `**2^${exponent}** = ${written}: what ${exponent} bits can tell apart. IPv4 addresses have 32 bits, IPv6 128, ports 16.`,
    entry: exponent > 64 ? 'ipv6' : exponent === 16 ? 'port-and-socket' : 'cidr',
  }
}

function power([, base, exponent]: RegExpExecArray): Amount {
  return layered(Array.from({ length: Number(exponent) }, () => Number(base)))
}

function product([, factors = '']: RegExpExecArray): Amount {
  return layered(factors.split(/ ?[×x*] ?/i).map(Number))
}

/** Figures that are multiplied, which may be layers that try again. */
function layered(factors: readonly number[]): Amount {
  return {
    computed: `**${figureText(amplification(factors))}**: where ${factors.length} layers try ${factors.slice(0, 6).join(', ')} times each, one request reaches the last as often.`,
    entry: 'retry-layering',
  }
}

function attempts([, digits]: RegExpExecArray): Amount {
  const count = Number(digits)
  const layers = [5, 4, 3, 2].flatMap(tries => {
    const depth = Math.round(Math.log(count) / Math.log(tries))
    return depth > 1 && tries ** depth === count ? [`${depth} layers with ${tries} attempts each`] : []
  })
  const from = layers.length > 0 ? `: what ${layers.join(' or ')} make of one request` : ' of one request'
  return {
    computed: `**${figureText(count)} attempts**${from}.`,
    entry: count > 5 ? 'retry-layering' : 'retry',
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
