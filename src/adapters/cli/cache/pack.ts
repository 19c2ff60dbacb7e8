// Texts by key in one file, for the next run: read in one go, written in one step, and never trusted.

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { writtenByUser } from '../start/cache-folder'

export interface Pack {
  /** A key is a letter and a digest. */
  get(key: string): string | undefined
  /** A text on one line. */
  set(key: string, text: string): void
  /** Writes what is new; where that is not possible, the next run starts from what there was. */
  save(): void
}

/** Bytes; what has not been asked for longest falls out beyond that. */
const maximumSize = 2 ** 26

const lineFeed = 10
const digestLength = 32

/** A letter for the kind of text, and a digest. */
const keyLength = digestLength + 1

/** 128 bits in hexadecimal digits. */
export const digest = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex').slice(0, digestLength)

/** The file's content: its digest, then a line for each key: the key, a blank and the text. Read when it is first asked. */
export function openPack(file: string): Pack {
  const asked = new Map<string, Buffer>()
  let read: ReadonlyMap<string, Buffer> | undefined
  let isNew = false
  const kept = () => {
    read ??= linesByKey(contentOf(file))
    return read
  }
  return {
    get(key) {
      const line = asked.get(key) ?? kept().get(key)
      if (line) asked.set(key, line)
      return line?.toString('utf8', keyLength + 1, line.length - 1)
    },
    set(key, text) {
      asked.set(key, Buffer.from(`${key} ${text}\n`))
      isNew = true
    },
    save() {
      if (isNew) write(file, newest([...new Map([...asked, ...kept(), ...asked]).values()]))
      isNew = false
    },
  }
}

/** Without its digest; nothing where there is no such file, it is damaged, or another user's. */
function contentOf(file: string): Buffer {
  try {
    writtenByUser(file)
    const whole = readFileSync(file)
    const content = whole.subarray(digestLength + 1)
    return whole.toString('latin1', 0, digestLength) === digest(content) ? content : Buffer.alloc(0)
  } catch {
    return Buffer.alloc(0)
  }
}

function linesByKey(content: Buffer): ReadonlyMap<string, Buffer> {
  const lines = new Map<string, Buffer>()
  for (let start = 0; start < content.length; ) {
    const end = content.indexOf(lineFeed, start) + 1
    lines.set(content.toString('latin1', start, start + keyLength), content.subarray(start, end))
    start = end
  }
  return lines
}

function newest(lines: readonly Buffer[]): Buffer {
  const fitting: Buffer[] = []
  let size = 0
  for (const line of lines) {
    size += line.length
    if (size > maximumSize) break
    fitting.push(line)
  }
  return Buffer.concat(fitting)
}

/** Other runs meet the old file or the new one, never half of it. */
function write(file: string, content: Buffer): void {
  const unfinished = `${file}.${process.pid}-${Date.now()}`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(unfinished, Buffer.concat([Buffer.from(`${digest(content)}\n`), content]), { mode: 0o600 })
    renameSync(unfinished, file)
  } catch {
    rmSync(unfinished, { force: true })
  }
}
