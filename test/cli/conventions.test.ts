// Rules of one's own, as a workspace states them: heard, suppressed, overridden, and refused where they make no sense.

import { describe, expect, it } from 'vitest'
import { lintContract } from './contract'
import { build, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

const shop = `flowchart LR
  web[Browser] -->|"HTTPS, 2s timeout"| orders[Order service]
  web -->|"HTTPS, 2s timeout"| ledger[(Ledger db)]
  orders -->|"gRPC, 1s timeout"| stock[Stock service]
  subgraph payments [Payments]
    psp[Charge service]
  end
  psp -->|"HTTPS, 500ms timeout"| stock
`

async function lint(conventions: readonly object[], text = shop, inner?: readonly object[]) {
  const file = (list: readonly object[]) => JSON.stringify({ preset: 'sketch', conventions: list })
  const cwd = folderOf({
    'arrowsmith.config.json': file(conventions),
    'docs/shop.mmd': text,
    ...(inner && { 'docs/arrowsmith.config.json': file(inner) }),
  })
  const { stdout, stderr, code } = await arrowsmith(['lint', '--format', 'json', 'docs'], { cwd })
  const own = new Set([...conventions, ...(inner ?? [])].flatMap(each => ('id' in each ? [each.id] : [])))
  const found = stdout === '' ? [] : lintContract.parse(JSON.parse(stdout)).files
  const findings = found.flatMap(each => each.findings).filter(({ rule }) => own.has(rule))
  return { stderr, code, findings, said: findings.map(({ message }) => message) }
}

const noStores = { id: 'no-stores', from: { kind: ['browser'] }, mayNotCall: { kind: 'database' } }

describe('a convention', () => {
  it.each([
    ['what must not be called', noStores, ['Browser must not call Ledger db.']],
    [
      'all that may be called',
      { id: 'apart', from: { group: 'Payments' }, mayCallOnly: { group: 'pay*' } },
      ['Charge service must not call Stock service, which is not on its list of allowed calls.'],
    ],
    [
      'all that may call',
      { id: 'guarded', to: 'ledger*', mayBeCalledOnlyBy: 'Ledger API' },
      ['Ledger db must not be called by Browser.'],
    ],
    [
      'a technology',
      { id: 'products', of: { kind: 'database' }, requires: 'technology' },
      ['Ledger db names no technology.'],
    ],
    [
      'one of some protocols',
      {
        id: 'grpc',
        from: { kind: 'service' },
        to: { kind: 'service' },
        requires: 'protocol',
        protocols: 'gRPC',
      },
      ['The call from Charge service to Stock service speaks none of gRPC.'],
    ],
    [
      'names',
      { id: 'names', of: { kind: 'database' }, named: '* store' },
      ['Ledger db does not follow the naming of this workspace: * store.'],
    ],
  ])('says %s', async (_, convention, said) => {
    const { stderr, ...result } = await lint([convention])
    expect(stderr).toBe('')
    expect(result.said).toEqual(said)
  })

  it('says its own message, at its severity, and fails the run', async () => {
    const convention = { ...noStores, message: 'Ask the service that owns the data.', severity: 'error' }
    const { findings, code } = await lint([convention])
    expect(findings).toMatchObject([
      { severity: 'error', message: 'Browser must not call Ledger db. Ask the service that owns the data.' },
    ])
    expect(code).toBe(1)
  })

  it('is suppressed by its id, and the comment is not called unused', async () => {
    const text = shop.replace(
      '  web -->|"HTTPS, 2s timeout"| ledger',
      '  %% arrowsmith-disable-next-line no-stores -- legacy\n$&',
    )
    const { findings } = await lint([noStores], text)
    expect(findings.filter(({ suppressed }) => !suppressed)).toEqual([])
    expect(findings).toHaveLength(1)
  })

  it('is taken back by one of its id in an inner folder', async () => {
    expect((await lint([noStores], shop, [{ ...noStores, severity: 'off' }])).said).toEqual([])
    expect((await lint([noStores], shop, [])).said).toHaveLength(1)
  })
})

it.each([
  [{ from: 'web', mayNotCall: 'db' }, 'A convention needs an "id"'],
  [{ id: 'missing-timeout', mayNotCall: 'db' }, '"missing-timeout" is a built-in rule'],
  [{ id: 'x', from: 'web' }, 'A convention says one thing: "mayNotCall"'],
  [{ id: 'x', mayNotCall: { kind: 'databas' } }, 'Did you mean "database"?'],
  [{ id: 'x', mayNotCall: { kinds: 'database' } }, 'There is no way to select components called "kinds"'],
  [{ id: 'x', requires: 'protocol', protocols: 'gRPX' }, '"gRPX" is not a known protocol.'],
  [{ id: 'x', mayNotcall: 'db' }, 'Did you mean "mayNotCall"?'],
])('refuses %j', async (convention, said) => {
  expect((await lint([convention])).stderr).toContain(said)
})

it('the terminal says where to read on, and the page is there', async () => {
  const conventions = [noStores]
  const cwd = folderOf({
    'arrowsmith.config.json': JSON.stringify({ preset: 'sketch', conventions }),
    'shop.mmd': shop,
  })
  const { stdout } = await arrowsmith(['lint', '.'], { cwd })
  expect(stdout).toContain('\narrowsmith explain conventions\n')
  const page = await arrowsmith(['explain', 'conventions'])
  expect([page.code, page.stdout]).toEqual([0, expect.stringMatching(/mayBeCalledOnlyBy/)])
})
