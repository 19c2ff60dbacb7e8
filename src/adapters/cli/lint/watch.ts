// `arrowsmith lint --watch`: lints again whenever something changes; only what changed, and what shares with it, is analyzed.

import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { watch } from 'chokidar'
import { configurationFile } from '../../disk/configuration'
import { isDocument, isSourceCode } from '../../disk/documents'
import { reasonOf } from '../../disk/failure'
import { globOf, isNeverEntered } from '../../disk/walk'
import type { Arguments } from '../arguments'
import { findingsMemory, passingMemory } from '../cache/memory'
import { exit } from '../command'
import type { LintOption } from '../commands/lint'
import { complain, remark, sayExactly, standardOutput } from '../output'
import { isStandardInput } from '../sources'
import { lintOnce } from './run'

const clearScreen = '\u001b[2J\u001b[3J\u001b[H'

/** Lints until Ctrl+C ends it. */
export async function watchAndLint(given: Arguments<LintOption>): Promise<number> {
  const unwatchable = given.operands.find(isStandardInput)
  if (unwatchable !== undefined) {
    complain(`--watch works with files and folders, not with standard input ('${unwatchable}')`)
    return exit.unusable
  }
  const memory = findingsMemory(given) ?? passingMemory()
  const interruption = new Promise<'interrupted'>(resolve =>
    process.once('SIGINT', () => resolve('interrupted')),
  )
  const { change, close } = await watched(given)
  for (;;) {
    if (standardOutput()?.isTTY) sayExactly(clearScreen)
    await lintOnce(given, memory)
    remark('arrowsmith: watching for changes; press Ctrl+C to stop')
    if ((await Promise.race([change(), interruption])) !== 'interrupted') continue
    await close()
    return exit.interrupted
  }
}

interface Watched {
  close(): Promise<void>
  /** Resolves when something has changed since it was asked last, and no more does. */
  change(): Promise<void>
}

async function watched(given: Arguments<LintOption>): Promise<Watched> {
  const operands = given.operands.length > 0 ? given.operands : ['.']
  const named = [...operands.map(path => globOf(path)?.folder ?? path), ...given.values('config')]
  const counting = new Set(named.map(path => resolve(path)))
  const changes = settling()
  const below = watch([...new Set(named)], { ignoreInitial: true, ignored: isNeverEntered }).on(
    'all',
    (_, path) => {
      if (
        isDocument(path) ||
        isSourceCode(path) ||
        deciding.has(basename(path)) ||
        counting.has(resolve(path))
      )
        changes.note()
    },
  )
  below.on('error', error => complain(`not everything can be watched: ${reasonOf(error)}`))
  const above = [...new Set(named.flatMap(foldersAbove))].flatMap(folder =>
    watchedFolder(folder, changes.note),
  )
  await new Promise<void>(done => below.once('ready', done))
  return {
    change: changes.next,
    async close() {
      for (const watcher of above) watcher.close()
      await below.close()
    },
  }
}

/** Files that decide what is looked at and how. */
const deciding: ReadonlySet<string> = new Set([configurationFile, '.gitignore'])

/** Where a configuration may be, or come to be, for what lies at a path. */
function foldersAbove(path: string): string[] {
  const folder = dirname(resolve(path))
  return folder === dirname(folder) ? [folder] : [folder, ...foldersAbove(folder)]
}

/** None where a folder can't be watched: it is read as it is now then. */
function watchedFolder(folder: string, note: () => void): FSWatcher[] {
  try {
    const watcher = watchFolder(folder, (_, name) => {
      if (name !== null && deciding.has(name)) note()
    })
    return [watcher.on('error', () => watcher.close())]
  } catch {
    return []
  }
}

/** Milliseconds: editors write several files at once, and some in several steps. */
const pause = 60

/** Gathers changes until none has come for a while. */
function settling() {
  let settle = () => {}
  const next = () => new Promise<void>(done => (settle = done))
  let settled = next()
  let timer: NodeJS.Timeout | undefined
  return {
    note() {
      clearTimeout(timer)
      timer = setTimeout(() => settle(), pause)
    },
    async next() {
      await settled
      settled = next()
    },
  }
}
