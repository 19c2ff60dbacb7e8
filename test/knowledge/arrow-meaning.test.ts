// What arrows mean, from the words on them.

import { describe, expect, it } from 'vitest'
import { arrowMeaning } from '../../src/knowledge'

const labels = `
deployed in → containment
deployed on → containment
contains → containment
part of → containment
runs on → containment
depends on → dependency
extends → dependency
implements → dependency
imports → dependency
migration → dependency
scale up → dependency
RBAC → dependency
inherits from → dependency
yes → decision
Yes → decision
no → decision
true → decision
是 → decision
cache miss → decision
response → reply
JSON response → reply
returns token → reply
200 OK → reply
201 Created → reply
404 → reply
result → reply
ACK → reply
returns rows → reply
retornar dados do pedido → reply
retourner le panier → reply
302 → redirect
redirect to login → redirect
webhook → webhook
callback → webhook
Stripe webhook → webhook
metrics → telemetry
logs → telemetry
scrapes → telemetry
health check → telemetry
traces (OTLP) → telemetry
replicates → replication
async replication → replication
CDC → replication
WAL → replication
bi-directional sync → replication
sync data → replication
failover → replication
subscribes to → subscription
subscribe → subscription
consumes → subscription
poll queue → subscription
publishes → async
publish event → async
async → async
enqueue job → async
OrderCreated event → async
InvoicePaid → async
StockReserved.v2 → async
parcel.shipped → async
RideFailed (no driver) → async
Click "Pay" → gesture
1. Fill in the form → gesture
Open the order page → gesture
Generate presigned URL → signing
presign a link for each photo → signing
Upload with presigned URL → call
forbidden → dependency
calls → call
reads → call
writes to → call
query → call
GET /orders → call
POST /charge → call
sync write → call
validate token → call
config → control
fetch secrets → control
deploys → control
service discovery → control
ETL → data-flow
exports → data-flow
gRPC → -
HTTPS → -
`

describe('meanings of arrows', () => {
  for (const line of labels.trim().split('\n')) {
    const [label = '', expected = ''] = line.split(' → ')
    it(line, () => {
      expect(arrowMeaning(label)?.value ?? '-', arrowMeaning(label)?.why).toBe(expected)
    })
  }

  it('takes a duration or a count for no status code', () => {
    expect(arrowMeaning('200 ms')).toBeUndefined()
    expect(arrowMeaning('500 users')).toBeUndefined()
  })

  it('says which word told', () => {
    expect(arrowMeaning('order: depends on stock')?.why).toBe("'depends on' on the arrow")
  })
})
