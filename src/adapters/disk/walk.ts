// Folders and globs: the documents in them, as Git sees them (`.gitignore` respected), in a stable order.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { isGlob, matcherOf, plainFolder } from '../../text/glob'
import { isDocument, shownPath } from './documents'
import { type FileFailure, failed, failure, reasonOf } from './failure'

const skipped = new Set(['node_modules', '.git', '.hg', '.svn', 'dist'])

interface Rules {
  readonly folder: string
  readonly ignore: Ignore
}

interface Repository {
  /** As its configuration says of the file system it lies on. */
  readonly ignoreCase: boolean
  readonly rules: readonly Rules[]
}

type Found = (string | FileFailure)[]

/** Every document under a folder, sorted by name, depth first, and the folders that can't be read. Links are not followed. */
export function walk(folder: string, wanted: (path: string) => boolean = isDocument): Found {
  return walkUnder(folder, repositoryAround(folder), wanted)
}

/** Whether a folder is left out by its name, wherever it lies. */
export const isNeverEntered = (path: string): boolean => skipped.has(basename(path))

/** Whether a walk from a folder would come to this document below it, were it there; `.gitignore` is not asked. */
export const isWithinReach = (path: string, wanted = isDocument): boolean =>
  wanted(path) && !path.split('/').some(name => skipped.has(name))

/** The documents that a glob matches, and other files where it names their extension; none if `pattern` holds no wildcard. */
export function expandGlob(pattern: string, wanted: (path: string) => boolean = isDocument): Found {
  const glob = globOf(pattern)
  if (!glob || !existsSync(glob.folder)) return []
  const namesExtension = /\.[^.*?/]+$/.test(slashed(pattern))
  return walk(glob.folder, path => (namesExtension || wanted(path)) && glob.matches(path))
}

export interface Glob {
  /** Where its wildcards begin. */
  readonly folder: string
  readonly matches: (path: string) => boolean
}

/** Undefined if `pattern` holds no wildcard. */
export function globOf(pattern: string): Glob | undefined {
  const written = slashed(pattern)
  if (!isGlob(written)) return undefined
  const plain = plainFolder(written)
  const folder = plain || '.'
  const matches = matcherOf(written.slice(plain.length).replace(/^\//, ''))
  return { folder, matches: path => matches(slashed(relative(folder, path))) }
}

function walkUnder(
  folder: string,
  { rules: above, ignoreCase }: Repository,
  wanted: (path: string) => boolean,
): Found {
  const entries = entriesOf(folder)
  if (failed(entries)) return [entries]
  const hasRules = entries.some(({ name }) => name === '.gitignore')
  const rules = hasRules ? [...above, rulesIn(folder, ignoreCase)] : above
  const isIgnored = ignoredIn(folder, rules)
  return entries.flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return skipped.has(entry.name) || isIgnored(`${entry.name}/`)
        ? []
        : walkUnder(path, { rules, ignoreCase }, wanted)
    }
    return entry.isFile() && wanted(path) && !isIgnored(entry.name) ? [path] : []
  })
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    return failure(`${shownPath(folder)}: can't be read: ${reasonOf(error)}`)
  }
}

/** What a repository leaves out above a folder; nothing outside a repository. */
function repositoryAround(folder: string): Repository {
  const below: string[] = []
  for (let at = resolve(folder); ; at = dirname(at)) {
    const gitFolder = gitFolderIn(at)
    if (gitFolder !== undefined) {
      const ignoreCase = /^[ \t]*ignorecase[ \t]*=[ \t]*true\b/im.test(textOf(join(gitFolder, 'config')))
      const excluded = rulesOf(at, textOf(join(gitFolder, 'info/exclude')), ignoreCase)
      const above = [...(at === resolve(folder) ? [] : [at]), ...below].map(each => rulesIn(each, ignoreCase))
      return { ignoreCase, rules: [excluded, ...above] }
    }
    if (dirname(at) === at) return { ignoreCase: false, rules: [] }
    if (at !== resolve(folder)) below.unshift(at)
  }
}

/** Where Git keeps what belongs to the repository: `.git`, or what that file points to in a worktree. */
function gitFolderIn(folder: string): string | undefined {
  const place = join(folder, '.git')
  const stats = statSync(place, { throwIfNoEntry: false })
  if (!stats || stats.isDirectory()) return stats && place
  const own = resolve(folder, /^gitdir: (.+)/.exec(textOf(place))?.[1]?.trim() ?? place)
  return resolve(own, textOf(join(own, 'commondir')).trim())
}

const rulesIn = (folder: string, ignoreCase: boolean): Rules =>
  rulesOf(folder, textOf(join(folder, '.gitignore')), ignoreCase)

const rulesOf = (folder: string, text: string, ignoreCase: boolean): Rules => ({
  folder: resolve(folder),
  ignore: ignore({ allowRelativePaths: false, ignorecase: ignoreCase }).add(text),
})

/** '' where there is no such file, or it can't be read: then it leaves nothing out. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Whether a folder's entry is left out, by its name with `/` if it is a folder. Later rules win, as in Git. */
function ignoredIn(place: string, rules: readonly Rules[]): (name: string) => boolean {
  const placed = rules.map(({ folder, ignore }) => {
    const below = slashed(relative(folder, resolve(place)))
    return { ignore, below: below === '' ? '' : `${below}/` }
  })
  return name =>
    placed.reduce((verdict, { ignore, below }) => {
      const result = ignore.test(below + name)
      return result.ignored || (verdict && !result.unignored)
    }, false)
}

/** With `/`, as Git and globs want it. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
