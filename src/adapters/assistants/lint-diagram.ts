// What is wrong in a design, where, and which edits mend it.

import * as z from 'zod/mini'
import { type Finding, findings, rangeOf, type Snapshot, safeFixes } from '../../service'
import { applyEdits, type Edit } from '../../text/edit'
import { described, designInput, openDesign } from './design'
import { defineTool, refused } from './tool'

const place = { line: z.int(), column: z.int(), endLine: z.int(), endColumn: z.int() }

const foundSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: z.string(),
  ...place,
  related: z.array(z.object({ message: z.string(), ...place })),
  fixes: z.array(
    z.object({
      title: z.string(),
      /** Keeps the meaning: needs no review. */
      safe: z.boolean(),
      edits: z.array(z.object({ text: z.string(), ...place })),
    }),
  ),
  url: z.string(),
})

export const lintDiagramTool = defineTool({
  name: 'lint_diagram',
  title: 'Lint an architecture diagram',
  description:
    'Finds what is wrong in the Mermaid architecture diagrams of a text: missing timeouts, retries that multiply, single points of failure, protocols that do not fit, objectives that cannot be met, and Mermaid mistakes. Each finding has a rule, a place (1-based, columns in UTF-16 units), a reason, the edits that fix it, and the address of the page with its sources. Use it after writing or changing a diagram. Works offline.',
  input: z.object({
    ...designInput,
    fix: z.optional(described(z.boolean(), 'Also return the text with all safe fixes applied.')),
  }),
  output: z.object({
    version: z.literal(1),
    diagrams: z.array(
      z.object({ line: z.int(), family: z.string(), architecture: z.boolean(), why: z.string() }),
    ),
    findings: z.array(foundSchema),
    fixed: z.optional(z.string()),
  }),
  async answer(input, host) {
    const snapshot = await openDesign(input, host)
    if (refused(snapshot)) return snapshot
    return {
      version: 1 as const,
      diagrams: snapshot.diagrams.map(({ system: { diagram, architecture }, block }) => ({
        line: snapshot.lines.positionAt(block.toSource(diagram.header.start)).line,
        family: diagram.family,
        architecture: architecture.value,
        why: architecture.why,
      })),
      findings: findings(snapshot, { figures: true })
        .filter(({ suppressed }) => !suppressed)
        .map(finding => found(snapshot, finding)),
      ...(input.fix && { fixed: fixedText(snapshot) }),
    }
  },
})

const fixedText = (snapshot: Snapshot): string =>
  applyEdits(
    snapshot.source,
    safeFixes(snapshot).flatMap(({ edits }) => edits),
  )

function found({ lines }: Snapshot, finding: Finding): z.infer<typeof foundSchema> {
  const { rule, severity, message, span, related, fixes, url } = finding
  const edited = (edit: Edit) => ({ text: edit.text, ...rangeOf(lines, edit.span) })
  return {
    ...{ rule, severity, message, ...rangeOf(lines, span), url },
    related: related.map(each => ({ message: each.message, ...rangeOf(lines, each.span) })),
    fixes: fixes.map(({ title, safe, edits }) => ({ title, safe, edits: edits.map(edited) })),
  }
}
