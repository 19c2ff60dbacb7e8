// The house rules that a machine can check: who imports whom, file openings, sizes, types.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join('src', path), 'utf8') }))

const table = readTable(readFileSync('src/README.md', 'utf8'))

const sourceOf = (path: string): string => files.find(file => file.path === path)!.text

/** Packages that the pure folders may use: data in, data out. */
const purePackages = ['zod/mini', 'jsonc-parser', 'diff']

describe('the import table', () => {
  it('covers every folder', () => {
    const folders = readdirSync('src', { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name)
    const rooms = [...table.keys()].map(room => room.split('/')[0]!)
    expect([...new Set(rooms)].sort()).toEqual(folders.sort())
  })

  it('admits no cycle', () => {
    expect(cycleIn(new Map([...table].map(([room, imports]) => [room, imports.map(roomOf)])))).toEqual([])
  })

  it.each(files)('is kept by $path', ({ path, text }) => {
    const room = roomOf(path)
    const allowed = table.get(room) ?? []
    const broken = localImports(path, text).filter(
      target => roomOf(target) !== room && !allowed.some(name => covers(name, target)),
    )
    expect(broken).toEqual([])
  })

  it('is not dodged through packages', () => {
    const packages = files
      .filter(({ path }) => !path.startsWith('adapters/'))
      .flatMap(({ path, text }) =>
        specifiers(text)
          .filter(name => !name.startsWith('.'))
          .map(name => ({ path, name })),
      )
    expect(packages.filter(({ name }) => !purePackages.includes(name))).toEqual([])
  })
})

describe('names', () => {
  /** Rooms that do the same for another family of diagrams, editor or command call the same things the same. */
  const room = (path: string): string =>
    path
      .replace(/^syntax\/(?:architecture|c4|flowchart|sequence)\/.*/, 'syntax/<family>')
      .replace(/^adapters\/(?:lsp|vscode)\/.*/, 'adapters/<editor>')
      .replace(/^adapters\/cli\/commands\/.*/, 'adapters/cli/commands')

  it('that are exported mean one thing each', () => {
    const rooms = new Map<string, Set<string>>()
    for (const { path, text } of files)
      for (const [, name = ''] of text.matchAll(
        /^export (?:async |abstract )*(?:const|function\*?|interface|type|class) (\w+)/gm,
      ))
        rooms.set(name, (rooms.get(name) ?? new Set()).add(room(path)))
    const shared = [...rooms].filter(([, places]) => places.size > 1)
    expect(shared.map(([name, places]) => `${name}: ${[...places].join(', ')}`)).toEqual([])
  })
})

describe('files', () => {
  it('import each other without cycles', () => {
    expect(
      cycleIn(new Map(files.map(({ path, text }) => [path, localImports(path, valuesOnly(text))]))),
    ).toEqual([])
  })

  it('ask the notation of a family, or have a line for each: none names one', () => {
    const naming = files.filter(
      ({ path, text }) =>
        !/^(?:syntax|model\/recognition|adapters\/preview)\//.test(path) &&
        /\bfamily [!=]==? '(?!other')/.test(text),
    )
    expect(naming.map(({ path }) => path)).toEqual([])
  })

  it('have a line for each family in every table by family', () => {
    const [, notations = ''] =
      /^const notations: .*\n([\s\S]*?)^}/m.exec(sourceOf('syntax/notation.ts')) ?? []
    const finished = [...notations.matchAll(/^ {2}(\w+): \{\n([\s\S]*?)^ {2}\}/gm)]
      .filter(([, , notation = '']) => !notation.includes('unfinished: true'))
      .map(([, family = '']) => family)
    expect(finished).toContain('flowchart')
    const tables = files.flatMap(({ path, text }) =>
      [...text.matchAll(/^const (\w+): ByFamily<.*> = \{\n([\s\S]*?)^\}/gm)].map(
        ([, name = '', lines = '']) => ({ table: `${path}: ${name}`, lines }),
      ),
    )
    expect(tables.length).toBeGreaterThan(5)
    const missing = tables.flatMap(({ table, lines }) =>
      finished
        .filter(family => !new RegExp(`^ {2}${family}: `, 'm').test(lines))
        .map(family => `${table} has no line for ${family}`),
    )
    expect(missing).toEqual([])
  })

  it('lie in folders of the domain', () => {
    const refused = /(^|\/)(core|utils?|common|helpers?|types|lib)(\/|\.ts$)|^[^/]+\.ts$/
    expect(files.map(({ path }) => path).filter(path => refused.test(path))).toEqual([])
  })

  it('share a folder with 24 others at most, but for data and categories of rules', () => {
    const counts = new Map<string, number>()
    for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
      const folder = dirname(name.replaceAll('\\', '/'))
      if (/\.\w+$/.test(name)) counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
    const isCategory = (folder: string) => /^rules\/(?!fixes|queries)/.test(folder)
    const full = [...counts].filter(([, count]) => count > 25).map(([folder]) => folder)
    expect(full.filter(folder => !isCategory(folder))).toEqual(['knowledge/explanations/entries'])
  })

  it('open with a sentence that says what they are', () => {
    expect(
      files.filter(({ text }) => !/^(?:\/\/ .*\n)*\/\/ .*[.!?]\r?\n/.test(text)).map(({ path }) => path),
    ).toEqual([])
  })

  it('stay small', () => {
    const oversized = files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > cap(path))
    expect(oversized).toEqual([])
  })

  it('have no function longer than 60 lines', () => {
    expect(files.flatMap(({ path, text }) => longFunctions(text).map(name => `${path}: ${name}`))).toEqual([])
  })

  it('trust the compiler: no any, no casts, no ignored errors', () => {
    const refused = /[:<,|&(] ?any\b(?! ?[\w(])|\bas (?!const\b)[A-Z{(\w]|^export default/
    const lines = files.flatMap(({ path, text }) => codeLines(text).map(line => ({ path, line })))
    expect(lines.filter(({ line }) => refused.test(line))).toEqual([])
    expect(
      files.filter(({ text }) => /@ts-(?:ignore|expect-error|nocheck)/.test(text)).map(({ path }) => path),
    ).toEqual([])
  })
})

/** The second table of the map: folder → what it may import. */
function readTable(markdown: string): Map<string, string[]> {
  const rows = markdown
    .slice(markdown.indexOf('| folder | may import |'))
    .matchAll(/^\| `([^`]+)` \| ([^|]+) \|$/gm)
  return new Map(
    [...rows].map(([, room, list]) => [
      room!,
      list!.trim() === '–' ? [] : list!.split(',').map(name => name.trim()),
    ]),
  )
}

/** `rules/rule.ts` → `rules`, `adapters/cli/main.ts` → `adapters/cli`. */
function roomOf(path: string): string {
  const [first, second] = path.split('/')
  return first === 'adapters' ? `${first}/${second}` : first!
}

/** `service` lets everything of it in, `service/preview/messages` that file only. */
const covers = (name: string, target: string): boolean =>
  target === name || target === `${name}.ts` || target.startsWith(`${name}/`)

function localImports(path: string, text: string): string[] {
  return specifiers(text)
    .filter(name => name.startsWith('.') && !/\.(json|md|css)$/.test(name))
    .map(name => resolved(normalize(join(dirname(path), name)).replaceAll('\\', '/')))
}

const known = new Set(files.map(({ path }) => path))

function resolved(target: string): string {
  return (
    [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`, target].find(path => known.has(path)) ??
    relative('src', join('src', target))
  )
}

function specifiers(text: string): string[] {
  const places = text.matchAll(/^(?:(?:import|export|\}).* from|import) '([^']+)'|\bimport\('([^']+)'\)/gm)
  return [...places].map(([, fixed, dynamic]) => fixed ?? dynamic!)
}

/** Without imports that the compiler erases. */
const valuesOnly = (text: string): string => text.replace(/^(import|export) type\b[^']*from '[^']*'/gm, '')

/** The members of one cycle, or nothing. */
function cycleIn(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const visit = (place: string, path: readonly string[]): string[] => {
    if (path.includes(place)) return [...path.slice(path.indexOf(place)), place]
    if (done.has(place)) return []
    for (const next of edges.get(place) ?? []) {
      if (next === place) continue
      const cycle = visit(next, [...path, place])
      if (cycle.length > 0) return cycle
    }
    done.add(place)
    return []
  }
  for (const place of edges.keys()) {
    const cycle = visit(place, [])
    if (cycle.length > 0) return cycle
  }
  return []
}

/** Lists and figures: they grow with what they list. */
const data: ReadonlySet<string> = new Set(['model/recognition/weights.ts', 'rules/index.ts'])

function cap(path: string): number {
  if (path.startsWith('knowledge/') || data.has(path)) return Number.POSITIVE_INFINITY
  return path.startsWith('syntax/') ? 500 : 300
}

/** Functions by their layout: from a line that opens one at some indentation to the line that closes it there. */
function longFunctions(text: string): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, start) => {
    const opening =
      /^(\s*)(?:export )?(?:async )?function\*? (\w+)|^(\s*)(?:export )?const (\w+) = .*=> \{$|^(\s*)(?:async )?\*?(\w+)\(.*\) ?(?::.*)?\{$/.exec(
        line,
      )
    if (!opening) return []
    const indentation = opening[1] ?? opening[3] ?? opening[5] ?? ''
    const length = lines.slice(start + 1).findIndex(each => each.startsWith(`${indentation}}`)) + 2
    const name = opening[2] ?? opening[4] ?? opening[6]
    return length > 60 ? [`${name} has ${length} lines`] : []
  })
}

/** Without comments and the text of strings, where "as" and "any" are English. */
function codeLines(text: string): string[] {
  return text
    .replace(/^import [\s\S]*?'$/gm, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .split('\n')
}
