// What VS Code waits for when it starts the extension.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build } from './cli/program'

const extension = join(build('vscode'), 'extension.js')

function started(...text: readonly string[]): unknown {
  const words = [join(import.meta.dirname, 'activation.cjs'), extension, ...text]
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', timeout: 60_000 }))
}

it('starts without the engine, which is loaded when there is something to ask it', () => {
  expect(started()).toMatchObject({ engine: false })
})

it('does without the engine for as long as no document that is open can hold a diagram', () => {
  expect(started('# Notes\n\nNothing is drawn here.\n')).toMatchObject({ engine: false })
})
