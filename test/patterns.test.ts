// Every regular expression of the sources, written or put together: none takes exponential time, and none more of those
// that take quadratic time than are known. What a label, a line or a file says decides nobody's minutes.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import { describe, expect, it } from 'vitest'
import { parseAst } from 'vitest/node'

interface Pattern {
  readonly source: string
  readonly flags: string
  readonly file: string
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map(path => path.replaceAll('\\', '/'))

/**
 * Begun anew at each place of a long run of one kind of characters, these could go through the rest of it every time.
 * They always match, or read what is short by its nature: numbers and addresses written here, labels, the line under
 * the cursor. The analysis does not see what a look-behind rules out.
 */
const quadratic = [
  'adapters/cli/kept-flows/prose.ts: [^\\n]*(?:\\n|$)',
  'adapters/preview/export/local-styles.ts: url\\(\\s*(["\']?)',
  'composed: ^\\W*(?:(?:config ?maps?',
  'knowledge/explanations/entry.ts: ([^/#?]+)\\/?(?:[#?].*)?$',
  'knowledge/explanations/quantities.ts: \\B(?=(\\d{3})+(?!\\d))',
  'knowledge/explanations/quantities.ts: ^0\\.0*(\\d+) s$',
  'model/recognition/program-titles.ts: (?<!\\s)\\s*(?:[([:]',
  'rules/fixes/annotate.ts: (?<!\\d\\.*)\\d',
  'service/features/completion/braces.ts: (?:^|[,\\n])\\s*([\\w-]+)',
  'service/features/completion/labels.ts: [^,(]*$',
  'service/features/completion/labels.ts: \\bRel',
  'service/features/completion/statements.ts: (?:-->|---',
  'service/features/hover/settings.ts: [\\w.-]*$',
  'service/features/likely-labels.ts: (?:(?<=\\s)[ox]|<)?(?:-{2}',
  'service/features/likely-labels.ts: [+-]?[\\w.]*$',
  'service/features/selection.ts: [\\p{L}\\p{N}_]*$',
  'service/formatting/format.ts: [^\\n]*\\n|[^\\n]+$',
  'service/formatting/spacing.ts: [ \\t]*$',
]

/** Made of the blanks before a fence of frontmatter, and of the words of a table, which repeat nothing. */
const madeLater = ['model/annotations/labels/words-abroad.ts', 'syntax/preprocess.ts']

describe('regular expressions', async () => {
  const written = files.flatMap(literalsIn)
  const composed = await composedOnLoading()

  it('are all found', () => {
    expect(written.length).toBeGreaterThan(700)
    expect(composed.length).toBeGreaterThan(4)
  })

  it('take no exponential time, and none more than linear time that is not known for it', () => {
    const found = [...written, ...composed].flatMap(pattern => {
      const kinds = slownessOf(pattern)
      return kinds === undefined ? [] : [`${pattern.file}: ${kinds}${pattern.source}`]
    })
    expect(found.filter(name => !quadratic.some(known => name.startsWith(known)))).toEqual([])
  })

  it('are put together on loading only, where this test sees them', () => {
    const late = files.filter(file =>
      /^ {2,}.*\b(?:new )?RegExp\((?![^\n]*\bescaped\()/m.test(readFileSync(join('src', file), 'utf8')),
    )
    expect(late.toSorted()).toEqual(madeLater)
  })
})

/** Whether parts of it may share the same characters in more ways than one; undefined if none do. */
function slownessOf({ source, flags }: Pattern): string | undefined {
  const { reports } = analyse({ source, flags }, { assumeRejectingSuffix: false })
  if (reports.length === 0) return undefined
  return reports.some(({ exponential }) => exponential) ? 'exponential: ' : ''
}

function literalsIn(file: string): Pattern[] {
  const found: Pattern[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('regex' in node && isRegex(node.regex)) {
      const { pattern, flags } = node.regex
      found.push({ source: pattern, flags, file })
    }
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseAst(readFileSync(join('src', file), 'utf8'), { lang: 'ts' }))
  return found
}

const isRegex = (value: unknown): value is { readonly pattern: string; readonly flags: string } =>
  typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value

/** What loading the engine makes with `new RegExp`. */
async function composedOnLoading(): Promise<readonly Pattern[]> {
  const made: Pattern[] = []
  const original = globalThis.RegExp
  globalThis.RegExp = new Proxy(original, {
    construct(target, parts, maker) {
      const expression: unknown = Reflect.construct(target, parts, maker)
      if (expression instanceof original)
        made.push({ source: expression.source, flags: expression.flags, file: 'composed' })
      return Object(expression)
    },
  })
  try {
    await import('../src/service')
  } finally {
    globalThis.RegExp = original
  }
  return made
}
