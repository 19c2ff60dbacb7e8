// `npm run growth -- [words of names]`: generator by generator, the exponent, and the seconds at the size that took longest.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { bundled } from '../bundled.ts'
import type { Measurement } from './measure'

const bundle = await bundled(join(import.meta.dirname, 'measuring.ts'))
const { names, exponentOf, longestOf }: typeof import('./measuring') = await import(
  pathToFileURL(bundle).href
)

/** The promise: no steeper than this, no longer than this. */
const [steepest, patience] = [1.3, 2]

const endings: Readonly<Record<number, string>> = { 3: 'took half a minute and was ended' }

interface Row {
  readonly generator: string
  readonly door: string
  readonly exponent?: number
  readonly longest: Measurement
  readonly end?: string
}

function measuredApart(name: string): Promise<Row[]> {
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
      const end =
        code === 0
          ? undefined
          : (/\w*Error.*/.exec(complaint)?.[0] ?? endings[code ?? -1] ?? `ended by ${signal}`)
      const rows = [...byDoor].map(([door, all]) => ({
        generator: name,
        door,
        exponent: exponentOf(all),
        longest: longestOf(all),
      }))
      const broken = { generator: name, door: '?', longest: { door: '?', units: 0, seconds: 0 }, end }
      resolve(end === undefined ? rows : [...rows, broken])
    })
  })
}

const isBad = ({ exponent = 0, longest, end }: Row) =>
  end !== undefined || longest.seconds > patience || exponent > steepest

function print({ generator, door, exponent, longest, end }: Row): void {
  const figures =
    end ??
    `n^${exponent?.toFixed(2) ?? '…'}  ${longest.seconds.toFixed(2)} s  at ${longest.units.toLocaleString('en')}`
  console.log(`${generator.padEnd(52)} ${door.padEnd(10)} ${figures}`)
}

const wanted = process.argv.slice(2)
const chosen = names.filter(name => wanted.length === 0 || wanted.some(part => name.includes(part)))
const bad: Row[] = []
for (const name of chosen) {
  const rows = await measuredApart(name)
  const worst = rows.filter(isBad)
  bad.push(...worst)
  if (worst.length > 0) worst.forEach(print)
  else print(rows.reduce((a, b) => (b.longest.seconds > a.longest.seconds ? b : a)))
}
console.log(
  `\n${chosen.length} generators; ${new Set(bad.map(({ generator }) => generator)).size} steeper than n^${steepest} or longer than ${patience} s`,
)
process.exitCode = bad.length > 0 ? 1 : 0
