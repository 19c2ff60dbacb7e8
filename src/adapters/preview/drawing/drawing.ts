// The drawing of a diagram, made in a frame beside the page so that nothing here waits for it.

import script from 'drawing-sandbox'
import { html } from '../dom'
import type { Theme } from '../theme/theme'
import { t } from '../translation'
import type { DrawingAnswer, DrawingRequest, SandboxSetup } from './request'

export type Drawing = { readonly svg: SVGSVGElement } | { readonly error: string }

/** Mermaid's own drawing at its natural size, or why there is none. */
export const draw = async (text: string, theme: Theme): Promise<Drawing> => {
  try {
    const answer = await (await drawer())(text, theme)
    if ('error' in answer) return answer
    // Parsing takes as long as a task may: it has one of its own.
    await new Promise(resolve => setTimeout(resolve))
    return parsed(answer.markup)
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** Loads the largest part of the preview by far; what goes wrong is said when there is something to draw. */
export const prepareDrawing = (): void => {
  drawer().catch(() => undefined)
}

type Drawer = (text: string, theme: Theme) => Promise<DrawingAnswer>

let made: Promise<Drawer> | undefined

const drawer = (): Promise<Drawer> => {
  made ??= createDrawer()
  return made
}

const createDrawer = async (): Promise<Drawer> => {
  const { port1: port, port2: theirs } = new MessageChannel()
  const waiting = new Map<number, (answer: DrawingAnswer) => void>()
  port.onmessage = ({ data }: MessageEvent<DrawingAnswer>) => {
    waiting.get(data.number)?.(data)
    waiting.delete(data.number)
  }
  const [frame, mermaid] = await Promise.all([createFrame(), readMermaid()])
  const setup: SandboxSetup = { mermaid, font: getComputedStyle(document.body).font }
  // Its origin has no name; nobody else is in it.
  frame.postMessage(setup, '*', [theirs, mermaid])
  let asked = 0
  return (text, theme) =>
    new Promise(resolve => {
      asked += 1
      waiting.set(asked, resolve)
      const request: DrawingRequest = { number: asked, text, theme }
      port.postMessage(request)
    })
}

/** As large as the page: some diagrams are drawn as wide as there is room. */
const createFrame = (): Promise<Window> =>
  new Promise(resolve => {
    const { nonce } = document.querySelector<HTMLElement>('script[nonce]') ?? {}
    const frame = html('iframe', {
      class: 'drawer',
      sandbox: 'allow-scripts',
      'aria-hidden': 'true',
      tabindex: -1,
      srcdoc: `<!DOCTYPE html><body><script type="module" nonce="${nonce}">${script}</script>`,
      load: () => frame.contentWindow && resolve(frame.contentWindow),
    })
    document.body.append(frame)
  })

const readMermaid = async (): Promise<ArrayBuffer> => {
  const response = await fetch(new URL('./mermaid.js', import.meta.url))
  return response.arrayBuffer()
}

const parsed = (markup: string): Drawing => {
  // In a document of its own, where nothing loads and nothing runs.
  const svg = new DOMParser().parseFromString(markup, 'text/html').querySelector('svg')
  return svg ? { svg } : { error: t('Mermaid drew nothing') }
}
