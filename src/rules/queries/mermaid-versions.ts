// Versions of Mermaid: how they are written, who has which, and which brought which kind of diagram.

export interface Version {
  readonly major: number
  readonly minor: number
}

/**
 * What hosts draw with as far as that is known, in September 2026; docs/hosts.md has the sources. Where only a major
 * version is told, or only the least, that is taken.
 */
const publishedVersions: ReadonlyMap<string, string> = new Map([
  ['github', '11.17'],
  ['gitlab', '11'],
  ['vscode', '11.17'],
  ['obsidian', '11.13'],
  ['docusaurus', '11.6'],
])

export const knownHosts: readonly string[] = [...publishedVersions.keys()]

/** The version of a host, by its name or as `11.4`, `v11.4.1` or `11` (which is 11.0). */
export function versionOf(host: string): Version | undefined {
  const name = host.trim().toLowerCase()
  const match = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.\d{1,4})?$/.exec(publishedVersions.get(name) ?? name)
  return match ? { major: Number(match[1]), minor: Number(match[2] ?? 0) } : undefined
}

export const isBefore = (one: Version, other: Version): boolean =>
  one.major < other.major || (one.major === other.major && one.minor < other.minor)

export const written = ({ major, minor }: Version): string => `${major}.${minor}`

export const version = (major: number, minor: number): Version => ({ major, minor })

/** The first release whose sources have a diagram of this kind; of kinds older than 10, nothing is known here. */
const kinds: readonly (readonly [RegExp, Version])[] = [
  [/^quadrantChart/, version(10, 2)],
  [/^sankey/, version(10, 3)],
  [/^xychart/, version(10, 6)],
  [/^block/, version(10, 8)],
  [/^packet/, version(11, 0)],
  [/^architecture/, version(11, 1)],
  [/^kanban/, version(11, 4)],
  [/^radar/, version(11, 6)],
  [/^treemap/, version(11, 8)],
  [/^(?:ishikawa|venn)/, version(11, 13)],
  [/^treeView/, version(11, 14)],
  [/^wardley/, version(11, 14)],
  [/^(?:swimlane|cynefin|railroad)/, version(11, 16)],
  [/^usecase/, version(12, 0)],
]

/** Since when Mermaid has had diagrams that begin with a keyword. */
export const kindSince = (keyword: string): Version | undefined =>
  kinds.find(([pattern]) => pattern.test(keyword))?.[1]
