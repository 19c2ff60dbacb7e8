// Labels and file names that want to be more than text: nothing in the output is obeyed by a terminal or a CI server.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/adapters/cli/reporters/formats'
import { build, folderOf, repository, runner } from './program'

const arrowsmith = runner(build('cli'))

const filler = 'x'.repeat(75)
const esc = '\u001b]0;title\u0007\u001b[2J\u009b31m'
const hostile = `flowchart LR
  web["Web ${esc}\u202e ##[error]no ##vso[task.complete]app"] --> api["x ::set-output=a::b | ![x](https://example.com/x.png) <img src=x> ${filler}"]
  api -->|"SQL ::error::e ${esc}, 500ms timeout"| db[("Postgres ##teamcity[x]")]
  api -->|"::error::x"| cache[("::warning::Redis")]
  %% db@{ nonsense${esc}: ::warning::w, p99: ::error::y }
`
/** No file system takes a slash, and Windows takes hardly anything. */
const name = process.platform === 'win32' ? '##[b].md' : `::error::a\n::error::b ${esc} ##[c]|<d>.md`

const marks = '<!-- arrowsmith:flows -->\n<!-- /arrowsmith:flows -->\n'
const files = { [name]: `# Design\n\n\`\`\`mermaid\n${hostile}\`\`\`\n\n${marks}` }

const commands = [
  ...formats.map(format => ['lint', '--format', format]),
  ['lint', '--fix-dry-run'],
  ...['text', 'json', 'markdown'].map(format => ['flows', '--assumed', '--format', format]),
  ['flows', '--check'],
  ['inspect'],
  ...['text', 'json', 'markdown'].map(format => ['diff', '/dev/null', name, '--format', format]),
  ['lint', `${name}::error::none`, '\n::error::none'],
  ['explain', `\n::error:: ${esc} nothing at all`],
  ['lint', `--rule=\n::error::${esc}=off`],
]

it('nothing is printed but through the doors that make it harmless', () => {
  const folder = join(repository, 'src/adapters/cli')
  const doors = ['output.ts', 'printable.ts']
  const others = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    path => path.endsWith('.ts') && !doors.includes(path),
  )
  const printing = /console\.|process\.(?:stdout|stderr)\.write|JSON\.stringify\([^\n]*undefined, 2/
  expect(others.filter(path => printing.test(readFileSync(join(folder, path), 'utf8')))).toEqual([])
})

const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029]/)

describe('what is printed of hostile labels and names', () => {
  it.each(commands.map(words => [words.map(word => JSON.stringify(word)).join(' '), words] as const))(
    '%s',
    async (_, words) => {
      const { stdout, stderr } = await arrowsmith(words, { cwd: folderOf(files) })
      const obeyed = linesOf(stdout + stderr).filter(
        line =>
          /^\s*::|##\w*\[/.test(line) && !/^::(?:error|warning|notice) file=[^:]*,title=[\w-]+::/.test(line),
      )
      expect(obeyed).toEqual([])
      expect(`${stdout}${stderr}`.match(/[^\P{Cc}\n]|[\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu)).toBeNull()
      expect(stdout + stderr).toContain('error')
    },
  )

  it('says the same as JSON', async () => {
    const { stdout } = await arrowsmith(['inspect'], { cwd: folderOf(files) })
    expect(JSON.parse(stdout)).toMatchObject({
      diagrams: [{ path: name, nodes: expect.arrayContaining([expect.objectContaining({ id: 'db' })]) }],
    })
    expect(stdout).toContain('\\u0023[error]')
  })

  it('is escaped in the tables that documents keep', async () => {
    const cwd = folderOf(files)
    await arrowsmith(['flows', '--write'], { cwd })
    const [, table = ''] = readFileSync(join(cwd, name), 'utf8').split('<!-- arrowsmith:flows -->')
    expect(table).toContain('a::b \\| !\\[x\\] |')
    expect(table.match(/^\|/gm)?.length).toBeGreaterThan(2)
    expect((await arrowsmith(['flows', '--check'], { cwd })).code).toBe(0)
  })
})
