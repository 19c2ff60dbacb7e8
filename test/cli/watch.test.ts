// `lint --watch` as a process: what makes it lint again, and how Ctrl+C ends it.

import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { build, design, flawless, folderOf, repository } from './program'

const built = build('cli')
const disagreeing = (figure: string) => `${flawless}  %% stock@{ p99: ${figure} }\n`

/** A watching run: the findings of each time that it lints, and how it ends. */
function watching(cwd: string) {
  const words = ['lint', '--watch', '--format', 'agent', '--rule', 'unlabeled-arrow=warning', '.']
  const child = spawn(process.execPath, [join(built, 'cli.mjs'), ...words], { cwd })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  let settled = (_: string) => {}
  child.stdout.on('data', chunk => (printed += chunk))
  child.stderr.on('data', chunk => {
    if (!String(chunk).includes('watching for changes')) return
    // What was written to the other stream before has arrived by then.
    setImmediate(() => {
      settled(printed)
      printed = ''
    })
  })
  return {
    /** What is printed after `change`. */
    after: (change: () => void) =>
      new Promise<string>(resolve => {
        settled = resolve
        change()
      }),
    interrupted: () =>
      new Promise<number | null>(resolve => {
        child.on('exit', code => resolve(code))
        child.kill('SIGINT')
      }),
  }
}

it('lints again when documents and settings change, come and go, until Ctrl+C', async () => {
  const cwd = folderOf({ 'docs/a.mmd': design, 'docs/b.mmd': disagreeing('200ms') })
  const inFolder = (name: string) => join(cwd, name)
  const { after, interrupted } = watching(cwd)
  expect(await after(() => {})).toMatch(/^docs\/a\.mmd:3:10: warning unlabeled-arrow.*\n$/)
  expect(await after(() => writeFileSync(inFolder('docs/a.mmd'), flawless))).toBe('')
  const [inB, inC, ...rest] = (
    await after(() => writeFileSync(inFolder('docs/c.mmd'), disagreeing('250ms')))
  ).split('\n')
  expect([inB, inC]).toEqual([
    expect.stringMatching(/^docs\/b\.mmd.*conflicting-figures/),
    expect.stringMatching(/^docs\/c\.mmd.*conflicting-figures/),
  ])
  expect(rest).toEqual([''])
  const settings = inFolder('arrowsmith.config.json')
  expect(await after(() => writeFileSync(settings, '{ "sharing": "document" }'))).toBe('')
  expect(await after(() => rmSync(settings))).toContain('conflicting-figures')
  expect(await after(() => rmSync(inFolder('docs/c.mmd')))).toBe('')
  expect(await interrupted()).toBe(130)
})

it('is refused for standard input', async () => {
  const child = spawn(process.execPath, [join(built, 'cli.mjs'), 'lint', '--watch', '-'], { cwd: repository })
  expect(await new Promise(resolve => child.on('exit', resolve))).toBe(2)
})
