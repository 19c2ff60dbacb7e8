// Every text of the editor's surface is there in English and in German, and none is left over.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { untranslated } from '../src/text/translation'

type Texts = Readonly<Record<string, string>>

const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8'))

const english = read('package.nls.json')
const german = read('package.nls.de.json')
const bundle = read('l10n/bundle.l10n.de.json')

/** What `vscode.l10n.t`, a `t` or a `translate` is called with, and messages that such a call gets from a constant. */
const messages = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path))
  .flatMap(path => messagesIn(readFileSync(join('src', path), 'utf8')))

function messagesIn(source: string): string[] {
  const calls = source.matchAll(
    /(?:\bl10n\.t|(?<![\w.])t|(?<![\w.])translate)\(\s*(?:'((?:[^'\\]|\\.)*)'|"([^"\\]*)"|(\w+)\s*[,)])/g,
  )
  const counts = source.matchAll(/\bplural\([^[]*\[\s*'([^']*)',\s*'([^']*)',?\s*\]/g)
  return [
    ...[...calls].flatMap(
      ([, single, double, constant]) => single ?? double ?? constantIn(source, constant ?? ''),
    ),
    ...[...counts].flatMap(([, one = '', several = '']) => [one, several]),
  ]
}

function constantIn(source: string, name: string): string[] {
  const own = new RegExp(`const ${name} =\\s*(?:'([^']*)'|"([^"]*)")`).exec(source)
  if (own) return [own[1] ?? own[2] ?? '']
  const imported = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '\\./([\\w-]+)'`).exec(source)?.[1]
  return imported === undefined
    ? []
    : constantIn(readFileSync(join('src/service/flows', `${imported}.ts`), 'utf8'), name)
}

const placesIn = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort()

/** What has to be the same in every language: commands, addresses, words in code. */
const marksIn = (text: string): string[] =>
  (text.match(/\]\([^)]*\)|`[^`]*`|%%|≈/g) ?? [])
    .filter(mark => !mark.endsWith('.md)') || mark.includes('://'))
    .sort()

describe('package.json', () => {
  const manifest = readFileSync('package.json', 'utf8')
  const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key)

  it.each([
    ['English', english],
    ['German', german],
  ])('has its texts in %s, and no others', (_, texts) => {
    expect(Object.keys(texts).sort()).toEqual([...new Set(used)].sort())
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('says nothing to people outside of them', () => {
    const { commands, configuration, walkthroughs } = JSON.parse(manifest).contributes
    const { 'arrowsmith.rules': _, ...settings } = configuration.properties
    const told = JSON.stringify([commands, settings, walkthroughs])
    const texts = [...told.matchAll(/"(?:title|description|markdownDescription|userDescription)":"([^"]*)"/g)]
    expect(texts.length).toBeGreaterThan(25)
    expect(texts.map(([, text]) => text).filter(text => !/^%.*%$/.test(text ?? ''))).toEqual([])
  })

  it.each(Object.keys(english))('%s keeps commands, addresses and code in German', key => {
    expect(marksIn(german[key] ?? '')).toEqual(marksIn(english[key] ?? ''))
  })
})

describe('the messages of the extension', () => {
  it('are all found', () => expect(messages.length).toBeGreaterThan(35))

  it('are all there in German, and none besides', () => {
    expect([...new Set(messages)].sort()).toEqual(Object.keys(bundle).sort())
  })

  it.each(Object.entries(bundle))('"%s" has its values in German too', (message, translated) => {
    expect(placesIn(translated)).toEqual(placesIn(message))
    expect(/[.…]$/.exec(translated)?.[0]).toBe(/[.…]$/.exec(message)?.[0])
    expect(translated).not.toMatch(/"|'|\bMail\b|ae|oe|ß{2}/)
  })

  it('are shown to nobody without being looked up', () => {
    const shown =
      /show(?:Information|Warning|Error)Message\(\s*[`'"]|setStatusBarMessage\(\s*[`'"]|placeHolder: ['`]|throw new Error\(['`]/
    const paths = readdirSync('src/adapters/vscode', { recursive: true, encoding: 'utf8' })
    const sources = paths.filter(path => path.endsWith('.ts')).map(path => join('src/adapters/vscode', path))
    expect(sources.filter(path => shown.test(readFileSync(path, 'utf8')))).toEqual([])
  })
})

it('values go to the places of a message', () => {
  expect(untranslated('{0} of {1} goals missed', 1, 2)).toBe('1 of 2 goals missed')
  expect(untranslated('{1}, then {0}', 'b')).toBe('{1}, then b')
})
