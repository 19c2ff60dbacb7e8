// Figures as people read them: no more digits than their inputs bear.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, lenses } from '../../src/service'
import { estimate, formatPercentage } from '../../src/text/figures'
import { build, folderOf, runner } from '../cli/program'

const shop = `flowchart LR
  web((Browser)) -->|HTTPS| orders[Order service] -->|SQL| db[(Postgres)]
  %% orders@{ p50: 12.34ms, p99: 97.3ms, availability: 99.95% }
  %% db@{ p50: 123.4ms, p99: 1.287s, availability: 99.99% }
`

const arrowsmith = runner(build('cli'))

describe('figures in text', () => {
  it('of percentiles have two digits', () => {
    expect([0.0314, 7.126, 97.3, 138.2, 1287, 63_400].map(ms => estimate(ms))).toEqual([
      '31 µs',
      '7.1 ms',
      '97 ms',
      '140 ms',
      '1.3 s',
      '63 s',
    ])
    expect([997, 999.6, 119_900].map(ms => estimate(ms))).toEqual(['1 s', '1 s', '2 min'])
    expect(estimate(null)).toBe('–')
  })

  it('of availability have the nines and what follows', () => {
    expect([0.9, 0.99, 0.9983, 0.99940005, 0.9999962, 1 - 1.7e-9, 1].map(formatPercentage)).toEqual([
      '90%',
      '99%',
      '99.83%',
      '99.94%',
      '99.99962%',
      '99.99999983%',
      '100%',
    ])
  })

  it('stand side by side in the table and above the diagram', async () => {
    const { stdout } = await arrowsmith(['flows'], { cwd: folderOf({ 'a.mmd': shop }) })
    expect(stdout).toMatch(/ 140 ms +670 ms +1\.3 s +99\.94% +5\.26 h a year +one attempt each\n/)
    const snapshot = analyze(shop, { language: 'mermaid', configuration: defaultConfiguration })
    expect(lenses(snapshot).map(({ title }) => title)).toEqual([
      expect.stringMatching(/^[^:]+: p99 1\.3 s · 99\.94%, down 5\.26 h a year · /),
    ])
  })

  it('are marked where they rest on something assumed, in tables and above the diagram', async () => {
    const open = 'flowchart LR\n  web((Web app)) -->|HTTPS| orders[Order service] -->|LDAP| zorp[Zorp]\n'
    const cwd = folderOf({ 'a.mmd': open })
    const { stdout } = await arrowsmith(['flows'], { cwd })
    expect(stdout).toMatch(/ ≈ 10 ms +≈ 51 ms +≈ 100 ms +≈ 99\.9% +≈ 8\.76 h a year +one attempt each\n/)
    expect(stdout).toContain('  Not included: Zorp, because no figure is known.\n')
    const markdown = await arrowsmith(['flows', '--format', 'markdown'], { cwd })
    expect(markdown.stdout).toContain('| ≈ 10 ms | ≈ 51 ms | ≈ 100 ms | ≈ 99.9% | ≈ 8.76 h a year |')
    const snapshot = analyze(open, { language: 'mermaid', configuration: defaultConfiguration })
    expect(lenses(snapshot)).toMatchObject([
      {
        title: expect.stringMatching(
          /^Web app → Order service: p99 ≈ 100 ms · ≈ 99\.9%, down 8\.76 h a year · Not included: Zorp, because no figure is known · \d+ findings?$/,
        ),
        tooltip:
          "5 figures are assumed. Not included: Zorp, because no figure is known. The client's network is not included: state rtt on the client's arrow to count it.",
      },
    ])
  })

  it('tell calls from attempts', async () => {
    const worst = async (...arrows: string[]) => {
      const text = ['sequenceDiagram', ...arrows].join('\n  ')
      const { stdout } = await arrowsmith(['flows'], { cwd: folderOf({ 'a.mmd': text }) })
      return /a year +(.*)\n/.exec(stdout)?.[1]
    }
    const twice = ['web->>api: GET /me', 'api-->>web: 200', 'web->>api: GET /cart', 'api-->>web: 200']
    const ends = ['participant web as Browser', 'participant api as API', 'participant db as Postgres']
    expect(await worst(...ends, ...twice)).toBe('2 calls, one attempt each')
    expect(await worst(...ends, ...twice, '%% web->>api@{ retries: 2 }')).toBe(
      '6 attempts at API for 2 calls',
    )
    const thrice = [...twice, 'web->>api: POST /x', 'api->>db: INSERT', 'db-->>api: ok', 'api-->>web: 200']
    expect(await worst(...ends, ...thrice, '%% api->>db@{ retries: 1 }')).toBe(
      '3 calls at API, one attempt each',
    )
  })

  it('of a diagram with syntax errors say so', async () => {
    const cwd = folderOf({ 'a.mmd': 'flowchart LR\n  web[Browser] -->|HTTPS| api[Order API]\n  api -->\n' })
    const said = 'the diagram has syntax errors; the affected statements are left out'
    expect((await arrowsmith(['flows'], { cwd })).stdout).toContain(`  T${said.slice(1)}.\n`)
    expect((await arrowsmith(['flows', '--format', 'json'], { cwd })).stderr).toContain(`a.mmd:1: ${said}\n`)
  })
})
