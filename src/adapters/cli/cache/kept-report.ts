// A file's report as text, and back: all that reporters ask of it, without the analysis.

import type { Checked, Finding, Snapshot } from '../../../service'
import { linesOf } from '../../../text/lines'
import type { SourceFile } from '../../disk/files'
import type { FileReport } from '../reporters/report'

interface KeptReport {
  readonly findings: readonly Finding[]
  readonly checked: Checked
}

/** On one line. Undefined for what JSON would change, which then isn't kept. */
export function reportAsText({ findings, checked }: FileReport): string | undefined {
  const kept: KeptReport = { findings: findings.map(plainFinding), checked }
  return exactJson(kept)
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

/** The report of a source that has not changed; who asks for its analysis has it made. */
export function reportFromText(text: string, source: SourceFile, snapshot: () => Snapshot): FileReport {
  const { findings, checked }: KeptReport = JSON.parse(text)
  return { source, lines: linesOf(source.text), findings, checked, snapshot }
}

/** Data as JSON that reads the same; undefined where it holds anything else, such as infinite numbers. */
export function exactJson(data: unknown): string | undefined {
  let isExact = true
  const text = JSON.stringify(data, (_, part: unknown) => {
    isExact &&= typeof part !== 'number' || Number.isFinite(part)
    isExact &&= !(part instanceof Map || part instanceof Set || part instanceof RegExp)
    return part
  })
  return isExact ? text : undefined
}
