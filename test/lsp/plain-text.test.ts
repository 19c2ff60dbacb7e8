// What editors without Markdown get to read.

import { expect, it } from 'vitest'
import { plainText } from '../../src/adapters/lsp/plain-text'
import { markdownText } from '../../src/text/markdown'

it.each([
  '**a**',
  '_a_ $b$ ~c~',
  '![x](https://evil.example)',
  'me@evil.example',
  'www.a.b',
  '1. a',
  '`x` <b> &lt;',
])('quotes %j as it is written', text => expect(plainText(markdownText(text))).toBe(text))

it('tells words and addresses without marks', () => {
  expect(plainText('**gRPC** – see [grpc.io](https://grpc.io/docs)\n\n---\n\n- `GET` *once*')).toBe(
    'gRPC – see grpc.io (https://grpc.io/docs)\n\n- GET once',
  )
})
