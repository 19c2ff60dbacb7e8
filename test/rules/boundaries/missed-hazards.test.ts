// Hazards that reviews of designs name, on and beside the limits of their rules.

import { testRows } from '../rows'

testRows([
  [
    'timeout-inversion',
    "a gateway's own time for a request ends before the call behind it",
    `web[Web app] -->|HTTPS| kong["Kong (timeout 2s)"]
     kong -->|"HTTP, 5s timeout"| api[Order API]`,
    'Kong gives each request 2s, and may wait 5s: Order API 5s.',
    'Kong waits up to 5s for Order API',
  ],
  [
    'timeout-inversion',
    "a gateway's own time for a request is the longer",
    `web[Web app] -->|HTTPS| kong["Kong (timeout 6s)"]
     kong -->|"HTTP, 5s timeout"| api[Order API]`,
  ],
  [
    'stream-idle-timeout',
    'a long poll outlasts what the product does by itself',
    'web[Web app] -->|"HTTPS, long polling, timeout 90s"| alb[ALB] -->|HTTP| api[News API]',
    'The long poll between Web app and ALB may wait 1.5m for an answer, but ALB closes connections that are idle for 1m unless configured.',
  ],
  [
    'stream-idle-timeout',
    'a long poll is answered in time',
    'web[Web app] -->|"HTTPS, long polling, timeout 50s"| alb[ALB] -->|HTTP| api[News API]',
  ],
  [
    'visibility-timeout-too-short',
    'work as long as the message is hidden',
    `q["SQS jobs (visibility timeout 30s)"] --> w[Mail worker]
     w -->|"HTTPS, 30s timeout"| api[Mail API]`,
    'SQS jobs hides a message for 30s, and Mail worker waits up to 30s for Mail API',
  ],
  [
    'visibility-timeout-too-short',
    'work that is done a second before',
    `q["SQS jobs (visibility timeout 30s)"] --> w[Mail worker]
     w -->|"HTTPS, 29s timeout"| api[Mail API]`,
  ],
  [
    'lock-without-expiry',
    'an expiry in a command of its own',
    `job[Billing job] -->|SETNX billing-lock| locks[(Redis)]
     job -->|EXPIRE billing-lock 30| locks`,
  ],
  ['lock-without-expiry', 'a key that is no lock', 'api[Event API] -->|SETNX seen:42| keys[(Redis)]'],
  [
    'shared-database',
    'two services',
    `orders[Order service] -->|SQL| db[(PostgreSQL)]
     stock[Stock service] -->|SQL| db`,
  ],
  [
    'shared-database',
    'two services and copies of one of them',
    `orders[Order service 1] -->|SQL| db[(PostgreSQL)]
     again[Order service 2] -->|SQL| db
     stock[Stock service] -->|SQL| db`,
  ],
  [
    'shared-database',
    'three services, one of which only reads',
    `orders[Order service] -->|SQL| db[(PostgreSQL)]
     stock[Stock service] -->|SQL| db
     report[Report service] -->|reads| db`,
  ],
  [
    'shared-database',
    'a schema each, said on an arrow',
    `orders[Order service] -->|own schema| db[(PostgreSQL)]
     stock[Stock service] -->|SQL| db
     users[User service] -->|SQL| db`,
  ],
  [
    'shared-database',
    'three services',
    `orders[Order service] -->|SQL| db[(PostgreSQL)]
     stock[Stock service] -->|SQL| db
     users[User service] -->|SQL| db`,
    'Order service, Stock service and User service all use PostgreSQL.',
  ],
  [
    'clear-text-sign-in',
    'the port of the directory in its box',
    'sso[SSO service] --> dir["OpenLDAP<br/>:389"]',
    'SSO service signs in at OpenLDAP',
  ],
  ['clear-text-sign-in', 'StartTLS', 'sso[SSO service] -->|"LDAP bind, StartTLS"| dir[OpenLDAP]'],
  ['clear-text-sign-in', 'LDAP alone tells neither', 'sso[SSO service] -->|LDAP| dir[OpenLDAP]'],
  [
    'insecure-transport',
    'a port behind HTTP',
    'player[Game client] -->|"HTTP :8120"| api[Login API]',
    'Game client talks to Login API in clear text',
    'Write HTTPS',
  ],
  ['insecure-transport', 'the port of HTTPS', 'player[Game client] -->|"HTTP :8443"| api[Login API]'],
  [
    'insecure-transport',
    'the port 80',
    'web[Web browser] -->|"HTTP 80"| api[Shop API]',
    'Write HTTPS and 443',
  ],
  [
    'missing-authentication',
    'an admin panel that the internet reaches',
    'net[Public internet] -->|HTTPS| admin[Admin panel]',
    'Public internet reaches Admin panel, which is not for everybody',
  ],
  [
    'missing-authentication',
    'an admin panel that staff open',
    'staff[Staff browser] -->|HTTPS| admin[Admin panel]',
  ],
  [
    'queue-without-dead-letter',
    'retries without a number',
    'relay[RabbitMQ] -->|deliver with retries| hook[Webhook service]',
    'Webhook service retries messages of RabbitMQ',
    'Such a message comes back forever or is dropped.',
  ],
  [
    'queue-without-dead-letter',
    'retries into a dead-letter topic',
    `relay[Kafka] -->|deliver with retries| hook[Webhook service]
     relay --> dlt[orders-dlt]`,
  ],
])
