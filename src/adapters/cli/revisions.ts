// The versions that `diff` compares: two files, or what Git has of files at two revisions.

import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { shownPath } from '../disk/documents'
import { type Failure, failed, failure } from '../disk/failure'
import { decodeSource, readSource, type SourceFile } from '../disk/files'
import { contentsOf, filesAt, treeOf } from './git'

export interface Versions {
  readonly path: string
  /** Undefined where the file did not exist. */
  readonly before?: SourceFile
  readonly after?: SourceFile
}

/** `OLD NEW` as two files (or `revision:path`), or as two revisions of what `paths` name at either of them. */
export async function versionsOf(
  old: string,
  now: string,
  paths: readonly string[],
): Promise<Versions[] | Failure> {
  if (paths.length === 0) {
    const before = await readVersion(old)
    if (failed(before)) return before
    const after = await readVersion(now)
    return failed(after) ? after : [{ path: after.path, before, after }]
  }
  const versions = new Map<string, Versions>()
  for (const path of paths) {
    const before = await readRevision(old, path)
    if (failed(before)) return before
    const after = await readRevision(now, path)
    if (failed(after)) return after
    if (!before.exists && !after.exists)
      return failure(`${path}: no such file or folder, neither at ${old} nor at ${now}`)
    for (const found of [...new Set([...before.sources.keys(), ...after.sources.keys()])].sort())
      if (!versions.has(found)) versions.set(found, pairOf(found, before, after))
  }
  return [...versions.values()]
}

async function readVersion(name: string): Promise<SourceFile | Failure> {
  if (existsSync(name)) return readSource(name)
  const [revision = '', path] = name.split(/:(.*)/s)
  if (!path)
    return failure(
      `${name}: no such file; to compare revisions, name files or folders too: arrowsmith diff OLD NEW docs`,
    )
  const stored = await readRevision(revision, path)
  if (failed(stored)) return stored
  const named = [...stored.sources.values()].find(({ walked }) => !walked)
  return named ?? failure(`${name}: ${stored.exists ? 'is a folder, not a file' : 'no such file'}`)
}

/** What a path names at a revision. */
interface Stored {
  readonly exists: boolean
  /** By path; the documents below it where it names a folder. */
  readonly sources: ReadonlyMap<string, SourceFile>
}

function pairOf(path: string, old: Stored, now: Stored): Versions {
  const [before, after] = [old.sources.get(path), now.sources.get(path)]
  return { path, ...(before && { before }), ...(after && { after }) }
}

async function readRevision(revision: string, path: string): Promise<Stored | Failure> {
  const { folder, name, isWanted } = await placeOf(path)
  const tree = await treeOf(revision, folder)
  if (failed(tree)) return tree
  const files = await filesAt(tree, name, folder)
  if (failed(files)) return files
  const wanted = files.filter(file => file.path === name || isWanted(file.path))
  const contents = await contentsOf(
    wanted.map(({ blob }) => blob),
    folder,
  )
  if (failed(contents)) return contents
  const sources = new Map<string, SourceFile>()
  for (const file of wanted) {
    const shown = shownPath(join(folder, file.path))
    const source = decodeSource(contents.get(file.blob) ?? Buffer.of(), `${revision}:${shown}`, shown)
    if (failed(source)) return source
    sources.set(shown, { ...source, path: shown, ...(file.path !== name && { walked: true }) })
  }
  return { exists: files.length > 0, sources }
}

/** Where Git is asked, in a folder that exists, and for what; a path may exist at one of the revisions only. */
async function placeOf(path: string) {
  const { globOf, isWithinReach, slashed } = await import('../disk/walk')
  const glob = existsSync(path) ? undefined : await globOf(path)
  const top = glob?.folder ?? path
  const folder = [top, dirname(top)].find(isFolder) ?? '.'
  return {
    folder,
    name: slashed(relative(folder, top)) || '.',
    isWanted: (found: string) => isWithinReach(found) && (glob?.matches(join(folder, found)) ?? true),
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
