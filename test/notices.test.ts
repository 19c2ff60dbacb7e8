// The notices that ship: of each package in the bundles, and of those that were bundled into these before.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const { noticesOf }: { noticesOf: (metafiles: readonly unknown[]) => string } = await import(
  join(import.meta.dirname, '../notices.mjs')
)

const bundleOf = (...paths: readonly string[]) => ({
  outputs: { bundle: { inputs: Object.fromEntries(paths.map(path => [path, { bytesInOutput: 1 }])) } },
})

it('give license and source of each package, once', () => {
  const notices = noticesOf([
    bundleOf('src/service/index.ts', 'node_modules/elkjs/lib/main.js', 'node_modules/ignore/index.js'),
    bundleOf('node_modules/ignore/index.js'),
  ])
  expect(
    notices.match(/^(elkjs|ignore) [\d.]+ \(.*\)\nSource code: https:\/\/github\.com\/.*$/gm),
  ).toHaveLength(2)
  expect(notices).toContain('Eclipse Public License')
})

it('name what a package has bundled into itself', () => {
  const chunks = 'node_modules/@mermaid-js/parser/dist/chunks/mermaid-parser.core'
  const paths = readdirSync(chunks)
    .filter(name => name.endsWith('.mjs'))
    .map(name => `${chunks}/${name}`)
  expect(noticesOf([bundleOf(...paths)])).toMatch(/^langium [\d.]+\n[\s\S]*^Copyright 2021 TypeFox GmbH$/m)
})

it('leave out what nothing has been taken from', () => {
  const unused = {
    outputs: { bundle: { inputs: { 'node_modules/elkjs/lib/main.js': { bytesInOutput: 0 } } } },
  }
  expect(noticesOf([unused])).not.toContain('elkjs')
})

it('refuse a package without a license', () => {
  expect(() => noticesOf([bundleOf('node_modules/@microsoft/jest-sarif/lib/index.js')])).toThrow(
    '@microsoft/jest-sarif is bundled, and its license is nowhere',
  )
})
