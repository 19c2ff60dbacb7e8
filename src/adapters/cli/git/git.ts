// What Git has of files at a revision. Every path is relative to the folder that Git is asked in.

import { execFile } from 'node:child_process'
import { type FileFailure, failed, failure, reasonOf } from '../../disk/failure'

export interface StoredFile {
  /** With `/`. */
  readonly path: string
  /** Git's name of its content: equal contents have equal names. */
  readonly blob: string
}

/** Git's name of all that a revision holds. */
export async function treeOf(revision: string, folder: string): Promise<string | FileFailure> {
  // A revision that starts with a dash would be read as an option.
  if (revision.startsWith('-')) return failure(`'${revision}' is not a revision`)
  const answer = await git(['rev-parse', '--verify', '--quiet', `${revision}^{tree}`], folder)
  if (!failed(answer)) return answer.toString().trim()
  return answer.failure === ''
    ? failure(`unknown revision '${revision}': Git has no such branch, tag or commit here`)
    : answer
}

/** The files (no links, no submodules) that a path names in a tree: itself, or all below it. */
export async function filesAt(
  tree: string,
  path: string,
  folder: string,
): Promise<StoredFile[] | FileFailure> {
  const answer = await git(['ls-tree', '-r', '-z', tree, `./${path}`], folder)
  if (failed(answer)) return answer
  return Array.from(
    answer.toString().matchAll(/100\d{3} blob (\w+)\t([^\0]+)\0/g),
    ([, blob = '', found = '']) => ({ path: found, blob }),
  )
}

/** What files below a path were called in the old tree that have another name in the new one and most of their text still. */
export async function renamesBetween(
  trees: { readonly old: string; readonly now: string },
  path: string,
  folder: string,
): Promise<ReadonlyMap<string, string> | FileFailure> {
  const options = ['-r', '-z', '--find-renames', '--diff-filter=R', '--name-status', '--relative']
  const answer = await git(['diff-tree', ...options, trees.old, trees.now, '--', `./${path}`], folder)
  if (failed(answer)) return answer
  return new Map(
    Array.from(answer.toString().matchAll(/R\d+\0([^\0]+)\0([^\0]+)\0/g), ([, old = '', now = '']) => [
      now,
      old,
    ]),
  )
}

/** The contents of blobs by their names, all in one go. */
export async function contentsOf(
  blobs: readonly string[],
  folder: string,
): Promise<ReadonlyMap<string, Buffer> | FileFailure> {
  const names = [...new Set(blobs)]
  const answer = await git(['cat-file', '--batch'], folder, names.map(name => `${name}\n`).join(''))
  if (failed(answer)) return answer
  const contents = new Map<string, Buffer>()
  let at = 0
  for (const name of names) {
    // `<name> blob <size>`, the content, a line feed.
    const start = answer.indexOf('\n', at) + 1
    const end = start + Number(answer.toString('latin1', at, start).split(' ')[2])
    contents.set(name, answer.subarray(start, end))
    at = end + 1
  }
  return contents
}

/** Where the working directory's branch left a revision; the revision itself where Git has no common ancestor. */
export async function mergeBase(revision: string, folder: string): Promise<string | FileFailure> {
  const tree = await treeOf(revision, folder)
  if (failed(tree)) return tree
  const answer = await git(['merge-base', revision, 'HEAD'], folder)
  return failed(answer) ? revision : answer.toString().trim()
}

/** What the working directory has changed since a revision, as a patch without context. */
export async function changesSince(revision: string, folder: string): Promise<string | FileFailure> {
  const words = [
    'diff',
    '--unified=0',
    '--no-color',
    '--no-ext-diff',
    '--find-renames',
    '--src-prefix=a/',
    '--dst-prefix=b/',
  ]
  const answer = await git(['-c', 'core.quotePath=false', ...words, revision, '--'], folder)
  return failed(answer) ? answer : answer.toString()
}

/** The files that Git neither knows nor ignores. */
export async function untrackedFiles(folder: string): Promise<readonly string[] | FileFailure> {
  const answer = await git(['ls-files', '--others', '--exclude-standard', '-z'], folder)
  return failed(answer)
    ? answer
    : answer
        .toString()
        .split('\0')
        .filter(path => path !== '')
}

/** What Git prints; its own first sentence if it refuses, which is empty where it was told to be quiet. */
function git(words: readonly string[], cwd: string, input = ''): Promise<Buffer | FileFailure> {
  return new Promise(resolve => {
    const options = { cwd, encoding: 'buffer' as const, maxBuffer: 2 ** 30 }
    const child = execFile('git', words, options, (error, stdout, stderr) => {
      if (!error) resolve(stdout)
      else if (error.code === 'ENOENT') resolve(failure('git is needed to compare revisions'))
      else if (typeof error.code !== 'number') resolve(failure(reasonOf(error)))
      else resolve(failure(firstLine(stderr.toString())))
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

const firstLine = (text: string): string =>
  text
    .trim()
    .split('\n', 1)[0]
    ?.replace(/^fatal: /, '') ?? ''
