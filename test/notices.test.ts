// The notices that ship: of each package in the bundles, and of those that were bundled into these before.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'

const { noticesOf }: { noticesOf: (metafiles: readonly unknown[]) => string } = await import(
  join(import.meta.dirname, '../notices.mjs')
)

const { billOfMaterials }: { billOfMaterials: (metafiles: readonly unknown[]) => string } = await import(
  join(import.meta.dirname, '../sbom.mjs')
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

it('say the same terms once, and each holder of a copyright', () => {
  const paths = ['d3-color', 'd3-dispatch'].map(name => `node_modules/${name}/dist/${name}.js`)
  const notices = noticesOf([bundleOf(...paths)])
  expect(notices.match(/^Copyright 2010-20\d\d Mike Bostock$/gm)).toHaveLength(2)
  expect(notices.match(/Permission to use, copy, modify/g)).toHaveLength(1)
  expect(notices).toMatch(/^The terms stand at d3-color above\.$/m)
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

describe('the bill of materials', () => {
  const paths = [
    'node_modules/elkjs/lib/main.js',
    'node_modules/zod/index.js',
    'node_modules/@braintree/sanitize-url/dist/index.js',
  ]
  const text = billOfMaterials([bundleOf('src/service/index.ts', ...paths)])

  it('is valid CycloneDX, and the same each time', () => {
    const schemas = join(import.meta.dirname, '../node_modules/@cyclonedx/cyclonedx-library/res/schema')
    const read = (name: string) =>
      JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8'))
    const ajv = new Ajv({ strict: false, validateFormats: false })
    for (const name of ['spdx', 'jsf-0.82'])
      ajv.addSchema({ ...read(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` })
    const isValid = ajv.compile(read('bom-1.6'))
    expect(isValid(JSON.parse(text)) ? [] : isValid.errors).toEqual([])
    expect(billOfMaterials([bundleOf('src/service/index.ts', ...paths)])).toBe(text)
  })

  it('has each package with version, license, source and the digest of the lock file', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    const { version, integrity } = lock.packages['node_modules/zod']
    const { components } = JSON.parse(text)
    expect(components.map(({ purl }: { purl: string }) => purl.replace(/@[\d.]+$/, ''))).toEqual([
      'pkg:npm/%40braintree/sanitize-url',
      'pkg:npm/elkjs',
      'pkg:npm/zod',
    ])
    expect(components.at(-1)).toMatchObject({
      version,
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }],
      externalReferences: [{ type: 'vcs', url: 'https://github.com/colinhacks/zod' }],
    })
  })
})
