// The user's cache folder: what is kept between runs lies there, where only who runs the program can write.

import { statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

/** Undefined where the user has no such folder. */
export function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env
  const below = process.platform === 'darwin' ? 'Library/Caches' : '.cache'
  const usual = process.platform === 'win32' ? LOCALAPPDATA : HOME && join(HOME, below)
  const caches = [XDG_CACHE_HOME, usual].find(path => path && isAbsolute(path))
  return caches && join(caches, 'arrowsmith')
}

/** When a file was written last, in milliseconds; throws where it isn't there or another user has written it. */
export function writtenByUser(path: string): number {
  const { mtimeMs, uid } = statSync(path)
  if (process.geteuid && uid !== process.geteuid()) throw new Error(`${path} belongs to another user`)
  return mtimeMs
}
