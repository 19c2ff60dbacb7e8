// Before something is said, the rest of its document is asked whether it settles it.

import { describe, expect, it } from 'vitest'
import { document, of, told } from './told'

describe('websocket-one-way', () => {
  const screens = document([
    'flowchart LR',
    '  a[Web app] -->|WebSocket live prices| api[Price API]',
    '  b[Mobile app] -->|WebSocket live prices| api',
  ])
  it('is told once for all screens', () => expect(of('websocket-one-way', told(screens))).toHaveLength(1))
})
