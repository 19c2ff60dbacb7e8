// Where `lint` writes its findings: standard output, files, or both at once.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { shownPath } from '../../disk/documents'
import { type FileFailure, failure, reasonOf } from '../../disk/failure'
import { printableLines } from '../printable'
import { type Format, formats, isFormat } from '../reporters/formats'

/** A report in a format, in a file or on standard output. */
export interface Destination {
  readonly format: Format
  readonly file?: string
}

/**
 * What `--format` and `--output-file` ask for, standard output first. `FILE` takes what standard output would get;
 * `FORMAT=FILE` comes besides. A format that nobody knows makes the word a file's name.
 */
export function destinations(format: Format, outputs: readonly string[]): readonly Destination[] {
  const files = outputs.map(word => {
    const [named, rest] = word.split(/=(.*)/s)
    return isFormat(named) && rest ? { format: named, file: rest } : { format, file: word, isMain: true }
  })
  const main = files.some(file => 'isMain' in file) ? [] : [{ format }]
  return [...main, ...files.map(({ format, file }) => ({ format, file }))]
}

/** What is wrong with a value of `--output-file`, if anything: a format without a file, or nearly a format's name. */
export async function mistakeIn(word: string): Promise<string | undefined> {
  const [named = '', rest] = word.split(/=(.*)/s)
  if (rest === undefined) return undefined
  if (isFormat(named)) return rest === '' ? `${word} needs a file: ${named}=FILE` : undefined
  const { didYouMean } = await import('../suggest')
  const meant = didYouMean(named, formats)
  return meant === '' ? undefined : `unknown format '${named}'${meant}`
}

/** Writes a report, its folders included; gives what went wrong, if anything did. */
export function writeReport(file: string, text: string): FileFailure | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, printableLines(text === '' || text.endsWith('\n') ? text : `${text}\n`))
    return undefined
  } catch (error) {
    return failure(`${shownPath(file)}: can't be written: ${reasonOf(error)}`)
  }
}
