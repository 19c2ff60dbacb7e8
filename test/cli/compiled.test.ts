// Compiled code that is kept between runs: never a different answer, whatever lies in its place.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { build, design, folderOf, runner } from './program'

const built = build('cli')
const kept = join(built, 'compiled')
const arrowsmith = runner(built)

const lint = () => arrowsmith(['lint', '-'], { input: design, cwd: folderOf({}) })
const files = () => readdirSync(kept).map(name => join(kept, name))

beforeEach(() => rmSync(kept, { recursive: true, force: true }))

it('is kept by the first run and taken by the next', async () => {
  const first = await lint()
  const written = files().map(file => readFileSync(file))
  expect(written).toHaveLength(2)
  expect(await lint()).toEqual(first)
  expect(files().map(file => readFileSync(file))).toEqual(written)
})

it('is kept for each command', async () => {
  await lint()
  await arrowsmith(['lint', '--help'])
  const commands = files().map(file => /([a-z]+)-[^/\\]*$/.exec(file)?.[1])
  expect([...new Set(commands)].sort()).toEqual(['help', 'lint'])
})

it('is made anew where it is no such thing', async () => {
  const first = await lint()
  for (const file of files()) writeFileSync(file, 'no code')
  expect(await lint()).toEqual(first)
  expect(files().map(file => readFileSync(file).length > 1000)).toEqual([true, true])
})

it('is done without where it cannot be written', async () => {
  const first = await lint()
  rmSync(kept, { recursive: true })
  writeFileSync(kept, 'a file in the place of the folder')
  expect(await lint()).toEqual(first)
  expect(existsSync(join(kept, 'anything'))).toBe(false)
})
