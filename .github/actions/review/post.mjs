// `node post.mjs FILE`: puts the text into the pull request's one comment, which later runs update in place.
// An empty text makes no comment; where one stands already it says that nothing is left to tell.

import { readFileSync } from 'node:fs'

const marker = '<!-- arrowsmith-review -->'
const { GITHUB_API_URL = 'https://api.github.com', GITHUB_REPOSITORY, GITHUB_TOKEN, PULL_REQUEST } = process.env

const body = readFileSync(process.argv[2], 'utf8').trim()
const comments = `/repos/${GITHUB_REPOSITORY}/issues/${PULL_REQUEST}/comments`
const known = await ownComment()

if (known === undefined && body === '') console.log('No call, flow or finding changes: no comment.')
else if (known === undefined) await ask('POST', comments, { body })
else {
  const text = body === '' ? `${marker}\n\nThis change leaves every call, flow and finding as it was.` : body
  if (text !== known.body.trim()) await ask('PATCH', `/repos/${GITHUB_REPOSITORY}/issues/comments/${known.id}`, { body: text })
}

/** The comment of an earlier run; the oldest if there are several. */
async function ownComment() {
  for (let page = 1; ; page++) {
    const found = await ask('GET', `${comments}?per_page=100&page=${page}`)
    const own = found.find(comment => comment.body?.startsWith(marker))
    if (own || found.length < 100) return own
  }
}

async function ask(method, path, data) {
  const response = await fetch(`${GITHUB_API_URL}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${GITHUB_TOKEN}`,
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    },
    ...(data && { body: JSON.stringify(data) }),
    signal: AbortSignal.timeout(30_000),
  })
  if (!response.ok) {
    const hint = response.status === 403 ? ' The workflow needs `permissions: { pull-requests: write }`.' : ''
    console.error(`The comment can't be written: ${method} ${path} answered ${response.status}.${hint}`)
    process.exit(2)
  }
  return await response.json()
}
