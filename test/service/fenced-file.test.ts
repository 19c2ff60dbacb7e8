// Marks of Markdown in the file of a diagram: told once, and taken out.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, findings } from '../../src/service'
import { applyEdits } from '../../src/text/edit'

const configuration = { ...defaultConfiguration, preset: 'sketch' as const }
const found = (source: string, language: 'mermaid' | 'markdown' = 'mermaid') =>
  findings(analyze(source, { language, configuration }))

describe('a diagram between marks in a file of its own', () => {
  it.each(['\n', '\r\n'])('is read, and freed of them (line ends %j)', end => {
    const source = ['```mermaid', 'flowchart LR', '  a[Web (new)] --> b[API]', '```', ''].join(end)
    const [marks, label, ...others] = found(source)
    expect(others).toEqual([])
    expect(source.slice(marks!.span.start, marks!.span.end)).toBe('```mermaid')
    expect(label?.message).toContain('needs quotes')
    const [fix] = marks!.fixes
    expect(fix?.safe).toBe(true)
    const mended = applyEdits(source, fix!.edits)
    expect(mended).toBe(['flowchart LR', '  a[Web (new)] --> b[API]', ''].join(end))
    expect(found(mended)).toHaveLength(1)
  })

  it('is freed of marks that nothing closes', () => {
    const source = '```mermaid\nflowchart LR\n  a --> b\n'
    const [marks] = found(source)
    expect(applyEdits(source, marks!.fixes[0]!.edits)).toBe('flowchart LR\n  a --> b\n')
  })

  it('is one of Markdown where more stands around it: then only the author can tell', () => {
    const [marks, ...others] = found(
      '```mermaid\nflowchart LR\n  a --> b\n```\n\nThe web app asks the API.\n',
    )
    expect(marks?.message).toContain('“.md”')
    expect(marks?.fixes).toEqual([])
    expect(others).toEqual([])
  })

  it('is as it should be in Markdown', () => {
    expect(found('```mermaid\nflowchart LR\n  a --> b\n```\n', 'markdown')).toEqual([])
  })
})
