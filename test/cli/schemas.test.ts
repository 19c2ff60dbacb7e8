// The JSON schemas that ship: up to date, printed by `arrowsmith schema`, and true of what the commands print.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { expectFile } from '../generated'
import { contracts, schemaOf } from './contract'
import { build, design, flawless, folderOf, repository, runner } from './program'

const built = build('cli')
const arrowsmith = runner(built)
const names = Object.keys(contracts)
const schemaAt = (name: string) => readFileSync(join(built, `schemas/${name}.json`), 'utf8')

/** What is wrong with data by the schema that ships. */
function faultsIn(name: string, data: unknown): unknown {
  const ajv = name === 'configuration' ? new Ajv({ strict: false }) : new Ajv2020()
  addFormats.default(ajv)
  const validate = ajv.compile(JSON.parse(schemaAt(name)))
  return validate(data) ? [] : validate.errors
}

it.each(names)('%s is made of its contract', name => {
  expectFile(join(repository, `schemas/${name}.json`), `${JSON.stringify(schemaOf(name), null, 2)}\n`)
})

it('are listed, and printed', async () => {
  expect((await arrowsmith(['schema'])).stdout).toBe(`${[...names, 'configuration'].sort().join('\n')}\n`)
  expect((await arrowsmith(['schema', 'lint'])).stdout).toBe(
    readFileSync(join(repository, 'schemas/lint.json'), 'utf8'),
  )
  expect(await arrowsmith(['schema', 'lnit'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("did you mean 'lint'"),
  })
})

describe('what commands print', () => {
  const old = 'examples/checkout.md'
  const commands: readonly [string, readonly string[]][] = [
    ['lint', ['lint', 'examples', '--exit-zero']],
    ['flows', ['flows', 'examples']],
    ['failures', ['failures', 'examples']],
    ['plan', ['plan', 'examples']],
    ['diff', ['diff', old, 'examples/chat.md']],
    ['inspect', ['inspect', 'examples']],
    ['explain', ['explain', 'gRPC']],
    ['explain', ['explain', '--search', 'retries']],
    ['explain', ['explain', 'retry-layering']],
    ['explain', ['explain', 'grqc']],
    ['rules', ['rules']],
  ]

  it.each(commands)('is valid: %s, %j', async (name, words) => {
    const asJson = name === 'inspect' ? words : [...words, '--format', 'json']
    const data = JSON.parse((await arrowsmith(asJson)).stdout)
    expect(faultsIn(name, data)).toEqual([])
    // Nothing that the contract does not know.
    expect(contracts[name]!.safeParse(data).error).toBeUndefined()
  })

  it('is valid: suppressions, and the configuration to start from', async () => {
    const cwd = folderOf({ 'a.mmd': design, 'b.mmd': flawless })
    await arrowsmith(['lint', '--suppress-all', '--reason', 'before'], { cwd })
    const suppressions = JSON.parse(readFileSync(join(cwd, 'arrowsmith-suppressions.json'), 'utf8'))
    expect(faultsIn('suppressions', suppressions)).toEqual([])
    expect(Object.keys(suppressions.files)).toEqual(['a.mmd'])
    expect(faultsIn('configuration', { preset: 'strict', rules: { 'missing-timeout': 'off' } })).toEqual([])
  })
})
