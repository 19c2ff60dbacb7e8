// `arrowsmith plan`: what it takes to keep an objective, the cheapest changes first.

import { objectivePlans, type PlacedPlan } from '../../../service'
import { estimate, formatPercentage } from '../../../text/figures'
import { markdownText } from '../../../text/markdown'
import { type AnalysisOption, analysisOptions, analyzing, tableFormat } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import { complainOfSize, type LeftOut } from '../left-out'
import { complain, say, standardOutput } from '../output'
import { printable, printableJson } from '../printable'
import { planMarkdownTables, planTables } from '../reporters/plan-tables'
import { type Terminal, terminalOf } from '../terminal'

type PlanOption = AnalysisOption | 'format' | 'objective'

interface FilePlans extends LeftOut {
  readonly text: string
  readonly plans: readonly PlacedPlan[]
}

export const command = defineCommand<PlanOption>({
  name: 'plan',
  usage: 'arrowsmith plan [paths…] [options]',
  summary: 'Shows how to meet an objective: the cheapest changes first, with the effect of each.',
  details: `It tries timeouts that fit into each other, circuit breakers, retries, hedges, parallel calls, replicas,
fallbacks and better tiers. Each step is computed like any diagram, and shown with the annotations to write.
Only you can know whether a call is idempotent, or whether its caller can do without an answer.
Two tables follow. The first is the budget: how long the objective lets requests fail in a year, how much of that each
dependency uses, and what is left of its equal part. The second lists the figures that decide most: each is made worse
and better by as much as it may be off, failures and misses by a half (three times if assumed), times by a quarter (twice).`,
  operands: true,
  findings: 'an objective that no such changes meet',
  options: {
    objective: { value: 'NAME', description: 'the objective (default: all of them)' },
    format: tableFormat,
    ...analysisOptions,
  },
  run: given =>
    analyzing(given, {
      each: ({ source, snapshot }): FilePlans => ({
        path: source.path,
        text: source.text,
        ...objectivePlans(snapshot, given.value('objective')),
      }),
      all: files => printAll(files, given),
    }),
})

async function printAll(all: readonly FilePlans[], given: Arguments<PlanOption>): Promise<number> {
  const files = all.filter(({ plans }) => plans.length > 0)
  const wanted = given.value('objective')
  complainOfSize(all)
  if (files.length === 0 && wanted !== undefined && all.every(({ leftOut }) => leftOut.length === 0)) {
    complain(`no objective is called ${printable(wanted)}: state it in 'arrowsmith: { objectives: { … } }'`)
    return exit.unusable
  }
  const format = given.value('format')
  if (format === 'json') say(asJson(files))
  else if (files.length === 0)
    say(
      "No objectives found. State them in a diagram's frontmatter, as docs/annotations.md shows: arrowsmith: { objectives: { checkout: { from: web, to: api, p99: 800ms } } }",
    )
  else if (format === 'markdown') say(files.map(asMarkdown).join('\n\n'))
  else {
    const terminal = await terminalOf(standardOutput(), { color: false, texts: all.map(({ text }) => text) })
    say(files.map(file => asText(file, terminal)).join('\n\n'))
  }
  return files.some(({ plans }) => plans.some(({ met }) => !met)) ? exit.findings : exit.ok
}

function asJson(files: readonly FilePlans[]): string {
  const plans = files.flatMap(({ path, plans }) => plans.map(plan => ({ path, ...plan })))
  return printableJson({ version: 1, plans })
}

const asText = ({ path, plans }: FilePlans, terminal: Terminal): string =>
  [printable(path), plans.map(plan => planText(plan, terminal)).join('\n\n')].join('\n')

const planText = (plan: PlacedPlan, terminal: Terminal): string =>
  [
    planLines(plan).map(printable).join('\n'),
    ...planTables(plan, terminal).map(table => table.replace(/^/gm, '  ')),
  ].join('\n\n')

const planLines = (plan: PlacedPlan): readonly string[] => [
  `  ${plan.objective}: ${plan.promised}`,
  `    now ${reached(plan.now)}`,
  ...plan.steps.flatMap(({ title, lines, reached: after }, index) => [
    `    ${index + 1}. ${title}`,
    ...lines.map(line => `         ${line}`),
    `       then ${reached(after)}`,
  ]),
  `    ${conclusion(plan)}`,
]

const asMarkdown = ({ path, plans }: FilePlans): string =>
  plans
    .map(plan =>
      [
        `### ${markdownText(`${path}: ${plan.objective}`)}`,
        '',
        markdownText(`${plan.promised}. Now ${reached(plan.now)}.`),
        '',
        ...plan.steps.map(
          ({ title, reached: after }, index) =>
            `${index + 1}. ${markdownText(`${title}: then ${reached(after)}.`)}`,
        ),
        ...(plan.steps.length > 0 ? [''] : []),
        markdownText(conclusion(plan)),
        ...planMarkdownTables(plan).flatMap(lines => ['', ...lines]),
      ].join('\n'),
    )
    .join('\n\n')

function reached({ availability, p99, shortfalls }: PlacedPlan['now']): string {
  const figures = `p99 ${estimate(p99)}, ${formatPercentage(availability)} available`
  return shortfalls.length === 0 ? `${figures}: met` : `${figures}: ${shortfalls.join('; ')}`
}

function conclusion({ objective, met, steps, remaining, cutShort }: PlacedPlan): string {
  if (cutShort)
    return `More changes could be tried, but would take too long. Plan this objective alone with --objective ${objective}, or draw its part of the system as a separate diagram.`
  if (met) return steps.length === 0 ? 'It is already met.' : 'With these changes it is met.'
  const rest = remaining.length > 0 ? ` The rest is mostly due to ${remaining.join(' and ')}.` : ''
  return `No such change improves it further: promise less, or change the design.${rest}`
}
