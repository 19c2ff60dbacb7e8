// `arrowsmith flows`: the figures, and the tables kept in documents.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failuresContract, flowsContract } from './contract'
import { build, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

const stated = `flowchart LR
  web((Browser)) -->|HTTPS, 2s timeout| orders[Order service]
  orders -->|SQL, 500ms timeout, 2 retries| db[(Postgres)]
  %% orders@{ p50: 5ms, p99: 40ms, availability: 99.9%, replicas: 1 }
  %% db@{ p50: 4ms, p99: 30ms, availability: 99.95%, managed: true }
`
const document = `# Orders

\`\`\`mermaid
${stated}\`\`\`

<!-- arrowsmith:flows -->
<!-- /arrowsmith:flows -->

    <!-- arrowsmith:flows -->
`

describe('failures', () => {
  const shop = `flowchart LR
  web[Browser] -->|"HTTPS, 1s timeout"| api[Order API]
  api -->|"RESP, 100ms timeout, 2 attempts"| cache[(Redis)]
  api -->|SQL| db[(Postgres)]
  %% web@{ rate: 50/s }
  %% cache@{ hitRatio: 90%, availability: 99% }
  %% db@{ p50: 10ms, p99: 10ms }
  %% arrowsmith: { assume: nothing }
`
  const cwd = () => folderOf({ 'shop.mmd': shop })

  it('tell what an outage does, worst first', async () => {
    const { stdout, code } = await arrowsmith(['failures', '--format', 'json'], { cwd: cwd() })
    const { failures, coldCaches } = failuresContract.parse(JSON.parse(stdout))
    expect(coldCaches).toMatchObject([{ cache: 'cache', at: 'db', rates: { cold: 50, serving: null } }])
    expect(code).toBe(0)
    expect(failures).toEqual([
      expect.objectContaining({ down: 'api', effect: 'fails', failed: 1, shownAfter: 1000, stuck: 50 }),
      expect.objectContaining({ down: 'db', effect: 'degrades', failed: expect.closeTo(0.1, 6) }),
      // Two attempts of 100 ms, and then the database.
      expect.objectContaining({
        down: 'cache',
        effect: 'degrades',
        attempts: 2,
        p99: 210,
        usualP99: 10,
        stuck: 10,
      }),
    ])
  })

  it('come as tables, with where nothing ends the wait', async () => {
    const cwd = folderOf({ 'shop.mmd': shop.replace(/, 1s timeout|, 100ms timeout/g, '') })
    const [text, markdown] = await Promise.all(
      ['text', 'markdown'].map(format => arrowsmith(['failures', '--format', format], { cwd })),
    )
    expect(text?.stdout).toMatch(
      /^shop\.mmd\n {2}Down +Flow +Requests .*\n {2}Order API .* all fail .* 100% wait forever/,
    )
    expect(markdown?.stdout).toContain('| Postgres | Browser → Order API | 10% fail |')
    expect(text?.stdout).toMatch(/\n {2}Empty cache .*\n {2}Redis +Postgres +5\/s +50\/s \(× 10\)\n$/)
    expect(markdown?.stdout).toContain('| Redis | Postgres | 5/s | 50/s (× 10) |')
  })
})

describe('plans', () => {
  const promising = (objective: string) => `---
arrowsmith: { assume: nothing, objectives: { order: { from: web, to: api, ${objective} } } }
---
flowchart LR
  web[Browser] -->|"HTTPS, 5s timeout"| api[Order API]
  api -->|gRPC| price[Price service]
  api -->|"gRPC, 1% error rate"| stock[Stock service]
  %% api@{ availability: 99.9% }
  %% price@{ p50: 100ms, p99: 180ms, availability: 99.95% }
  %% stock@{ p50: 100ms, p99: 180ms, availability: 99.95% }
`
  const planned = async (objective: string, ...words: readonly string[]) => {
    const cwd = folderOf({ 'shop.mmd': promising(objective) })
    return await arrowsmith(['plan', 'shop.mmd', ...words], { cwd })
  }

  it('try again and make calls at once before anything is built or bought', async () => {
    const { stdout, code } = await planned('p99: 250ms, availability: 99.7%', '--format', 'json')
    const [plan] = JSON.parse(stdout).plans
    expect(code).toBe(0)
    expect(plan).toMatchObject({ path: 'shop.mmd', objective: 'order', met: true, remaining: [] })
    const lines = plan.steps.flatMap((step: { lines: readonly string[] }) => step.lines)
    expect(lines).toContain('%% api->price@{ order: parallel }')
    expect(lines).toContain('%% api->stock@{ attempts: 2, backoff: exponential, jitter: true }')
    expect(plan.steps.at(-1).reached.shortfalls).toEqual([])
  })

  it('say what stands in the way of what no change reaches', async () => {
    const { stdout, code } = await planned('availability: 99.9999999%')
    expect(code).toBe(1)
    expect(stdout).toMatch(/\n {4}1\. .*\n {9}%% .*\n {7}then p99 /)
    expect(stdout).toMatch(/No such change improves it further: .* mostly due to /)
  })

  it('share out what may fail in a year, and name the figures that decide', async () => {
    const { stdout } = await planned('availability: 98.7%', '--format', 'json')
    const [{ budget, deciding, met }] = JSON.parse(stdout).plans
    const year = 365 * 24 * 3600
    expect(met).toBe(true)
    expect(budget.allowedSecondsPerYear).toBeCloseTo(0.013 * year, 0)
    expect(budget.usedSecondsPerYear).toBeCloseTo((1 - 0.999 * 0.9995 ** 2 * 0.99) * year, 0)
    expect(budget.parts).toHaveLength(4)
    expect(budget.parts[0].name).toBe('errors of Order API → Stock service')
    expect(budget.parts[0].allowedSecondsPerYear).toBeCloseTo((0.013 * year) / 4, 0)
    expect(budget.parts[0].usedSecondsPerYear).toBeCloseTo(0.01 * 0.999 * 0.9995 ** 2 * year, 0)
    // Half as many errors more break the promise.
    expect(deciding[0]).toMatchObject({ name: 'Order API → Stock service', figure: 'errorRate', value: '1%' })
    expect(deciding[0].worse).toMatchObject({ value: '1.5%', reached: { shortfalls: [expect.any(String)] } })
    expect(deciding[0].better).toMatchObject({ value: '0.667%', reached: { shortfalls: [] } })
  })

  it('show both as tables', async () => {
    const { stdout } = await planned('availability: 98.7%')
    expect(stdout).toMatch(/\n {4}All together +4\.75 days +4\.37 days +8\.95 h\n/)
    expect(stdout).toMatch(/\n {4}Order API → Stock service: error rate +1% +1\.5%: 98\.3% available, missed/)
  })

  it('agree with what flows says of objectives, which names them as the place to look', async () => {
    const cwd = folderOf({ 'shop.mmd': promising('availability: 98.7%') })
    const [plan, flows, text] = await Promise.all([
      arrowsmith(['plan', '--format', 'json'], { cwd }),
      arrowsmith(['flows', '--format', 'json'], { cwd }),
      arrowsmith(['flows'], { cwd }),
    ])
    const [{ budget, deciding }] = JSON.parse(plan.stdout).plans
    expect(flowsContract.parse(JSON.parse(flows.stdout)).flows[0]?.objective).toMatchObject({
      budget,
      deciding,
    })
    expect(text.stdout).toContain("'arrowsmith plan' shows the budget of each dependency")
  })

  it('need an objective of that name', async () => {
    expect(await planned('p99: 1s', '--objective', 'none')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no objective is called none'),
    })
    expect((await planned('p99: 1s')).stdout).toContain('It is already met.')
  })
})

describe('figures', () => {
  it('come as JSON by the contract', async () => {
    const { stdout, code } = await arrowsmith(['flows', '--format', 'json'], {
      cwd: folderOf({ 'a.mmd': stated }),
    })
    const { flows } = flowsContract.parse(JSON.parse(stdout))
    expect(code).toBe(0)
    expect(flows).toHaveLength(1)
    expect(flows[0]).toMatchObject({
      path: 'a.mmd',
      line: 1,
      from: 'web',
      to: 'orders',
      attempts: 3,
      attemptsAt: 'db',
    })
  })

  it('come as a table', async () => {
    const { stdout } = await arrowsmith(['flows'], { cwd: folderOf({ 'a.mmd': stated }) })
    expect(stdout).toMatch(/^a\.mmd\n {2}Flow +p50 +p95 +p99 +Availability +Downtime +Worst case\n/)
    expect(stdout).toMatch(/ ms .*% .*3 attempts at Postgres\n/)
  })

  it('say when there is nothing to compute', async () => {
    const cwd = folderOf({ 'a.mmd': 'flowchart LR\n  a{Ready?} -->|yes| b[Go home]\n' })
    expect(await arrowsmith(['flows'], { cwd })).toEqual({
      code: 0,
      stdout: 'No request flows found.\n',
      stderr: '',
    })
  })
})

describe('kept tables', () => {
  it('are written once, checked, and found out of date', async () => {
    const cwd = folderOf({ 'a.md': document })
    const path = join(cwd, 'a.md')
    expect((await arrowsmith(['flows', '--check'], { cwd })).code).toBe(1)
    expect(await arrowsmith(['flows', '--write'], { cwd })).toEqual({
      code: 0,
      stdout: 'updated a.md\n',
      stderr: '',
    })
    const written = readFileSync(path, 'utf8')
    expect(written).toMatch(
      /<!-- arrowsmith:flows -->\n\n\| Flow \|[^\n]+\n\|---\|[^\n]+\n\| [^\n]+ \|\n\n[^\n]+\n\n<!-- \/arrowsmith:flows -->/,
    )
    expect(await arrowsmith(['flows', '--check'], { cwd })).toMatchObject({
      code: 0,
      stdout: '1 table up to date\n',
    })
    writeFileSync(path, written.replace('p99: 40ms', 'p99: 400ms'))
    expect(await arrowsmith(['flows', '--check'], { cwd })).toMatchObject({ code: 1 })
  })

  it('keep the line ends of the document', async () => {
    const cwd = folderOf({ 'a.md': document.replaceAll('\n', '\r\n') })
    await arrowsmith(['flows', '--write'], { cwd })
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).not.toMatch(/[^\r]\n/)
  })

  it('are refused without their end, and left alone inside code', async () => {
    const unclosed = document.replace('<!-- /arrowsmith:flows -->', '')
    const inCode = document
      .replace('<!-- arrowsmith:flows -->', '~~~\n<!-- arrowsmith:flows -->')
      .replace('-->\n\n    <', '-->\n~~~\n<')
    const cwd = folderOf({ 'a.md': unclosed })
    const ended = await arrowsmith(['flows', '--write'], { cwd })
    expect(ended.code).toBe(2)
    expect(ended.stderr).toContain('a.md:11: ')
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(unclosed)
    const other = folderOf({ 'a.md': inCode.replace(/<!-- arrowsmith:flows -->\n$/, '') })
    expect(await arrowsmith(['flows', '--write'], { cwd: other })).toMatchObject({
      stdout: 'no tables or figures of flows found\n',
    })
  })
})

describe('kept figures', () => {
  const flow = 'Browser → Order service'
  const kept = (asked: string, value = '?') => `<!-- arrowsmith: ${asked} -->${value}<!-- /arrowsmith -->`
  const told = (...asked: string[]) =>
    `# Orders\n\n\`\`\`mermaid\n${stated}\`\`\`\n\n${asked.map(each => `- It says ${kept(each)}, so.\n`).join('')}`

  it('in sentences, lists and tables are written once, checked, and found out of date', async () => {
    const text = told(`p99 of ${flow}`, `availability of ${flow}`, `worst case of ${flow}`, 'coverage')
    const cwd = folderOf({ 'a.md': `${text}\n| a |\n|---|\n| ${kept(`p50 of ${flow}`)} |\n` })
    const path = join(cwd, 'a.md')
    expect((await arrowsmith(['flows', '--check'], { cwd })).code).toBe(1)
    expect((await arrowsmith(['flows', '--write'], { cwd })).stdout).toBe('updated a.md\n')
    const written = readFileSync(path, 'utf8')
    const values = [...written.matchAll(/arrowsmith: .*? -->(.*?)<!-- /g)].map(match => match[1])
    expect(values).toEqual([
      expect.stringMatching(/^[\d.]+ ms$/),
      expect.stringMatching(/^(?:≈ )?99\.\d+ ?%$/),
      '3 attempts at Postgres',
      'protocol 2/2, timeout 2/2',
      expect.stringMatching(/^[\d.]+ ms$/),
    ])
    expect(await arrowsmith(['flows', '--check'], { cwd })).toMatchObject({
      code: 0,
      stdout: '5 figures up to date\n',
    })
    writeFileSync(path, written.replace('p99: 40ms', 'p99: 400ms').replaceAll('\n', '\r\n'))
    expect((await arrowsmith(['flows', '--check'], { cwd })).code).toBe(1)
  })

  it.each([
    ['p90 of x', "there is no figure 'p90' (did you mean 'p50'?); write one of coverage, p50"],
    [
      'p99 of Browser → Order servise',
      `no flow is called 'Browser → Order servise' (did you mean '${flow}'?)`,
    ],
    ['p99', "'p99' does not name a flow; write 'p99 of' and the name of a flow"],
  ])('%s is refused at its line, and nothing is written', async (asked, sentence) => {
    const text = told(asked, 'coverage')
    const cwd = folderOf({ 'a.md': text })
    const { code, stderr } = await arrowsmith(['flows', '--write'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining(`a.md:11: ${sentence}`)])
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text)
  })

  it('need their end in the same line, and are text inside code', async () => {
    const open = '<!-- arrowsmith: coverage -->'
    const cwd = folderOf({ 'a.md': `${told()}\n${open}\n`, 'b.md': `${told()}\nWrite \`${open}\` there.\n` })
    expect((await arrowsmith(['flows', '--check', 'a.md'], { cwd })).stderr).toContain(
      'a.md:12: a figure’s marker needs',
    )
    expect((await arrowsmith(['flows', '--check', 'b.md'], { cwd })).code).toBe(0)
  })
})
