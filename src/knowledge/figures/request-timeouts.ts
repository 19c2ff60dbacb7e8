// How long products on the way wait for an answer unless configured otherwise, and what they can be set to.

import type { Technology } from '../technologies/technology'
import type { SourcedFigure } from './component-figures'

/** All in milliseconds. */
export interface RequestTimeout {
  readonly byDefault: SourcedFigure
  /** What it is set in: a whole number of these. */
  readonly step: number
  readonly least: number
  readonly most: number
  /** It is the timeout of idle connections: who states that states this. */
  readonly whenIdle?: true
}

/** Of one that has such a default: what waits forever unless configured (HAProxy, Traefik) has none. */
export const requestTimeoutOf = (technology: Technology | undefined): RequestTimeout | undefined =>
  technology && table.get(technology.id)

const second = 1000

function documented(
  byDefault: number,
  source: string,
  { step = second, least = step, most = Infinity, ...rest }: Partial<Omit<RequestTimeout, 'byDefault'>> = {},
): RequestTimeout {
  return { byDefault: { value: byDefault, source, tag: 'vendor documentation' }, step, least, most, ...rest }
}

const nginx = documented(60_000, 'nginx documentation, ngx_http_proxy_module: proxy_read_timeout', {
  step: 1,
})

const table = new Map<string, RequestTimeout>([
  [
    'cloudfront',
    documented(30_000, 'Amazon CloudFront Developer Guide, origin settings: response timeout', {
      most: 120_000,
    }),
  ],
  [
    'aws-api-gateway',
    documented(29_000, 'Amazon API Gateway quotas: integration timeout of REST APIs', {
      step: 1,
      least: 50,
      most: 29_000,
    }),
  ],
  [
    'alb',
    documented(60_000, 'Application Load Balancers user guide: idle timeout, then 504', {
      most: 4_000_000,
      whenIdle: true,
    }),
  ],
  [
    'elb',
    documented(60_000, 'Classic Load Balancers user guide: idle timeout, then 504', {
      most: 4_000_000,
      whenIdle: true,
    }),
  ],
  ['gcp-lb', documented(30_000, 'Google Cloud Load Balancing documentation: backend service timeout')],
  [
    'azure-front-door',
    documented(30_000, 'Azure Front Door documentation: origin response timeout, 16 to 240 s', {
      least: 16_000,
      most: 240_000,
    }),
  ],
  [
    'azure-app-gateway',
    documented(20_000, 'Azure Application Gateway documentation, backend settings: request time-out', {
      most: 86_400_000,
    }),
  ],
  [
    'heroku-router',
    documented(30_000, 'Heroku Dev Center, request timeout: H12, cannot be configured', {
      least: 30_000,
      most: 30_000,
    }),
  ],
  [
    'cloudflare',
    documented(120_000, 'Cloudflare documentation, connection limits: proxy read timeout', {
      most: 6_000_000,
    }),
  ],
  ['nginx', nginx],
  ['nginx-plus', nginx],
  ['openresty', nginx],
  ['ingress-nginx', documented(60_000, 'ingress-nginx documentation, annotations: proxy-read-timeout')],
  ['envoy', documented(15_000, 'Envoy documentation, configuring timeouts: route timeout', { step: 1 })],
  [
    'yarp',
    documented(100_000, 'YARP documentation, HTTP client configuration: ActivityTimeout', { step: 1 }),
  ],
  ['kong', documented(60_000, 'Kong Gateway documentation, services: read_timeout', { step: 1 })],
  ['apisix', documented(60_000, 'Apache APISIX documentation, upstream: timeout', { step: 1 })],
  ['varnish', documented(60_000, 'Varnish documentation, parameters: first_byte_timeout', { step: 1 })],
  ['fastly', documented(15_000, 'Fastly documentation, backends: first byte timeout', { step: 1 })],
])
