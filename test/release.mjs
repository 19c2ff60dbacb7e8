// `npm run release:check -- v1.2.3`: the tag is the version of the package, and the changelog has a section of it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const [tag = ''] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')

/** What stands between the version's heading and the next. */
const section = changelog.split(/^## /m).find(text => text.startsWith(`${version}`))
const problems = [
  ...(tag === `v${version}` ? [] : [`The tag is ${tag || 'missing'}, and package.json says ${version}: tag v${version}, or change package.json.`]),
  ...(section?.includes('\n- ') ? [] : [`CHANGELOG.md has no entries under "## ${version}": rename "Unreleased" to it, with the date.`]),
]
for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)
