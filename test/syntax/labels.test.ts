// A label as a reader sees it.

import { expect, it } from 'vitest'
import { readable } from '../../src/syntax/labels'

it.each([
  ['Fish &amp; chips', 'Fish & chips'],
  ['#quot;fast#quot; lane', '"fast" lane'],
  ['#35;1', '#1'],
  ['Proxy &#40Envoy&#41', 'Proxy (Envoy)'],
  ['Proxy &#40;Envoy&#41;', 'Proxy (Envoy)'],
  ['A&#x2F;B', 'A/B'],
  ['beyond &#x110000; all', 'beyond &#x110000; all'],
  ['R&D and #40', 'R&D and #40'],
  ['one<br/>two', 'one two'],
  ['**bold** and _italic_', 'bold and italic'],
])('%j is read as %j', (label, text) => {
  expect(readable(label)).toBe(text)
})
