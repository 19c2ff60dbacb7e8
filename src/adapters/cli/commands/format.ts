// `arrowsmith format`: lays out the diagrams of files, and leaves everything around them alone.

import { createTwoFilesPatch } from 'diff'
import { formatEdits } from '../../../service'
import { applyEdits } from '../../../text/edit'
import { writeSource } from '../../disk/files'
import { type AnalysisOption, type AnalyzedFile, analysisOptions, analyzing } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import { complain, say, sayExactly } from '../output'
import { printable } from '../printable'

type FormatOption = AnalysisOption | 'check' | 'diff'

interface FormattedFile {
  readonly file: AnalyzedFile
  readonly text: string
  readonly isNew: boolean
}

export const command = defineCommand<FormatOption>({
  name: 'format',
  usage: 'arrowsmith format [paths…] [options]',
  summary:
    'Formats the text of diagrams: indentation, spaces, one statement per line. The drawing stays the same.',
  details: `Files are changed unless --check or --diff is given; formatted standard input is printed. In Markdown and other
documents only the diagrams are changed. Diagrams with syntax errors are left as they are.`,
  operands: true,
  findings: 'with --check, a diagram that is not formatted',
  options: {
    check: { description: 'write nothing; exit 1 if a file would change' },
    diff: { description: 'write nothing; show what would change' },
    ...analysisOptions,
  },
  run: given =>
    analyzing(given, {
      each: (file): FormattedFile => {
        const text = applyEdits(file.snapshot.source, formatEdits(file.snapshot))
        return { file, text, isNew: text !== file.snapshot.source }
      },
      all: files => conclude(files, given),
    }),
})

function conclude(files: readonly FormattedFile[], given: Arguments<FormatOption>): number {
  const changed = files.filter(({ isNew }) => isNew)
  if (given.has('diff')) for (const each of changed) say(differences(each))
  if (given.has('check')) {
    if (!given.has('diff')) for (const { file } of changed) say(`${file.source.path}: is not formatted`)
    return changed.length > 0 ? exit.findings : exit.ok
  }
  return given.has('diff') ? exit.ok : write(files)
}

/** Standard input has no place to be written to: its text is the output, changed or not. */
function write(files: readonly FormattedFile[]): number {
  const failures = files.flatMap(({ file: { source }, text, isNew }) => {
    if (source.place === undefined) {
      sayExactly(source.marked ? `\ufeff${text}` : text)
      return []
    }
    const failure = isNew ? writeSource(source, text)?.failure : undefined
    if (isNew && failure === undefined) say(`formatted ${source.path}`)
    return failure ?? []
  })
  for (const sentence of failures) complain(sentence)
  return failures.length > 0 ? exit.unusable : exit.ok
}

const differences = ({ file: { source }, text }: FormattedFile): string =>
  createTwoFilesPatch(source.path, source.path, source.text, text, '', '', { context: 2 })
    .split('\n')
    .slice(1)
    .map(printable)
    .join('\n')
