// The extension as it is shipped: its sizes, and how long VS Code waits for it to start.

import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { report } from './report'
import { inTurns, run } from './timing'

export interface Places {
  readonly repository: string
  /** Where what ships is built. */
  readonly built: string
  /** For what the benchmarks write. */
  readonly folder: string
}

export async function benchExtension({ repository, built, folder }: Places): Promise<void> {
  const kilobytes = (name: string) => statSync(join(built, name)).size / 1000
  report({ what: 'Main bundle', value: kilobytes('extension.js'), unit: 'KB', atMost: 500 })
  report({ what: 'Engine, loaded at first use', value: kilobytes('service.cjs'), unit: 'KB' })
  report({
    what: 'Main bundle in browsers, engine included',
    value: kilobytes('extension.web.js'),
    unit: 'KB',
  })

  const starter = join(repository, 'test/activation.cjs')
  const { start } = await inTurns(15, {
    start: () => Number(JSON.parse(run([starter, join(built, 'extension.js')], folder)).milliseconds),
  })
  report({ what: 'Extension loaded and activated', value: start.median, unit: 'ms', atMost: 50 })

  const vsix = join(folder, 'arrowsmith.vsix')
  execFileSync('npx', ['vsce', 'package', '--no-dependencies', '--out', vsix], { stdio: 'pipe' })
  report({ what: 'VSIX', value: statSync(vsix).size / 1e6, unit: 'MB', atMost: 4 })
}
