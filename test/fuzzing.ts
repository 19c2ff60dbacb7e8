// How long what is drawn at random is tried: some rounds with `npm test`, a share of half an hour with `npm run fuzz`.

export const exhaustive = process.env.MODE === 'exhaustive'

/** `MINUTES=5 npm run fuzz` takes about as many instead of 30. */
const pace = Number(process.env.MINUTES ?? 30) / 30

/** Rounds from 0 up: `few` of them, or all that fit into that many `seconds` where nothing else is asked for. */
export function* rounds(few: number, seconds: number): Generator<number, void> {
  const end = performance.now() + seconds * 1000 * pace
  for (let round = 0; exhaustive ? performance.now() < end : round < few; round++) yield round
}
