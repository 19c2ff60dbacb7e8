// Products that real diagrams name again and again are explained with their place, figures and what breaks.

import { describe, expect, it } from 'vitest'
import { explain, renderEntry, technologies, technologyById } from '../../src/knowledge'

/** Technologies that were found three times and more in diagrams of public repositories, and some that people ask for. */
const usual = `
  python postgresql redis kafka prometheus s3 fastapi typescript vault eventbridge grafana local-disk github anthropic
  otel-collector sqlite claude-code lambda kubernetes ollama blockchain sqs nextjs openai react elasticsearch bitwarden
  spring github-copilot rds django qdrant pagerduty k8s-control-plane mcp-client docker dotnet openstreetmap jaeger opa
  alb github-actions nginx etcd vite cloudwatch tauri traefik elixir ethereum-node cloudfront slack knative nodejs java
  stripe mapillary dynamodb ovh falkordb realm telegram gemini coinbase okta cloudflare langchain llamaindex crewai
  algorand azure-notification-hubs op-node ffmpeg fastify alertmanager npm-registry local-storage route53 new-relic
  cassandra neon let-s-encrypt terraform uvicorn faiss ecs authelia nats infisical azure-app-service consul coredns
  cert-manager sns discord f5 iptables ipvs rds-proxy aurora tempo haproxy rabbitmq mysql mongodb memcached nlb envoy
`

describe('a product that diagrams name often', () => {
  it.each(usual.trim().split(/\s+/))('%s', id => {
    const technology = technologyById(id)
    expect(technology, id).toBeDefined()
    const told = explain(technology?.name ?? '').senses.find(({ computed }) =>
      computed?.startsWith(`**${technology?.name}**`),
    )
    expect(told?.entry, 'has an explanation').toBeDefined()
    const { where, cost, numbers, breaks, sources } = told?.entry ?? {}
    expect(where, 'says where').toBeDefined()
    expect(breaks, 'says what breaks').toBeDefined()
    expect(numbers ?? cost ?? technology?.embedded ?? technology?.delivers ?? id === 'ovh').toBeTruthy()
    expect(sources?.length).toBeGreaterThan(0)
    // Nothing is told twice: the product's line and its explanation differ.
    expect(told?.entry && renderEntry(told.entry)).not.toContain(told?.computed ?? '')
  })
})

describe('a product', () => {
  it('is never told under the name of another that it is like', () => {
    const names = ['Segment', 'Firefox', 'Nomad', 'Render', 'Mimir', 'Doris', 'Dataflow', 'Freshdesk']
    for (const name of [...names, 'TIBCO EMS', 'OpenFGA', 'Preact', 'Claude Desktop', 'Azure Managed Redis'])
      expect(
        explain(name).senses.map(({ computed }) => computed),
        name,
      ).toContainEqual(expect.stringContaining(`**${name}** – `))
    expect(explain('segment').senses.map(({ entry }) => entry?.id)).toEqual(['packet'])
  })
})

describe('a port', () => {
  it('is a product’s own, never that of what it is like', () => {
    const portOf = (name: string) => technologies().find(each => each.name === name)?.port
    expect(portOf('Ollama')).toBe(11434)
    expect(portOf('FalkorDB')).toBe(6379)
    expect(portOf('Bitwarden')).toBeUndefined()
    expect(portOf('HashiCorp Vault')).toBe(8200)
    // One that its family shares is not that of what is like a product with a port of its own.
    expect(portOf('PostgreSQL')).toBe(5432)
    expect(portOf('RisingWave')).toBe(4566)
    expect(portOf('Beanstalkd')).toBeUndefined()
    expect(portOf('Kafka Connect')).toBeUndefined()
  })
})
