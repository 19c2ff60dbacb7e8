// A VS Code window as a person uses it: with keys, the mouse, and eyes.

import type { Browser, Frame, Locator, Page } from 'playwright-core'
import { expectSoon, patience, succeeds } from './expect'

export interface Workbench {
  readonly page: Page
  /** Runs a command of the palette by its title. */
  run(title: string): Promise<void>
  /** Runs a command of the palette that offers a list, and takes what says `words` there. */
  take(title: string, words: string): Promise<void>
  /** Opens a file of the workspace. */
  open(name: string): Promise<void>
  /** What the editor shows of a line that contains `part`. */
  line(part: string): Locator
  /** The characters `part` in the editor, the first time they occur on screen. */
  characters(part: string): Promise<{ x: number; y: number }>
  /** Puts the cursor into the characters `part`. */
  clickOn(part: string): Promise<void>
  /** The frame of the preview's page. */
  preview(): Promise<Frame>
  /** What was asked of `elsewhere.example`, which hostile texts name; all of it is refused. */
  readonly asked: readonly string[]
}

export async function openWorkbench(browser: Browser, address: string): Promise<Workbench> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 })
  page.setDefaultTimeout(patience * 1000)
  const asked: string[] = []
  await page.context().route(/elsewhere\.example/, (route, request) => {
    asked.push(request.url())
    return route.abort()
  })
  await page.goto(address)
  await page.locator('.monaco-workbench .part.editor').waitFor()
  /** Rows move while a list fills up, and a list may go with the focus: then all is done again. */
  const choose = async (key: string, words: string, label: string) => {
    const input = page.locator('.quick-input-widget input[type=text]')
    const name = page.locator('.label-name', { hasText: new RegExp(`^${escaped(label)}$`) })
    const row = page.locator('.quick-input-list .monaco-list-row', { has: name }).first()
    await expectSoon(`${label} is chosen`, async () => {
      if (!(await input.isVisible())) await page.keyboard.press(key)
      const isChosen =
        (await succeeds(input.fill(words, { timeout: 2000 }))) &&
        (await succeeds(row.waitFor({ timeout: 5000 }))) &&
        (await succeeds(row.click({ timeout: 2000 })))
      // What is left open of another list takes the words of this one.
      if (!isChosen) await page.keyboard.press('Escape')
      return isChosen
    })
  }
  // A whole path is opened as it is; a name is searched for, which may wait for other searches.
  const folder = new URL(address).searchParams.get('folder')
  const run = (title: string) => choose('F1', `>${title}`, title)
  const line = (part: string) => page.locator('.monaco-editor .view-line', { hasText: spaced(part) }).first()
  const characters = (part: string) => placeOf(line(part), part)
  return {
    page,
    asked,
    run,
    async take(title, words) {
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first()
      await expectSoon(`${words} is taken`, async () => {
        if (!(await row.isVisible())) await run(title)
        return (await succeeds(row.waitFor({ timeout: 5000 }))) && succeeds(row.click({ timeout: 2000 }))
      })
    },
    line,
    characters,
    async open(name) {
      // The preview's tab has the name too.
      const tab = page.locator(`.tab.active[data-resource-name="${name}"]`)
      // What comes up late in the list moves the rows away from under the pointer.
      await expectSoon(`${name} is open`, async () => {
        await choose('Control+P', folder ? `${folder}/${name}` : name, name)
        return succeeds(tab.waitFor({ timeout: 5000 }))
      })
      await page.locator('.monaco-editor .view-line').first().waitFor()
    },
    async clickOn(part) {
      const { x, y } = await characters(part)
      await page.mouse.click(x, y)
    },
    preview: () => frameWith(page, 'script[src*="preview.js"]'),
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The editor draws blanks as no-break spaces. */
const spaced = (part: string) => new RegExp(escaped(part).replaceAll(' ', '[ \\u00a0]'))

/** The middle of the first occurrence of `part` in a line of the editor. */
async function placeOf(line: Locator, part: string): Promise<{ x: number; y: number }> {
  await line.waitFor()
  return line.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const pieces: Text[] = []
    while (walker.nextNode()) if (walker.currentNode instanceof Text) pieces.push(walker.currentNode)
    const from = pieces
      .map(({ data }) => data)
      .join('')
      .replaceAll('\u00a0', ' ')
      .indexOf(wanted)
    let at = from + Math.floor(wanted.length / 2)
    const piece = pieces.find(({ data }) => {
      if (at < data.length) return true
      at -= data.length
      return false
    })
    if (from < 0 || !piece) throw new Error(`the line does not say ${wanted}`)
    const range = document.createRange()
    range.setStart(piece, at)
    range.setEnd(piece, at + 1)
    const box = range.getBoundingClientRect()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }, part)
}

/** The frame whose page has an element: webviews are frames in frames. */
async function frameWith(page: Page, selector: string): Promise<Frame> {
  let found: Frame | undefined
  await expectSoon(`a frame has ${selector}`, async () => {
    for (const frame of page.frames()) {
      const count = await frame
        .locator(selector)
        .count()
        .catch(() => 0)
      if (count > 0) found = frame
    }
    return found !== undefined
  })
  return found!
}
