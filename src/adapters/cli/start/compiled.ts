// What V8 made of the bundles, kept between runs in the user's cache folder; never trusted, and done without at need.

import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { version } from '../../../../package.json'
import { asksForHelp, commandNamed } from '../command'
import { cacheFolder, writtenByUser } from './cache-folder'

/** What compiled code belongs to. */
export interface CompiledFile {
  readonly bundle: string
  /** The bundle's text as it is now: only what was made of the very same counts. */
  readonly source: Buffer
}

const day = 24 * 60 * 60 * 1000

/** Milliseconds after which compiled code is kept anew, with what later runs have called besides. */
const lifetime = day

/** Milliseconds after which what other versions have left behind is removed. */
const legacy = 30 * day

/** Each command calls other functions, and what one has compiled is of little use to the next. */
const command = (!asksForHelp(process.argv) && commandNamed(process.argv[2])) || 'help'

/**
 * Node's own cache (from 22 on) has only what loading a file compiles, none of the functions that are called later.
 * Beside the program it may neither be written nor be replaced by who runs it. Node before 20.15 has no checksums.
 */
const folder = typeof crc32 === 'function' ? cacheFolder() : undefined

/** By size too: two builds of one version don't drive each other out. */
const pathOf = (within: string, { bundle, source }: CompiledFile): string =>
  join(within, [command, basename(bundle), version, source.length, process.version, process.arch].join('-'))

/** V8 crashes on damaged data and notices other sources by their length alone: checksums of both stand behind the data. */
export function readCompiled(file: CompiledFile): { data: Buffer; old: boolean } | undefined {
  if (folder === undefined) return undefined
  try {
    const { source } = file
    const path = pathOf(folder, file)
    // Code that another user has written is not run.
    const mtimeMs = writtenByUser(path)
    const kept = readFileSync(path)
    const size = kept.length - checksumsSize
    if (size <= 0) return undefined
    const data = kept.subarray(0, size)
    return checksums(data, source).equals(kept.subarray(size))
      ? { data, old: Date.now() - mtimeMs > lifetime }
      : undefined
  } catch {
    return undefined
  }
}

const checksumsSize = 8

function checksums(data: Buffer, source: Buffer): Buffer {
  const both = Buffer.alloc(checksumsSize)
  both.writeUInt32LE(crc32(data), 0)
  both.writeUInt32LE(crc32(source), 4)
  return both
}

/** Keeps what V8 has compiled by now. Where that can't be written, every run compiles. */
export function keepCompiled(all: readonly { file: CompiledFile; compile: () => Buffer }[]): void {
  if (folder === undefined) return
  // A limit on the size of files is an error like a full disk then, not the end.
  process.on('SIGXFSZ', () => {})
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const { file, compile } of all) keepOne(pathOf(folder, file), file.source, compile)
    removeLegacy(folder)
  } catch {
    // A folder that belongs to somebody else, or a full disk.
  }
}

/** Renamed when complete; opened first, because making the data takes longer than all the rest. */
function keepOne(path: string, source: Buffer, compile: () => Buffer): void {
  const unfinished = `${path}.${process.pid}-${Date.now()}`
  const target = openSync(unfinished, 'wx', 0o600)
  try {
    const data = compile()
    writeWhole(target, Buffer.concat([data, checksums(data, source)]))
    closeSync(target)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

function writeWhole(target: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(target, bytes, written)
}

function removeLegacy(within: string): void {
  for (const name of readdirSync(within)) {
    const path = join(within, name)
    if (Date.now() - statSync(path).mtimeMs > legacy) rmSync(path, { force: true })
  }
}
