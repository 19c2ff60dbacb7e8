// Texts by key in one file, for the next run: read in one go, written in one step, and never trusted.

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { writtenByUser } from '../start/cache-folder'

export interface Pack {
  /** A key holds no blanks. */
  get(key: string): string | undefined
  /** A text of ASCII on one line. */
  set(key: string, text: string): void
  /** Writes what is new; where that is not possible, the next run starts from what there was. */
  save(): void
}

/** Bytes; what has not been asked for longest falls out beyond that. */
const maximumSize = 2 ** 26

const digestLength = 32

/** 128 bits in hexadecimal digits. */
export const digest = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex').slice(0, digestLength)

/** The file's content: its digest, then a line for each key: the key, a blank and the text. Read when it is first asked. */
export function openPack(file: string): Pack {
  let read: Map<string, Entry> | undefined
  let isNew = false
  const kept = () => {
    read ??= linesByKey(contentOf(file))
    return read
  }
  return {
    get(key) {
      const entry = kept().get(key)
      if (entry) entry.isAsked = true
      return entry?.text
    },
    set(key, text) {
      kept().set(key, { text, isAsked: true })
      isNew = true
    },
    save() {
      if (isNew) write(file, Buffer.from(newest(kept()), 'latin1'))
      isNew = false
    },
  }
}

/** Without its digest; nothing where there is no such file, it is damaged, or another user's. */
function contentOf(file: string): string {
  try {
    writtenByUser(file)
    const whole = readFileSync(file)
    const content = whole.subarray(digestLength + 1)
    return whole.toString('latin1', 0, digestLength) === digest(content) ? content.toString('latin1') : ''
  } catch {
    return ''
  }
}

interface Entry {
  readonly text: string
  /** In this run. */
  isAsked: boolean
}

function linesByKey(content: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (let start = 0; start < content.length; ) {
    const [blank, end] = [content.indexOf(' ', start), content.indexOf('\n', start)]
    entries.set(content.slice(start, blank), { text: content.slice(blank + 1, end), isAsked: false })
    start = end + 1
  }
  return entries
}

function newest(entries: ReadonlyMap<string, Entry>): string {
  const asked = [...entries].filter(([, { isAsked }]) => isAsked)
  const others = [...entries].filter(([, { isAsked }]) => !isAsked)
  const fitting: string[] = []
  let size = 0
  for (const [key, { text }] of [...asked, ...others]) {
    const line = `${key} ${text}\n`
    size += line.length
    if (size > maximumSize) break
    fitting.push(line)
  }
  return fitting.join('')
}

function write(file: string, content: Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    replace(file, Buffer.concat([Buffer.from(`${digest(content)}\n`), content]))
  } catch {
    // No such folder can be made, or the disk is full.
  }
}

/** Other runs meet the old file or the new one, never half of it. */
function replace(file: string, content: Buffer): void {
  const unfinished = `${file}.${process.pid}-${Date.now()}`
  try {
    writeFileSync(unfinished, content, { mode: 0o600 })
    renameSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}
