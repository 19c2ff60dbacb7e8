// A rule's page for the terminal: what it teaches and its first flagged diagram, without what is for machines.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The page of the rule with that id; undefined if the program has been built without pages. */
export function rulePage(id: string): string | undefined {
  const path = join(__dirname, 'rules', `${id}.md`)
  return existsSync(path) ? shortened(readFileSync(path, 'utf8')) : undefined
}

/** Up to the end of the first flagged diagram; what the page's own test expects is what the rule would say there. */
function shortened(page: string): string {
  const flagged = page.indexOf('\n## Flagged')
  const opening = page.indexOf('\n```mermaid', flagged)
  const closing = page.indexOf('\n```\n', opening + 1)
  return page
    .slice(0, closing < 0 ? undefined : closing + '\n```\n'.length)
    .replace(/^<!-- .* -->\n/gm, '')
    .replace(/ expect: [\w-]+ "(.*)"$/gm, ' $1')
}
