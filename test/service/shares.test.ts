// Whose time a flow takes, where that takes too long to work out: it is left out, and said.

import { expect, it } from 'vitest'
import { analyze, defaultConfiguration, hints, hoverAt, previewModel } from '../../src/service'
import { times, word } from '../growth/generator'

const leftOut = 'Shares are left out, because computing them for so many calls takes too long.'

/** Layers in which everybody calls everybody in the next. */
function layered(layers: number, width: number): string {
  const calls = times(layers * width * width, n => {
    const [layer, from, to] = [Math.floor(n / width / width), Math.floor(n / width) % width, n % width]
    return `l${layer}x${from} -->|gRPC| l${layer + 1}x${to}`
  })
  const services = times(
    (layers + 1) * width,
    n => `l${Math.floor(n / width)}x${n % width}[${word(n)} service]`,
  )
  return `flowchart LR\nweb[Web app] -->|HTTPS| l0x0\n${services}\n${calls}\n`
}

it.each([
  ['small', layered(2, 2), false],
  ['large', layered(10, 10), true],
])('of a %s design', (_, source, isLeftOut) => {
  const snapshot = analyze(source, { language: 'mermaid', configuration: defaultConfiguration })
  const hover = hoverAt(snapshot, source.indexOf('l0x0'))?.markdown ?? ''
  const [flow] = previewModel(snapshot, 0).flows
  expect(hover.includes(leftOut)).toBe(isLeftOut)
  expect(flow?.notes.gaps.includes(leftOut)).toBe(isLeftOut)
  expect(flow?.shares.length === 0).toBe(isLeftOut)
  expect(flow?.bars.length === 0).toBe(isLeftOut)
  expect(hints(snapshot).length === 0).toBe(isLeftOut)
})
