// Files and settings that lead a naive reader into endless or exponential work: the command line ends, and says the same as ever.

import { describe, expect, it } from 'vitest'
import { lintContract } from './contract'
import { build, design, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

/** The rules that speak, file by file. */
async function lint(files: Readonly<Record<string, string>>) {
  const { code, stdout, stderr } = await arrowsmith(['lint', '--format', 'json'], { cwd: folderOf(files) })
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  return lintContract
    .parse(JSON.parse(stdout))
    .files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)])
}

const found = ['unlabeled-arrow']

it('marks at unusual places in MDX', async () => {
  const fenced = `\`\`\`mermaid\n${design}\`\`\`\n`
  const files = {
    'list.mdx': `1. First\n\n\t> A remark\n\n${fenced.replace(/^/gm, '\t')}`,
    'quote.mdx': fenced.replace(/^/gm, '     > '),
    'tag.mdx': `# Overview\n\n<Tab\n    title="Orders"\n    >\n\n${fenced}`,
  }
  expect(await lint(files)).toEqual([
    ['list.mdx', found],
    ['quote.mdx', found],
    ['tag.mdx', found],
  ])
})

describe('labels', () => {
  it.each([
    ['one word in capitals', `${'INTERNATIONAL'.repeat(4)} (EU)`],
    ['the long name of an event', `${'order_'.repeat(60)}-!`],
  ])('%s', async (_, label) => {
    const drawn = `${design}  subgraph Topics\n    event["${label}"]\n  end\n  orders --> event\n`
    expect(await lint({ 'a.mmd': drawn })).toEqual([['a.mmd', expect.arrayContaining(found)]])
  })
})
