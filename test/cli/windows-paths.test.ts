// Paths as Windows has them: shown and matched with slashes, wherever Node's own functions give backslashes.

import { expect, it, vi } from 'vitest'

vi.mock('node:path', async original => {
  const { win32 } = await original<typeof import('node:path')>()
  return { ...win32, default: win32 }
})
vi.spyOn(process, 'cwd').mockReturnValue('C:\\work\\shop')

const { isDocument, isSourceCode, shownPath } = await import('../../src/adapters/disk/documents')
const { globOf, isNeverEntered, isWithinReach, slashed } = await import('../../src/adapters/disk/walk')
const { pathFromRepository } = await import('../../src/adapters/disk/repository')
const { configurationsOnDisk } = await import('../../src/adapters/disk/configuration')

it('are shown from the working directory, with slashes', () => {
  expect(shownPath('docs\\a b.md')).toBe('docs/a b.md')
  expect(shownPath('C:\\work\\shop\\docs\\a.md')).toBe('docs/a.md')
  expect(shownPath('C:\\work\\other\\a.md')).toBe('C:/work/other/a.md')
  expect(shownPath('D:\\a.md')).toBe('D:/a.md')
  expect(shownPath('..\\a.md')).toBe('../a.md')
})

it('are what code hosts want', () => {
  expect(pathFromRepository('docs\\flows\\a.md')).toBe('docs/flows/a.md')
  expect(pathFromRepository('D:\\other\\a.md')).toBe('D:/other/a.md')
})

it('match globs whichever slash they are written with', () => {
  for (const pattern of ['docs/**/*.md', 'docs\\**\\*.md']) {
    const glob = globOf(pattern)
    expect(glob?.folder).toBe('docs')
    expect(glob?.matches('docs\\flows\\a.md')).toBe(true)
    expect(glob?.matches('docs\\flows\\a.txt')).toBe(false)
  }
  expect(slashed('docs\\a.md')).toBe('docs/a.md')
})

it('tell documents and what is never entered', () => {
  expect(isDocument('C:\\work\\A.MD')).toBe(true)
  expect(isSourceCode('C:\\work\\a.rs')).toBe(true)
  expect(isNeverEntered('C:\\work\\shop\\node_modules')).toBe(true)
  expect(isWithinReach('docs/a.md')).toBe(true)
})

it('end at the drive where configuration is looked for', () => {
  expect(configurationsOnDisk()('C:\\work\\shop\\docs\\a.md').problems).toEqual([])
})
