// The configuration file: what is read, and what is said about the rest.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { configurationOf, readConfiguration } from '../../src/service'

const read = (text: string) => readConfiguration(text, 'arrowsmith.config.json')

/** Messages with the text they point at. */
const complaints = (text: string) =>
  read(text).problems.map(({ message, span }) => [text.slice(span.start, span.end), message])

describe('configuration', () => {
  it('has comments, severities and options', () => {
    const text = `{
      // the payment team decides
      "root": true,
      "preset": "strict",
      "rules": { "unlabeled-arrow": "off", "syntax-error": { "severity": "warning" } },
    }`
    expect(read(text)).toMatchObject({
      root: true,
      problems: [],
      settings: {
        preset: 'strict',
        rules: { 'unlabeled-arrow': { severity: 'off' }, 'syntax-error': { severity: 'warning' } },
      },
    })
  })

  it.each([
    ['{ "prest": "strict" }', '"prest"', 'There is no setting called "prest". Did you mean "preset"?'],
    [
      '{ "rules": { "unlabelled-arrow": "off" } }',
      '"unlabelled-arrow"',
      'There is no rule called "unlabelled-arrow". Did you mean "unlabeled-arrow"?',
    ],
    [
      '{ "rules": { "unlabeled-arrow": "eror" } }',
      '"eror"',
      /^"eror" is not one of "off", .*Did you mean "error"\?$/,
    ],
    ['{ "preset": "relaxed" }', '"relaxed"', /^"relaxed" is not one of "sketch", "recommended", "strict"\.$/],
    [
      '{ "rules": { "unlabeled-arrow": { "options": { "max": 3 } } } }',
      '"max"',
      'There is no option of unlabeled-arrow called "max".',
    ],
    [
      '{ "components": { "Payments": { "p99": "fast" } } }',
      '"fast"',
      /^“p99” is “fast”: expected a duration/,
    ],
    [
      '{ "components": { "Payments": { "replica": 2 } } }',
      '"replica"',
      'Nothing reads the key “replica”. Did you mean “replicas”?',
    ],
    [
      '{ "defaults": { "arrows": { "timeout": "2s" } } }',
      '"arrows"',
      'There is no kind of default called "arrows". Did you mean "arrow"?',
    ],
    ['{ "files": { "docs/**": { "root": true } } }', '"root"', 'There is no setting called "root".'],
    ['{ "exclude": [1] }', '1', 'Name files by a pattern or a list of patterns: ["docs/**"].'],
    ['{ "sharing": "none" }', '"none"', '"none" is not one of "workspace", "document", "off".'],
    [
      '{ "preset": "strict", "preset": "sketch" }',
      '"preset"',
      '"preset" is set more than once here, and the last one counts. Remove the others.',
    ],
    [
      '{ "exclude": ["docs/[a"] }',
      '"docs/[a"',
      '"[" is never closed in this pattern, so it stands for itself. Add "]", or write "\\\\[" for the character.',
    ],
    [
      '{ "files": { "{docs,design/**": {} } }',
      '"{docs,design/**"',
      '"{" is never closed in this pattern, so it stands for itself. Add "}", or write "\\\\{" for the character.',
    ],
    ['{ "rules": [] }', '[]', '"rules" has to be an object: { "missing-timeout": "off" }.'],
  ])('%s', (text, place, message) => {
    expect(complaints(text)).toEqual([
      [place, typeof message === 'string' ? message : expect.stringMatching(message)],
    ])
  })

  it('takes the last of settings with one name', () => {
    const text =
      '{ "preset": "sketch", "preset": "strict", "rules": { "missing-timeout": "off", "missing-timeout": "error" } }'
    expect(settled([text])).toMatchObject({
      preset: 'strict',
      rules: { 'missing-timeout': { severity: 'error' } },
    })
    expect(complaints(text).map(([place]) => place)).toEqual(['"preset"', '"missing-timeout"'])
  })

  it('falls back to the defaults where it cannot be read', () => {
    expect(settled(['{ "preset": '])).toEqual({ preset: 'recommended', rules: {} })
    expect(read('{ "preset": ').problems.length).toBeGreaterThan(0)
  })
})

/** What files say about docs/orders/checkout.md below the folder of the outermost; the nearest file comes first. */
function settled(texts: readonly string[], path = 'docs/orders/checkout.md') {
  const below = path.split('/')
  return configurationOf(
    texts.map((text, index) => ({ read: read(text), path: below.slice(texts.length - 1 - index).join('/') })),
  )
}

it('has every setting on its page, as it is read', () => {
  const page = readFileSync('docs/configuration.md', 'utf8')
  const example = /```jsonc\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  expect(complaints(example)).toEqual([])
  const { properties } = JSON.parse(readFileSync('schemas/configuration.json', 'utf8'))
  const told = Object.keys(properties).filter(name => name !== '$schema' && !page.includes(`"${name}"`))
  expect(told).toEqual([])
})

describe('several configuration files', () => {
  it('are laid over each other, the nearest on top', () => {
    const outer = `{
      "preset": "strict",
      "rules": { "missing-timeout": "off", "chatty-fan-out": { "options": { "max": 20 } } },
      "components": { "Payments": { "p99": "300ms", "replicas": 2 } }
    }`
    const inner = `{
      "rules": { "chatty-fan-out": "warning" },
      "components": { "Payments": { "replicas": 3 } }
    }`
    expect(settled([inner, outer])).toEqual({
      preset: 'strict',
      rules: {
        'missing-timeout': { severity: 'off' },
        'chatty-fan-out': { severity: 'warning', options: { max: 20 } },
      },
      components: { Payments: { p99: '300ms', replicas: 3 } },
    })
  })

  it('end at a root', () => {
    expect(settled(['{ "root": true }', '{ "preset": "strict" }']).preset).toBe('recommended')
  })
})

describe('settings for some files', () => {
  it.each([
    ['docs/**', 'sketch'],
    ['docs', 'sketch'],
    ['./docs/orders/', 'sketch'],
    ['**/checkout.md', 'sketch'],
    ['*.md', 'strict'],
    ['docs/payments/**', 'strict'],
  ])('%s: %s', (pattern, preset) => {
    const text = `{ "preset": "strict", "files": { "${pattern}": { "preset": "sketch" } } }`
    expect(settled([text]).preset).toBe(preset)
  })

  it('name components by their ids', () => {
    const text = `{ "files": { "docs/**": { "components": { "pay": { "p99": "300ms" } } } } }`
    expect(settled([text]).nodes).toEqual({ pay: { p99: '300ms' } })
    expect(settled([text], 'README.md').nodes).toBeUndefined()
  })

  it.each([
    ['{ "exclude": ["docs/orders"] }', true],
    ['{ "exclude": "**/*.mmd" }', undefined],
    ['{ "include": ["docs"] }', undefined],
    ['{ "include": ["designs/**"] }', true],
    ['{ "include": ["docs"], "exclude": ["**/checkout.md"] }', true],
  ])('leave files alone: %s', (text, excluded) => {
    expect(settled([text]).excluded).toBe(excluded)
  })
})
