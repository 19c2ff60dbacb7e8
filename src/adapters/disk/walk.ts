// Folders and globs: the documents in them, as Git sees them (`.gitignore` respected), in a stable order.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { isDocument, shownPath } from './documents'
import { type Failure, failed, failure, reasonOf } from './failure'

const skipped = new Set(['node_modules', '.git', '.hg', '.svn', 'dist'])

interface Rules {
  readonly folder: string
  readonly ignore: Ignore
}

type Found = (string | Failure)[]

/** Every document under a folder, sorted by name, depth first, and the folders that can't be read. Links are not followed. */
export function walk(folder: string, wanted: (path: string) => boolean = isDocument): Found {
  return walkUnder(folder, rulesAbove(folder), wanted)
}

/** Whether a walk from a folder would come to this document below it, were it there; `.gitignore` is not asked. */
export const isWithinReach = (path: string): boolean =>
  isDocument(path) && !path.split('/').some(name => skipped.has(name))

/** The files that a glob matches; none if `pattern` holds no wildcard. */
export async function expandGlob(pattern: string): Promise<Found> {
  const glob = await globOf(pattern)
  return glob && existsSync(glob.folder) ? walk(glob.folder, glob.matches) : []
}

export interface Glob {
  /** Where its wildcards begin. */
  readonly folder: string
  readonly matches: (path: string) => boolean
}

/** Undefined if `pattern` holds no wildcard. */
export async function globOf(pattern: string): Promise<Glob | undefined> {
  const { default: picomatch } = await import('picomatch')
  const { base, isGlob } = picomatch.scan(slashed(pattern))
  if (!isGlob) return undefined
  const matches = picomatch(slashed(resolve(pattern)), { dot: true })
  return { folder: base || '.', matches: path => matches(slashed(resolve(path))) }
}

function walkUnder(folder: string, above: readonly Rules[], wanted: (path: string) => boolean): Found {
  const entries = entriesOf(folder)
  if (failed(entries)) return [entries]
  const rules = entries.some(({ name }) => name === '.gitignore') ? [...above, rulesIn(folder)] : above
  return entries.flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return skipped.has(entry.name) || ignored(path, true, rules) ? [] : walkUnder(path, rules, wanted)
    }
    return entry.isFile() && wanted(path) && !ignored(path, false, rules) ? [path] : []
  })
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    return failure(`${shownPath(folder)}: can't be read: ${reasonOf(error)}`)
  }
}

/** The `.gitignore` files between the repository's root and `folder`, outermost first; none outside a repository. */
function rulesAbove(folder: string): Rules[] {
  const rules: Rules[] = []
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (at !== resolve(folder) && existsSync(join(at, '.gitignore'))) rules.unshift(rulesIn(at))
    if (existsSync(join(at, '.git'))) return rules
    if (dirname(at) === at) return []
  }
}

function rulesIn(folder: string): Rules {
  const rules = ignore({ allowRelativePaths: false })
  try {
    rules.add(readFileSync(join(folder, '.gitignore'), 'utf8'))
  } catch {
    return { folder: resolve(folder), ignore: rules }
  }
  return { folder: resolve(folder), ignore: rules }
}

/** Later rules win, as in Git. */
function ignored(path: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  return rules.reduce((verdict, { folder, ignore }) => {
    const result = ignore.test(slashed(relative(folder, resolve(path))) + (isFolder ? '/' : ''))
    return result.ignored || (verdict && !result.unignored)
  }, false)
}

/** With `/`, as Git and globs want it. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
