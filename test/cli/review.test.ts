// The review of pull requests: what the script of the action writes for ten of them, and how the comment is posted.

import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { ask } from '../conformance/oracle'
import { build, folderOf, repository } from './program'

const action = join(repository, '.github/actions/review')
const built = build('cli')

const design = `# Orders

\`\`\`mermaid
flowchart LR
  web[Web app] -->|"HTTPS, 3s timeout"| orders[Order service]
  orders -->|"gRPC, 500ms timeout"| stock[Inventory service]
  orders -->|"SQL, 250ms timeout"| db[(Postgres)]
\`\`\`
`

const folder = mkdtempSync(join(tmpdir(), 'arrowsmith-review-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false']
const git = (words: readonly string[], cwd = folder): string =>
  execFileSync('git', [...identity, ...words], { cwd, encoding: 'utf8', stdio: 'pipe' })

function commit(files: Readonly<Record<string, string | null>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    if (text === null) rmSync(join(folder, path))
    else writeFileSync(join(folder, path), text)
  }
  git(['add', '-A'])
  git(['commit', '--quiet', '--message', 'change'])
}

git(['init', '--quiet', '--initial-branch=main'])
commit({ 'docs/orders.md': design, 'docs/other.md': design.replaceAll('Order', 'Parcel') })

/** What the script makes of a branch with these files, from main. */
function review(files: Readonly<Record<string, string | null>>) {
  git(['checkout', '--quiet', '-B', 'change', 'main'])
  commit(files)
  return reviewOf(folder, 'main')
}

function reviewOf(cwd: string, base: string) {
  const out = folderOf({})
  const env = {
    ...process.env,
    ARROWSMITH: `${process.execPath} ${join(built, 'cli.mjs')}`,
    BASE: base,
    PATHS: 'docs',
    OUT: out,
  }
  let code = 0
  try {
    execFileSync(join(action, 'review.sh'), [], { cwd, env, stdio: 'pipe' })
  } catch (error) {
    code = error instanceof Error && 'status' in error ? Number(error.status) : -1
  }
  const sarif: { version: string } = JSON.parse(readFileSync(join(out, 'findings.sarif'), 'utf8'))
  return { code, comment: readFileSync(join(out, 'comment.md'), 'utf8'), sarif: sarif.version }
}

const picturesIn = (comment: string): string[] =>
  [...comment.matchAll(/```mermaid\n([\s\S]*?)\n```/g)].map(match => match[1]!)

describe.skipIf(process.platform === 'win32')('the comment on a pull request', () => {
  it.each([
    ['of layout only', design.replace('LR', 'TB').replaceAll('  orders -->', '    orders  ---->')],
    ['of words around the diagram', design.replace('# Orders', '# Orders\n\nHow orders are taken.')],
    ['of lines in another order', design.replace(/( {2}orders.*stock.*\n)( {2}orders.*\n)/, '$2$1')],
  ])('%s is empty', (_, text) => {
    expect(review({ 'docs/orders.md': text })).toEqual({ code: 0, comment: '', sarif: '2.1.0' })
  })

  it('tells a new call, with a picture that Mermaid draws', async () => {
    const { comment } = review({
      'docs/orders.md': design.replace(
        '[(Postgres)]\n',
        '[(Postgres)]\n  orders -->|"HTTPS, 2s timeout"| psp["Card \'#quot;processor#quot;\' & co"]\n',
      ),
    })
    expect(comment).toMatch(/^<!-- arrowsmith-review -->\n/)
    expect(comment).toContain('- new call: Order service → Card')
    const [picture = ''] = picturesIn(comment)
    expect(picture).toContain('linkStyle 0 stroke:')
    expect((await ask(picture)).error).toBeUndefined()
  })

  it('tells a call that is gone, and a component with it', async () => {
    const { comment } = review({ 'docs/orders.md': design.replace(/ {2}orders.*stock.*\n/, '') })
    expect(comment).toContain(
      '- component removed: Inventory service\n- call removed: Order service → Inventory service',
    )
    expect((await ask(picturesIn(comment)[0]!)).error).toBeUndefined()
  })

  it('tells a changed timeout, and what it does to the flow', () => {
    const text = design.replace('500ms timeout', '500ms timeout, 2 retries').replace('250ms', '900ms')
    const { comment } = review({ 'docs/orders.md': text })
    expect(comment).toContain('- Order service → Postgres: timeout 250ms → 900ms')
    expect(comment).toMatch(/- Order service → Inventory service: .*retries.* → 2/)
    expect(comment).toContain('| flow | p50 | p99 | available | downtime |')
  })

  it('keeps look-alikes apart: one that goes is gone, and the other is as it was', () => {
    const staging = design.replace('# Orders', '## Staging').replace('250ms', '900ms')
    git(['checkout', '--quiet', '-B', 'twins', 'main'])
    commit({ 'docs/twins.md': `${staging}\n${design.replace('# Orders', '## Production')}` })
    commit({ 'docs/twins.md': design.replace('# Orders', '## Production') })
    const { comment } = reviewOf(folder, 'twins~1')
    expect(comment).toContain('- deleted diagram “Staging”')
    expect(comment).not.toContain('timeout 900ms')
  })

  it('tells a label that was changed as no new component', () => {
    const { comment } = review({ 'docs/orders.md': design.replace('[Order service]', '[Orders]') })
    expect(comment).not.toMatch(/new component|component removed|new call/)
  })

  it('follows a document that was renamed', () => {
    const text = design.replace('250ms', '900ms')
    const { comment } = review({ 'docs/orders.md': null, 'docs/shop/orders.md': text })
    expect(comment).toContain('#### docs/shop/orders.md (was docs/orders.md)')
    expect(comment).toContain('- Order service → Postgres: timeout 250ms → 900ms')
  })

  it('tells a diagram that no longer parses, and fails', () => {
    const { code, comment } = review({ 'docs/orders.md': design.replace('|"SQL', '|"SQL"') })
    expect(comment).toMatch(/New error \(line 7, syntax-error\)/)
    expect(code).toBe(1)
  })

  it('compares with where the branch left main, in a shallow clone too', () => {
    git(['checkout', '--quiet', '-B', 'change', 'main'])
    commit({ 'docs/orders.md': design.replace('250ms', '900ms') })
    git(['checkout', '--quiet', '-B', 'moved-on', 'main'])
    commit({ 'docs/other.md': design.replace('500ms', '700ms') })
    git(['checkout', '--quiet', 'change'])
    expect(reviewOf(folder, 'moved-on').comment).not.toContain('docs/other.md')
    const clone = join(folderOf({}), 'clone')
    git(['config', 'uploadpack.allowAnySHA1InWant', 'true'])
    git(['clone', '--quiet', '--depth=1', '--branch=change', `file://${folder}`, clone])
    const base = git(['rev-parse', 'main']).trim()
    expect(reviewOf(clone, base).comment).toContain('- Order service → Postgres: timeout 250ms → 900ms')
  })

  it('that cannot be computed fails the step, and the findings are there', () => {
    expect(reviewOf(folder, 'f'.repeat(40))).toEqual({ code: 2, comment: '', sarif: '2.1.0' })
  })
})

interface Comment {
  readonly id: number
  body: string
}

/** A stand-in for GitHub's API: a page of foreign comments, then what was posted. */
async function withComments(comments: Comment[]) {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    let text = ''
    for await (const chunk of request) text += chunk
    const data: { body: string } | undefined = text === '' ? undefined : JSON.parse(text)
    const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page'))
    const known = comments.find(({ id }) => request.url?.endsWith(`/comments/${id}`))
    if (request.headers.authorization !== 'Bearer secret') response.statusCode = 403
    else if (data && known) known.body = data.body
    else if (data) comments.push({ id: 1000, body: data.body })
    response.end(JSON.stringify(data ?? comments.slice((page - 1) * 100, page * 100)))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const post = (text: string, token = 'secret') =>
    new Promise<{ code: number | null; stderr: string }>(done => {
      const file = join(folderOf({ 'comment.md': text }), 'comment.md')
      const env = {
        ...process.env,
        GITHUB_API_URL: `http://127.0.0.1:${port}`,
        GITHUB_REPOSITORY: 'a/b',
        GITHUB_TOKEN: token,
        PULL_REQUEST: '7',
      }
      const child = spawn(process.execPath, [join(action, 'post.mjs'), file], { env })
      let stderr = ''
      child.stderr.on('data', chunk => (stderr += chunk))
      child.on('close', code => done({ code, stderr }))
    })
  return { post, asked }
}

describe('posting the comment', () => {
  const foreign = (count: number): Comment[] =>
    Array.from({ length: count }, (_, id) => ({ id, body: `Looks good, ${id}` }))
  const marked = (text: string) => `<!-- arrowsmith-review -->\n\n${text}`

  it('writes one, updates it in place wherever it stands, and leaves it where it says the same', async () => {
    const comments = foreign(130)
    const { post, asked } = await withComments(comments)
    expect(await post('')).toMatchObject({ code: 0 })
    expect(comments).toHaveLength(130)
    await post(marked('first'))
    await post(marked('second'))
    expect(comments.slice(130)).toEqual([{ id: 1000, body: marked('second') }])
    const before = asked.length
    await post(marked('second'))
    expect(asked.slice(before).every(line => line.startsWith('GET '))).toBe(true)
    await post('')
    expect(comments.at(-1)?.body).toBe(marked('This change leaves every call, flow and finding as it was.'))
  })

  it('says which permission it lacks', async () => {
    const { post } = await withComments([])
    expect(await post(marked('x'), 'wrong')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('pull-requests: write'),
    })
  })
})
