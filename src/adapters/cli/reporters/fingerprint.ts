// What tells a finding from others in the next run, when its line has moved.

import { createHash } from 'node:crypto'
import type { Finding } from '../../../service'
import { type FileReport, lineOf, pathInRepository } from './report'

/**
 * A fingerprint for each finding of a file: of the file's path, the rule and the text of the line, whatever blanks are
 * in it and wherever it stands; equal ones are numbered. 32 hexadecimal digits.
 */
export function fingerprints(report: FileReport): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>()
  const path = pathInRepository(report)
  return new Map(
    report.findings.map(finding => {
      const subject = JSON.stringify([path, finding.rule, lineOf(report, finding)])
      const times = (seen.get(subject) ?? 0) + 1
      seen.set(subject, times)
      return [finding, hashed(times === 1 ? subject : `${subject}${times}`)]
    }),
  )
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)
