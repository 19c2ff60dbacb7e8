// What VS Code waits for when it starts the extension.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build } from './cli/program'

it('starts without the engine, which is loaded when there is something to ask it', () => {
  const extension = join(build('vscode'), 'extension.js')
  const started = execFileSync(process.execPath, [join(import.meta.dirname, 'activation.cjs'), extension])
  expect(JSON.parse(started.toString())).toMatchObject({ engine: false })
})
