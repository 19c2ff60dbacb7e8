// Findings as JUnit XML: a file is a suite, an error or warning a failed case.

import type { Finding } from '../../../service'
import { type FileReport, placeOf } from './report'
import { escapeXml } from './xml'

export function reportJunit(reports: readonly FileReport[]): string {
  const suites = reports.map(suite)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="arrowsmith">',
    ...suites,
    '</testsuites>',
  ].join('\n')
}

function suite(report: FileReport): string {
  const judged = report.findings.filter(({ suppressed }) => !suppressed)
  const failures = judged.filter(({ severity }) => severity === 'error' || severity === 'warning').length
  const path = escapeXml(report.source.path)
  const cases =
    judged.length > 0
      ? judged.map(finding => testCase(report, finding))
      : [`    <testcase classname="${path}" name="no findings"/>`]
  const counts = `tests="${cases.length}" failures="${failures}" errors="0"`
  return [`  <testsuite name="${path}" ${counts}>`, ...cases, '  </testsuite>'].join('\n')
}

function testCase(report: FileReport, { rule, severity, message, span, url }: Finding): string {
  const { line, column } = placeOf(report, span)
  const path = escapeXml(report.source.path)
  const text = `${path}:${line}:${column}: ${escapeXml(message)}\n${escapeXml(url)}`
  const body =
    severity === 'error' || severity === 'warning'
      ? `<failure type="${severity}" message="${escapeXml(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`
  return `    <testcase classname="${path}" name="${rule} at ${line}:${column}">${body}</testcase>`
}
