// What package.json, the README and the reference pages say about rules is what the rules say.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AssistantTool } from '../src/adapters/assistants/tool'
import { assistantTools } from '../src/adapters/assistants/tools'
import { reportOf } from '../src/adapters/cli/lint/run'
import { reportAgent } from '../src/adapters/cli/reporters/agent'
import { jsonSchema } from '../src/adapters/mcp/json-schema'
import { anchorOf, entries, kinds, renderEntry, topics } from '../src/knowledge'
import { termsOf } from '../src/knowledge/explanations/glossary/glossary'
import { readArrowLabel, readNodeLabel } from '../src/model/annotations/labels/read-label'
import { arrowVocabulary, nodeVocabulary, referenceTable, type Vocabulary } from '../src/model/vocabulary'
import { rules } from '../src/rules'
import { requirements } from '../src/rules/conventions/convention'
import { type Preset, presets, type Rule } from '../src/rules/rule'
import { analyze, defaultConfiguration, findings, flowTables } from '../src/service'
import { documentExtensions, languageIds, languageInEditor, languageOf } from '../src/text/languages'
import { between, expectFile, severities } from './generated'
import { pagePath } from './pages'

const tableMarkers = ['<!-- generated from the rules -->', '<!-- end -->'] as const
const markers = ['<!-- rules -->', '<!-- /rules -->'] as const

describe('what others say about the rules', () => {
  it('the README lists them all', () => {
    const source = readFileSync('README.md', 'utf8')
    const wanted = between(source, markers, ruleTable())
    expect(wanted, `README.md has the markers ${markers.join(' and ')}`).toBeDefined()
    expectFile('README.md', wanted ?? '')
  })

  it('one table says when each speaks', () => {
    const path = 'docs/rules.md'
    const wanted = between(readFileSync(path, 'utf8'), tableMarkers, speechTable())
    expectFile(path, wanted ?? '')
  })

  it('the settings know them all', () => {
    const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))
    manifest.contributes.configuration.properties['arrowsmith.rules'] = ruleSetting()
    expectFile('package.json', `${JSON.stringify(manifest, null, 2)}\n`)
  })

  it('the schema of arrowsmith.config.json knows them all', () => {
    expectFile('schemas/configuration.json', `${JSON.stringify(configurationSchema(), null, 2)}\n`)
  })
})

/** What is about the picture is offered where the picture has the focus too. */
const alsoInPreview: ReadonlySet<string> = new Set(
  ['compareWithHead', 'compareWith', 'exportPicture'].map(name => `arrowsmith.${name}`),
)

describe('what VS Code is told of the languages', () => {
  // Read anew: with UPDATE, what comes before writes into it.
  let manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  beforeEach(() => {
    manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  })

  it('every one of them starts the extension, and has the preview in its menus', () => {
    const others = manifest.activationEvents.filter(event => !event.startsWith('onLanguage:'))
    // VS Code starts the extension by itself only for languages that it configures.
    const configured = manifest.contributes.languages.filter(({ configuration }) => configuration)
    const own = configured.map(({ id }) => id)
    // Configuration files are JSON with comments, and nobody but the extension tells what is wrong in them.
    const waking = [...languageIds, 'jsonc'].filter(id => !own.includes(id)).map(id => `onLanguage:${id}`)
    const { commandPalette } = manifest.contributes.menus
    expect(commandPalette[0]?.command).toBe('arrowsmith.openPreviewToSide')
    manifest.activationEvents = [...waking, ...others]
    for (const entry of commandPalette.filter(({ when }) => when.startsWith('editorLangId')))
      entry.when = `editorLangId =~ /^(${languageIds.join('|')})/ || resourceExtname =~ /^\\.(${documentExtensions.join('|')})$/${alsoInPreview.has(entry.command) ? " || activeWebviewPanelId == 'arrowsmith.preview'" : ''}`
    expectFile('package.json', `${JSON.stringify(manifest, null, 2)}\n`)
  })

  it('every file is of a language that VS Code knows, of itself or from us', () => {
    const builtIn = ['md', 'markdown', 'mdown', 'mkd', 'ipynb', 'html', 'htm', 'rst']
    const contributed = manifest.contributes.languages.flatMap(({ id, extensions = [] }) =>
      extensions.map(extension => [extension.slice(1), languageInEditor('', id)] as const),
    )
    const rest = documentExtensions.filter(extension => !builtIn.includes(extension))
    const wanted = rest.map(extension => [extension, languageOf(`x.${extension}`)] as const)
    expect(new Map(contributed)).toEqual(new Map(wanted))
  })
})

describe('what assistants are told', () => {
  it('names the tools with what they take', () => {
    const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))
    manifest.contributes.languageModelTools = assistantTools.map(toolContribution)
    expectFile('package.json', `${JSON.stringify(manifest, null, 2)}\n`)
  })

  it('calls them in English as they call themselves', () => {
    const english = JSON.parse(readFileSync('package.nls.json', 'utf8'))
    const titles = Object.fromEntries(assistantTools.map(({ name, title }) => [`tool.${name}`, title]))
    expectFile('package.nls.json', `${JSON.stringify({ ...english, ...titles }, null, 2)}\n`)
  })

  it('points at a skill that names every tool', () => {
    const { chatSkills } = JSON.parse(readFileSync('package.json', 'utf8')).contributes
    const skill = readFileSync(chatSkills[0].path, 'utf8')
    expect(skill).toMatch(/^---\nname: arrowsmith\ndescription: /)
    expect(assistantTools.filter(({ name }) => !skill.includes(`\`${name}\``))).toEqual([])
  })
})

/** Offered while assistants are meant to use the tools of the window. */
const toolContribution = ({ name, description, input }: AssistantTool) => ({
  name: `arrowsmith_${name}`,
  toolReferenceName: name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  displayName: `%tool.${name}%`,
  modelDescription: description,
  userDescription: `%tool.${name}%`,
  canBeReferencedInPrompt: true,
  icon: '$(type-hierarchy)',
  tags: ['architecture', 'mermaid'],
  when: "config.arrowsmith.assistants == 'tools'",
  inputSchema: jsonSchema(input, 'input'),
})

describe('the reference of annotations', () => {
  const path = 'docs/annotations.md'
  const source = readFileSync(path, 'utf8')

  it('lists all keys', () => {
    const wanted = between(source, ['<!-- keys -->', '<!-- /keys -->'], `\n${referenceTable().trim()}\n`)
    expectFile(path, wanted ?? '')
  })

  it('has an example that is understood, keeps its promise and has no findings', () => {
    const snapshot = analyze(source, { language: 'markdown', configuration: defaultConfiguration })
    expect(findings(snapshot, { figures: true }).map(({ rule, message }) => `${rule}: ${message}`)).toEqual(
      [],
    )
    expect(flowTables(snapshot).map(({ objective }) => objective?.met)).toEqual([true])
  })

  const [onArrows = '', inBoxes = ''] = source.split('On an arrow:')[1]?.split('In a box:') ?? []
  it.each([
    ...labelsIn(onArrows).map(row => ({ ...row, read: readArrowLabel })),
    ...labelsIn(inBoxes.split('\n## ')[0] ?? '').map(row => ({ ...row, read: readNodeLabel })),
  ])('says truly that the label "$label" states $states', ({ label, states, read }) => {
    expect(read(label).attributes.map(({ key, value }) => `${key}: ${value}`)).toEqual(states.split('`, `'))
  })

  it('has no label that is left alone but the one it names', () => {
    expect(labelsIn(onArrows).length).toBeGreaterThan(50)
    expect(readArrowLabel('3 retries left').attributes).toEqual([])
  })
})

/** The rows of a table of labels, one for each way to write it. */
function labelsIn(text: string) {
  return text.split('\n').flatMap(line => {
    const [, written = '', states = ''] = /^\| (`.*`) \| `(.*)` \|$/.exec(line) ?? []
    return [...written.matchAll(/`([^`]+)`/g)].map(([, label = '']) => ({ label, states }))
  })
}

/** The terms that are told with an explanation, a line each. */
function glossary(entry: string): readonly string[] {
  const terms = termsOf(entry).map(({ names, text }) => `- **${names[0]}** – ${text}`)
  return terms.length === 0 ? [] : ['Terms:', terms.join('\n')]
}

describe('the reference of explanations', () => {
  it('has every entry, by topic', () => {
    const sections = topics.map(topic => {
      const told = entries().filter(entry => entry.topic === topic)
      const linkTo = (title: string) => `#${anchorOf(title)}`
      return [
        `## ${topic}`,
        ...told.map(entry =>
          [`### ${entry.title}`, renderEntry(entry, linkTo), ...glossary(entry.id)].join('\n\n'),
        ),
      ].join('\n\n')
    })
    const anchors = entries().map(({ title }) => anchorOf(title))
    expect(new Set(anchors).size, 'each heading has an anchor of its own').toBe(anchors.length)
    const index = topics.map(topic => {
      const told = entries().filter(entry => entry.topic === topic)
      return `- [${topic}](#${anchorOf(`Topic: ${topic}`)}): ${told.map(({ title }) => `[${title}](#${anchorOf(title)})`).join(', ')}`
    })
    expectFile(
      'docs/explanations.md',
      `${[
        '# What hovers and `arrowsmith explain` teach',
        'Each entry names where its figures can be looked up. Where they were read there, it says *figures checked* and the month; *figures not checked* may be out of date. Defaults and limits change with versions: look one up before you rely on it. What is doubtful says *unconfirmed* or *measure*, what the arithmetic assumes says *assumed*.',
        index.join('\n'),
        ...sections,
      ].join('\n\n')}\n`,
    )
  })
})

describe('package.json', () => {
  const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))

  it('points at files that exist', () => {
    const { grammars, languages, snippets } = manifest.contributes
    const paths = [
      ...grammars.map(({ path }) => path),
      ...snippets.map(({ path }) => path),
      ...languages.flatMap(({ configuration }) => configuration ?? []),
    ]
    expect(paths.filter(path => !existsSync(path))).toEqual([])
    expect(existsSync(manifest.icon)).toBe(true)
  })

  it('gives arrowsmith.config.json its comments and its schema', () => {
    const { jsonValidation, languages } = manifest.contributes
    const name = 'arrowsmith.config.json'
    expect(languages).toContainEqual({ id: 'jsonc', filenames: [name] })
    expect(jsonValidation).toEqual([{ fileMatch: name, url: './dist/schemas/configuration.json' }])
  })

  it('has a problem matcher that reads what lint --format agent writes', () => {
    const { regexp, ...groups } = manifest.contributes.problemMatchers[0]!.pattern
    const text = 'flowchart LR\n  api[Order API] -->|HTTPS| pay[Stripe]\n  api -->|SQL| db[(Postgres)]\n'
    const snapshot = analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
    const source = { path: 'docs/a: b.mmd', text, language: 'mermaid', marked: false } as const
    const [line = ''] = reportAgent([reportOf({ source, snapshot })]).split('\n')
    const [, ...parts] = new RegExp(regexp).exec(line) ?? []
    expect([groups.file, groups.line, groups.column, groups.severity, groups.code, groups.message]).toEqual([
      ...[1, 2, 3, 4, 5, 6],
    ])
    expect(parts[0]).toBe('docs/a: b.mmd')
    expect(parts[4]).toMatch(/^[a-z-]+$/)
  })

  it('leads newcomers by commands that it has, with pictures and texts that are there', () => {
    const { commands, menus, walkthroughs } = manifest.contributes
    const known = new Set(commands.map(({ command }) => command))
    const steps = walkthroughs.flatMap(each => each.steps)
    expect(steps).toHaveLength(5)
    for (const language of ['', '.de']) {
      const told = JSON.parse(readFileSync(`package.nls${language}.json`, 'utf8'))
      for (const { description, media } of steps) {
        const [, command = ''] = /\(command:([\w.]+)\)/.exec(told[description.slice(1, -1)]) ?? []
        expect(known).toContain(command)
        const page: string = told[media.markdown.slice(1, -1)]
        const pictures = [...readFileSync(page, 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)]
        expect(pictures.length, page).toBe(1)
        expect(pictures.filter(([, path = '']) => !existsSync(join(dirname(page), path)))).toEqual([])
      }
    }
    expect(menus.commandPalette.filter(({ command }) => !known.has(command))).toEqual([])
  })

  it('depends on nothing when installed: everything is bundled', () => {
    expect(manifest.dependencies ?? {}).toEqual({})
  })

  it('takes no key from anybody', () => {
    expect(Object.keys(manifest.contributes)).not.toContain('keybindings')
  })
})

interface Manifest {
  readonly icon: string
  readonly dependencies?: Record<string, string>
  activationEvents: readonly string[]
  readonly contributes: {
    readonly grammars: readonly { readonly path: string }[]
    readonly snippets: readonly { readonly path: string }[]
    readonly languages: readonly {
      readonly id: string
      readonly extensions?: readonly string[]
      readonly configuration?: string
    }[]
    readonly menus: { readonly commandPalette: readonly { readonly command: string; when: string }[] }
    readonly commands: readonly { readonly command: string }[]
    readonly problemMatchers: readonly {
      readonly pattern: { readonly regexp: string } & Readonly<Record<string, unknown>>
    }[]
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string
        readonly media: { readonly markdown: string }
      }[]
    }[]
    readonly jsonValidation: readonly unknown[]
    readonly configuration: { readonly properties: Record<string, unknown> }
    languageModelTools: readonly object[]
  }
}

/** Which rule speaks of what, and under which preset. */
function speechTable(): string {
  const rows = rules.map(rule => {
    const { id, speaksOf, topic = '' } = rule
    const when = presets.map(preset => speech(rule, preset))
    const cells = [`[${id}](../${pagePath(rule)})`, severities(rule), speaksOf, topic, ...when]
    return `| ${cells.join(' | ')} |`
  })
  const titles = ['rule', 'severity', 'speaks of', 'topic', ...presets.map(preset => `\`${preset}\``)]
  return [`| ${titles.join(' | ')} |`, `|${'---|'.repeat(titles.length)}`, ...rows].join('\n')
}

function speech(rule: Rule, preset: Preset): string {
  const isOn = presets.slice(0, presets.indexOf(preset) + 1).some(weaker => rule.presets[weaker])
  if (!isOn) return '–'
  if (rule.askedForBy && preset !== 'strict') return 'in small pictures, and beside words that ask for it'
  if (rule.onRequest && preset !== 'strict') return 'in small pictures'
  if (rule.speaksOf !== 'omission' || preset === 'strict') return 'always'
  return rule.asksFirst ? 'in small pictures, then where it is stated' : 'where it is stated'
}

function ruleTable(): string {
  const rows = rules.map(rule => {
    const fix = { none: '', review: 'yes', safe: 'safe' }[rule.fixable ?? 'none']
    return `| [${rule.id}](${pagePath(rule)}) | ${rule.summary} | ${severities(rule)} | ${fix} |`
  })
  return ['| rule | flags | severity | fix |', '|---|---|---|---|', ...rows].join('\n')
}

const severityNames = ['off', 'hint', 'info', 'warning', 'error']

function ruleSetting(): object {
  return {
    type: 'object',
    default: {},
    scope: 'resource',
    order: 3,
    markdownDescription: '%setting.rules%',
    additionalProperties: false,
    properties: Object.fromEntries(rules.map(rule => [rule.id, ruleSchema(rule)])),
  }
}

/** A severity, or an object with severity and options. */
function ruleSchema({ summary, options }: Rule): object {
  const severity = { enum: severityNames }
  const described = { description: summary }
  if (Object.keys(options).length === 0) return { ...described, ...severity }
  const properties = Object.entries(options).map(([name, { default: value, description, choices }]) => [
    name,
    { type: typeof value, default: value, description, ...(choices && { enum: choices }) },
  ])
  const detailed = {
    type: 'object',
    additionalProperties: false,
    properties: {
      severity,
      options: { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) },
    },
  }
  return { ...described, anyOf: [severity, detailed] }
}

/** For completion and hovers alone: what is wrong is said by the one that reads the file, in its own words. */
function configurationSchema(): object {
  const settings = settingSchemas()
  const settingsOnly = Object.keys(settings).map(name => [name, { $ref: `#/properties/${name}` }])
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Arrowsmith configuration',
    properties: {
      $schema: {},
      root: {
        description: 'Look for no further configuration in parent folders.',
        ...proposed([true, false]),
      },
      include: { description: 'Only these files are linted; patterns are relative to this file.' },
      exclude: { description: 'These files are left alone; patterns are relative to this file.' },
      ...settings,
      files: {
        description:
          'Settings for the files that a pattern names, over those for all: { "docs/legacy/**": { "preset": "sketch" } }. Components may be named by their ids there.',
        additionalProperties: { properties: Object.fromEntries(settingsOnly) },
      },
    },
  }
}

/** Anything else is accepted. */
const proposed = (values: readonly (string | boolean)[], ...others: readonly object[]) => ({
  anyOf: [{ enum: values }, ...others, {}],
})

function settingSchemas() {
  return {
    preset: {
      description: 'How strictly designs are judged. A diagram may choose its own.',
      ...proposed(['sketch', 'recommended', 'strict']),
    },
    rules: {
      description: 'The severity and the options of single rules.',
      properties: Object.fromEntries(rules.map(rule => [rule.id, proposedSetting(rule)])),
    },
    conventions: {
      description:
        "Rules of one's own: what may call what, what has to be stated, how things are named. docs/configuration.md explains them.",
      items: { properties: conventionSchema() },
    },
    components: {
      description:
        'Figures of components, by label or technology, for all diagrams: { "Payments API": { "p99": "300ms" } }.',
      additionalProperties: figuresSchema(nodeVocabulary),
    },
    defaults: {
      description: 'Figures of all arrows and nodes that state none: { "arrow": { "timeout": "2s" } }.',
      properties: { arrow: figuresSchema(arrowVocabulary), node: figuresSchema(nodeVocabulary) },
    },
    sharing: {
      description:
        'How far a thing that several diagrams draw shares its figures: among all documents, in each document, or not at all.',
      ...proposed(['workspace', 'document', 'off']),
    },
    comments: {
      description: 'Whether diagrams in the comments of source code are looked at too.',
      ...proposed([true, false]),
    },
  }
}

function conventionSchema() {
  const properties = {
    name: { description: 'A pattern of names: "* service".' },
    kind: { description: 'What it is: "database", or a list.', ...proposed(kinds) },
    tech: { description: 'A product: "postgres".' },
    group: { description: 'The title of a frame around it.' },
  }
  const selector = (description: string) => ({ description, properties })
  return {
    id: { description: 'Its name in findings and in comments that suppress it.' },
    from: selector('Who calls.'),
    to: selector('What is called.'),
    of: selector('What it is about.'),
    mayNotCall: selector('What those must not call.'),
    mayCallOnly: selector('All that those may call.'),
    mayBeCalledOnlyBy: selector('All that may call those.'),
    requires: { description: 'What has to be stated.', ...proposed(requirements) },
    protocols: { description: 'The protocols accepted: ["HTTPS", "gRPC"].' },
    named: { description: 'The pattern that names follow: "* service".' },
    message: { description: 'Why, and what to do: said behind what is so.' },
    severity: proposed(['error', 'warning', 'info', 'hint']),
  }
}

function proposedSetting({ summary, options }: Rule): object {
  const names = Object.entries(options)
  const properties = names.map(([name, { description, default: value, choices }]) => [
    name,
    { description, default: value, ...(choices && proposed(choices)) },
  ])
  const detailed = {
    properties: {
      severity: proposed(severityNames),
      options: { properties: Object.fromEntries(properties) },
    },
  }
  return { description: summary, ...proposed(severityNames, ...(names.length > 0 ? [detailed] : [])) }
}

function figuresSchema(vocabulary: Vocabulary): object {
  const properties = Object.entries(vocabulary).map(([name, { description, words, examples, choices }]) => [
    name,
    { description: `${description} Write ${words}.`, ...proposed((choices ?? examples).map(fromText)) },
  ])
  return { properties: Object.fromEntries(properties) }
}

/** `true` and `false` are values of their own in JSON. */
const fromText = (text: string) => (text === 'true' ? true : text === 'false' ? false : text)
