// What folders and globs lead to: documents, as Git sees them.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintContract } from './contract'
import { build, design, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

/** The files that were looked at. */
async function looked(files: Readonly<Record<string, string | Uint8Array>>, ...words: readonly string[]) {
  const cwd = folderOf(files)
  const { stdout, stderr } = await arrowsmith(['lint', '--format', 'json', ...words], { cwd })
  expect(stderr).toBe('')
  return lintContract.parse(JSON.parse(stdout)).files.map(({ path }) => path)
}

describe('a glob', () => {
  const files = {
    'docs/a.mmd': design,
    'docs/style.css': 'a { color: red }\n',
    'docs/picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
    'docs/.gitignore': 'out\n',
    'docs/notes.txt': `Notes\n\n\`\`\`mermaid\n${design}\`\`\`\n`,
    'docs/deep/b[1].md': `\`\`\`mermaid\n${design}\`\`\`\n`,
  }

  it('leads to documents only', async () => {
    expect(await looked(files, 'docs/**')).toEqual(['docs/a.mmd', 'docs/deep/b[1].md'])
    expect(await looked(files, 'docs/*')).toEqual(['docs/a.mmd'])
  })

  it('leads to other files whose extension it names', async () => {
    expect(await looked(files, 'docs/**/*.txt')).toEqual(['docs/notes.txt'])
    expect(await looked(files, 'docs/*.{mmd,txt}')).toEqual(['docs/a.mmd', 'docs/notes.txt'])
  })

  it('is read below folders that are named like patterns', async () => {
    const cwd = join(folderOf({ '[x]{y,z}/docs/a.mmd': design }), '[x]{y,z}')
    const { stdout } = await arrowsmith(['lint', '--format', 'json', 'docs/*.mmd'], { cwd })
    expect(lintContract.parse(JSON.parse(stdout)).files).toHaveLength(1)
  })
})

describe('in a repository', () => {
  const drawn = { 'a.mmd': design, 'Build/b.mmd': design, 'c/notes.mmd': design, 'c/d.mmd': design }
  const config = (ignoreCase: boolean) => `[core]\n\tbare = false\n\tignorecase = ${ignoreCase}\n`

  it('names are compared as its configuration says', async () => {
    const rules = { '.gitignore': 'build\n/C/D.mmd\n' }
    expect(await looked({ ...drawn, ...rules, '.git/config': config(false) })).toEqual([
      'Build/b.mmd',
      'a.mmd',
      'c/d.mmd',
      'c/notes.mmd',
    ])
    expect(await looked({ ...drawn, ...rules, '.git/config': config(true) })).toEqual([
      'a.mmd',
      'c/notes.mmd',
    ])
  })

  it('what its own list excludes is left out, also below, and in another worktree', async () => {
    const excluding = { 'info/exclude': '# mine\nnotes.mmd\n/Build/\n' }
    const within = Object.fromEntries(Object.entries(excluding).map(([path, text]) => [`.git/${path}`, text]))
    expect(await looked({ ...drawn, ...within })).toEqual(['a.mmd', 'c/d.mmd'])
    expect(await looked({ ...drawn, ...within }, 'c')).toEqual(['c/d.mmd'])
    const linked = {
      'tree/a.mmd': design,
      'tree/notes.mmd': design,
      'tree/.git': 'gitdir: ../main/.git/worktrees/tree\n',
      'main/.git/worktrees/tree/commondir': '../..\n',
      'main/.git/info/exclude': 'notes.mmd\n',
    }
    expect(await looked(linked, 'tree')).toEqual(['tree/a.mmd'])
  })

  it('a nearer file overrules what is excluded', async () => {
    const files = { ...drawn, '.git/info/exclude': '*.mmd\n', 'c/.gitignore': '!notes.mmd\n' }
    expect(await looked(files)).toEqual(['c/notes.mmd'])
  })
})

describe('hostile patterns end', () => {
  const pattern = `**/${'*a'.repeat(30)}b`
  const name = 'a'.repeat(200)

  it('in a configuration file', async () => {
    const configuration = {
      exclude: [pattern],
      files: { [pattern]: { rules: { 'unlabeled-arrow': 'off' } } },
    }
    const files = { 'arrowsmith.config.json': JSON.stringify(configuration), [`${name}.mmd`]: design }
    expect(await looked(files)).toEqual([`${name}.mmd`])
  })

  it('on the command line', async () => {
    const cwd = folderOf({ [`${name}.mmd`]: design })
    mkdirSync(join(cwd, name))
    const { code, stderr } = await arrowsmith(['lint', pattern], { cwd })
    expect({ code, stderr }).toEqual({ code: 2, stderr: `arrowsmith: ${pattern}: no such file or folder\n` })
  })
})
