// Metadata, native and behind `%%`: targets, keys, values, and the span of each.

import { describe, expect, it } from 'vitest'
import { parseDiagram } from '../../src/syntax'

function metadataIn(text: string): unknown[] {
  const slice = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end)
  return parseDiagram(text).metadata.map(({ target, targetSpan, attributes, comment, span, body }) => {
    expect(slice(targetSpan)).toBe(target)
    return {
      target,
      comment,
      whole: slice(span),
      body: slice(body),
      pairs: attributes.map(({ key, keySpan, value, valueSpan }) => [
        key,
        value,
        slice(keySpan),
        slice(valueSpan),
      ]),
    }
  })
}

describe('metadata', () => {
  it('on one line: scalars, quotes, lists', () => {
    const block = '@{ shape: cyl, p99: 30ms, replicas: 3, tech: "Post gres", regions: [eu, "us"], on: true }'
    expect(metadataIn(`flowchart LR\r\n  db${block} --> x`)).toEqual([
      {
        target: 'db',
        comment: false,
        whole: `db${block}`,
        body: block.slice(2, -1),
        pairs: [
          ['shape', 'cyl', 'shape', 'cyl'],
          ['p99', '30ms', 'p99', '30ms'],
          ['replicas', 3, 'replicas', '3'],
          ['tech', 'Post gres', 'tech', '"Post gres"'],
          ['regions', ['eu', 'us'], 'regions', '[eu, "us"]'],
          ['on', true, 'on', 'true'],
        ],
      },
    ])
  })

  it('over several lines', () => {
    const [block] = metadataIn('flowchart LR\ndb@{\n  shape: cyl\n  label: "a } b"\n}\n')
    expect(block).toMatchObject({
      target: 'db',
      pairs: [
        ['shape', 'cyl', 'shape', 'cyl'],
        ['label', 'a } b', 'label', '"a } b"'],
      ],
    })
  })

  it('over several lines, folded and kept', () => {
    const text =
      'flowchart LR\ndb@{\n  label: |\n    Orders\n     by day\n  note: one\n    two\n  p99: &p 30ms\n  p999: *p\n}\n'
    expect(metadataIn(text)).toMatchObject([
      {
        pairs: [
          ['label', 'Orders\n by day\n', 'label', '|\n    Orders\n     by day'],
          ['note', 'one two', 'note', 'one\n    two'],
          ['p99', '30ms', 'p99', '30ms'],
          ['p999', '30ms', 'p999', '*p'],
        ],
      },
    ])
  })

  it('whose closing brace is missing, up to the end of its own lines', () => {
    for (const text of [
      'flowchart LR\ndb@{ shape: cyl, tech: Redis\n  a --> b\n',
      'flowchart LR\ndb@{\n  shape: cyl\n  tech: Redis\n  a --> b\n',
    ]) {
      const [block] = metadataIn(text)
      expect(block).toMatchObject({
        pairs: [
          ['shape', 'cyl', 'shape', 'cyl'],
          ['tech', 'Redis', 'tech', 'Redis'],
        ],
      })
      expect(parseDiagram(text).arrows).toHaveLength(1)
    }
  })

  it('behind `%%` in every family, whatever the target', () => {
    for (const header of ['flowchart LR', 'sequenceDiagram', 'C4Context', 'architecture-beta', 'pie']) {
      const text = `${header}\n%% api@{ p99: 30ms }\n  %% "My Svc"->>db#2@{ timeout: 1s }\n%% @{ share: 0.1 }\n%% no block { here }\n`
      expect(metadataIn(text)).toMatchObject([
        { target: 'api', comment: true, pairs: [['p99', '30ms', 'p99', '30ms']] },
        { target: '"My Svc"->>db#2', comment: true },
        { target: '', comment: true, whole: '@{ share: 0.1 }', pairs: [['share', 0.1, 'share', '0.1']] },
      ])
    }
  })

  it('of a participant', () => {
    expect(metadataIn('sequenceDiagram\nparticipant D@{ "type": "database" } as Store\n')).toMatchObject([
      { target: 'D', comment: false, pairs: [['type', 'database', '"type"', '"database"']] },
    ])
  })
})

describe('the tree', () => {
  it('keeps comments, statements, frontmatter and the text that a reader sees', () => {
    const text =
      '---\ntitle: Shop\n---\nflowchart LR\n  %% a note\n  a["fa:fa-user <b>Web</b><br/>#quot;app#quot;"] --> b\n'
    const { frontmatter, title, comments, statements, nodes } = parseDiagram(text)
    expect([frontmatter?.text, title, comments.map(comment => comment.text)]).toEqual([
      'title: Shop',
      'Shop',
      ['a note'],
    ])
    expect(statements.map(({ start, end }) => text.slice(start, end))).toEqual([
      text.trimEnd().split('\n')[5]?.trim(),
    ])
    expect(nodes[0]).toMatchObject({ text: 'Web "app"', icon: 'fa:fa-user' })
  })
})
