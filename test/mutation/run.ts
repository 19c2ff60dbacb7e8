// `npm run mutation -- ROOM [COUNT] [SEED]`: how many small faults in a room of the house some test notices. What is
// known of a mutant is kept in .mutation/, so that an interrupted run goes on where it was.

import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Mutant, mutantsOf, nameOf } from './mutants.ts'
import { type Room, rooms } from './rooms.ts'

/** Milliseconds after which a mutant counts as one that never stops. */
const patience = 180_000

/** Milliseconds for tests without a mutant: a busy machine must not look like a failure. */
const patienceWithoutMutant = 1_200_000

const [name = '', count = '400', seed = '1'] = process.argv.slice(2)
const room = Object.hasOwn(rooms, name) ? rooms[name] : undefined
if (!room) {
  console.error(`Usage: npm run mutation -- ${Object.keys(rooms).join('|')} [COUNT] [SEED]`)
  process.exit(2)
}

const folder = '.mutation'
const log = join(folder, `${name}.jsonl`)
mkdirSync(folder, { recursive: true })
const known = new Map<string, boolean>(
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map(line => {
          const { mutant, killed }: { mutant: string; killed: boolean } = JSON.parse(line)
          return [mutant, killed]
        })
    : [],
)

/** Tests that were seen to pass without a mutant. */
const sound = new Set<string>()

const chosen = sampleOf(allMutants(room), Number(count), Number(seed))
for (const [index, mutant] of chosen.entries()) {
  if (known.has(nameOf(mutant))) continue
  const killed = isKilled(mutant, room)
  known.set(nameOf(mutant), killed)
  appendFileSync(log, `${JSON.stringify({ mutant: nameOf(mutant), killed })}\n`)
  console.log(`${index + 1}/${chosen.length} ${killed ? 'killed  ' : 'SURVIVED'} ${nameOf(mutant)}`)
}
report()

function allMutants({ sources, exclude }: Room): readonly Mutant[] {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map(path => `${sources}/${path.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.ts') && !exclude?.test(path))
    .sort()
    .flatMap(path => mutantsOf(path, readFileSync(path, 'utf8')))
}

/** The same mutants for the same seed, as long as the sources are the same. */
function sampleOf(all: readonly Mutant[], size: number, seed: number): readonly Mutant[] {
  const random = randomNumbers(seed)
  return all
    .map(mutant => ({ mutant, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, size)
    .map(({ mutant }) => mutant)
}

/** Mulberry32: small, seeded, good enough to choose by. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function isKilled(mutant: Mutant, { tests, pattern }: Room): boolean {
  const chosen = [...tests(mutant.file), ...(pattern?.(mutant.file) ? ['-t', pattern(mutant.file)!] : [])]
  if (!sound.has(chosen.join())) expectSound(chosen)
  return outcomeOf(chosen, mutant) !== 'passed'
}

function expectSound(chosen: readonly string[]): void {
  const outcome = outcomeOf(chosen)
  if (outcome !== 'passed') {
    const minutes = patienceWithoutMutant / 60_000
    const what = outcome === 'failed' ? 'failed' : `took too long (over ${minutes} min)`
    console.error(`Without any mutant, these tests ${what}: ${chosen.join(' ')}`)
    process.exit(2)
  }
  sound.add(chosen.join())
}

type Outcome = 'passed' | 'failed' | 'took too long'

function outcomeOf(chosen: readonly string[], mutant?: Mutant): Outcome {
  const { status, error } = spawnSync(
    'vitest',
    ['run', '--config', 'test/mutation/vitest.config.mts', ...chosen],
    {
      env: { ...process.env, MUTANT: JSON.stringify(mutant ?? null) },
      timeout: mutant ? patience : patienceWithoutMutant,
      killSignal: 'SIGKILL',
      stdio: 'ignore',
    },
  )
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return 'took too long'
  return status === 0 ? 'passed' : 'failed'
}

function report(): void {
  const equivalent = new Set(
    readFileSync(join(import.meta.dirname, 'equivalent.txt'), 'utf8')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#')),
  )
  const counted = chosen.filter(mutant => !equivalent.has(nameOf(mutant).replace(/:\d+:/, ':')))
  const survivors = counted.filter(mutant => !known.get(nameOf(mutant)))
  console.log(`\n${survivors.length} survivors`)
  for (const mutant of survivors) console.log(`  ${nameOf(mutant)}`)
  const share = (100 * (counted.length - survivors.length)) / counted.length
  console.log(
    `\n${name}: ${share.toFixed(1)}% of ${counted.length} mutants killed; ${chosen.length - counted.length} are equivalent`,
  )
  process.exitCode = share < 85 ? 1 : 0
}
