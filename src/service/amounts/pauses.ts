// Pauses between attempts as people write them down: `base 50ms cap 2s`, `exponential 100ms 2x`, `±20% jitter`.

import {
  type Amount,
  type AmountReader,
  DURATION,
  figureText,
  millisecondsIn,
  phrase,
  timeText,
} from './amount'

export const pauseReaders: readonly AmountReader[] = [
  {
    pattern: phrase(
      `(?:(?:exponential )?back-?off )?(?:base|initial|min|from|start(?:ing at)?)[ :=]+${DURATION}[ ,;]+(?:up )?(?:cap|max|to|limit)[ :=]+${DURATION}(?: (?:exponential )?back-?off)?`,
    ),
    read: ([, base, baseUnit, cap, capUnit]) =>
      capped(millisecondsIn(base, baseUnit), millisecondsIn(cap, capUnit)),
  },
  {
    pattern: phrase(
      `exponential(?: back-?off)?[ ,:]+(?:of |from )?${DURATION}[ ,]+(?:×|x)? ?(\\d(?:\\.\\d)?) ?(?:×|x)?`,
    ),
    read: ([, base, unit, factor]) => growing(millisecondsIn(base, unit), Number(factor)),
  },
  {
    pattern: phrase(
      `(?:re-?try|re-?tries) (\\d{1,2}) times(?: with| and|,)?(?: an?)? ${DURATION}(?: back-?off| pause| delay| apart)?`,
    ),
    read: ([, count, pause, unit]) => constant(Number(count), millisecondsIn(pause, unit)),
  },
  {
    pattern: phrase(`(?:time-?out )?(\\d{1,2}) ?(?:×|x|\\*) ?${DURATION}(?: time-?outs?)?`),
    read: ([, count, timeout, unit]) => waits(Number(count), millisecondsIn(timeout, unit)),
  },
  {
    pattern: phrase(
      '(?:± ?|\\+\\/- ?)?(\\d{1,3}) ?% jitter|jitter(?: of|:|=)? ?(?:± ?)?(?:(\\d{1,3}) ?%|(0?\\.\\d{1,3}))',
    ),
    read: ([, before, percent, share]) =>
      spread(share === undefined ? Number(before ?? percent) / 100 : Number(share)),
  },
]

const MOST_PAUSES = 12

function capped(base: number, cap: number): Amount | undefined {
  if (!(base > 0) || cap < base) return undefined
  const pauses: number[] = []
  for (let pause = base; pauses.length < MOST_PAUSES; pause = Math.min(cap, 2 * pause)) {
    pauses.push(pause)
    if (pause === cap) break
  }
  return {
    computed: `**Pauses**: ${pauses.map(timeText).join(', ')}${pauses.at(-1) === cap ? ', and that from then on' : ' …'}. With full jitter each lasts half of that on average.`,
    entry: 'backoff',
  }
}

function growing(base: number, factor: number): Amount | undefined {
  if (!(factor >= 1)) return undefined
  const pauses = [0, 1, 2, 3, 4].map(retry => timeText(base * factor ** retry))
  return {
    computed: `**Pauses**: ${pauses.join(', ')} … Without a cap they grow forever; without jitter all clients come back together.`,
    entry: 'backoff',
  }
}

const constant = (count: number, pause: number): Amount => ({
  computed: `**${count + 1} attempts**: ${timeText(count * pause)} of pauses, always ${timeText(pause)}, besides the attempts themselves. Let the pauses grow and add jitter.`,
  entry: 'backoff',
})

const waits = (count: number, timeout: number): Amount => ({
  computed: `**${timeText(count * timeout)}** at worst: ${count} attempts of ${timeText(timeout)} each, and the pauses between.`,
  entry: 'deadline-propagation',
})

function spread(share: number): Amount | undefined {
  if (share > 1) return undefined
  return {
    computed: `**±${figureText(100 * share)}% jitter**: a pause of 1 s becomes anything from ${timeText(1000 * (1 - share))} to ${timeText(1000 * (1 + share))}. Full jitter, from 0 to the pause, spreads clients best.`,
    entry: 'jitter',
  }
}
