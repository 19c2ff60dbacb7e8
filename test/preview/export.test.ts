// Exported pictures, opened as their readers would: they look as they did, run nothing, and ask nobody for anything.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PreviewModel } from '../../src/service/preview/messages'
import { type Harness, type Preview, startHarness } from './harness'
import { architecture, c4, checkout, sequence } from './samples/index'

let harness: Harness
let preview: Preview
let reader: Page

/** What was asked for on its way out of the browser: all of it is refused. */
const asked: string[] = []

/** Nothing answers there; whoever asks is caught before. */
const place = 'https://elsewhere.example'

beforeAll(async () => {
  harness = await startHarness()
  preview = await harness.open()
  const browser = preview.page.context().browser()
  if (!browser) throw new Error('The preview is in no browser.')
  reader = await browser.newPage()
  for (const page of [preview.page, reader])
    await page.route(/elsewhere\.example/, (route, request) => {
      asked.push(request.url())
      return route.abort()
    })
}, 60_000)

afterAll(() => harness?.close())

const exported = async (picture: PreviewModel): Promise<string> => {
  await preview.post({ type: 'picture', picture })
  await preview.drawn()
  expect(await preview.page.textContent('.banner')).toBe('')
  const before = (await preview.sent()).length
  await preview.page.click('.menu > summary')
  await preview.page.click('[aria-label="Export SVG"]')
  await preview.page.waitForFunction(count => window.sent.length > count, before)
  const message = (await preview.sent())[before]
  if (message?.type !== 'export') throw new Error(`no picture but ${JSON.stringify(message)}`)
  return message.data
}

/** Opens a picture as a file of its own, then as a part of a page. */
const read = async (svg: string): Promise<void> => {
  const file = 'http://reader.test/picture.svg'
  await reader.route(/reader\.test/, route =>
    route.request().url() === file
      ? route.fulfill({ body: svg, contentType: 'image/svg+xml' })
      : route.fulfill({ body: `<!DOCTYPE html><title>-</title>${svg}`, contentType: 'text/html' }),
  )
  await reader.goto(file, { waitUntil: 'load' })
  expect(await reader.evaluate(() => document.documentElement.localName)).toBe('svg')
  expect(await reader.evaluate(() => document.querySelector('parsererror') === null)).toBe(true)
  await reader.goto('http://reader.test/page', { waitUntil: 'load' })
  await reader.unroute(/reader\.test/)
}

const requestsOf = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
  asked.length = 0
  await act()
  return [...asked]
}

it('would be caught if it asked', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="${place}/a.png" width="9" height="9"/></svg>`
  expect(await requestsOf(() => read(svg))).toEqual([`${place}/a.png`, `${place}/a.png`])
})

describe('a picture that has nothing from elsewhere', () => {
  it.each([
    ['flowchart', checkout],
    ['sequence', sequence],
    ['C4', c4],
    ['architecture', architecture],
  ] as const)('loses nothing: %s', async (_, picture) => {
    await exported(picture)
    const before = await preview.page.screenshot()
    const svg = await exported(picture)
    expect(before.length).toBeGreaterThan(0)
    const counted = await preview.page.evaluate(inBoth, svg)
    expect(counted.exported).toEqual(counted.shown)
    expect(svg).not.toContain('foreignObject')
    const { shown, exported: read } = await preview.page.evaluate(wordsOfBoth, svg)
    expect(read).toEqual(shown)
  })
})

it('is read alike by programs that know fewer lines and blanks than browsers', async () => {
  const boundary = await exported(c4)
  expect(boundary).toMatch(
    /<text[^>]* xml:space="preserve"[^>]*><tspan[^>]*><tspan[^>]*>Web<\/tspan><tspan[^>]*> app</,
  )
  const lifelines = await exported(sequence)
  expect(lifelines).toMatch(/<text[^>]* transform="translate\(0 5\.6\)"[^>]*><tspan[^>]*>Web app/)
  expect(lifelines).not.toMatch(/<t(?:ext|span)[^>]*baseline/)
})

it('says of a component what the page says by itself', async () => {
  const titles = (await exported(checkout)).match(/<title>[^<]+/g) ?? []
  expect(titles).toHaveLength(checkout.nodes.length)
  expect(titles.join()).toMatch(/Payment[^,]*, [^<]*p99/)
})

it('dims what a lost component takes along, and says which half of a goal is missed', async () => {
  const [flow] = checkout.flows
  const lost = { ...flow!, availability: 0 }
  const down = { target: 'stripe', key: 'component', value: 'down' } as const
  const dark = await exported({ ...checkout, flows: [lost], changes: [down] })
  expect(dark).toMatch(/<g[^>]*class="[^"]*\bdimmed\b/)
  expect(dark).toMatch(/\.dimmed rect[^}]*opacity: 0\.5/)
  expect(await exported(checkout)).toContain('Goal missed: p99 ≤ 800 ms. availability ≥ 99.5% is met.')
})

it('is drawn in light colors, with or without a legend, where that is chosen', async () => {
  await exported(checkout)
  const choose = async (legend: boolean) => {
    const before = (await preview.sent()).length
    await preview.page.click('.menu > summary')
    await preview.page.selectOption('[aria-label="Colors of the export"]', 'light')
    await preview.page.setChecked('.menu input[type=checkbox]', legend)
    await preview.page.click('[aria-label="Export SVG"]')
    await preview.page.waitForFunction(count => window.sent.length > count, before)
    const message = (await preview.sent())[before]
    return message?.type === 'export' ? message.data : ''
  }
  const [plain, captioned] = [await choose(false), await choose(true)]
  for (const svg of [plain, captioned])
    expect(/<rect[^>]*style="fill: #ffffff; stroke: none"/.test(svg)).toBe(true)
  expect(plain.includes('class="caption"')).toBe(false)
  expect(/class="caption".*critical path\u00a0· width/s.test(captioned)).toBe(true)
  expect(await preview.page.locator('.offstage').count()).toBe(0)
  await preview.page.click('.menu > summary')
  await preview.page.selectOption('[aria-label="Colors of the export"]', 'shown')
  await preview.page.click('.menu > summary')
})

/** What the drawing and its export have of elements and of attributes, but what answers to the pointer and frames. */
const inBoth = (svg: string) => {
  const census = (root: Element | null) => {
    const counts: Record<string, number> = {}
    for (const element of root?.querySelectorAll('*') ?? []) {
      if (
        element.closest('.handle, .selection, foreignObject, .plain-label, .caption') ||
        element === root?.querySelector(':scope > rect:first-child')
      )
        continue
      for (const name of ['', ...element.getAttributeNames()]) {
        if (/^(?:tabindex|style|dominant-baseline|alignment-baseline|xml:space)$/.test(name)) continue
        if (element.localName === 'text' && name === 'transform') continue
        const key = `${element.localName} ${name}`
        counts[key] = (counts[key] ?? 0) + 1
      }
      if (element instanceof SVGElement || element instanceof HTMLElement)
        counts[`${element.localName} declarations`] =
          (counts[`${element.localName} declarations`] ?? 0) + element.style.length
    }
    return Object.fromEntries(Object.entries(counts).sort())
  }
  const copy = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  return { shown: census(document.querySelector('.stage svg')), exported: census(copy) }
}

/** The letters of all labels, however they are broken into lines. */
const wordsOfBoth = (svg: string) => {
  const words = (root: Element | null) =>
    [...(root?.querySelectorAll('foreignObject, text') ?? [])]
      .filter(element => !element.closest('defs, .caption'))
      .flatMap(element => [...(element.textContent ?? '').replace(/\s/g, '')])
      .sort()
      .join('')
  const copy = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  return { shown: words(document.querySelector('.stage svg')), exported: words(copy) }
}

const flowchart = (...lines: readonly string[]) =>
  ['flowchart LR', '  a[One] --> b[Two]', ...lines].join('\n')
const label = (html: string) => flowchart(`  c["${html}"]`)
const init = (config: object, text = flowchart()) => `%%{init: ${JSON.stringify(config)}}%%\n${text}`
const themed = (css: string) => init({ themeCSS: css })

/** By what would fetch it. */
const hostile: Readonly<Record<string, string>> = {
  'an image in a label': label(`<img src='${place}/label.png'>`),
  'sources in a label': label(
    `<img srcset='${place}/set.png 1x'><picture><source srcset='${place}/source.png'><img src='data:,'></picture><video poster='${place}/poster.png' src='${place}/film'></video><audio src='${place}/sound'></audio>`,
  ),
  'other documents in a label': label(
    `<iframe src='${place}/frame'></iframe><object data='${place}/object'></object><embed src='${place}/embed'><link rel='stylesheet' href='${place}/sheet.css'>`,
  ),
  'a page elsewhere in a label': label(
    `<base href='${place}/'><meta http-equiv='refresh' content='0;url=${place}/next'><form action='${place}/form'><input type='image' src='${place}/input.png'></form>`,
  ),
  'styles in a label': label(
    `<div style='background:url(${place}/background.png)'>x</div><style>@import '${place}/import.css'; b{background:url(${place}/b.png)}</style><table background='${place}/table.png'><tr><td>x</td></tr></table>`,
  ),
  'drawings in a label': label(
    `<svg width='9' height='9'><image href='${place}/image.png' width='9' height='9'/><use href='${place}/use.svg#x'/><rect width='9' height='9' fill='url(${place}/fill.svg#x)'/><filter id='f'><feImage href='${place}/filter.png'/></filter></svg>`,
  ),
  'scripts in a label': label(
    `<img src=x onerror=fetch(\`${place}/error\`)><svg onload=fetch(\`${place}/load\`)></svg><script>fetch('${place}/script')</script>`,
  ),
  'a picture in Markdown': flowchart(`  c["\`![x](${place}/markdown.png) **b**\`"]`),
  'a link in a label': label(`<a href='${place}/link' ping='${place}/ping'>x</a>`),
  'a formula': flowchart(`  c["$$\\includegraphics{${place}/formula.png}$$"]`),
  'an image shape': flowchart(`  c@{ img: "${place}/shape.png", label: "x", w: 60, h: 60 }`),
  'an icon shape': flowchart(`  c@{ icon: "${place}:shape", label: "x" }`),
  'the styles of a class': [
    'stateDiagram-v2',
    '  one --> two',
    `  classDef far fill:url(${place}/fill.svg#x),background-image:url(${place}/class.png),mask:url(${place}/mask.svg#m)`,
    '  class one far',
    `  style two stroke:url(${place}/stroke.svg#x)`,
  ].join('\n'),
  'an import of the theme': themed(`@import url(${place}/theme.css); .node rect { fill: #f00 }`),
  'images of the theme': themed(
    `.node rect { fill: url(${place}/fill.svg#x); filter: url(${place}/filter.svg#x) } svg, .node * { background: url(${place}/background.png); cursor: url(${place}/cursor.png), auto; mask-image: url("${place}/mask.svg") }`,
  ),
  'a font of the theme': themed(
    `@font-face { font-family: far; src: url(${place}/font.woff2) } * { font-family: far !important }`,
  ),
  'hidden images of the theme': themed(
    `svg { --far: url(${place}/variable.png); background: var(--far); background: u\\72l(${place}/escaped.png); background-image: image-set("${place}/set.png" 1x); background-image: -webkit-image-set("${place}/webkit.png" 1x) }`,
  ),
  'nested images of the theme': themed(
    `@media all { @supports (display: block) { svg { background: url(${place}/media.png) } } } @layer x { svg { background: url(${place}/layer.png) } } svg { & .node { background: url(${place}/nested.png) } } @keyframes k { from { background: url(${place}/frame.png) } } svg { animation: k 1s infinite }`,
  ),
  'colors of the theme': init({
    theme: 'base',
    themeVariables: {
      nodeTextColor: `url(${place}/color.svg#x)`,
      titleColor: `red; background: url(${place}/line.png)`,
    },
  }),
  'fonts of the configuration': init({
    fontFamily: `x; background: url(${place}/family.png)`,
    fontSize: `url(${place}/size)`,
  }),
  frontmatter: `---\nconfig:\n  themeCSS: "@import '${place}/front.css'; svg { background: url(${place}/front.png) }"\n---\n${flowchart()}`,
  'a sequence': [
    'sequenceDiagram',
    `  box url(${place}/box.svg#x) Group`,
    `  participant A as <img src='${place}/actor.png'>`,
    '  end',
    `  link A: Board @ ${place}/board`,
    `  rect url(${place}/rect.svg#x)`,
    `  A->>A: <img src='${place}/message.png'>`,
    '  end',
  ].join('\n'),
  C4: [
    'C4Container',
    `  Container(a, "A<img src='${place}/label.png'>", $sprite="${place}/sprite.png")`,
    '  Container(b, "B")',
    '  Rel(a, b, "x")',
    `  UpdateElementStyle(a, $bgColor="url(${place}/color.svg#x)")`,
  ].join('\n'),
  'an address in a click': flowchart(
    `  click a "${place}/click" "x"`,
    `  click b href "javascript:fetch('${place}/js')"`,
  ),
}

describe('a picture with something from elsewhere asks for none of it', () => {
  it.each(Object.entries(hostile))('%s', async (_, text) => {
    let svg = ''
    const picture = { ...checkout, document: `file:///${text.length}.md`, text }
    expect(
      await requestsOf(async () => {
        svg = await exported(picture)
      }),
    ).toEqual([])
    preview.complaints()
    expect(await requestsOf(() => read(svg))).toEqual([])
    expect(svg).not.toMatch(/<(?:script|iframe|object|embed|link|base|meta|form)\b|\son\w+=|javascript:/i)
  })
})

/** What Mermaid keeps out today, as HTML inside of its drawing. */
const forbidden = [
  ...[
    'url(@)',
    'u\\72l(@)',
    'image-set("@" 1x)',
    '-webkit-image-set(url(@) 1x)',
    'cross-fade(url(@), url(#x))',
  ].flatMap((value, index) => [
    `<style>.far { background-image: ${value.replaceAll('@', `${place}/sheet${index}.png`)} }</style>`,
    `<foreignObject width="9" height="9"><div style='background-image: ${value.replaceAll('@', `${place}/style${index}.png`)}'>x</div></foreignObject>`,
    `<rect width="9" height="9" style='mask-image: ${value.replaceAll('@', `${place}/mask${index}.png`)}'/>`,
  ]),
  `<style>@import "${place}/import.css"; @import url(${place}/layered.css) layer(x); @namespace "${place}/space";</style>`,
  `<style>.far { --far: u\\72l(${place}/variable.png); background: var(--far); background: var(--no) url(${place}/fallback.png) }</style>`,
  `<style>@media all { .far { & { list-style: url(${place}/nested.png) inside; display: list-item } } } @layer l { .far { border-image: url(${place}/border.png) 3 } }</style>`,
  `<style>@font-face { font-family: far; src: url(${place}/font.woff2) } .far, svg text { font-family: far }</style>`,
  `<style>@keyframes far { from { background: url(${place}/from.png) } } .far { animation: far 9s infinite }</style>`,
  `<style>@property --p { syntax: "<image>"; inherits: false; initial-value: url(${place}/property.png) } .far { background: var(--p) }</style>`,
  `<rect width="9" height="9" fill="url(${place}/fill.svg#x)" filter="URL( '${place}/filter.svg#x' )" clip-path="u\\72l(${place}/clip.svg#x)"/>`,
  `<path d="M0 0L9 9" marker-end="url(${place}/marker.svg#x)" mask="url(${place}/mask.svg#x)"/>`,
  `<image href="${place}/image.png" width="9" height="9"/><image xlink:href="//elsewhere.example/xlink.png" width="9" height="9"/>`,
  `<use href="${place}/use.svg#x"/><filter id="far"><feImage href="${place}/feimage.png"/></filter><rect width="9" height="9" filter="url(#far)"/>`,
  `<image width="9" height="9"><set attributeName="href" to="${place}/set.png"/><animate attributeName="href" values="${place}/animate.png" dur="1s"/></image>`,
  `<script>fetch("${place}/script")</script><script href="${place}/script.js"></script>`,
  `<g onload="fetch('${place}/load')" onfocusin="fetch('${place}/focus')" tabindex="0" autofocus><a href="javascript:fetch('${place}/js')">x</a></g>`,
  `<x:script xmlns:x="http://www.w3.org/2000/svg">fetch("${place}/prefixed")</x:script>`,
  `<foreignObject width="9" height="9"><img src="${place}/img.png" srcset="${place}/srcset.png 1x" onerror="fetch('${place}/error')"/><link rel="stylesheet" href="${place}/link.css"/><iframe src="${place}/frame" srcdoc="<img src='${place}/doc.png'>"></iframe><object data="${place}/object"></object><embed src="${place}/embed"/><video src="${place}/video" poster="${place}/poster.png" autoplay></video><audio src="${place}/audio"></audio><input type="image" src="${place}/input.png"/><table background="${place}/table.png"><tbody><tr><td background="${place}/cell.png">x</td></tr></tbody></table></foreignObject>`,
]

it('what stood in the drawing all the same is taken out', async () => {
  await exported({ ...checkout, document: 'file:///forbidden.md' })
  await preview.page.evaluate(markup => {
    const drawing = document.querySelector('.stage svg')
    drawing?.classList.add('far')
    drawing?.insertAdjacentHTML('beforeend', markup)
  }, forbidden.join('\n'))
  preview.complaints()
  const before = (await preview.sent()).length
  await preview.page.click('.menu > summary')
  await preview.page.click('[aria-label="Export SVG"]')
  await preview.page.waitForFunction(count => window.sent.length > count, before)
  const message = (await preview.sent())[before]
  const svg = message?.type === 'export' ? message.data : ''
  expect(svg.includes('drawing')).toBe(true)
  expect(await requestsOf(() => read(svg))).toEqual([])
  expect(svg.match(/<(?:\w+:)?script|\son\w+=|javascript:/gi)).toBeNull()
  await exported(checkout)
})

it('a configuration that Mermaid can’t take spoils only its own picture', async () => {
  const text = init({ theme: 'base', themeVariables: { primaryColor: 'url(#x)' } })
  await preview.post({ type: 'picture', picture: { ...checkout, document: 'file:///colors.md', text } })
  await preview.drawn()
  expect(await preview.page.textContent('.banner')).toContain('Mermaid cannot draw this text yet')
  await exported(checkout)
})

it('characters that no XML document has are replaced', async () => {
  const text = 'flowchart LR\n  a["bell \u0007 and half \ud83d"] --> b'
  const svg = await exported({ ...checkout, document: 'file:///bell.md', text })
  expect(await requestsOf(() => read(svg))).toEqual([])
})
