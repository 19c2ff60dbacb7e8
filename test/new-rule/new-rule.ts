// What `npm run new:rule` writes: a rule that works, with its page, to be rewritten into the one that is wanted.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'src/rules')

/** `retry-without-pause` → `retryWithoutPause`, the name of its export. */
export const exportName = (id: string): string =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The rule's file. Its example flags more than nine retries. */
export const ruleFile = (
  id: string,
  category: string,
): string => `// TODO: what this rule is about, in one line.

import type { Connection } from '../../model/system'
import { defineRule } from '../rule'

export const ${exportName(id)} = defineRule({
  id: '${id}',
  category: '${category}',
  speaksOf: 'hazard',
  summary: 'TODO: a call is retried more than nine times.',
  presets: { recommended: 'warning' },
  options: {},

  *check(system) {
    for (const connection of system.connections.filter(isFlagged)) {
      const { caller, callee, figures, arrow } = connection
      yield {
        at: figures.retries?.span ?? arrow.operator,
        message: \`\${caller.name} retries \${callee.name} \${figures.retries?.value} times. TODO: say why this hurts. TODO: say what to write instead.\`,
      }
    }
  },
})

/** TODO: what is flagged, and on what ground. */
function isFlagged({ network, role, figures }: Connection): boolean {
  if (!network.value || role.value !== 'call') return false
  return (figures.retries?.value ?? 0) > 9
}
`

/** The rule's page: its text teaches, its diagrams are the tests. */
export const pageFile = (id: string): string => `# ${id}

<!-- generated from ${id}.ts -->
<!-- end -->

TODO: what happens at run time, in figures. What to do instead. When to ignore the rule.

Sources: TODO.

## Flagged

\`\`\`mermaid
flowchart LR
  web[Web app] -->|"HTTPS, 3s timeout, 10 retries"| api[Order API]
%%                                     ^^^^^^^^^^ expect: ${id} "Web app retries Order API 10 times"
\`\`\`

\`\`\`mermaid
sequenceDiagram
  participant api as Order API
  participant psp as Payment provider
  api->>psp: HTTPS POST /charges, 12 retries
%%                                ^^^^^^^^^^ expect: ${id} "Order API retries Payment provider 12 times"
\`\`\`

\`\`\`mermaid
C4Container
  Container(api, "Order API", "Go")
  Container(prices, "Price service", "Java")
  Rel(api, prices, "Asks for prices, 20 retries", "gRPC")
%%                                   ^^^^^^^^^^ expect: ${id} "Order API retries Price service 20 times"
\`\`\`

## Clean

\`\`\`mermaid
flowchart LR
  web[Web app] -->|"HTTPS, 3s timeout, 2 retries"| api[Order API]
\`\`\`

\`\`\`mermaid
flowchart LR
  web[Web app] -->|"HTTPS, 3s timeout"| api[Order API]
\`\`\`

\`\`\`mermaid
sequenceDiagram
  participant api as Order API
  participant psp as Payment provider
  api->>psp: HTTPS POST /charges, 1 attempt
\`\`\`
`

/**
 * `src/rules/index.ts` with the rule imported, and listed last of its category: behind the last one of that folder.
 *
 * @throws if the list names no rule of that category.
 */
export function withRule(index: string, id: string, category: string): string {
  const listing = index.indexOf('export const rules')
  const [imports, list] = [index.slice(0, listing), index.slice(listing)]
  const imported = new RegExp(`^import \\{ (\\w+) \\} from '\\./${category}/`, 'gm')
  const placeOf = (name: string) => list.indexOf(`\n  ${name},\n`)
  const places = [...imports.matchAll(imported)].map(match => placeOf(match[1]!) + match[1]!.length + 4)
  if (places.length === 0) throw new Error(`src/rules/index.ts lists no rule of the category ${category}`)
  const [first, end] = [imports.indexOf('import '), Math.max(...places)]
  const name = exportName(id)
  return `${imports.slice(0, first)}import { ${name} } from './${category}/${id}'
${imports.slice(first)}${list.slice(0, end)}
  ${name},${list.slice(end)}`
}

/** Writes both files and lists the rule; says what is wrong with the words otherwise. */
function main([id, category]: readonly string[]): void {
  const categories = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !['fixes', 'queries'].includes(entry.name))
    .map(entry => entry.name)
  const problem = problemWith(id, category, categories)
  if (problem !== undefined || id === undefined || category === undefined) {
    console.error(`${problem}\nUsage: npm run new:rule ID CATEGORY`)
    process.exitCode = 2
    return
  }
  const [code, page] = [join(folder, category, `${id}.ts`), join(folder, category, `${id}.md`)]
  const index = join(folder, 'index.ts')
  writeFileSync(code, ruleFile(id, category), { flag: 'wx' })
  writeFileSync(page, pageFile(id), { flag: 'wx' })
  writeFileSync(index, withRule(readFileSync(index, 'utf8'), id, category))
  console.log(`Wrote ${relative(root, code)} and ${relative(root, page)}, and listed the rule in src/rules/index.ts.

Rewrite both, then:
  UPDATE=1 npx vitest run test/rules.test.ts -t '^${id} '    # runs the page and writes its header, Fixed diagrams and options
  UPDATE=1 npm run test:unit                                 # the README's table, the settings, docs/rules.md
  npx biome check --write src/rules                          # puts the import in its place`)
}

function problemWith(
  id: string | undefined,
  category: string | undefined,
  categories: readonly string[],
): string | undefined {
  if (id === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    return `A rule's ID names the problem in lower-case words with hyphens, such as retry-without-backoff; this is ${JSON.stringify(id ?? '')}.`
  if (category === undefined || !categories.includes(category))
    return `CATEGORY is one of ${categories.join(', ')}.`
  const taken = categories.find(name => existsSync(join(folder, name, `${id}.ts`)))
  return taken && `src/rules/${taken}/${id}.ts exists.`
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2))
