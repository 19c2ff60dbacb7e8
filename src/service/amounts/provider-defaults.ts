// Defaults of cloud providers, of their balancers, gateways and functions. In milliseconds.

import type { Default } from './known-defaults'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

export const providerDefaults: readonly Default[] = [
  [
    3 * second,
    'AWS Lambda’s timeout of a function',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
    'serverless',
  ],
  [
    5 * second,
    'the keep-alive idle timeout of CloudFront towards the origin',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
    'idle-timeout',
  ],
  [
    10 * second,
    'the connection timeout of CloudFront towards the origin',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
    'connect-timeout',
  ],
  [
    20 * second,
    'the request timeout of Azure Application Gateway',
    'https://learn.microsoft.com/en-us/azure/application-gateway/configuration-http-settings',
    'timeout',
  ],
  [
    29 * second,
    'Amazon API Gateway’s integration timeout',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
    'api-gateway',
  ],
  [
    30 * second,
    'Amazon SQS’s visibility timeout',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
    'message-queue',
  ],
  [
    30 * second,
    'the origin timeout of Azure Front Door',
    'https://learn.microsoft.com/en-us/azure/frontdoor/troubleshoot-issues',
    'timeout',
  ],
  [
    30 * second,
    'the origin response timeout of CloudFront',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
    'product-cloudfront',
  ],
  [
    30 * second,
    'Heroku’s request timeout',
    'https://devcenter.heroku.com/articles/request-timeout',
    'timeout',
  ],
  [
    30 * second,
    'the backend service timeout of Google Cloud’s HTTP load balancers',
    'https://docs.cloud.google.com/load-balancing/docs/backend-service',
    'timeout',
  ],
  [
    30 * second,
    'the idle timeout of UDP mappings in Google Cloud NAT',
    'https://docs.cloud.google.com/nat/docs/tune-nat-configuration',
    'nat',
  ],
  [
    minute,
    'the idle timeout of AWS’s ALB',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
    'idle-timeout',
  ],
  [
    60 * second,
    'the longest that a synchronous Netlify function may run',
    'https://docs.netlify.com/build/functions/configuration',
    'serverless',
  ],
  [
    2 * minute,
    'Cloudflare’s wait between bytes of the origin',
    'https://developers.cloudflare.com/fundamentals/reference/connection-limits/',
    'product-cloudflare',
  ],
  [
    2 * minute,
    'the wait for a connection of Amazon RDS Proxy',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html',
    'product-rds-proxy',
  ],
  [
    230 * second,
    'the longest that Azure App Service lets a request wait',
    'https://learn.microsoft.com/en-us/troubleshoot/azure/app-service/web-apps-performance-faqs',
    'product-azure-app-service',
  ],
  [
    230 * second,
    'the longest that an HTTP-triggered Azure Function may take to answer',
    'https://learn.microsoft.com/en-us/azure/azure-functions/functions-scale',
    'serverless',
  ],
  [
    4 * minute,
    'the idle timeout of Azure Load Balancer',
    'https://learn.microsoft.com/en-us/azure/load-balancer/load-balancer-tcp-idle-timeout',
    'idle-timeout',
  ],
  [
    5 * minute,
    'the deregistration delay of AWS’s target groups',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
    'graceful-shutdown',
  ],
  [
    5 * minute,
    'Cloud Run’s request timeout',
    'https://docs.cloud.google.com/run/docs/configuring/request-timeout',
    'serverless',
  ],
  [
    5 * minute,
    'the maximum duration of Vercel functions',
    'https://vercel.com/docs/functions/limitations',
    'serverless',
  ],
  [
    5 * minute,
    'the function timeout of Azure Functions on the Consumption plan',
    'https://learn.microsoft.com/en-us/azure/azure-functions/functions-scale',
    'serverless',
  ],
  [
    350 * second,
    'the TCP idle timeout of AWS’s NLB',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#connection-idle-timeout',
    'nlb',
  ],
  [
    350 * second,
    'the idle timeout of AWS’s NAT gateway',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
    'nat',
  ],
  [
    400 * second,
    'Cloudflare’s idle timeout towards clients',
    'https://developers.cloudflare.com/fundamentals/reference/connection-limits/',
    'idle-timeout',
  ],
  [
    600 * second,
    'the idle timeout of Google Cloud’s HTTP load balancers towards servers',
    'https://docs.cloud.google.com/load-balancing/docs/https/request-distribution',
    'idle-timeout',
  ],
  [
    610 * second,
    'the idle timeout of Google Cloud’s global HTTP load balancer towards clients',
    'https://docs.cloud.google.com/load-balancing/docs/https/request-distribution',
    'idle-timeout',
  ],
  [
    15 * minute,
    'the longest that an AWS Lambda function may run',
    'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    'serverless',
  ],
  [
    15 * minute,
    'Cloudflare’s idle timeout towards the origin',
    'https://developers.cloudflare.com/fundamentals/reference/connection-limits/',
    'idle-timeout',
  ],
  [
    20 * minute,
    'the idle timeout of established TCP connections in Google Cloud NAT',
    'https://docs.cloud.google.com/nat/docs/tune-nat-configuration',
    'nat',
  ],
  [
    24 * hour,
    'the least that Stripe keeps idempotency keys',
    'https://docs.stripe.com/api/idempotent_requests',
    'idempotency-key',
  ],
]
