// What the README shows of a terminal is what the terminal shows.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { build, folderOf, runner } from './program'

const readme = readFileSync('README.md', 'utf8')
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  )

describe('the first design of the README', () => {
  const arrowsmith = runner(build('cli'))

  it.each([
    ['lint', 0],
    ['flows', 1],
  ] as const)('has the output of %s that is shown below it', async (command, index) => {
    // As it stands in a document: behind a line with the fence.
    const cwd = folderOf({ 'design.md': `\`\`\`mermaid\n${blocks('mermaid')[0]}\`\`\`\n` })
    const { stdout } = await arrowsmith([command], { cwd })
    for (const part of blocks('text')[index]!.split('\n\n  5:')) expect(stdout).toContain(part.trimEnd())
  })
})
