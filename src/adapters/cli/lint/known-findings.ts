// Findings that a team knows of and has put off, in a file beside the documents: new ones still fail the build.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import * as z from 'zod/mini'
import type { Finding } from '../../../service'
import { type FileFailure, failed, failure, reasonOf } from '../../disk/failure'
import { printableJson } from '../printable'
import { type FileReport, lineOf, pathInRepository, withFindings } from '../reporters/report'

/** A finding as the file keeps it: its rule and the text of its line, which stay when lines move. */
const knownFinding = z.object({
  rule: z.string(),
  line: z.string(),
  /** How often, on lines that say the same; once if absent. */
  times: z.optional(z.number()),
  reason: z.optional(z.string()),
})

const content = z.object({
  version: z.literal(1),
  files: z.record(z.string(), z.array(knownFinding)),
})

type KnownFinding = z.infer<typeof knownFinding>
type KnownFindings = ReadonlyMap<string, readonly KnownFinding[]>

interface Wanted {
  readonly file: string
  /** Every finding becomes a known one. */
  readonly addAll: boolean
  /** What is no longer found is forgotten. */
  readonly prune: boolean
  readonly reason: string | undefined
}

/** Marks the findings that the file knows as suppressed, and keeps the file as it is wanted. */
export function withKnownFindings(
  found: readonly FileReport[],
  { file, addAll, prune, reason }: Wanted,
): { readonly reports: readonly FileReport[]; readonly notes: readonly string[] } | FileFailure {
  const read = readKnownFindings(file)
  const known = failed(read) && addAll ? new Map() : read
  if (failed(known)) return known
  const before = applyKnownFindings(found, known)
  const renewed = addAll ? knowingAll(found, known, reason) : before.used
  const problem = addAll || (prune && before.unused > 0) ? writeKnownFindings(file, renewed) : undefined
  if (problem) return problem
  const { reports } = addAll ? applyKnownFindings(found, renewed) : before
  const isTold = before.unused > 0 && !addAll && !prune
  return {
    reports,
    notes: isTold
      ? [`${file}: ${before.unused} no longer found; lint --prune-suppressions removes them`]
      : [],
  }
}

/** What the file has, by path from the repository's root; nothing where there is no file. */
function readKnownFindings(file: string): KnownFindings | FileFailure {
  if (!existsSync(file)) return new Map()
  try {
    const read = content.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (read.success) return new Map(Object.entries(read.data.files))
    const [issue] = read.error.issues
    return failure(
      `${file}: ${issue?.path.join('.')}: ${issue?.message}; lint --suppress-all rewrites the file`,
    )
  } catch (error) {
    return failure(`${file}: can't be read: ${reasonOf(error)}; lint --suppress-all rewrites the file`)
  }
}

interface Applied {
  /** Those that are known are marked as suppressed. */
  readonly reports: readonly FileReport[]
  /** How many of the file are no longer found, in documents that were looked at. */
  readonly unused: number
  /** What the file would hold without those. */
  readonly used: KnownFindings
}

function applyKnownFindings(reports: readonly FileReport[], known: KnownFindings): Applied {
  const used = new Map(known)
  let unused = 0
  const applied = reports.map(report => {
    const path = pathInRepository(report)
    const entries = known.get(path)
    if (entries === undefined) return report
    const left = new Map(entries.map(entry => [identityOf(entry), entry.times ?? 1]))
    const reasons = new Map(entries.map(entry => [identityOf(entry), entry.reason]))
    const findings = report.findings.map(finding => {
      const identity = identityOf({ rule: finding.rule, line: lineOf(report, finding) })
      const times = left.get(identity) ?? 0
      if (finding.suppressed || times === 0) return finding
      left.set(identity, times - 1)
      return new PutOff(finding, reasons.get(identity))
    })
    unused += [...left.values()].reduce((sum, times) => sum + times, 0)
    used.set(
      path,
      entries.flatMap(entry => withTimes(entry, (entry.times ?? 1) - (left.get(identityOf(entry)) ?? 0))),
    )
    return withFindings(report, findings)
  })
  return { reports: applied, unused, used }
}

/** The file with every finding of the documents looked at, and what it had of others. Reasons are kept. */
function knowingAll(
  reports: readonly FileReport[],
  known: KnownFindings,
  reason: string | undefined,
): KnownFindings {
  const all = new Map(known)
  for (const report of reports) {
    const path = pathInRepository(report)
    const reasons = new Map((known.get(path) ?? []).map(entry => [identityOf(entry), entry.reason]))
    const counted = new Map<string, KnownFinding & { times: number }>()
    for (const finding of report.findings.filter(({ suppressed }) => !suppressed)) {
      const entry = { rule: finding.rule, line: lineOf(report, finding) }
      const identity = identityOf(entry)
      const why = reasons.get(identity) ?? reason
      const times = (counted.get(identity)?.times ?? 0) + 1
      counted.set(identity, { ...entry, times, ...(why !== undefined && { reason: why }) })
    }
    all.set(
      path,
      [...counted.values()].flatMap(entry => withTimes(entry, entry.times)),
    )
  }
  return all
}

/** Sorted, so that two branches rarely touch the same lines. */
function writeKnownFindings(file: string, known: KnownFindings): FileFailure | undefined {
  const files = [...known].filter(([, entries]) => entries.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  const text = printableJson({ version: 1, files: Object.fromEntries(files) })
  try {
    writeFileSync(file, `${text}\n`)
    return undefined
  } catch (error) {
    return failure(`${file}: can't be written: ${reasonOf(error)}`)
  }
}

const identityOf = ({ rule, line }: KnownFinding): string => `${rule} ${line}`

function withTimes({ times: _, ...entry }: KnownFinding, times: number): KnownFinding[] {
  return times <= 0 ? [] : [times === 1 ? entry : { ...entry, times }]
}

/** A finding's parts are worked out when they are read, so that it is wrapped and not copied. */
class PutOff implements Finding {
  readonly rule: string
  readonly severity: Finding['severity']
  readonly span: Finding['span']
  readonly suppressed: NonNullable<Finding['suppressed']>
  readonly #finding: Finding

  constructor(finding: Finding, reason: string | undefined) {
    this.#finding = finding
    this.rule = finding.rule
    this.severity = finding.severity
    this.span = finding.span
    this.suppressed = { external: true, ...(reason !== undefined && { reason }) }
  }

  get message() {
    return this.#finding.message
  }
  get related() {
    return this.#finding.related
  }
  get fixes() {
    return this.#finding.fixes
  }
  get url() {
    return this.#finding.url
  }
}
