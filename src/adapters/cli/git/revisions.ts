// The versions that `diff` compares: two files, or what Git has of files at two revisions.

import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { shownPath } from '../../disk/documents'
import { type FileFailure, failed, failure } from '../../disk/failure'
import { decodeSource, readSource, type SourceFile } from '../../disk/files'
import { contentsOf, filesAt, renamesBetween, treeOf } from './git'

export interface Versions {
  readonly path: string
  /** Where the file was before it got its name. */
  readonly renamedFrom?: string
  /** Undefined where the file did not exist. */
  readonly before?: SourceFile
  readonly after?: SourceFile
}

/** A file that is no text at one of the revisions. */
export interface Undecodable extends FileFailure {
  readonly path: string
  /** Found in a folder or by a glob, not named. */
  readonly walked: boolean
}

export interface FoundVersions {
  readonly versions: readonly Versions[]
  readonly undecodable: readonly Undecodable[]
}

/** `OLD NEW` as two files (or `revision:path`), or as two revisions of what `paths` name at either of them, of which folders are searched for some. */
export async function fileVersions(
  old: string,
  now: string,
  paths: readonly string[],
  searchedFor: (path: string) => boolean,
): Promise<FoundVersions | FileFailure> {
  if (paths.length === 0) {
    const before = await readVersion(old, searchedFor)
    if (failed(before)) return before
    const after = await readVersion(now, searchedFor)
    return failed(after) ? after : { versions: [{ path: after.path, before, after }], undecodable: [] }
  }
  const versions = new Map<string, Versions>()
  const undecodable = new Map<string, Undecodable>()
  for (const path of paths) {
    const place = await placeOf(path, searchedFor)
    const found = await versionsAt(old, now, place)
    if (failed(found)) return found
    for (const each of found.versions) if (!versions.has(each.path)) versions.set(each.path, each)
    for (const each of found.undecodable) undecodable.set(each.path, each)
  }
  return { versions: [...versions.values()], undecodable: [...undecodable.values()] }
}

/** Two revisions of what a path names. */
async function versionsAt(old: string, now: string, place: GitPlace): Promise<FoundVersions | FileFailure> {
  const before = await readRevision(old, place)
  if (failed(before)) return before
  const after = await readRevision(now, place)
  if (failed(after)) return after
  if (!before.exists && !after.exists)
    return failure(`${place.path}: no such file or folder, neither at ${old} nor at ${now}`)
  const renames = await renamesBetween({ old: before.tree, now: after.tree }, place.name, place.folder)
  if (failed(renames)) return renames
  const shown = (path: string) => shownPath(join(place.folder, path))
  const oldNames = new Map([...renames].map(([name, oldName]) => [shown(name), shown(oldName)]))
  const undecodable = [...new Map([...before.undecodable, ...after.undecodable]).values()]
  return { versions: paired(before, after, oldNames), undecodable }
}

/** Both versions of each file, under its new name; without those that are no text. */
function paired(before: Stored, after: Stored, oldNames: ReadonlyMap<string, string>): Versions[] {
  const renamed = new Set<string>()
  const versions: Versions[] = []
  const add = (path: string, oldName = path) => {
    const [old, now] = [before.sources.get(oldName), after.sources.get(path)]
    const renamedFrom = old && oldName !== path ? oldName : undefined
    if (renamedFrom) renamed.add(renamedFrom)
    if ([path, oldName].some(name => before.undecodable.has(name) || after.undecodable.has(name))) return
    versions.push({
      path,
      ...(renamedFrom && { renamedFrom }),
      ...(old && { before: old }),
      ...(now && { after: now }),
    })
  }
  for (const path of [...after.sources.keys(), ...after.undecodable.keys()]) add(path, oldNames.get(path))
  for (const path of before.sources.keys()) if (!after.sources.has(path) && !renamed.has(path)) add(path)
  return versions.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function readVersion(
  name: string,
  searchedFor: (path: string) => boolean,
): Promise<SourceFile | FileFailure> {
  if (existsSync(name)) return readSource(name)
  const [revision = '', path] = name.split(/:(.*)/s)
  if (!path)
    return failure(
      `${name}: no such file; to compare revisions, name files or folders too: arrowsmith diff OLD NEW docs`,
    )
  const stored = await readRevision(revision, await placeOf(path, searchedFor))
  if (failed(stored)) return stored
  const [unusable] = stored.undecodable.values()
  const named = [...stored.sources.values()].find(({ walked }) => !walked)
  if (named) return named
  if (unusable && !unusable.walked) return unusable
  return failure(`${name}: ${stored.exists ? 'is a folder, not a file' : 'no such file'}`)
}

/** What a path names at a revision. */
interface Stored {
  readonly tree: string
  readonly exists: boolean
  /** By path; the documents below it where it names a folder. */
  readonly sources: ReadonlyMap<string, SourceFile>
  readonly undecodable: ReadonlyMap<string, Undecodable>
}

async function readRevision(
  revision: string,
  { folder, name, isWanted }: GitPlace,
): Promise<Stored | FileFailure> {
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
  const undecodable = new Map<string, Undecodable>()
  for (const file of wanted) {
    const shown = shownPath(join(folder, file.path))
    const walked = file.path !== name
    const source = decodeSource(contents.get(file.blob) ?? Buffer.of(), `${revision}:${shown}`, shown)
    if (failed(source)) undecodable.set(shown, { ...source, path: shown, walked })
    else sources.set(shown, { ...source, path: shown, ...(walked && { walked }) })
  }
  return { tree, exists: files.length > 0, sources, undecodable }
}

interface GitPlace {
  /** As it was named. */
  readonly path: string
  readonly folder: string
  /** Relative to the folder. */
  readonly name: string
  readonly isWanted: (found: string) => boolean
}

/** Where Git is asked, in a folder that exists, and for what; a path may exist at one of the revisions only. */
async function placeOf(path: string, searchedFor: (path: string) => boolean): Promise<GitPlace> {
  const { globOf, isWithinReach, slashed } = await import('../../disk/walk')
  const glob = existsSync(path) ? undefined : globOf(path)
  const top = glob?.folder ?? path
  const folder = [top, dirname(top)].find(isFolder) ?? '.'
  return {
    path,
    folder,
    name: slashed(relative(folder, top)) || '.',
    isWanted: (found: string) =>
      isWithinReach(found, each => searchedFor(shownPath(join(folder, each)))) &&
      (glob?.matches(join(folder, found)) ?? true),
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
