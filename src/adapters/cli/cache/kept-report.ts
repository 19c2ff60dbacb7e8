// A file's report from an earlier run: its parts are read when somebody asks for them.

import type { Finding } from '../../../service'
import { linesOf } from '../../../text/lines'
import type { SourceFile } from '../../disk/files'
import type { FileReport, Keep } from '../reporters/report'
import type { Memory } from './memory'

/** Where the memory has what is made of one text. */
export const keepIn = ({ pack, details }: Memory, place: string): Keep => {
  const packOf = (name: string) => (name === 'findings' ? details : pack)
  return {
    get<T>(name: string) {
      const text = packOf(name).get(`${name}:${place}`)
      if (text === undefined) return undefined
      const kept: T = JSON.parse(text)
      return kept
    },
    set(name, data) {
      const text = exactJson(data)
      if (text !== undefined) packOf(name).set(`${name}:${place}`, text)
    },
  }
}

/** Keeps all that reporters ask of a report. */
export function keepReport({ findings, checked }: FileReport, keep: Keep): void {
  keep.set('checked', checked)
  keep.set('findings', findings.map(plainFinding))
}

/** A finding's parts are worked out when they are read: here they are. */
function plainFinding({ rule, severity, span, message, related, fixes, url, suppressed }: Finding): Finding {
  return {
    rule,
    severity,
    span,
    message,
    related,
    fixes: fixes.map(({ title, safe, edits }) => ({ title, safe, edits })),
    url,
    ...(suppressed && { suppressed }),
  }
}

/** The report of a source that has not changed; `anew` makes it where not all of it is kept. Undefined if nothing is. */
export function keptReport(source: SourceFile, keep: Keep, anew: () => FileReport): FileReport | undefined {
  const checked = keep.get<FileReport['checked']>('checked')
  if (!checked) return undefined
  const lines = once(() => linesOf(source.text))
  const findings = once(() => keep.get<readonly Finding[]>('findings') ?? anew().findings)
  return {
    source,
    checked,
    keep,
    get lines() {
      return lines()
    },
    get findings() {
      return findings()
    },
    snapshot: () => anew().snapshot(),
  }
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Data as JSON in ASCII that reads the same; undefined where it holds anything else, such as infinite numbers. */
export function exactJson(data: unknown): string | undefined {
  let isExact = true
  const text = JSON.stringify(data, (_, part: unknown) => {
    isExact &&= typeof part !== 'number' || Number.isFinite(part)
    isExact &&= !(part instanceof Map || part instanceof Set || part instanceof RegExp)
    return part
  })
  return isExact ? text?.replace(/[^\0-\x7f]/g, escaped) : undefined
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
