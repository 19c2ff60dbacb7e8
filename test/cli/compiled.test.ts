// Compiled code that is kept between runs: never a different answer, whatever lies in its place.

import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { build, caches, design, folderOf, runner } from './program'

const built = build('cli')
const kept = join(caches(built), 'arrowsmith')
const arrowsmith = runner(built)

const lint = (env = {}) => arrowsmith(['lint', '-'], { input: design, cwd: folderOf({}), env })
const files = () => readdirSync(kept).map(name => join(kept, name))
const contents = () => files().map(file => readFileSync(file))

beforeEach(() => rmSync(kept, { recursive: true, force: true }))

it('is kept by the first run and taken by the next', async () => {
  const first = await lint()
  const written = files().map(file => statSync(file).ino)
  expect(written).toHaveLength(2)
  expect(await lint()).toEqual(first)
  expect(files().map(file => statSync(file).ino)).toEqual(written)
})

it('never touches the folder of the program', async () => {
  const installed = () => readdirSync(built, { recursive: true })
  const before = installed()
  await lint()
  expect(installed()).toEqual(before)
})

it('is kept for each command', async () => {
  await lint()
  await arrowsmith(['lint', '--help'])
  const commands = files().map(file => /([a-z]+)-[^/\\]*$/.exec(file)?.[1])
  expect([...new Set(commands)].sort()).toEqual(['help', 'lint'])
})

it.each<[string, (file: string, size: number) => void]>([
  ['is no such thing', file => writeFileSync(file, 'no code')],
  ['has been cut off', (file, size) => truncateSync(file, size - 3)],
  ['is of another text', (file, size) => flip(file, size - 9)],
  ...[0.2, 0.5].map((part): [string, (file: string, size: number) => void] => [
    `has one wrong bit after ${100 * part} %`,
    (file, size) => flip(file, Math.floor(part * size)),
  ]),
])('is made anew where it %s', async (_, damage) => {
  const first = await lint()
  for (const file of files()) damage(file, statSync(file).size)
  const damaged = contents()
  expect(await lint()).toEqual(first)
  for (const [index, content] of contents().entries()) {
    expect(content.length).toBeGreaterThan(100_000)
    expect(damaged[index]?.equals(content)).toBe(false)
  }
})

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

it('is done without where it cannot be written', async () => {
  const first = await lint()
  rmSync(kept, { recursive: true })
  writeFileSync(kept, 'a file in the place of the folder')
  expect(await lint()).toEqual(first)
  expect(existsSync(join(kept, 'anything'))).toBe(false)
})

it.each([
  ['without a home', { XDG_CACHE_HOME: '', HOME: '', LOCALAPPDATA: '' }],
  ['with a relative one', { XDG_CACHE_HOME: 'caches', HOME: 'home', LOCALAPPDATA: 'local' }],
])('is done without by a user %s', async (_, env) => {
  const cwd = folderOf({})
  expect(await arrowsmith(['lint', '-'], { input: design, cwd, env })).toEqual(await lint())
  expect(readdirSync(cwd)).toEqual([])
})
