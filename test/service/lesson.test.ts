// The hover of an arrow draws its round trips to scale, for its protocol, distance, timeout and attempts.

import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/adapters/lsp/plain-text'
import { analyze, defaultConfiguration, hoverAt } from '../../src/service'
import { linesIn } from '../../src/service/features/hover/budget'

const source = `flowchart LR
  user[Browser] -->|HTTPS| api[API]
  api -->|gRPC, timeout 800ms, retry 2x| orders[Orders]
  orders -->|SQL| db[(Postgres)]
  orders --> note[Note]
  user ==>|WebSocket| push[Push gateway]
  %% user->api@{ timeout: 3s }
  %% api@{ region: us-east-1 }
  %% orders@{ region: eu-west-1, p50: 10ms }
`
const snapshot = analyze(source, { language: 'mermaid', configuration: defaultConfiguration })
const hoverOn = (words: string) =>
  hoverAt(snapshot, source.indexOf(words) + 1, { figures: false })?.markdown ?? ''
const rowOf = (markdown: string, label: string): string =>
  markdown.split('\n').find(line => line.startsWith(label)) ?? ''
const count = (row: string, letter: string): number => row.slice(18).split(letter).length - 1

describe('on an arrow', () => {
  it('round trips are as long as they take', () => {
    const markdown = hoverOn('-->|HTTPS')
    const fresh = rowOf(markdown, 'new connection')
    expect(fresh).toMatch(/D+T+S+R+ +90 ms$/)
    // DNS 20 ms, two handshakes of 20 ms, and 30 ms for the request with its work.
    expect([count(fresh, 'D'), count(fresh, 'T'), count(fresh, 'S'), count(fresh, 'R')]).toEqual([
      10, 10, 9, 15,
    ])
    expect(rowOf(markdown, 'open connection')).toMatch(/^open connection {3}R{15} +30 ms$/)
    expect(rowOf(markdown, 'new, over HTTP/3')).toMatch(/D+Q+R+ +70 ms$/)
    expect(markdown).toContain('across the Atlantic (70 ms): 240 ms')
  })

  it('attempts run until the caller above gives up', () => {
    const markdown = hoverOn('-->|gRPC')
    expect(rowOf(markdown, 'worst case')).toMatch(/^worst case {8}1+2+3+ *\|$/)
    expect(markdown).toContain('Worst case: attempts 1 to 3, | Browser gives up.')
    expect(markdown).toContain('Round trip 69.6 ms: ')
    expect(markdown).not.toContain('HTTP/3 ')
    expect(markdown).toContain('A new connection within one region')
  })

  it('a database is spoken to without TLS unless somebody says so', () => {
    expect(rowOf(hoverOn('-->|SQL'), 'new connection')).toMatch(/D+T+R+ +\S+ ms$/)
  })

  it('nothing is drawn for what is no call, and for streams', () => {
    expect(hoverOn('--> note')).not.toContain('```')
    expect(hoverOn('==>|WebSocket')).not.toContain('```')
  })

  it('the words of a label are explained first', () => {
    expect(hoverOn('gRPC, timeout')).toContain('*Where:* HTTP/2 only')
  })

  it('fits twelve lines, and plain text has no fences', () => {
    for (const words of ['-->|HTTPS', '-->|gRPC', '-->|SQL']) {
      expect(linesIn(hoverOn(words)), words).toBeLessThanOrEqual(12)
      expect(plainText(hoverOn(words))).not.toMatch(/```|^text$/m)
    }
  })

  it('takes no more than 5 ms of computing', () => {
    hoverOn('-->|HTTPS')
    const before = process.cpuUsage()
    const rounds = 50
    for (let round = 0; round < rounds; round++) hoverOn(round % 2 ? '-->|gRPC' : '-->|SQL')
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000 / rounds).toBeLessThan(5)
  })
})

describe('on a label', () => {
  const hoverIn = (text: string, words: string) => {
    const drawn = analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
    return hoverAt(drawn, text.indexOf(words) + 1, { figures: false })?.markdown ?? ''
  }
  const stated = `flowchart LR
  web[Web] -->|HTTPS| proxy[nginx, proxy_read_timeout 60s]
  proxy -->|HTTPS| db[DynamoDB table]
  proxy --> jobs[ActiveMQ]
`

  it('a setting is explained with its default', () => {
    expect(hoverIn(stated, 'proxy_read_timeout')).toMatch(
      /the longest pause between two reads.*Default: 60 s/,
    )
  })

  it('nothing is said of a product twice: its name, what it is, its SLA', () => {
    const markdown = hoverIn(stated, 'DynamoDB')
    expect(markdown.match(/\*\*Amazon DynamoDB\*\*/g)).toHaveLength(1)
    expect(markdown.match(/99\.99%/g)).toHaveLength(1)
    expect(markdown).toContain('*Facts:* a database; speaks HTTPS')
  })

  it('a product without an explanation of its own is explained by its kind', () => {
    expect(hoverIn(stated, 'ActiveMQ')).toContain('**Message queue** – ')
  })

  it('what breaks is told rather than where it is written, where there is no room for both', () => {
    const markdown = hoverIn(source, '-->|SQL')
    expect(markdown).toContain('*Breaks:*')
    expect(linesIn(markdown)).toBeLessThanOrEqual(12)
  })
})
