// `npm run release:check -- v1.2.3`: what a release needs, without the network: the tag is the version of the package, the
// changelog has a section of it, and both registries of extensions would take the package.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVSIX } from '@vscode/vsce'

const root = join(import.meta.dirname, '..')
const [tag = ''] = process.argv.slice(2)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { version } = manifest

const problems = [...tagProblems(), ...changelogProblems(), ...listingProblems(), ...addressProblems()]
if (problems.length === 0) problems.push(...(await packageProblems()))
for (const problem of problems) console.error(problem)
if (problems.length === 0) console.log(`arrowsmith ${version} can be released: npm, Visual Studio Marketplace, Open VSX`)
process.exit(problems.length > 0 ? 1 : 0)

function tagProblems() {
  return tag === `v${version}`
    ? []
    : [`The tag is ${tag || 'missing'}, and package.json says ${version}: tag v${version}, or change package.json.`]
}

/** What stands between the version's heading and the next. */
function changelogProblems() {
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  const section = changelog.split(/^## /m).find(text => text.startsWith(`${version}`))
  return section?.includes('\n- ')
    ? []
    : [`CHANGELOG.md has no entries under "## ${version}": rename "Unreleased" to it, with the date.`]
}

/** What Marketplace and Open VSX show or demand. */
function listingProblems() {
  const { publisher, license, repository, icon, categories, keywords, engines, devDependencies, enabledApiProposals } =
    manifest
  const image = existsSync(join(root, icon)) ? readFileSync(join(root, icon)) : Buffer.alloc(24)
  const isPng = image.subarray(1, 4).toString() === 'PNG'
  const sides = [image.readUInt32BE(16), image.readUInt32BE(20)]
  const demands = [
    [Boolean(publisher && repository?.url), 'package.json names no publisher or no repository.'],
    [Boolean(license) && existsSync(join(root, 'LICENSE')), 'Open VSX wants a license in package.json and a file of it.'],
    [isPng && Math.min(...sides) >= 128, `The icon ${icon} has to be a PNG of 128 × 128 pixels at least.`],
    [categories.length > 0 && keywords.length <= 30, 'There have to be categories, and 30 keywords at most.'],
    [
      devDependencies['@types/vscode'].localeCompare(engines.vscode, 'en', { numeric: true }) <= 0,
      'The types of VS Code are newer than engines.vscode.',
    ],
    [enabledApiProposals === undefined, 'Neither registry takes extensions with proposed API.'],
    [!/!\[[^\]]*\]\([^)]*\.svg/.test(readme()), 'The Marketplace shows no SVG in README.md.'],
  ]
  return [...demands.filter(([isMet]) => !isMet).map(([, sentence]) => sentence), ...missingImages()]
}

function readme() {
  return readFileSync(join(root, 'README.md'), 'utf8')
}

function missingImages() {
  return [...readme().matchAll(/!\[[^\]]*\]\((?!https?:)([^)\s]+)/g)]
    .filter(([, path]) => !existsSync(join(root, path)))
    .map(([, path]) => `README.md shows ${path}, which is not there.`)
}

/** All that points to the project's own repository points to the one that package.json names. */
function addressProblems() {
  const own = manifest.repository.url.replace(/\.git$/, '')
  const shown = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pagesIn('docs'), ...pagesIn('.github')]
  return shown.flatMap(path =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/https:\/\/github\.com\/[\w.-]+\/arrowsmith/g)]
      .filter(([address]) => address !== own)
      .map(([address]) => `${path} leads to ${address}, and package.json says ${own}.`),
  )
}

function pagesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(?:md|ya?ml)$/.test(path))
    .map(path => join(folder, path))
}

/** Packed as both registries get it; vsce refuses what the Marketplace would. */
async function packageProblems() {
  const folder = mkdtempSync(join(tmpdir(), 'arrowsmith-release-'))
  const packagePath = join(folder, 'arrowsmith.vsix')
  try {
    await createVSIX({ cwd: root, packagePath, dependencies: false })
    const megabytes = statSync(packagePath).size / 2 ** 20
    return megabytes <= 4 ? [] : [`The extension has ${megabytes.toFixed(2)} MB; 4 are agreed.`]
  } catch (error) {
    return [`vsce refuses the package: ${error.message}`]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
