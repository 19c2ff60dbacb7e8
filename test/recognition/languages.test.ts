// Words of other languages, and what is written on an arrow against what a box is called.

import { describe, expect, it } from 'vitest'
import { recognizeKind } from '../../src/knowledge'
import { readSystem } from '../../src/model'
import { parseDiagram } from '../../src/syntax'

const kindOf = (text: string): string => {
  const { kind } = recognizeKind({ id: 'x', text, drawsSteps: true })
  return kind && kind.confidence >= 0.7 ? kind.value : '-'
}

describe('boxes outside English', () => {
  it.each([
    ['库存服务', 'service'],
    ['订单数据库', 'database'],
    ['支付平台', 'external'],
    ['消息中间件', 'queue'],
    ['주문 서비스', 'service'],
    ['주문서비스', 'service'],
    ['데이터베이스', 'database'],
    ['메시지 큐', 'queue'],
    ['결제 게이트웨이', 'external'],
    ['注文サービス', 'service'],
    ['メッセージブローカー', 'queue'],
    ['決済代行', 'external'],
    ['Servicio de pedidos', 'service'],
    ['Pasarela de pago', 'external'],
    ['Serviço de pedidos', 'service'],
    ['Gateway de pagamento', 'external'],
    ['Service de commandes', 'service'],
    ['Base de données', 'database'],
    ["Bus d'événements", 'stream'],
    ['Bestelldienst', 'service'],
    ['Zahlungsanbieter', 'external'],
    ['Сервис заказов', 'service'],
    ['База данных', 'database'],
    ['Очередь сообщений', 'queue'],
    ['Внешняя система', 'external'],
    ['Кэш', 'cache'],
  ])('%s is a %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  it.each(['订单模块', '주문 모듈', '注文モジュール', 'Модуль заказов', 'Caso de uso', 'Anwendungsfall'])(
    '%s is a part of a program',
    text => {
      expect(kindOf(text)).toBe('-')
    },
  )
})

describe('what others run', () => {
  it.each(['External rates feed', 'Third-party tax service', 'Partner price API', '외부 정산', '第三方物流'])(
    '%s is external, whatever it is',
    text => {
      expect(kindOf(text)).toBe('external')
    },
  )

  it.each([
    ['External user', 'person'],
    ['External load balancer', 'balancer'],
  ])('%s is a %s of ours', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })
})

describe('what is written on an arrow', () => {
  const roleOf = (arrow: string): string => {
    const { connections } = readSystem(
      parseDiagram(`flowchart LR
        web[Web client] -->|HTTPS| gw[API Gateway]
        gw -->|HTTPS| shop[Shop service]
        shop -->|SQL| pg[(Postgres)]
        ${arrow}`),
      {},
    )
    const { role, network } = connections.at(-1)!
    return network.value ? role.value : 'none'
  }

  it.each([
    'a[Order store] -->|HTTPS, timeout 2s| b[Feature store]',
    'a[Feature store] -->|GET /prices| shop',
    'a[Ledger] -->|gRPC| b[Balance service]',
    'shop -->|HTTPS, timeout 300ms| a[Catalog registry]',
    'a[Segment store] -->|HTTPS| b[Shard 3]',
  ])('makes it a call: %s', arrow => {
    expect(roleOf(arrow)).toBe('call')
  })

  it('leaves databases what they are', () => {
    expect(roleOf('pg -->|HTTPS| b[Report service]')).toBe('feed')
  })
})
