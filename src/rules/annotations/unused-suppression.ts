// Suppressions that suppress nothing.

import { defineRule, type Fix, type Report, type UnusedSuppression } from '../rule'

export const unusedSuppression = defineRule({
  id: 'unused-suppression',
  category: 'annotations',
  speaksOf: 'writing',
  summary: 'A suppression has no effect.',
  presets: { recommended: 'hint' },
  raised: 'warning',
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(_system, _options, { unusedSuppressions }) {
    for (const unused of unusedSuppressions) yield unused.unknown ? misnamed(unused) : outlived(unused)
  },
})

/** What it was written for is still reported: it is raised. */
function misnamed(unused: UnusedSuppression): Report {
  const { at, rule, meant } = unused
  return {
    at,
    message: `No rule is called ${rule}: this has no effect, and the finding that it was meant for is still reported. ${meant === undefined ? 'Name a rule, or remove it' : `Write ${meant}`}.`,
    fixes: [meant === undefined ? removal(unused) : rename(at, meant)],
    raised: true,
  }
}

function outlived(unused: UnusedSuppression): Report {
  const { at, rule = 'all rules' } = unused
  return {
    at,
    message: `This suppression of ${rule} has no effect, but would hide the next real finding. Remove it.`,
    fixes: [removal(unused)],
  }
}

const rename = (at: UnusedSuppression['at'], meant: string): Fix => ({
  title: `Rename to ${meant}`,
  edits: [{ span: at, text: meant }],
  safe: true,
})

/** A reason is knowledge that stands nowhere else: only its author can tell whether it still holds. */
const removal = ({ removal: edit, reason }: UnusedSuppression): Fix => ({
  title: 'Remove the suppression',
  edits: [edit],
  safe: reason === undefined,
})
