// Whatever its size, a document gets an answer: what is nested or chained without end is left out, and said.

import { describe, expect, it } from 'vitest'
import { times, word } from '../growth/generator'
import { build, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

/** Beyond what too-large lets through. */
const depth = 11_000

describe('nested or chained without end', () => {
  it.each([
    ['groups', `flowchart LR\n${times(depth, n => `subgraph g${n}`)}\na --> b\n${times(depth, () => 'end')}`],
    [
      'groups that stay readable',
      `flowchart LR\n${times(2000, n => `subgraph g${n}`)}\na --> b\n${times(2000, () => 'end')}`,
    ],
    [
      'fragments',
      `sequenceDiagram\n${times(150, () => 'loop x')}\na->>b: GET /x\n${times(150, () => 'end')}`,
    ],
    [
      'boundaries',
      `C4Container\n${times(5000, n => `Container_Boundary(b${n}, "B") {`)}\n${times(5000, () => '}')}`,
    ],
    ['calls', `sequenceDiagram\n${times(depth, n => `p${n}->>p${n + 1}: GET /x`)}`],
    ['arrows', `flowchart LR\n${times(depth, n => `n${n} --> n${n + 1}`)}`],
    [
      'products of groups',
      `flowchart LR\n${times(3000, n => `a${n}`, ' & ')} --> ${times(3000, n => `b${n}`, ' & ')}`,
    ],
  ])('%s: too-large says what is left out', async (_, text) => {
    const cwd = folderOf({ 'a.mmd': text })
    const { code, stdout, stderr } = await arrowsmith(['lint', '--format', 'json', 'a.mmd'], { cwd })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('"too-large"')
    const flows = await arrowsmith(['flows', 'a.mmd'], { cwd })
    expect(flows.code).toBe(0)
    expect(flows.stderr).toMatch(/a\.mmd:1: .*(?:nodes, arrows and groups|characters|levels deep)/)
    expect((await arrowsmith(['inspect', 'a.mmd'], { cwd })).code).toBe(0)
  })

  it('flows of which too many calls are told apart are named, and so are their objectives', async () => {
    const text = `flowchart LR
web[Web app] --> api[API service]
${times(150, n => `api --> ${word(n)}[${word(n)} service]\n%% api->${word(n)}@{ attempts: 50, timeout: ${n + 9}ms }`)}
web --> blog[Blog service]
%% arrowsmith: { objectives: { checkout: { from: web, to: api, p99: 1s, availability: 99% } } }`
    const cwd = folderOf({ 'a.mmd': text })
    const flows = await arrowsmith(['flows', 'a.mmd'], { cwd })
    expect(flows.code).toBe(0)
    expect(flows.stderr).toContain(
      'a.mmd:1: checkout is left out, because computing so many calls takes too long.',
    )
    expect(flows.stdout).toContain('Web app → Blog service')
    const { stdout } = await arrowsmith(['lint', '--format', 'json', 'a.mmd'], { cwd })
    expect(stdout.match(/checkout is not checked/g)).toHaveLength(1)
  })

  it('calls one inside the other are cut off, and the rest is worked out', async () => {
    const text = `sequenceDiagram\n${times(4000, n => `p${n}->>p${n + 1}: GET /x`)}`
    const cwd = folderOf({ 'a.mmd': text })
    const lint = await arrowsmith(['lint', '--format', 'json', '--exit-zero', 'a.mmd'], { cwd })
    expect(lint).toMatchObject({ code: 0, stderr: '' })
    expect(lint.stdout).not.toMatch(/crashed on this diagram/)
    const flows = await arrowsmith(['flows', '--assumed', 'a.mmd'], { cwd })
    expect(flows).toMatchObject({ code: 0, stderr: '' })
    expect(flows.stdout).toContain('more than 64 calls one inside the other')
  })
})

describe('what would take too long to work out is left out, and said', () => {
  it.each([
    [
      'rounds of loops in loops',
      `sequenceDiagram
  web->>api: GET /x
${times(4, n => `  %% @{ calls: 100 }\n  loop ${n}\n  %% @{ share: 50% }\n  opt some`)}
  api->>db: SELECT x
${times(8, () => '  end')}`,
      'branches are drawn for several of them together',
    ],
    [
      'availability of a tangle',
      `flowchart LR
web[Web app] --> api[API service]
${times(150, n => `api -->|gRPC| n${n}[${word(n)} service]\n%% api->n${n}@{ fallback: n${(n * n * 7 + 3) % 150} }`)}`,
      'The availability is a lower bound, because the diagram is too complex for an exact one.',
    ],
    [
      'half of a thousand million copies',
      'flowchart LR\nweb[Web app] --> api[Order API]\n%% api@{ availability: 99%, replicas: 1000000000, quorum: 500000000 }',
      'Web app → Order API',
    ],
  ])('%s', async (_, text, said) => {
    const cwd = folderOf({ 'a.mmd': text })
    const { code, stdout, stderr } = await arrowsmith(['flows', '--assumed', 'a.mmd'], { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(said)
  })
})

describe('within its room', () => {
  it('five hundred diagrams are checked, and settings that nobody reads are not', async () => {
    const keys = times(9000, n => `      key${n}: 1ms`)
    const settings = `---\narrowsmith:\n  preset: strict\n  defaults:\n    node:\n${keys}\n---\n`
    const diagrams = times(700, n => `\`\`\`mermaid\nflowchart LR\na${n} --> b${n}\n\`\`\`\n`)
    const cwd = folderOf({ 'a.md': settings + diagrams })
    const { stdout } = await arrowsmith(['lint', '--format', 'json', 'a.md'], { cwd })
    expect(stdout.match(/"too-large"/g)).toHaveLength(2)
    expect(stdout).toMatch(/settings of more than 100,000 are not read/)
    expect(stdout).toMatch(/more than 500 diagrams/)
  })

  it('a document is checked; the diagram that exceeds it is named once', async () => {
    const diagram = (n: number, arrows: number) =>
      `\`\`\`mermaid\nflowchart LR\n${times(arrows, i => `n${n}x${i} --> m${n}x${i}`)}\n\`\`\`\n`
    const cwd = folderOf({ 'a.md': [1, 4000, 4000, 1].map((arrows, n) => diagram(n, arrows)).join('\n') })
    const { stdout } = await arrowsmith(['lint', '--format', 'json', '--preset', 'sketch', 'a.md'], { cwd })
    expect(stdout.match(/"too-large"/g)).toHaveLength(1)
    const inspected = await arrowsmith(['inspect', 'a.md'], { cwd })
    expect(inspected.stdout.match(/"role": "structure"/g)?.length).toBeGreaterThan(4000)
  })
})
