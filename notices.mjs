// The notices of third parties: who has written what the bundles contain, and on which terms it may be passed on.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The texts of packages that others have bundled into theirs, and that therefore are not installed. */
const licenses = join(import.meta.dirname, 'licenses')

/** One text for all packages that esbuild has taken something from; throws where a package's terms are unknown. */
export function noticesOf(metafiles) {
  const packages = [...packagesIn(metafiles)].sort(([a], [b]) => (a < b ? -1 : 1))
  const told = new Map()
  return [
    'Third-party notices\n\nThis program contains the packages below, as their authors have published them. Terms of the same words stand once, at the first package that has them.',
    ...packages.map(([name, where]) => notice(name, where, told)),
  ].join(`\n\n${'-'.repeat(80)}\n\n`)
}

/** Where each package lies, or its version where somebody else has bundled it. */
export function packagesIn(metafiles) {
  const found = new Map()
  for (const path of new Set(metafiles.flatMap(usedIn))) {
    const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? []
    if (!name) continue
    found.set(name, { folder })
    for (const [, version, inner] of readFileSync(path, 'utf8').matchAll(bundledBefore))
      if (!found.has(inner)) found.set(inner, { folder: join('node_modules', inner), version })
  }
  return found
}

/** Bundlers leave the path of each file that they put into another one. */
const bundledBefore =
  /^\/\/ .*?(?:\/\.pnpm\/[^/\n]*?[^/\n]@([\d.]+)[^/\n]*)?\/node_modules\/((?:@[^/\n]+\/)?[^./\n][^/\n]*)\//gm

const usedIn = ({ outputs }) =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  )

/** `told`: the package at which terms stand already. */
function notice(name, { folder, version }, told) {
  const texts = textsIn(folder)
  const own = join(licenses, `${name.replace('/', '+')}.txt`)
  if (texts.length === 0 && existsSync(own)) texts.push(readFileSync(own, 'utf8'))
  if (texts.length === 0)
    throw new Error(`${name} is bundled, and its license is nowhere: put it into ${own}`)
  const manifest = existsSync(folder) ? JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) : {}
  const title = [name, version ?? manifest.version, manifest.license && `(${manifest.license})`]
  return [
    title.filter(Boolean).join(' '),
    `Source code: ${sourceOf(manifest) ?? `https://www.npmjs.com/package/${name}`}`,
    '',
    ...texts.map(text => termsOnce(text.replaceAll('\r\n', '\n').trim(), name, told)),
  ].join('\n')
}

/** A text whose terms another package has too is who holds the copyright, and where the terms stand. */
function termsOnce(text, name, told) {
  const holders = text.split('\n').filter(line => copyright.test(line))
  const terms = text
    .split('\n')
    .filter(line => !copyright.test(line))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  const first = told.get(terms)
  if (first === undefined) told.set(terms, name)
  return first === undefined || terms.length < shortTerms
    ? text
    : [...holders, `The terms stand at ${first} above.`].join('\n')
}

const copyright = /^\W*copyright\b.*\d{4}|^\W*\(c\) .*\d{4}/i

/** In characters: shorter ones take hardly more room than a reference. */
const shortTerms = 200

function textsIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => /^(?:licen[cs]e|copying|notice)\b/i.test(name))
    .map(name => readFileSync(join(folder, name), 'utf8'))
}

export function sourceOf({ repository }) {
  const url = typeof repository === 'string' ? repository : repository?.url
  if (url === undefined) return undefined
  const [, onGithub] = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url) ?? []
  return onGithub
    ? `https://github.com/${onGithub}`
    : url.replace(/^git\+|\.git$/g, '').replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
}
