// What `npm run release:check` refuses before anything is published.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('a tag of another version is refused, and nothing is packed', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const { status, stderr } = spawnSync(process.execPath, ['test/release.mjs', 'v99.0.0'], {
    encoding: 'utf8',
  })
  expect(stderr).toContain(`The tag is v99.0.0, and package.json says ${version}`)
  // What the registries show and where addresses lead is in order all the time.
  expect(
    stderr
      .trim()
      .split('\n')
      .filter(line => !/^(?:The tag|CHANGELOG\.md has no entries)/.test(line)),
  ).toEqual([])
  expect(status).toBe(1)
})
