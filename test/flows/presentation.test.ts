// Figures as people read them: no more digits than their inputs bear.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, lenses } from '../../src/service'
import { estimate, percentage } from '../../src/service/quantities'
import { build, folderOf, runner } from '../cli/program'

const shop = `flowchart LR
  web((Browser)) -->|HTTPS| orders[Order service] -->|SQL| db[(Postgres)]
  %% orders@{ p50: 12.34ms, p99: 97.3ms, availability: 99.95% }
  %% db@{ p50: 123.4ms, p99: 1.287s, availability: 99.99% }
`

describe('figures in text', () => {
  it('of percentiles have two digits', () => {
    expect([0.0314, 7.126, 97.3, 138.2, 1287, 63_400].map(estimate)).toEqual([
      '31 µs',
      '7.1 ms',
      '97 ms',
      '140 ms',
      '1.3 s',
      '63 s',
    ])
    expect([997, 999.6, 119_900].map(estimate)).toEqual(['1 s', '1 s', '2 min'])
    expect(estimate(null)).toBe('–')
  })

  it('of availability have the nines and what follows', () => {
    expect([0.9, 0.99, 0.9983, 0.99940005, 0.9999962, 1 - 1.7e-9, 1].map(percentage)).toEqual([
      '90 %',
      '99 %',
      '99.83 %',
      '99.94 %',
      '99.99962 %',
      '99.99999983 %',
      '100 %',
    ])
  })

  it('stand side by side in the table and above the diagram', async () => {
    const arrowsmith = runner(build('cli'))
    const { stdout } = await arrowsmith(['flows'], { cwd: folderOf({ 'a.mmd': shop }) })
    expect(stdout).toMatch(/ 140 ms +670 ms +1\.3 s +99\.94 % +5\.26 h\/year +one attempt each\n/)
    const snapshot = analyze(shop, { language: 'mermaid', configuration: defaultConfiguration })
    expect(lenses(snapshot).map(({ title }) => title)).toEqual([
      'p99 1.3 s · 99.94 % · 5.26 h/year · Preview',
    ])
  })
})
