// The two versions that `diff` compares: files, or what Git has of them at a revision.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { promisify } from 'node:util'
import { type Failure, failed, failure } from '../disk/failure'
import { decodeSource, readSource, type SourceFile } from '../disk/files'

export interface Versions {
  readonly path: string
  /** Undefined where the file did not exist. */
  readonly before?: SourceFile
  readonly after?: SourceFile
}

/** `OLD NEW` as two files (or `revision:path`), or as two revisions of each of `paths`. */
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
  const versions: Versions[] = []
  for (const path of paths) {
    const before = await readRevision(old, path)
    const after = await readRevision(now, path)
    if (failed(before) && failed(after)) return before
    versions.push({ path, ...(!failed(before) && { before }), ...(!failed(after) && { after }) })
  }
  return versions
}

async function readVersion(name: string): Promise<SourceFile | Failure> {
  if (existsSync(name)) return readSource(name)
  const [revision = '', path] = name.split(/:(.*)/s)
  if (path) return await readRevision(revision, path)
  return failure(
    `${name}: no such file; to compare revisions, name a file too: arrowsmith diff OLD NEW design.md`,
  )
}

async function readRevision(revision: string, path: string): Promise<SourceFile | Failure> {
  // A revision that starts with a dash would be read as an option.
  if (revision.startsWith('-')) return failure(`'${revision}' is no revision`)
  const folder = dirname(path)
  const cwd = existsSync(folder) ? folder : '.'
  const object = cwd === '.' ? `${revision}:./${path}` : `${revision}:./${path.slice(folder.length + 1)}`
  try {
    const { stdout } = await promisify(execFile)('git', ['show', object], {
      cwd,
      encoding: 'buffer',
      maxBuffer: 2 ** 28,
    })
    return decodeSource(stdout, `${revision}:${path}`, `file${extname(path)}`)
  } catch (error) {
    return failure(gitProblem(error, `${revision}:${path}`))
  }
}

function gitProblem(error: unknown, object: string): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return 'git is needed to compare revisions'
  const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  return `${object}: ${
    words
      .trim()
      .split('\n')[0]
      ?.replace(/^fatal: /, '') ?? 'git has no such version'
  }`
}
