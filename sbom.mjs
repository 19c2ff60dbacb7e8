// The bill of materials that ships: a component for each package in the bundles, as CycloneDX 1.6 in JSON.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import library from '@cyclonedx/cyclonedx-library'
import { packagesIn, sourceOf } from './notices.mjs'

const { Contrib, Enums, Models, Serialize, Spec } = library
const licenses = new Contrib.License.Factories.LicenseFactory()

/** The text of the bill, the same for the same packages: without times and random numbers. */
export function billOfMaterials(metafiles) {
  const own = JSON.parse(readFileSync('package.json', 'utf8'))
  const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const bom = new Models.Bom({
    metadata: new Models.Metadata({
      component: componentOf(own.name, own, Enums.ComponentType.Application),
    }),
  })
  for (const [name, where] of [...packagesIn(metafiles)].sort(([a], [b]) => (a < b ? -1 : 1)))
    bom.components.add(packaged(name, where, locked))
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)
  const text = new Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 1 })
  return `${text}\n`
}

/** What others have bundled into theirs is known by its name and, at times, its version. */
function packaged(name, { folder, version }, locked) {
  const place = join(folder, 'package.json')
  const manifest = existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : {}
  const component = componentOf(name, version === undefined ? manifest : { ...manifest, version })
  const { integrity } = (version === undefined && locked[folder.replaceAll('\\', '/')]) || {}
  const [algorithm, digest] = integrity?.split('-') ?? []
  if (algorithm === 'sha512')
    component.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(digest, 'base64').toString('hex'))
  return component
}

function componentOf(name, manifest, type = Enums.ComponentType.Library) {
  const { version, license, description } = manifest
  const [, group, rest = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? []
  const component = new Models.Component(type, rest, {
    ...(group && { group }),
    ...(version && { version }),
    ...(description && { description }),
    bomRef: `${name}@${version ?? ''}`,
  })
  component.purl = `pkg:npm/${name.replace('@', '%40')}${version ? `@${version}` : ''}`
  if (typeof license === 'string') component.licenses.add(licenses.makeFromString(license))
  const source = sourceOf(manifest)
  if (source)
    component.externalReferences.add(new Models.ExternalReference(source, Enums.ExternalReferenceType.VCS))
  return component
}
