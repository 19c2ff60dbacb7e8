// Language models that their makers have shut down. Clouds that offer the same models keep dates of their own.

import type { RetiredProduct } from './retired-product'

type Row = readonly [name: string, written: RegExp, when: RetiredProduct['when']]

interface Maker {
  readonly api: string
  /** Whoever else offers its models, anywhere in the picture. */
  readonly others: RegExp
  readonly source: string
}

const modelsOf = (maker: Maker, rows: readonly Row[]): readonly RetiredProduct[] =>
  rows.map(([name, written, when]) => ({
    name: `${name} in ${maker.api}`,
    written,
    unlessBeside: maker.others,
    fate: 'shut down',
    when,
    instead: 'Draw the model that is called today, and keep its name in the configuration.',
    source: maker.source,
  }))

const openAi: Maker = {
  api: 'the API of OpenAI',
  others: /\bazure\b|\bfoundry\b|\bcopilot\b|\bopen ?router\b/i,
  source: 'https://developers.openai.com/api/docs/deprecations',
}

const anthropic: Maker = {
  api: 'the API of Anthropic',
  others: /\bbedrock\b|\bvertex\b|\bcopilot\b|\bopen ?router\b/i,
  source: 'https://platform.claude.com/docs/en/about-claude/model-deprecations',
}

const google: Maker = {
  api: 'the Gemini API',
  others: /\bvertex\b|\bcopilot\b|\bopen ?router\b/i,
  source: 'https://ai.google.dev/gemini-api/docs/deprecations',
}

export const retiredModels: readonly RetiredProduct[] = [
  ...modelsOf(openAi, [
    [
      'GPT-4',
      /\bGPT[- ]?4(?:-(?:32k|0613|1106-preview|0125-preview|turbo-2024-04-09)|[- ]turbo)?(?![\w.+*-]|(?: ?\/ ?| )(?:4?o\b|4\.|mini\b|nano\b|omni\b|vision\b|level\b|class\b|style\b))/i,
      '2026-10',
    ],
    ['GPT-4 Vision', /\bGPT[- ]?4(?:V\b|[- ]vision\b)/i, '2024-12'],
    ['GPT-4.5', /\bGPT[- ]?4\.5\b/i, '2025-07'],
    ['GPT-3.5 Turbo', /\bGPT[- ]?3\.5\b/i, '2026-10'],
    ['text-davinci', /\btext-davinci-00\d\b/i, '2024-01'],
    ['o1-mini', /\bo1-mini\b/i, '2025-10'],
    ['o1-preview', /\bo1-preview\b/i, '2025-07'],
    ['o3-mini', /\bo3-mini\b/i, '2026-10'],
    ['o4-mini', /\bo4-mini\b/i, '2026-10'],
    ['DALL·E', /\bDALL[-·•‑ ]?E\b/, '2026-05'],
  ]),
  ...modelsOf(anthropic, [
    ['Claude 2', /\bclaude[- ]v?2(?:\.[01])?(?![\w.])/i, '2025-07'],
    ['Claude Instant', /\bclaude[- ]instant\b/i, '2024-11'],
    ['Claude 3 Sonnet', /\bclaude[- ]3[- ]sonnet\b|\bclaude[- ]sonnet[- ]3(?![\w.-])/i, '2025-07'],
    ['Claude 3 Opus', /\bclaude[- ]3[- ]opus\b|\bclaude[- ]opus[- ]3(?![\w.-])/i, '2026-01'],
    ['Claude 3 Haiku', /\bclaude[- ]3[- ]haiku\b|\bclaude[- ]haiku[- ]3(?![\w.-])/i, '2026-04'],
    ['Claude 3.5 Sonnet', /\bclaude[- ]3[.-]5[- ]sonnet\b|\bclaude[- ]sonnet[- ]3[.-]5\b/i, '2025-10'],
    ['Claude 3.5 Haiku', /\bclaude[- ]3[.-]5[- ]haiku\b|\bclaude[- ]haiku[- ]3[.-]5\b/i, '2026-02'],
    ['Claude 3.7 Sonnet', /\bclaude[- ]3[.-]7[- ]sonnet\b|\bclaude[- ]sonnet[- ]3[.-]7\b/i, '2026-02'],
    [
      'Claude Sonnet 4',
      /\bclaude[- ]4[- ]sonnet\b|\bclaude[- ]sonnet[- ]4(?:-20250514)?(?![\w.-])/i,
      '2026-06',
    ],
    ['Claude Opus 4', /\bclaude[- ]4[- ]opus\b|\bclaude[- ]opus[- ]4(?:-20250514)?(?![\w.-])/i, '2026-06'],
    ['Claude Opus 4.1', /\bclaude[- ]opus[- ]4[.-]1\b/i, '2026-08'],
  ]),
  ...modelsOf(google, [
    ['Gemini 1.0', /\bgemini[- ]1\.0\b/i, '2025-02'],
    ['Gemini 1.5', /\bgemini[- ]1\.5\b/i, '2025-09'],
    ['Gemini 2.0 Flash', /\bgemini[- ]2\.0\b/i, '2026-06'],
    ['text-embedding-004', /\btext-embedding-004\b/i, '2026-01'],
  ]),
  {
    name: 'Claude 3 Sonnet on Amazon Bedrock',
    written: /\bclaude[- ]3[- ]sonnet\b/i,
    beside: /\bbedrock\b/i,
    fate: 'shut down',
    when: '2026-07',
    instead: 'Draw the model that is called today, and keep its name in the configuration.',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html',
  },
]
