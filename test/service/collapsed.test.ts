// Groups collapsed into boxes: Mermaid draws the text that is written for them, with what is outside as it was.

import { describe, expect, it } from 'vitest'
import { canCollapse, collapse } from '../../src/service/preview/collapsed'
import { parseDiagram } from '../../src/syntax'
import type { Diagram } from '../../src/syntax/tree'
import { untranslated } from '../../src/text/translation'
import { casesOf } from '../conformance/cases'
import { ask } from '../conformance/oracle'

const shop = parseDiagram(`---
title: Shop
---
flowchart LR
  web[Web app] -->|HTTPS| api
  subgraph cloud [Cloud]
    direction TB
    api["Order API"]:::busy -->|SQL| db[(Orders)]
    subgraph jobs ["Nightly #quot;late#quot; jobs"]
      mail[Mail worker]
    end
    mail --> db
    api -.->|AMQP| mail
  end
  web --> mail
  db ==> audit[Audit log]
  mail --> audit
  classDef busy fill:#fee
  class cloud busy
  style audit stroke:#f00
  style db stroke:#00f
  linkStyle 6 stroke:#0f0
`)

const collapsedIn = (diagram: Diagram, ...groups: readonly string[]) => {
  const collapsed = collapse(diagram, groups, untranslated)
  if (!collapsed) throw new Error(`${groups} can't be collapsed`)
  return { ...collapsed, drawn: parseDiagram(collapsed.text) }
}

const arrowsIn = ({ arrows }: Diagram) => arrows.map(({ from, text, to }) => `${from} ${text}→ ${to}`)

describe('a collapsed group', () => {
  it('is one box that says how much is in it, with its arrows merged', () => {
    const { drawn, arrows } = collapsedIn(shop, 'cloud')
    expect(drawn.problems).toEqual([])
    expect(drawn.title).toBe('Shop')
    expect(drawn.nodes.map(({ id, text }) => `${id}: ${text}`).sort()).toEqual([
      'audit: Audit log',
      'cloud: Cloud 3 components',
      'web: Web app',
    ])
    expect(arrowsIn(drawn)).toEqual(['web HTTPS→ cloud', 'cloud 2 arrows→ audit'])
    expect(arrows).toEqual([0, undefined, undefined, undefined, 0, 5, 5])
  })

  it('takes the styles of what it hides along, and leaves those of the rest', () => {
    const styles = (group: string) => collapsedIn(shop, group).text.match(/^style .*$/gm)
    expect(styles('cloud')).toEqual(['style audit stroke:#f00'])
    expect(styles('jobs')).toEqual(['style audit stroke:#f00', 'style db stroke:#00f'])
  })

  it('in another that stays open leaves everything else as it is written', () => {
    const { drawn } = collapsedIn(shop, 'jobs')
    expect(drawn.problems).toEqual([])
    expect(arrowsIn(drawn)).toEqual([
      'web HTTPS→ api',
      'api SQL→ db',
      'jobs → db',
      'api AMQP→ jobs',
      'web → jobs',
      'db → audit',
      'jobs → audit',
    ])
    expect(drawn.groups).toMatchObject([{ id: 'cloud', text: 'Cloud', direction: 'TB' }])
    expect(drawn.nodes.find(({ id }) => id === 'jobs')).toMatchObject({
      parent: 'cloud',
      text: 'Nightly "late" jobs 1 component',
    })
    expect(drawn.nodes.find(({ id }) => id === 'api')).toMatchObject({ shape: 'square', classes: ['busy'] })
    expect(drawn.text).toContain('linkStyle 6 stroke:#0f0')
  })

  it('hides those that are in it', () => {
    const { groups, boxOf } = collapsedIn(shop, 'jobs', 'cloud')
    expect([...groups]).toEqual(['cloud'])
    expect(['mail', 'jobs', 'api', 'web'].map(boxOf)).toEqual(['cloud', 'cloud', 'cloud', 'web'])
  })

  it('that is not there, or of a text with mistakes, is none', () => {
    expect(collapse(shop, ['gone'], untranslated)).toBeUndefined()
    expect(collapse(parseDiagram(`${shop.text}  subgraph`), ['cloud'], untranslated)).toBeUndefined()
  })
})

describe('a collapsed boundary', () => {
  const bank = parseDiagram(`C4Container
  Person(customer, "Customer")
  System_Boundary(bank, "The Bank") {
    Container(web, "Web app", "React")
    Container_Boundary(back, "Back end") {
      ContainerDb(db, "Accounts", "Postgres")
      Rel(web, api, "Calls", "HTTPS")
    }
    Container(api, "API", "Java")
    Rel(api, mail, "Sends")
  }
  System_Ext(mail, "Mail")
  Rel(customer, web, "Uses", "HTTPS")
  Rel(customer, api, "Asks")
  Rel_Back(db, mail, "Reads")
  UpdateElementStyle(db, $bgColor="grey")
`)

  it('is a system with the relations at it', () => {
    const { drawn } = collapsedIn(bank, 'bank')
    expect(drawn.problems).toEqual([])
    expect(drawn.nodes.map(({ id, shape, description }) => `${id} ${shape} ${description ?? ''}`)).toEqual([
      'customer person ',
      'bank system 3 components',
      'mail external_system ',
    ])
    expect(drawn.arrows.map(({ from, label, to, variant }) => `${variant} ${from} ${label} ${to}`)).toEqual([
      'BiRel bank Sends, Reads mail',
      'Rel customer Uses, Asks bank',
    ])
  })

  it('in another leaves what is around it', () => {
    const { drawn } = collapsedIn(bank, 'back')
    expect(drawn.nodes.map(({ id, parent }) => `${parent ?? ''}/${id}`)).toEqual([
      '/customer',
      'bank/web',
      'bank/back',
      'bank/api',
      '/mail',
    ])
    expect(arrowsIn(drawn)).toEqual([
      'web Calls→ api',
      'api Sends→ mail',
      'customer Uses→ web',
      'customer Asks→ api',
      'back Reads→ mail',
    ])
  })
})

describe('a collapsed group of an architecture', () => {
  const cloud = parseDiagram(`architecture-beta
  group cloud(cloud)[Cloud]
  group data(database)[Data] in cloud
  service web(internet)[Web]
  service api(server)[API] in cloud
  service db(database)[Orders] in data
  service cache(disk)[Cache] in data
  web:R --> L:api
  api:B --> T:db{group}
  api:R -[RESP]-> L:cache
`)

  it('is a service, whose arrows end at it', () => {
    const { drawn } = collapsedIn(cloud, 'data')
    expect(drawn.problems).toEqual([])
    expect(
      drawn.nodes.map(({ id, label, parent, icon }) => `${parent ?? ''}/${id} ${icon} ${label}`),
    ).toEqual(['cloud/data database Data 2 components', '/web internet Web', 'cloud/api server API'])
    expect(arrowsIn(drawn)).toEqual(['web → api', 'api RESP→ data'])
    expect(
      collapsedIn(cloud, 'cloud')
        .drawn.nodes.map(({ id }) => id)
        .sort(),
    ).toEqual(['cloud', 'web'])
  })
})

it('a collapsed group of an architecture has its arrows at different sides', () => {
  const shared = parseDiagram(`architecture-beta
  group app(cloud)[App]
  service web(internet)[Web]
  service api(server)[API] in app
  service jobs(server)[Jobs] in app
  service db(database)[Orders]
  service mail(server)[Mail]
  web:R --> L:api
  api:B --> T:jobs
  api:R --> L:db
  jobs:R --> L:mail
`)
  const lines = collapsedIn(shared, 'app')
    .text.split('\n')
    .map(line => line.trim())
  expect(lines.filter(line => line.includes('-->'))).toEqual([
    'web:R --> L:app',
    'app:R --> L:db',
    'app:T --> B:mail',
  ])
})

it.each(['flowchart', 'c4', 'architecture'] as const)(
  'is drawn by Mermaid in every committed %s, the other nodes as they were',
  async family => {
    const faults: string[] = []
    let count = 0
    for (const text of casesOf(family)) {
      const diagram = parseDiagram(text)
      if (!(await ask(text)).facts) continue
      for (const { id } of diagram.groups.filter(group => canCollapse(diagram, group)).slice(0, 2)) {
        count++
        const { text: written, boxOf, arrows } = collapsedIn(diagram, id)
        const { facts, error } = await ask(written)
        const nodes = new Set(diagram.nodes.map(node => boxOf(node.id))).add(id)
        const expected = `${nodes.size} nodes, ${arrows.filter((drawn, index) => drawn === index).length} arrows`
        const found = `${facts?.nodes.length} nodes, ${facts?.arrows.length} arrows`
        if (found !== expected)
          faults.push(`${id}: ${error ?? `${found}, not ${expected}`}\n${text}\n→\n${written}`)
      }
    }
    expect(count).toBeGreaterThan(family === 'flowchart' ? 20 : 5)
    expect(faults).toEqual([])
  },
)
