// The configuration file: what is read, and what is said about the rest.

import { describe, expect, it } from 'vitest'
import { readConfiguration } from '../../src/service'

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
    expect(read(text)).toEqual({
      root: true,
      problems: [],
      configuration: {
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
      /^"eror" is none of "off", .*Did you mean "error"\?$/,
    ],
    ['{ "preset": "relaxed" }', '"relaxed"', /^"relaxed" is none of "sketch", "recommended", "strict"\.$/],
    [
      '{ "rules": { "unlabeled-arrow": { "options": { "max": 3 } } } }',
      '"max"',
      'There is no option of unlabeled-arrow called "max".',
    ],
    ['{ "rules": [] }', '[]', '"rules" has to hold an object: { "missing-timeout": "off" }.'],
  ])('%s', (text, place, message) => {
    expect(complaints(text)).toEqual([
      [place, typeof message === 'string' ? message : expect.stringMatching(message)],
    ])
  })

  it('falls back to the defaults where it cannot be read', () => {
    expect(read('{ "preset": ').configuration).toEqual({ preset: 'recommended', rules: {} })
    expect(read('{ "preset": ').problems.length).toBeGreaterThan(0)
  })
})
