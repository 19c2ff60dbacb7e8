// `lint --syntax all`: the families that only Mermaid reads, each with a diagram that it draws and one that it refuses.

import { describe, expect, it } from 'vitest'
import { build, folderOf, runner } from './program'

const arrowsmith = runner(build())

/** What is drawn, a line that breaks it, and the text that is pointed at; '' stands for the whole line. */
const families: readonly (readonly [string, string, string])[] = [
  ['classDiagram\n  Order <|-- Gift\n  Order : +int total', '  Order <|| Gift', ''],
  ['stateDiagram-v2\n  [*] --> Open', '  Open --> --> Paid', '-->'],
  ['erDiagram\n  CUSTOMER ||--o{ PARCEL : sends', '  CUSTOMER ||--{ PARCEL', '{'],
  ['gantt\n  title Move\n  section Plan\n  Draft :d1, 2026-01-01, 30d', '  sektion Pack', ''],
  ['pie title Traffic\n  "Web" : 3', '  App : many', 'A'],
  ['timeline\n  title Years\n  2002 : founded', '  : : :', ':'],
  ['gitGraph\n  commit\n  branch next', '  brunch late', 'brunch'],
  ['quadrantChart\n  title Reach\n  x-axis Low --> High', '  z-axis Near --> Far', '-->'],
  ['xychart-beta\n  title "Load"\n  x-axis [jan, feb]', '  bar 1, 2]', ','],
  ['sankey-beta\n\ncoal,power,10', 'coal,heat', ''],
  ['block-beta\n  columns 1\n  web api', '  web --> --> api', '-->'],
  ['packet-beta\n  0-15: "Source port"', '  16-x: "Target port"', 'x'],
  ['requirementDiagram\n  requirement speed {\n    id: 1', '    idx: 2', 'idx'],
  ['journey\n  title Day\n  section Morning\n    Rise: 5: Me', '    Eat', ''],
  ['treemap-beta\n"Cost"\n  "Web": 10', '  App": 20', '"'],
]

const document = (diagram: string) =>
  `# Notes\n\n> \`\`\`mermaid\n> ---\n> title: Notes\n> ---\n> %% a comment\n${diagram.replace(/^/gm, '> ')}\n> \`\`\`\n`

const endOf = (diagram: string) => (diagram.startsWith('requirement') ? '\n  }' : '')

describe('--syntax all', () => {
  it('draws what Mermaid draws, and says nothing', async () => {
    const drawn = families.map(
      ([diagram], index) => [`${index}.md`, document(diagram + endOf(diagram))] as const,
    )
    expect(
      await arrowsmith(['lint', '--syntax', 'all', '--format', 'agent'], {
        cwd: folderOf(Object.fromEntries(drawn)),
      }),
    ).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
  })

  it('reports what it refuses at the author’s place, in every family', async () => {
    const broken = families.map(
      ([diagram, line], index) =>
        [`${String(index).padStart(2, '0')}.md`, document(`${diagram}\n${line}${endOf(diagram)}`)] as const,
    )
    const cwd = folderOf(Object.fromEntries(broken))
    const { code, stdout } = await arrowsmith(['lint', '--syntax', 'all', '--format', 'json'], { cwd })
    // Now the findings without Mermaid's are known.
    expect((await arrowsmith(['lint', '--syntax', 'all', '--format', 'json'], { cwd })).stdout).toBe(stdout)
    const {
      files,
    }: {
      files: { path: string; findings: { rule: string; line: number; column: number; endColumn: number }[] }[]
    } = JSON.parse(stdout)
    const places = files.map(({ path, findings: [finding] }) => {
      const text = broken.find(([name]) => name === path)![1].split('\n')[(finding?.line ?? 1) - 1]!
      return [
        finding?.rule,
        text.slice(2),
        text.slice((finding?.column ?? 1) - 1, (finding?.endColumn ?? 1) - 1),
      ]
    })
    expect(places).toEqual(families.map(([, line, found]) => ['syntax-error', line, found || line.trim()]))
    expect(code).toBe(1)
  })

  it('says what it finds in words, and obeys severities and suppressions', async () => {
    const text = document('gitGraph\n  commit\n  brunch late')
    const lint = async (files: Readonly<Record<string, string>>) =>
      (await arrowsmith(['lint', '--syntax', 'all', '--format', 'agent'], { cwd: folderOf(files) })).stdout
    expect(await lint({ 'a.md': text })).toBe(
      'a.md:10:5: error syntax-error: Mermaid cannot read this gitGraph any further: “brunch” is not allowed here. It is not drawn.\n',
    )
    const off = '{ "rules": { "syntax-error": "off" } }'
    expect(await lint({ 'a.md': text, 'arrowsmith.config.json': off })).toBe('')
    expect(
      await lint({ 'a.md': text.replace('%% a comment', '%% arrowsmith-disable syntax-error -- a sketch') }),
    ).toBe('')
  })

  it('is off unless asked for', async () => {
    const cwd = folderOf({ 'a.md': document('gitGraph\n  brunch late') })
    expect((await arrowsmith(['lint', '--format', 'agent'], { cwd })).stdout).toBe('')
  })
})
