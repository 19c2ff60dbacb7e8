// `npm run mutation -- ROOM [COUNT] [SEED] [PART]`: how many small faults in a room of the house some test notices, or in
// its sources whose path contains PART. What is
// known of a mutant is kept in .mutation/, so that an interrupted run goes on where it was.

import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge, keyOfMutant } from './judge.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { late, type Room, rooms, slow } from './rooms.ts'

/** The share of mutants, in percent, that has to be killed. */
const bar = 85

const [name = '', count = '400', seed = '1', part = ''] = process.argv.slice(2)
const room = Object.hasOwn(rooms, name) ? rooms[name] : undefined
if (!room) {
  console.error(`Usage: npm run mutation -- ${Object.keys(rooms).join('|')} [COUNT] [SEED] [PART]`)
  process.exit(2)
}

const folder = `.mutation/${name}`
mkdirSync(folder, { recursive: true })
const log = join(folder, 'judged.jsonl')
const equivalent = readEquivalent()
const sources = sourcesOf(room)
const all = sources
  .filter(path => path.includes(part))
  .flatMap(path => mutantsOf(path, readFileSync(path, 'utf8')))
const chosen = sampleOf(all, Number(count), Number(seed)).filter(mutant => !equivalent.has(mutant.name))
const key = keyOf(globSync(['src/**/*.{ts,md}', 'test/**/*.{ts,tsv,json}']).sort())
const known = readKnown()
const open = chosen.filter(mutant => !known.has(keyOfMutant(mutant)))
if (open.length > 0) await judgeAll(open, room)
report()

interface Judged {
  readonly mutant: string
  readonly killed: boolean
  /** Of the tests that let it live. */
  readonly key: string
}

/** The killed stay so as long as their source is the same; a survivor gets another chance when anything has changed. */
function readKnown(): Map<string, boolean> {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []
  const judged = lines.map((line): Judged => JSON.parse(line))
  return new Map(
    judged
      .filter(({ killed, key: made }) => killed || made === key)
      .map(({ mutant, killed }) => [mutant, killed]),
  )
}

/** A run that is interrupted keeps what it killed. */
async function judgeAll(mutants: readonly Mutant[], { tests }: Room): Promise<void> {
  const keep = (mutant: Mutant, killed: boolean): void => {
    known.set(keyOfMutant(mutant), killed)
    appendFileSync(log, `${JSON.stringify({ mutant: keyOfMutant(mutant), killed, key } satisfies Judged)}\n`)
  }
  let count = 0
  await judge({
    sources,
    mutants,
    folder,
    testFiles: tests
      .flatMap(path => (path.endsWith('.ts') ? [path] : globSync(`${path}/**/*.test.ts`).sort()))
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => !slow.test(path))
      .sort((a, b) => Number(late.test(a)) - Number(late.test(b))),
    onKilled: mutant => {
      keep(mutant, true)
      console.log(`${++count}/${mutants.length} killed ${placed(mutant)}`)
    },
  })
  for (const mutant of mutants) if (!known.has(keyOfMutant(mutant))) keep(mutant, false)
}

function sourcesOf({ sources: folder, exclude }: Room): readonly string[] {
  return globSync(`${folder}/**/*.ts`)
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => !exclude?.test(path))
    .sort()
}

/** The same mutants for the same seed, as long as the sources are the same. */
function sampleOf(mutants: readonly Mutant[], size: number, start: number): readonly Mutant[] {
  const random = randomNumbers(start)
  return mutants
    .map(mutant => ({ mutant, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, size)
    .map(({ mutant }) => mutant)
}

/** Mulberry32: small, seeded, good enough to choose by. */
function randomNumbers(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function keyOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

function readEquivalent(): ReadonlySet<string> {
  return new Set(
    readFileSync(join(import.meta.dirname, 'equivalent.txt'), 'utf8')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#')),
  )
}

function placed({ file, line, name: text }: Mutant): string {
  return text.replace(file, `${file}:${line}`)
}

function report(): void {
  const survivors = chosen.filter(mutant => !known.get(keyOfMutant(mutant)))
  console.log(`\n${survivors.length} survivors`)
  for (const mutant of survivors) console.log(`  ${placed(mutant)}`)
  const share = (100 * (chosen.length - survivors.length)) / chosen.length
  const outOf = `${chosen.length} mutants (of ${all.length}, seed ${seed})`
  console.log(`\n${name}: ${share.toFixed(1)}% of ${outOf} killed`)
  process.exitCode = share < bar ? 1 : 0
}
