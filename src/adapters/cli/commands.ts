// The commands by their names.

import type { Command, CommandName } from './command'

/** Loaded when asked for, so that linting doesn't pay for the rest. */
export const commands: Readonly<Record<CommandName, () => Promise<{ command: Command }>>> = {
  lint: () => import('./commands/lint'),
  format: () => import('./commands/format'),
  flows: () => import('./commands/flows'),
  failures: () => import('./commands/failures'),
  plan: () => import('./commands/plan'),
  diff: () => import('./commands/diff'),
  inspect: () => import('./commands/inspect'),
  explain: () => import('./commands/explain'),
  rules: () => import('./commands/rules'),
  schema: () => import('./commands/schema'),
  init: () => import('./commands/init'),
  lsp: () => import('./commands/lsp'),
  mcp: () => import('./commands/mcp'),
}
