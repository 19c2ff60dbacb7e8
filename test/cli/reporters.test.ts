// How findings are written: frames for people, and the formats of other tools.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { build, design, flawless, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

async function report(text: string, ...words: string[]): Promise<string> {
  const { stdout } = await arrowsmith(['lint', '--rule', 'unlabeled-arrow=warning', ...words], {
    cwd: folderOf({ 'a.mmd': text }),
  })
  return stdout
}

/** Every line of a frame that shows marks, with the line above. */
function frames(text: string): string[][] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => (/│ +\^+$/.test(line) ? [[lines[index - 1] ?? '', line]] : []))
}

describe('frames', () => {
  it('show the line and mark the culprit', async () => {
    const text = await report(design)
    expect(text).toMatch(/^a\.mmd\n\n {2}3:10 {2}warning {2}unlabeled-arrow {2}fix in the editor\n/)
    expect(frames(text)).toEqual([['    3 │   orders --> stock[Inventory service]', '      │          ^^^']])
    expect(text).toMatch(
      /\n1 finding in 1 diagram of 1 file: 1 warning\n1 fix needs your decision: open it in the editor\n$/,
    )
  })

  it.each([
    ['Chinese', 'x["注文 service"]', 20],
    ['emoji', 'x["👩‍👩‍👧 📦 service"]', 21],
    ['accents put together', 'x["Cafe\u0301 service"]', 20],
    ['a tab', 'orders\t', 11],
  ])('align the marks under %s', async (_, node, indent) => {
    const [frame] = frames(await report(design.replace('orders -->', `${node} -->`)))
    expect(frame?.[1]).toBe(`      │ ${' '.repeat(indent)}^^^`)
  })

  it('fit a long line into the terminal, marks included', async () => {
    const wordy = `"Order service ${'of a region '.repeat(40)}"`
    const text = await report(
      design.replace('orders -->', `x[${wordy}] -->`).replace('[Inventory service]', `[${wordy}]`),
    )
    expect(text.split('\n').every(line => line.length <= 100)).toBe(true)
    const [source = '', marks = ''] = frames(text)[0] ?? []
    expect(source.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('-->')
  })

  it('never pass control characters of the text on', async () => {
    const text = await report(design.replace('orders -->', 'x["Order service \u001b[31mred\u202e"] -->'))
    expect(text).toContain('[31mred')
    expect(['\u001b', '\u202e'].filter(mark => text.includes(mark))).toEqual([])
  })

  it('are colored when asked, and plain otherwise', async () => {
    expect(await report(design, '--color')).toContain('\u001b[')
    expect(await report(design)).not.toContain('\u001b[')
  })
})

describe('--quiet', () => {
  it('leaves out what does not count', async () => {
    expect(await report(design, '--rule', 'unlabeled-arrow=info')).toContain('unlabeled-arrow')
    expect(await report(design, '--rule', 'unlabeled-arrow=info', '--quiet')).not.toContain('unlabeled-arrow')
  })
})

describe('formats of other tools', () => {
  it('SARIF names rule, place and fix', async () => {
    const region = z.object({
      startLine: z.int(),
      startColumn: z.int(),
      endLine: z.int(),
      endColumn: z.int(),
    })
    const artifactLocation = z.object({ uri: z.string() })
    const sarif = z.object({
      version: z.literal('2.1.0'),
      runs: z.tuple([
        z.object({
          tool: z.object({
            driver: z.object({
              rules: z.array(
                z.object({ id: z.string(), help: z.object({ text: z.string(), markdown: z.string() }) }),
              ),
            }),
          }),
          results: z.array(
            z.object({
              ruleId: z.string(),
              level: z.enum(['error', 'warning', 'note']),
              message: z.object({ text: z.string() }),
              locations: z.tuple([z.object({ physicalLocation: z.object({ artifactLocation, region }) })]),
              fixes: z.array(
                z.object({
                  artifactChanges: z.array(
                    z.object({ replacements: z.array(z.object({ deletedRegion: region })) }),
                  ),
                }),
              ),
            }),
          ),
        }),
      ]),
    })
    const [run] = sarif.parse(JSON.parse(await report(design, '--format', 'sarif'))).runs
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(['unlabeled-arrow'])
    expect(run.results[0]).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a.mmd' },
            region: { startLine: 3, startColumn: 10, endLine: 3, endColumn: 13 },
          },
        },
      ],
    })
  })

  it('GitHub gets workflow commands', async () => {
    expect(await report(design, '--format', 'github')).toMatch(
      /^::warning file=a\.mmd,line=3,endLine=3,col=10,endColumn=13,title=unlabeled-arrow::[^\n]+%0Ahttps:[^\n]+\n$/,
    )
  })

  it('JUnit gets a failed case, and a passed one for a file without findings', async () => {
    expect(await report(design, '--format', 'junit')).toMatch(
      /<testsuite name="a\.mmd" tests="1" failures="1" errors="0">\n {4}<testcase classname="a\.mmd" name="unlabeled-arrow at 3:10"><failure type="warning" message="[^"<&]+/,
    )
    expect(await report(flawless, '--format', 'junit')).toContain(
      '<testcase classname="a.mmd" name="no findings"/>',
    )
  })

  it('GitLab gets a fingerprint that survives another line above', async () => {
    const issue = z.object({
      check_name: z.literal('unlabeled-arrow'),
      fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
      severity: z.literal('major'),
      location: z.object({ path: z.literal('a.mmd'), lines: z.object({ begin: z.int() }) }),
    })
    const issues = async (text: string) =>
      z.array(issue).parse(JSON.parse(await report(text, '--quiet', '--format', 'gitlab')))
    const [first] = await issues(design)
    const [moved] = await issues(design.replace('flowchart LR\n', 'flowchart LR\n\n  %% a comment\n'))
    expect(moved).toEqual({ ...first, location: { path: 'a.mmd', lines: { begin: 5 } } })
    const twice = await issues(
      `${design}  orders --> stock & mail[Mail service]\n  %% orders->mail@{ timeout: 300ms }\n`,
    )
    expect(new Set(twice.map(({ fingerprint }) => fingerprint)).size).toBe(twice.length)
    expect(twice.length).toBeGreaterThan(1)
    expect(JSON.parse(await report(flawless, '--format', 'gitlab'))).toEqual([])
  })

  it('Checkstyle gets files with errors, quotes escaped', async () => {
    const text = await report(design.replace('Order service', 'Order "A" & B'), '--format', 'checkstyle')
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<checkstyle version="4\.3">\n {2}<file name="a\.mmd">\n/,
    )
    expect(text).toMatch(
      /<error line="3" column="10" severity="warning" message="[^"<]*" source="arrowsmith\.unlabeled-arrow"\/>/,
    )
  })

  it('Markdown gets a table, in which labels are text', async () => {
    const text = await report(
      design.replace('orders[Order service]', 'orders["![x](https://example.com) | A"]'),
      '--format',
      'markdown',
    )
    expect(text).toMatch(/^\*\*1 finding\*\* in 1 diagram of 1 file\n\n#### a\.mmd\n\n\| line \| /)
    expect(text).toMatch(/\n\| 3 \| warning \| unlabeled-arrow \| .*!\\\[x\\\].* \\\| A/)
  })

  it('an assistant gets a line for each finding', async () => {
    expect(await report(design, '--format', 'agent')).toMatch(
      /^a\.mmd:3:10: warning unlabeled-arrow: [^\n]+\n$/,
    )
    expect(await report(flawless, '--format', 'agent')).toBe('')
  })
})

describe('--output-file', () => {
  const lint = (folder: string, ...words: string[]) =>
    arrowsmith(['lint', '--rule', 'unlabeled-arrow=warning', ...words], { cwd: folder })

  it('takes what would have been printed, or another format besides', async () => {
    const folder = folderOf({ 'a.mmd': design })
    const printed = await lint(folder)
    const besides = await lint(folder, '-o', 'sarif=out/findings.sarif', '-o', 'agent=findings.txt')
    expect(besides).toEqual(printed)
    expect(JSON.parse(readFileSync(join(folder, 'out/findings.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(readFileSync(join(folder, 'findings.txt'), 'utf8')).toMatch(/^a\.mmd:3:10: /)
    const instead = await lint(folder, '-o', 'findings.txt', '--color')
    expect(instead).toEqual({ ...printed, stdout: '' })
    expect(readFileSync(join(folder, 'findings.txt'), 'utf8')).toBe(printed.stdout)
  })

  it('that cannot be written is said, and fails the run', async () => {
    const folder = folderOf({ 'a.mmd': flawless, 'taken/x': '' })
    const { code, stdout, stderr } = await lint(folder, '-o', 'json=taken')
    expect([code, stdout]).toEqual([2, expect.stringContaining('No findings')])
    expect(stderr).toMatch(/^arrowsmith: taken: can't be written: /)
  })
})
