// Designs that are too large for everything that is asked of them: commands end, and say what they leave out.

import { expect, it } from 'vitest'
import { build, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

/** A name without digits, so that nothing is taken for a copy. */
const name = (index: number) => `Step ${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}`

/** Every service of a layer calls all of the next one. */
function layered(depth: number, width: number): string {
  const id = (layer: number, index: number) => `l${layer}n${index}`
  const services = lines(depth * width, place => {
    const [layer, index] = [Math.floor(place / width), place % width]
    return `  ${id(layer, index)}[${name(place)} service]\n  %% ${id(layer, index)}@{ p50: 5ms, p99: ${20 + place}ms, availability: 99.9% }`
  })
  const calls = lines((depth - 1) * width * width, place => {
    const [layer, from, to] = [
      Math.floor(place / width ** 2),
      Math.floor(place / width) % width,
      place % width,
    ]
    return `  ${id(layer, from)} -->|gRPC| ${id(layer + 1, to)}`
  })
  return `---
arrowsmith: { assume: nothing, objectives: { order: { from: web, p99: 10ms, availability: 99.999% } } }
---
flowchart LR
  web[Browser] -->|HTTPS| l0n0
${services}
${calls}
`
}

it('failures of many components', async () => {
  const { code, stdout, stderr } = await arrowsmith(['failures', '--format', 'json'], {
    cwd: folderOf({ 'large.mmd': layered(26, 4) }),
  })
  expect(code).toBe(0)
  expect(JSON.parse(stdout).failures.length).toBeGreaterThan(5)
  expect(stderr).toMatch(
    /^arrowsmith: large\.mmd:4: The outages of the most available components are left out \(\d+ of order\) because computing them takes too long/,
  )
})

it('a plan for a promise that many ways lead to', async () => {
  const { code, stdout } = await arrowsmith(['plan'], { cwd: folderOf({ 'large.mmd': layered(26, 4) }) })
  expect(code).toBe(1)
  expect(stdout).toMatch(/\n {4}More changes could be tried, but would take too long/)
})

it('more flows than are listed: they are counted, and load the components all the same', async () => {
  const flows = lines(
    40,
    index => `  web[Browser] -->|HTTPS| s${index}[${name(index)} service]
  s${index} -->|SQL| db[(Postgres)]
  %% web->s${index}@{ rate: 100/s, timeout: 1s }`,
  )
  const { code, stdout, stderr } = await arrowsmith(['flows', '--format', 'json'], {
    cwd: folderOf({ 'many.mmd': `flowchart LR\n${flows}\n  %% db@{ capacity: 5000/s }\n` }),
  })
  expect(code).toBe(0)
  expect(stderr).toMatch(/^arrowsmith: many\.mmd:1: 8 of 40 flows are left out\. Give those that matter/)
  const [first, ...others] = JSON.parse(stdout).flows
  expect(others).toHaveLength(31)
  expect(first.load[0]).toMatchObject({ at: 'db', rate: 4000, utilization: 0.8 })
})
