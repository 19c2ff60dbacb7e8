// `npm run growth -- [words of names]`: generator by generator, the exponent, and the seconds at the size that
// took longest. `--minutes=5` stops after the generator that is being measured then; the next call goes on with
// the rest, and whichever call measures the last one says the verdict over all. `--again` forgets what was measured.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundled } from '../bundled.ts'
import type { Measurement } from './measure'
import { keptIn, type Row } from './results.ts'

const bundle = await bundled(join(import.meta.dirname, 'measuring.ts'))
const { names, exponentOf, longestOf }: typeof import('./measuring') = await import(
  pathToFileURL(bundle).href
)
const build = createHash('sha256').update(readFileSync(bundle)).digest('hex').slice(0, 8)

/** The promise: no steeper than this, no longer than this. */
const [steepest, patience] = [1.3, 2]

const endings: Readonly<Record<number, string>> = { 3: 'took half a minute and was ended' }

interface Run {
  readonly byDoor: ReadonlyMap<string, readonly Measurement[]>
  /** Why it ended early. */
  readonly end?: string
}

/** One generator, in a process of its own. */
function run(name: string): Promise<Run> {
  const child = spawn(process.execPath, [bundle, '--measure', name], { stdio: ['ignore', 'pipe', 'pipe'] })
  const byDoor = new Map<string, Measurement[]>()
  createInterface({ input: child.stdout }).on('line', line => {
    const measurement: Measurement = JSON.parse(line)
    byDoor.set(measurement.door, [...(byDoor.get(measurement.door) ?? []), measurement])
  })
  let complaint = ''
  child.stderr.on('data', data => {
    complaint += data
  })
  return new Promise(resolve => {
    child.on('close', (code, signal) => {
      if (code === 0) return resolve({ byDoor })
      const end = /\w*Error.*/.exec(complaint)?.[0] ?? endings[code ?? -1] ?? `ended by ${signal}`
      resolve({ byDoor, end })
    })
  })
}

function rowsOf(name: string, { byDoor, end }: Run): Row[] {
  const rows = [...byDoor].map(([door, all]) => ({
    generator: name,
    door,
    exponent: exponentOf(all),
    longest: longestOf(all),
  }))
  const broken = { generator: name, door: '?', longest: { door: '?', units: 0, seconds: 0 }, end }
  return end === undefined ? rows : [...rows, broken]
}

/** The least that each took: collections of garbage and what else a machine does only ever add to it. */
const least = (first: Run, second: Run): Run => ({
  ...second,
  byDoor: new Map(
    [...second.byDoor].map(([door, all]) => [
      door,
      all.map(measurement => {
        const other = first.byDoor.get(door)?.find(({ units }) => units === measurement.units)
        return other && other.seconds < measurement.seconds ? other : measurement
      }),
    ]),
  ),
})

/** What is beyond the limits is measured again. */
async function measuredRows(name: string): Promise<Row[]> {
  const first = await run(name)
  const rows = rowsOf(name, first)
  return rows.some(isBad) ? rowsOf(name, least(first, await run(name))) : rows
}

const isBad = ({ exponent = 0, longest, end }: Row) =>
  end !== undefined || longest.seconds > patience || exponent > steepest

function print({ generator, door, exponent, longest, end }: Row): void {
  const figures =
    end ??
    `n^${exponent?.toFixed(2) ?? '…'}  ${longest.seconds.toFixed(2)} s  at ${longest.units.toLocaleString('en')}`
  console.log(`${generator.padEnd(52)} ${door.padEnd(10)} ${figures}`)
}

const { values, positionals } = parseArgs({
  options: {
    minutes: { type: 'string', default: 'Infinity' },
    again: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const chosen = names.filter(name => positionals.length === 0 || positionals.some(part => name.includes(part)))
const results = keptIn(join(import.meta.dirname, '../../node_modules/.cache/growth.jsonl'))
if (values.again) results.forget(chosen)

const end = performance.now() + Number(values.minutes) * 60_000
for (const name of chosen) {
  if (results.of(name) || performance.now() > end) continue
  const rows = await measuredRows(name)
  results.keep(name, build, rows)
  const worst = rows.filter(isBad)
  if (worst.length > 0) worst.forEach(print)
  else print(rows.reduce((a, b) => (b.longest.seconds > a.longest.seconds ? b : a)))
}

const measured = chosen.flatMap(name => results.of(name) ?? [])
const bad = measured.flatMap(({ rows }) => rows).filter(isBad)
console.log(`\nBeyond the limits:${bad.length > 0 ? '' : ' nothing'}`)
bad.forEach(print)
const earlier = measured.filter(each => each.build !== build).length
console.log(
  [
    `${measured.length} of ${chosen.length} generators measured`,
    `${new Set(bad.map(({ generator }) => generator)).size} steeper than n^${steepest} or longer than ${patience} s`,
    ...(earlier > 0 ? [`${earlier} measured with another build of the sources`] : []),
  ].join('; '),
)
process.exitCode = bad.length > 0 || measured.length < chosen.length ? 1 : 0
