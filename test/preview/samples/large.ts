// As many services as one likes.

import type { PreviewModel } from '../../../src/service/preview/messages'
import { arrow, at, flow, node, picture, share } from './build'

/** `count` services in layers, each calling two of the next layer; one path is critical. */
export const large = (count: number): PreviewModel => {
  const layers = Math.ceil(Math.sqrt(count / 2))
  const width = Math.ceil(count / layers)
  const ids = Array.from({ length: count }, (_, index) => `s${index}`)
  const ends = ids.flatMap((id, index) => {
    const row = Math.floor(index / width)
    const below = [index % width, (index * 7 + 3) % width].map(column => ids[(row + 1) * width + column])
    return [...new Set(below)].flatMap(other => (other ? [`${id} → ${other}`] : []))
  })
  const critical = ids.filter((_, index) => index % width === 0)
  const isCritical = (name: string) => {
    const [from = '', to = ''] = name.split(' → ')
    return critical.includes(from) && critical.includes(to)
  }
  const text = ['flowchart TD', ...ids.map(id => `  ${id}[Service ${id.slice(1)}]`)]
  return picture(
    'flowchart',
    [...text, ...ends.map(name => `  ${name.replace('→', '-->|gRPC|')}`)].join('\n'),
    {
      title: 'everything.mmd',
      diagramCount: 1,
      nodes: ids.map((id, index) =>
        node(id, { text: `Service ${index}`, p50: 2, p99: 10 + index, availability: 0.9999 }),
      ),
      arrows: ends.map((name, index) => arrow(index, name, { text: 'gRPC' })),
      flows: [
        flow('Service 0', {
          from: 's0',
          criticalPath: critical,
          shares: [
            ...ids.map(id =>
              share(at.node(id), critical.includes(id) ? 1 / critical.length : 0.001, 1 / count),
            ),
            ...ends.map((name, index) =>
              share(at.arrow(index), isCritical(name) ? 1 - index / ends.length : 0.01, 0.01),
            ),
          ],
          bars: ends.flatMap((name, index) => {
            const start = (900 * index) / ends.length
            const times = { start, worked: start + 20, end: start + 20, timeout: null, attempts: 1, depth: 0 }
            return [{ target: at.arrow(index), label: name, onCriticalPath: isCritical(name), ...times }]
          }),
        }),
      ],
      findings: ends.flatMap((_, index) =>
        index % 9 === 0
          ? [
              {
                rule: 'missing-timeout',
                severity: 'warning' as const,
                message: 'No timeout.',
                target: at.arrow(index),
                line: 3,
                fixes: [],
                url: 'https://example.com',
              },
            ]
          : [],
      ),
    },
  )
}
