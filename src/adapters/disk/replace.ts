// Gives a file another content, all of it or nothing, and only if nobody else has changed it meanwhile.

import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { shownPath } from './documents'
import { type FileFailure, failure, reasonOf } from './failure'

export interface Replacement {
  /** What the file must still hold; with other content it stays as it is. */
  readonly old: Buffer
  readonly renewed: Buffer
}

/**
 * The new content is written beside the file, to the disk, and takes its place in one step: no full disk, no crash and
 * no reader ever meets half of it. Links to the file keep leading to it; its mode and owner stay.
 */
export function replaceFile(path: string, { old, renewed }: Replacement): FileFailure | undefined {
  // A limit on the size of files is an error like a full disk then, not the end.
  const survive = () => {}
  process.on('SIGXFSZ', survive)
  try {
    const target = realpathSync(path)
    const stats = statSync(target)
    if (!stats.isFile()) return failure(`${shownPath(path)}: can't be written: it is not a regular file`)
    accessSync(target, constants.W_OK)
    // Asked last, so that little time is left for others to change it.
    const isUnchanged = () => readFileSync(target).equals(old)
    if (isUnchanged() && writeBeside({ target, renewed, stats }, isUnchanged)) return undefined
    // The same file by another name has been written already.
    return readFileSync(target).equals(renewed) ? undefined : changedMeanwhile(path)
  } catch (error) {
    return failure(`${shownPath(path)}: can't be written: ${reasonOf(error)}`)
  } finally {
    process.off('SIGXFSZ', survive)
  }
}

const changedMeanwhile = (path: string): FileFailure =>
  failure(`${shownPath(path)}: not changed, because it was modified since it was read; run the command again`)

interface Beside {
  readonly target: string
  readonly renewed: Buffer
  readonly stats: Stats
}

/** Whether the file has been replaced; not if `stillWanted` says no when all is written. */
function writeBeside({ target, renewed, stats }: Beside, stillWanted: () => boolean): boolean {
  const beside = join(dirname(target), `.arrowsmith-${process.pid}-${Date.now()}.tmp`)
  const mode = stats.mode & 0o7777
  const file = openSync(beside, 'wx', mode)
  try {
    try {
      writeFileSync(file, renewed)
      keepOwner(file, stats)
      fchmodSync(file, mode)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    if (!stillWanted()) return false
    renameSync(beside, target)
    return true
  } finally {
    // Nothing is there any more after the renaming.
    rmSync(beside, { force: true })
  }
}

/** Only root can give a file to somebody else. */
function keepOwner(file: number, { uid, gid }: Stats): void {
  const user = process.geteuid?.()
  if (uid === user && gid === process.getegid?.()) return
  try {
    fchownSync(file, user === 0 ? uid : -1, gid)
  } catch {
    // A colleague's file in a shared folder becomes that of who writes it.
  }
}
