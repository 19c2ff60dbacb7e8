// Where a repository begins: code hosts and CI servers take paths from there, wherever the command runs.

import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** A path from the root of the repository that the file is in, with `/`; from the working directory where there is no
 * repository, and absolute where the file is outside of that too. */
export function pathFromRepository(path: string): string {
  const found = known.get(path) ?? foundFromRepository(path)
  known.set(path, found)
  return found
}

/** A report asks for every place in a file. */
const known = new Map<string, string>()

function foundFromRepository(path: string): string {
  const place = join(real(dirname(resolve(path))), basename(path))
  const root = rootAbove(dirname(place)) ?? process.cwd()
  return (isBelow(root, place) ? relative(root, place) : place).split(sep).join('/')
}

/** The folder that a CI server has checked out into counts as a root, with `.git` or not; within it, that of a submodule
 * does not. */
function rootAbove(folder: string): string | undefined {
  const { GITHUB_WORKSPACE } = process.env
  const workspace = GITHUB_WORKSPACE && real(GITHUB_WORKSPACE)
  const within = workspace && isBelow(workspace, folder) ? workspace : undefined
  if (within && existsSync(join(within, '.git'))) return within
  const nearest = nearestRepository(folder)
  return within && (!nearest || !isBelow(within, nearest)) ? within : nearest
}

/** The root of the repository that a folder is in. */
export const repositoryAround = (folder: string): string | undefined => nearestRepository(real(folder))

function nearestRepository(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : nearestRepository(parent)
}

function isBelow(folder: string, path: string): boolean {
  const below = relative(folder, path)
  return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below)
}

/** Without links, where there is such a folder. */
function real(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return resolve(folder)
  }
}
