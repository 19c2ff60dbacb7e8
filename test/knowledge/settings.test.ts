// Keys of configuration files: each is told with its default and its source, and only where it is meant.

import { describe, expect, it } from 'vitest'
import { entryById, explain } from '../../src/knowledge'
import { settingsNamed } from '../../src/knowledge/explanations/settings'
import { allSettings } from '../../src/knowledge/explanations/settings/all'

describe('settings', () => {
  it('have a name of their own, a source, and an explanation that exists', () => {
    for (const { product, source, confirmed, rows } of allSettings) {
      expect(source).toMatch(/^https:\/\//)
      if (confirmed !== undefined) expect(confirmed).toMatch(/^20\d\d-\d\d$/)
      expect(new Set(rows.map(([name]) => name)).size, product).toBe(rows.length)
      for (const [name, sets, byDefault, entry] of rows) {
        expect(entryById(entry)?.id, name).toBe(entry)
        for (const text of [sets, byDefault]) expect(text, name).not.toMatch(/\w'\w|[.]$/)
      }
    }
  })

  const names = (phrase: string) => settingsNamed(phrase).map(({ name }) => name)

  it.each([
    ['keepalive_timeout 65', ['keepalive_timeout']],
    ['max_fails=3 fail_timeout=30s', ['max_fails', 'fail_timeout']],
    ['inter 2s rise 2 fall 3', ['inter', 'rise', 'fall']],
    ['timeout server 30s', ['timeout server']],
    ['acks: all', ['acks']],
    ['proxy-read-timeout', ['proxy_read_timeout']],
    ['max_connections = 100;', ['max_connections', 'max_connections', 'max_connections']],
  ])('%s', (phrase, found) => {
    expect(names(phrase)).toEqual(found)
  })

  it.each(['fall', 'balance', 'hot standby', 'keepalive_timeout mismatch', 'maxRetries', 'rise and fall'])(
    'are not seen in "%s"',
    phrase => {
      expect(names(phrase)).toEqual([])
    },
  )

  it.each([
    ['OkHttp callTimeout', '(OkHttp)'],
    ['commandTimeout ioredis', '(ioredis)'],
    ['gunicorn --timeout 60', '(gunicorn)'],
    ['server.keepAliveTimeout = 65000', '(Node.js server)'],
    ['http.Transport MaxIdleConnsPerHost', '(Go net/http)'],
    ['hystrix.command.default.execution.isolation.thread.timeoutInMilliseconds', '(Hystrix)'],
    ['resilience4j.circuitbreaker.instances.payments.slidingWindowSize', '(resilience4j)'],
  ])('of a product that is named beside them: %s', (phrase, product) => {
    const [first] = explain(phrase).senses
    expect(first?.computed).toContain(product)
    expect(settingsNamed(phrase)).toHaveLength(1)
  })

  it.each(['timeout 60s', 'python timeout', 'spring.cloud.gateway.httpclient.connect-timeout'])(
    'are not those of another product: "%s"',
    phrase => {
      expect(names(phrase)).toEqual([])
    },
  )

  it('are told with the default of the product they belong to, and its explanation once', () => {
    expect(explain('perTryTimeout').senses[0]?.computed).toContain('(Istio)')
    expect(explain('per_try_timeout').senses[0]?.computed).toContain('(Envoy)')
    const { senses } = explain('inter 2s rise 2 fall 3')
    expect(senses).toHaveLength(1)
    expect(senses[0]?.computed).toMatch(/inter.*2 s[\s\S]*rise[\s\S]*fall/)
  })
})
