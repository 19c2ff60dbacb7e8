// `npm run test:sarif -- PATHS…`: lints what is there with every rule on, and holds the SARIF against its schema.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faultsOf } from './sarif-schema.ts'

const built = mkdtempSync(join(tmpdir(), 'arrowsmith-sarif-'))
execFileSync(process.execPath, ['esbuild.mjs', 'cli', `--outdir=${built}`], {
  cwd: join(import.meta.dirname, '../..'),
  stdio: 'inherit',
})
const words = ['lint', '--preset', 'strict', '--format', 'sarif', ...process.argv.slice(2)]
const { stdout } = spawnSync(process.execPath, [join(built, 'cli.mjs'), ...words], {
  maxBuffer: 2 ** 30,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
})
rmSync(built, { recursive: true })
const log = JSON.parse(stdout)
const faults = faultsOf(log)
console.log([...faults, `${log.runs[0].results.length} results, ${faults.length} faults`].join('\n'))
process.exitCode = faults.length > 0 ? 1 : 0
