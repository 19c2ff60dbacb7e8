// What a reviewer would say of small designs, and what nobody would thank a tool for.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, type Finding, findings, type Preset } from '../../src/service'

const told = (...lines: readonly string[]): readonly Finding[] =>
  findings(analyze(lines.join('\n'), { language: 'mermaid', configuration: defaultConfiguration }), {
    figures: true,
  })

const rulesIn = (...lines: readonly string[]) => told(...lines).map(({ rule }) => rule)

const messagesOf = (rule: string, ...lines: readonly string[]) =>
  told(...lines).flatMap(each =>
    each.rule === rule ? [each.message, ...each.related.map(r => r.message)] : [],
  )

/** Who is said to wait for whom. */
const waits = (...lines: readonly string[]) =>
  messagesOf('missing-timeout', ...lines).flatMap(
    message => /^No timeout.*?: (.* → .*?)\.(?: |$)/.exec(message)?.[1] ?? [],
  )

const shop = [
  'flowchart LR',
  '  web[Web app] -->|HTTPS| api[Order API]',
  '  api -->|SQL| db[(PostgreSQL)]',
  '  api -->|HTTPS| stripe[Stripe]',
]

describe('nobody waits for', () => {
  const calls = (...lines: readonly string[]) => waits(...shop, ...lines).join('\n')

  it('a disk, or what a stream processor keeps beside itself', () => {
    expect(
      calls('  api --> vol[Volume]', '  kafka{{Kafka}} --> streams[Kafka Streams] --> state[(State store)]'),
    ).not.toMatch(/Volume|State store/)
  })

  it('a network, and two groups wait for each other in no particular call', () => {
    expect(calls('  api --> net[Internet]', '  nat[NAT gateway] --> net')).not.toMatch(/Internet|NAT/)
    expect(
      calls(
        '  subgraph cp[Control plane]',
        '    api',
        '  end',
        '  subgraph dp[Data plane]',
        '    w[Workspace server]',
        '  end',
        '  cp --> dp',
      ),
    ).not.toMatch(/plane/)
  })

  it('a page that is shown what it asked for elsewhere', () => {
    expect(calls('  api -->|REST JSON| ui[React frontend]')).not.toContain('→ React')
    expect(waits('flowchart LR', '  bff[Page service] -->|REST JSON| api[Order API]')).toEqual([
      'Page service → Order API',
    ])
  })

  it('whoever fetches from it at intervals', () => {
    const picture = [
      '  subgraph partners[Third parties]',
      '    rates[Rates API]',
      '  end',
      '  rates -->|every 10s| importer[Rate importer service]',
    ]
    expect(calls(...picture)).not.toContain('Rates API →')
  })

  it('what is crossed out as unreachable', () => {
    expect(calls('  api -. "❌ no route: unreachable" .-x direct[Direct database host :5432]')).not.toContain(
      'Direct',
    )
  })
})

describe('figures that a label does not state', () => {
  it('ages in a condition', () =>
    expect(
      messagesOf(
        'missing-timeout',
        'sequenceDiagram',
        '  participant job as Order job',
        '  participant db as PostgreSQL',
        "  job->>db: SELECT orders WHERE status = 'NEW'<br/>AND created < now() - 5min",
        '  db-->>job: rows',
      ).join(),
    ).not.toContain('5min'))

  it('how often somebody polls', () =>
    expect(
      told(...shop, '  api -->|10s poll| prices[Price service]')
        .map(({ message }) => message)
        .join(),
    ).not.toContain('is it the timeout'))
})

describe('retries', () => {
  const retried = (...lines: readonly string[]) =>
    rulesIn(
      'sequenceDiagram',
      '  participant gw as API gateway',
      '  participant f as Retry filter',
      '  participant s as Stock service',
      ...lines,
    )

  it('are configured in a filter, not made on the way to it', () => {
    expect(retried('  gw->>f: Retry filter (retries: 3, GET only)', '  f->>s: GET /stock')).not.toContain(
      'retry-without-backoff',
    )
  })

  it('pause where the author says so just before', () => {
    const scheduler = [
      '  alt it fails',
      '    gw->>gw: Wait exponential backoff',
      '    gw->>s: POST /reindex (retries: 2)',
      '  end',
    ]
    expect(retried(...scheduler)).not.toContain('retry-without-backoff')
    expect(retried('  gw->>s: GET /stock (retries: 2)')).toContain('retry-without-backoff')
  })

  it('of SDKs alone are no layers that somebody chose', () => {
    const lambdas = ['flowchart LR', '  in[Ingest Lambda] --> fn[Resize Lambda] --> s3[(S3)]']
    expect(rulesIn(...lambdas)).not.toContain('retry-layering')
    expect(
      rulesIn('flowchart LR', '  in[Ingest Lambda] -->|retries: 2| fn[Resize Lambda] --> s3[(S3)]'),
    ).toContain('retry-layering')
  })
})

describe('words that mean something else', () => {
  it('a query that avoids N+1 runs in no loop', () => {
    const query = (text: string) =>
      rulesIn(
        'sequenceDiagram',
        '  participant s as Order service',
        '  participant db as PostgreSQL',
        `  s->>db: ${text}`,
        '  db-->>s: rows',
      )
    expect(query('SELECT ids first to avoid N+1')).not.toContain('call-in-loop')
    expect(query('SELECT item per row')).toContain('call-in-loop')
  })

  it('dead letters are handled, not published beside a write', () => {
    const stock = (label: string, topic: string) =>
      rulesIn(
        'flowchart LR',
        '  web[Web app] -->|HTTPS| s[Stock service]',
        '  s -->|Update stock| db[(PostgreSQL)]',
        `  s -->|${label}| t[[Kafka topic ${topic}]]`,
      )
    expect(stock('Handle', 'orders-dlt')).not.toContain('dual-write')
    expect(stock('Publish stock changed', 'stock')).toContain('dual-write')
  })

  it('a back end for a workstation is no stranger to the admin service', () =>
    expect(rulesIn('flowchart LR', '  bff[BFF Workstation] -->|gRPC| adm[Admin service]')).not.toContain(
      'missing-authentication',
    ))

  it('a primary beside databases of other purposes is named for its purpose', () => {
    const stores = (...more: readonly string[]) =>
      rulesIn(
        'flowchart LR',
        '  b[Browser] --> web[Rails web process]',
        '  web --> p[(PostgreSQL primary)]',
        ...more,
      )
    expect(stores()).toContain('single-point-of-failure')
    expect(stores('  web --> q[(PostgreSQL queue DB)]')).not.toContain('single-point-of-failure')
  })
})

describe('pages by number', () => {
  const list = (path: string) =>
    told(
      'sequenceDiagram',
      '  participant b as Browser',
      '  participant gw as API gateway',
      '  participant s as Shop service',
      `  b->>gw: GET ${path}`,
      `  gw->>s: GET ${path}`,
      '  s-->>gw: 200',
      '  gw-->>b: 200',
    ).filter(({ rule }) => rule === 'offset-pagination')

  it('are a hazard where rows come in meanwhile, told where they are asked for', () => {
    expect(list('/orders?page=3')).toHaveLength(1)
    expect(list('/categories?page=3')).toEqual([])
    expect(list('/categories?offset=300')).toHaveLength(1)
  })
})

describe('a label is proposed', () => {
  const proposed = (...lines: readonly string[]) =>
    messagesOf('unlabeled-arrow', 'flowchart LR', ...lines).join('\n')

  it('by the product that is drawn', () =>
    expect(proposed('  fn[Contact Lambda] --> ses[SES e-mail]')).not.toContain('SendGrid'))

  it('by what comes into a proxy', () =>
    expect(
      proposed('  w[Chat worker] -->|WebSocket| p[SOCKS5 proxy]', '  p --> wa[WhatsApp servers]'),
    ).not.toContain('e.g. HTTPS'))

  it('and none where the box or its group says it', () => {
    expect(proposed('  gw["Realtime gateway<br/>WebSocket fan-out"] --> ui[React web client]')).toBe('')
    expect(
      proposed('  subgraph bus[Kafka]', '    t[("ticks.v1")]', '  end', '  feed[Feed service] --> t'),
    ).toBe('')
  })
})

describe('what a review raises', () => {
  it('a charge that comes twice with its message, although nobody speaks of idempotency', () => {
    const paid = (effect: string) =>
      rulesIn(
        'flowchart LR',
        '  api[Shop API] -->|publish| q[[SQS]]',
        '  q --> w[Payment worker]',
        `  w -->|${effect}| stripe[Stripe]`,
      )
    expect(paid('POST /charges')).toContain('consumer-not-idempotent')
    expect(paid('GET /charges/1')).not.toContain('consumer-not-idempotent')
  })

  it('an interface that says it asks nobody who they are', () => {
    const metered = (label: string) =>
      rulesIn(
        'flowchart LR',
        `  apps[Order service] -->|"${label}"| usage[Usage service]`,
        '  usage -->|SQL| db[(PostgreSQL)]',
      )
    expect(metered('OTLP/HTTP, unauthenticated')).toContain('missing-authentication')
    expect(metered('OTLP/HTTP, mTLS')).not.toContain('missing-authentication')
  })

  it('a broker of one instance, even where no request waits for it', () => {
    const handed = (broker: string) =>
      rulesIn('flowchart LR', '  b[Browser] -->|HTTPS| api[Shop API]', `  api -->|publish| k[["${broker}"]]`)
    expect(handed('Kafka, 1 replica')).toContain('single-point-of-failure')
    expect(handed('Kafka, 3 replicas')).not.toContain('single-point-of-failure')
  })

  it('a model that a page waits for, unless something streams or queues', () => {
    const asked = (...more: readonly string[]) =>
      rulesIn(
        'sequenceDiagram',
        '  participant b as Browser',
        '  participant api as Help service',
        '  participant llm as OpenAI API',
        '  b->>api: POST /questions',
        '  api->>llm: complete the prompt',
        '  api-->>b: 200',
        ...more,
      )
    expect(asked()).toContain('slow-in-request')
    expect(asked('  api-->>b: SSE')).not.toContain('slow-in-request')
  })

  it('one machine, but not the one that people try things on', () => {
    const on = (title: string, ...more: readonly string[]) =>
      rulesIn(
        'flowchart LR',
        `  subgraph m["${title}"]`,
        '    proxy[nginx] --> api[Shop API] -->|SQL| db[(PostgreSQL)]',
        '  end',
        '  b[Browser] -->|HTTPS| proxy',
        ...more,
      )
    expect(on('Oracle Cloud A1, 4 OCPU')).toContain('single-machine')
    expect(on('Droplet, staging')).not.toContain('single-machine')
    expect(on('VM, 2 vCPU', '  db --- vol[(pg_data)]')).toContain('single-machine')
    expect(on('VM, 2 vCPU', '  api -->|SQL| rds[(RDS MySQL)]')).not.toContain('single-machine')
  })

  it('nobody waits forever for the next message', () =>
    expect(waits(...shop, '  w[Mail worker] -->|BRPOP jobs| r[(Redis)]').join()).not.toContain('Mail worker'))
})

describe('told apart', () => {
  it('a server behind the gateway from a client that goes around it', () => {
    const shopFront = (...more: readonly string[]) =>
      rulesIn(
        'flowchart LR',
        '  app[Mobile app] -->|HTTPS| gw[API gateway] -->|HTTP| api[Order service]',
        '  web[Web frontend] -->|HTTPS| api',
        ...more,
      )
    expect(shopFront()).toContain('gateway-bypassed')
    expect(shopFront('  gw -->|HTTP| web')).not.toContain('gateway-bypassed')
  })

  it('a queue from a call, in Portuguese', () => {
    const asked = (label: string) =>
      waits(
        'flowchart LR',
        `  s[Upload service] -->|"${label}"| w[Video service]`,
        '  w -->|SQL| db[(PostgreSQL)]',
        '  w -->|S3 API| files[(S3)]',
      ).join()
    expect(asked('fila: video')).not.toContain('→ Video')
    expect(asked('REST')).toContain('Upload service → Video service')
  })

  it('a gateway that ends a socket from one that passes it on', () => {
    const live = (...answers: readonly string[]) =>
      rulesIn(
        'sequenceDiagram',
        '  participant ui as Browser',
        '  participant gw as API gateway',
        '  participant s as Event service',
        '  ui->>gw: WebSocket connect',
        '  gw->>s: StreamEvents(filters)',
        ...answers,
      )
    expect(live('  s-->>gw: event', '  gw->>ui: WebSocket message')).not.toContain('websocket-behind-l7')
    expect(live()).toContain('websocket-behind-l7')
  })

  it('a platform of several from an item of a list', () => {
    const posted = (title: string) =>
      rulesIn(
        'sequenceDiagram',
        '  participant u as Upload service',
        '  participant y as Video API',
        `  loop ${title}`,
        '    u->>y: POST /videos',
        '    y-->>u: 201',
        '  end',
      )
    expect(posted('Para cada plataforma')).not.toContain('call-in-loop')
    expect(posted('Para cada pedido')).toContain('call-in-loop')
  })

  it('a whole product, whose jobs ask too, from a service that a page waits for', () =>
    expect(
      rulesIn(
        'C4Container',
        '  Person(p, "Buyer")',
        '  System(shop, "Shop", "Sells")',
        '  System_Ext(llm, "Claude (Anthropic API)", "Writes texts")',
        '  Rel(p, shop, "Buys", "HTTPS")',
        '  Rel(shop, llm, "Asks", "HTTPS")',
      ),
    ).not.toContain('slow-in-request'))

  it('a volume of a database from a database', () =>
    expect(
      waits(...shop, '  db --> pv[(PostgreSQL PV)]', '  api --> dir[(./local-dir/)]').join(),
    ).not.toMatch(/PV|local-dir/))

  it('somebody else from a service that takes their events', () => {
    const told = (box: string) =>
      messagesOf(
        'missing-timeout',
        'flowchart LR',
        '  p[Traefik] -->|HTTPS| o[Order service]',
        `  o -->|HTTPS| x["${box}"]`,
        '  x -->|SQL| db[(PostgreSQL)]',
      ).join()
    expect(told('Hook service<br/>Azure DevOps events')).not.toContain('third party')
    expect(told('Stripe<br/>charges cards')).toContain('third party')
  })

  it('somebody else from a service that is named for banking', () =>
    expect(
      messagesOf(
        'missing-timeout',
        'flowchart LR',
        '  gw[API gateway] -->|HTTPS| core[Core Banking .NET]',
        '  core -->|SQL| db[(PostgreSQL)]',
      ).join(),
    ).not.toContain('third party'))
})

describe('said once, and in few words', () => {
  const told = (source: string, faint = false, preset: Preset = 'recommended') => {
    const configuration = { ...defaultConfiguration, preset }
    return findings(analyze(source, { language: 'markdown', configuration }), { faint })
  }
  const document = (...diagrams: readonly (readonly string[])[]) =>
    diagrams.map(lines => ['```mermaid', ...lines, '```', ''].join('\n')).join('\n')

  it('a model that pages wait for, unless another diagram streams', () => {
    const asks = (page: string) => [
      'sequenceDiagram',
      '  participant p as Browser',
      `  participant api as ${page} service`,
      '  participant llm as OpenAI API',
      ...['  p->>api: POST /questions', '  api->>llm: complete the prompt', '  api-->>p: 200'],
    ]
    const models = (...diagrams: readonly (readonly string[])[]) =>
      told(document(...diagrams), false, 'strict').filter(({ rule }) => rule === 'slow-in-request')
    expect(models(asks('Help'), asks('Search'))).toHaveLength(1)
    expect(models(asks('Help'), ['flowchart LR', '  w[Web app] -->|SSE| api[Help service]'])).toEqual([])
  })

  it('nothing of protocols where next to none is named: hints at their places', () => {
    const source = document([
      'flowchart LR',
      ...['  u[Browser] -->|HTTPS| shop[Shop service]', '  shop --> db[(PostgreSQL)]'],
      ...['Cart', 'Stock', 'Price', 'Mail', 'Tax'].map(name => `  shop --> s${name}[${name} service]`),
    ])
    const found = (faint: boolean) => told(source, faint).filter(({ rule }) => rule === 'unlabeled-arrow')
    expect(found(false)).toEqual([])
    expect(new Set(found(true).map(({ severity }) => severity))).toEqual(new Set(['hint']))
  })

  it('nothing of what a template leaves open', () => {
    const template = (...lines: readonly string[]) => told(document(lines)).map(({ rule }) => rule)
    expect(template('{{overview_diagram}}')).toEqual([])
    expect(template('%% FILE: <name>', '%% OWNER: <team>')).toEqual([])
    expect(template('pyramid', '  title Tests')).toEqual(['syntax-error'])
  })
})

describe('no fault of', () => {
  it.each([
    ['LlamaIndex service', false],
    ['LLM client', false],
    ['Ollama server', true],
  ])('what asks models itself: %s', (name, isModel) => {
    const found = rulesIn(
      'sequenceDiagram',
      '  participant b as Browser',
      '  participant api as Help service',
      `  participant m as ${name}`,
      ...['  b->>api: POST /questions', '  api->>m: complete the prompt', '  api-->>b: 200'],
    )
    expect(found.includes('slow-in-request')).toBe(isModel)
  })

  it('an application about clients, unlike the management API of a broker', () => {
    const reached = (name: string) => rulesIn('flowchart LR', `  b[Browser] -->|HTTPS| x[${name}]`)
    expect(reached('Client management API')).not.toContain('missing-authentication')
    expect(reached('RabbitMQ management API')).toContain('missing-authentication')
  })

  it('a proxy with pages of its own, or a tunnel to a desk', () => {
    const stacked = (first: string, second: string) =>
      rulesIn(
        'flowchart LR',
        `  b[Browser] -->|HTTPS| x[${first}] --> y[${second}] -->|HTTP| s[Order service]`,
      )
    expect(stacked('nginx', 'Traefik')).toContain('stacked-l7')
    expect(stacked('nginx', 'nginx + UI')).not.toContain('stacked-l7')
    expect(stacked('ngrok', 'nginx')).not.toContain('stacked-l7')
  })

  it('a web application firewall: it names no protocol of its own', () =>
    expect(
      messagesOf('unlabeled-arrow', ...shop, '  waf[AWS WAF] --> gw[API gateway] -->|HTTP| api').join(),
    ).not.toContain('WAF'))
})
