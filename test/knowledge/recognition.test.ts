// What components are, from labels as people write them.

import { describe, expect, it } from 'vitest'
import { type ComponentHint, layerIn, readsAsStep, recognizeKind } from '../../src/knowledge'

/** label → kind, technology id after a slash; `-` for nothing that a rule may rely on (confidence below 0.7). */
const labels = `
User → person
End Users → person
Customer → person
Admin → person
On-call Engineer → person
Branch manager → person
Tour operator → person
Bank operator → person
Besucherin → person
Estudiante → person
Водитель → person
Storage operator → service
clusterOperator → service
MeshWave Operator → service
Storage broker → service
Gateway instance 2 → -
Order router → -
Loan rules framework → -
Tracing backend → monitoring
Shipment event channel → stream
Benutzer → person
Usuario → person
用户 → person
Browser → browser
Web Browser → browser
Single-Page App → browser
SPA (React) → browser/react
React Frontend → browser/react
Angular app → browser/angular
Vue.js → browser/vue
Mobile App → mobile
iOS App → mobile
Android client → mobile
Flutter App → mobile/flutter
React Native → mobile/react-native
Client → client
Desktop client → client
Browser game client → browser
Seq — log aggregation → monitoring/seq
Sequence service → service
ms-clients → service
svc-users → service
MS Clients → client
IoT Device → client
Klient → client
客户端 → client
クライアント → client
Internet → client
Web App → -
App → -
Frontend → -
Customer dashboard → -
User management → -
forms-admin → -
/admin → -
Worker node → -
API application → service
FastAPI application → service/fastapi
Search Lambda (knowledge base) → function/lambda
Elasticsearch LB → balancer
Service Bus processor → worker
CRM agents → -
Bank API → external
Terminal orchestrator → -
Microsserviço de Pacientes → service
Servicio de clientes → service
Base de datos de clientes → database
Order Service → service
OrderService → service
order-service → service
orders_svc → service
Payment API → service
Backend → service
Web Server → service
Auth Service → auth
Identity Provider → auth
Keycloak → auth/keycloak
Auth0 → auth/auth0
Amazon Cognito → auth/cognito
Okta (OIDC) → auth/okta
Microservice A → service
Servidor → service
Server 2 → service
Notification Service → service
WebSocket Server → service
Spring Boot → service/spring
Node.js API → service/nodejs
FastAPI → service/fastapi
Django REST Framework → service/django
Ruby on Rails → service/rails
.NET API → service/dotnet
Order Service (Spring Boot) → service/spring
User Service [Go] → service
Email Worker → worker
Queue Worker → worker
Kafka Consumer → worker
Celery Worker → worker/celery
Background Jobs → worker
Stream Processor → worker
Apache Flink → worker/flink
Debezium → worker/debezium
AWS Lambda → function/lambda
Lambda → function/lambda
Lambda: resize → function/lambda
Azure Functions → function/azure-functions
Cloud Functions → function/cloud-functions
Serverless Function → function
API Gateway → gateway
ApiGateway → gateway
api-gateway → gateway
API-GW → gateway
AWS API Gateway → gateway/aws-api-gateway
Amazon API Gateway → gateway/aws-api-gateway
Kong → gateway/kong
Kong Gateway → gateway/kong
Ingress → gateway
Ingress Controller → gateway
nginx ingress → gateway/ingress-nginx
Istio Ingress Gateway → gateway/istio-ingress
GraphQL Gateway → gateway
Apigee → gateway/apigee
网关 → gateway
Gateway → -
Payment Gateway → external
SMS Gateway → external
NAT Gateway → nat
Internet Gateway → nat
Load Balancer → balancer
LoadBalancer → balancer
load_balancer → balancer
LB → balancer
lb1 → balancer
L7 LB → balancer
External Load Balancer → balancer
ALB → balancer/alb
AWS ALB → balancer/alb
Application Load Balancer → balancer/alb
NLB → balancer/nlb
ELB → balancer/elb
Google Cloud Load Balancing → balancer/gcp-lb
Azure Load Balancer → balancer/azure-lb
Azure Front Door → balancer/azure-front-door
HAProxy → balancer/haproxy
Lastverteiler → balancer
Balanceador de carga → balancer
Répartiteur de charge → balancer
负载均衡 → balancer
ロードバランサー → balancer
nginx → proxy/nginx
Nginx Reverse Proxy → proxy/nginx
Load balancer (nginx) → balancer/nginx
nginx load balancer → balancer/nginx
Envoy → proxy/envoy
Envoy sidecar → proxy/envoy
Traefik → proxy/traefik
Caddy → proxy/caddy
PgBouncer → proxy/pgbouncer
RDS Proxy → proxy/rds-proxy
Reverse Proxy → proxy
Rate Limiter → proxy
Istio → mesh/istio
Linkerd → mesh/linkerd
Service Mesh → mesh
CDN → cdn
CloudFront → cdn/cloudfront
Cloudflare → cdn/cloudflare
Cloudflare CDN → cdn/cloudflare
Cloudflare DNS → dns/cloudflare-dns
Cloudflare WAF → waf/cloudflare-waf
Fastly → cdn/fastly
Akamai → cdn/akamai
Vercel → cdn/vercel
DNS → dns
Route 53 → dns/route53
Route53 → dns/route53
CoreDNS → dns/coredns
WAF → waf
AWS WAF → waf/aws-waf
Firewall → firewall
Bastion Host → firewall
Cache → cache
Redis → cache/redis
Redis Cache → cache/redis
Redis Cluster → cache/redis
redis → cache/redis
Cache (Redis) → cache/redis
Session cache → cache
Memcached → cache/memcached
ElastiCache → cache/elasticache
ElastiCache Redis → cache/elasticache
Valkey → cache/valkey
Redis queue → queue/redis
Redis Streams → stream/redis-streams
Redis Pub/Sub → stream/redis
Kafka / RabbitMQ → stream/kafka
CDN / WAF → cdn
Third-party Payment API → external
User Service<br/>Node.js + Postgres → service/nodejs
Orders API (Go, Postgres) → service
Shopping Cart → -
Stripe Webhook Handler → service
MCP Server → service
TURN/STUN → turn
Redis client → service
缓存 → cache
キャッシュ → cache
Database → database
DB → database
ordersDB → database
orders_db → database
userdb → database
Orders DB (Postgres) → database/postgresql
PostgreSQL → database/postgresql
Postgres → database/postgresql
postgres-primary → database/postgresql
Primary DB → database
Read Replica → database
MySQL → database/mysql
MariaDB → database/mariadb
RDS → database/rds
Amazon RDS → database/rds
RDS Postgres → database/rds-postgresql
Aurora → database/aurora
Aurora PostgreSQL → database/aurora
DynamoDB → database/dynamodb
DynamoDB Table → database/dynamodb
MongoDB → database/mongodb
Mongo → database/mongodb
MongoDB Atlas → database/mongodb-atlas
Cassandra → database/cassandra
ScyllaDB → database/scylladb
CockroachDB → database/cockroachdb
Cloud Spanner → database/spanner
Cosmos DB → database/cosmos-db
Neo4j → database/neo4j
SQLite → database/sqlite
SQL Server → database/sql-server
Oracle DB → database/oracle
InfluxDB → database/influxdb
Pinecone → database/pinecone
Firestore → database/firestore
Vector DB → database
Datenbank → database
Kundendatenbank → database
Base de datos → database
Base de données → database
Banco de dados → database
数据库 → database
用户数据库 → database
データベース → database
Snowflake → warehouse/snowflake
BigQuery → warehouse/bigquery
Redshift → warehouse/redshift
Data Warehouse → warehouse
Data Lake → warehouse
ClickHouse → warehouse/clickhouse
Queue → queue
Message Queue → queue
Job Queue → queue
RabbitMQ → queue/rabbitmq
SQS → queue/sqs
SQS Queue → queue/sqs
Amazon SQS FIFO → queue/sqs-fifo
Dead Letter Queue → queue
DLQ → queue
Azure Service Bus → queue/service-bus
ActiveMQ → queue/activemq
BullMQ → queue/bullmq
Mosquitto → queue/mosquitto
Message Broker → queue
Warteschlange → queue
Cola de mensajes → queue
Fila de mensagens → queue
消息队列 → queue
キュー → queue
Kafka → stream/kafka
Apache Kafka → stream/kafka
Kafka Cluster → stream/kafka
Kafka topic: orders → stream/kafka
Amazon MSK → stream/msk
Kinesis → stream/kinesis
Event Bus → stream
EventBridge → stream/eventbridge
SNS → stream/sns
NATS → stream/nats
Pulsar → stream/pulsar
Azure Event Hubs → stream/event-hubs
Google Pub/Sub → stream/google-pubsub
Pub/Sub → stream
S3 → objectStore/s3
S3 Bucket → objectStore/s3
Amazon S3 → objectStore/s3
Azure Blob Storage → objectStore/azure-blob
GCS → objectStore/gcs
MinIO → objectStore/minio
Object Storage → objectStore
Blob store (S3) → objectStore/s3
Elasticsearch → search/elasticsearch
OpenSearch → search/opensearch
Algolia → search/algolia
Search Index → search
Stripe → external/stripe
Stripe API → external/stripe
PayPal → external/paypal
Twilio → external/twilio
SendGrid → external/sendgrid
OpenAI API → external/openai
Third-party API → external
Payment Provider → external
GitHub → external/github
Salesforce → external/salesforce
DHL → external/dhl
Consul → registry/consul
etcd → registry/etcd
ZooKeeper → registry/zookeeper
HashiCorp Vault → registry/vault
AWS Secrets Manager → registry/secrets-manager
Config Server → registry
Service Registry → registry
Airflow → scheduler/airflow
Cron Job → scheduler
Scheduler → scheduler
Temporal → scheduler/temporal
Jenkins → scheduler/jenkins
GitHub Actions → scheduler/github-actions
Prometheus → monitoring/prometheus
Grafana → monitoring/grafana
Datadog → monitoring/datadog
Jaeger → monitoring/jaeger
CloudWatch → monitoring/cloudwatch
OpenTelemetry Collector → monitoring/otel-collector
Postgres Exporter → monitoring/postgres-exporter
Monitoring → monitoring
STUN Server → stun
TURN Server → turn
coturn → turn/coturn
Signaling Server → signaling
SFU → sfu
LiveKit → sfu/livekit
Kubernetes → service/kubernetes
EKS → service/eks
EC2 Instance → service/ec2
Docker → service/docker
Check cache → -
Query database → -
Is the cache warm? → -
Save to DB → -
Send request to server → -
Start → -
Validate input → -
User enters credentials → -
Database error → -
HTTP Client → -
order.payment.received → -
Decision → -
Marketing Team → -
UserModel → -
`

describe('kinds of components', () => {
  for (const line of labels.trim().split('\n')) {
    const [label = '', expected = ''] = line.split(' → ')
    it(line, () => {
      const { kind, technology } = recognizeKind({ id: 'n', text: label, drawsSteps: true })
      const sure = kind !== undefined && kind.confidence >= 0.7
      const found = sure ? `${kind.value}${technology ? `/${technology.id}` : ''}` : '-'
      expect(found, kind?.why).toBe(expected)
    })
  }

  it('is a table of at least 250 labels', () => {
    expect(labels.trim().split('\n').length).toBeGreaterThanOrEqual(250)
  })
})

describe('hints beside the label', () => {
  const kindOf = (hint: Partial<ComponentHint>) => recognizeKind({ id: 'x', text: 'Orders', ...hint }).kind

  it.each([
    [{ shape: 'cylinder' }, 'database', 'its shape (cylinder)'],
    [{ shape: 'cylinder', text: 'Users' }, 'database', 'its shape (cylinder)'],
    [{ shape: 'h-cyl' }, 'queue', 'its shape (h-cyl)'],
    [{ shape: 'actor', text: 'Alice' }, 'person', 'drawn as actor'],
    [{ variant: 'ContainerDb' }, 'database', 'drawn as ContainerDb'],
    [{ variant: 'ContainerQueue' }, 'queue', 'drawn as ContainerQueue'],
    [{ variant: 'System_Ext', text: 'Order Service' }, 'external', 'drawn as System_Ext'],
    [{ variant: 'Person', text: 'Clerk' }, 'person', 'drawn as Person'],
    [{ variant: 'Container', technology: 'Redis' }, 'cache', "'Redis' in the technology"],
    [{ variant: 'Container', text: 'Web UI', technology: 'React' }, 'browser', "'React' in the technology"],
    [{ icon: 'logos:aws-lambda' }, 'function', "'aws-lambda' in the icon"],
    [{ icon: 'database' }, 'database', 'its shape (database)'],
    [{ id: 'db' }, 'database', "'db' in the id"],
    [{ id: 'redisCache' }, 'cache', "'redisCache' in the id"],
    [{ classes: ['queue'] }, 'queue', "'queue' in the class"],
    [{ text: 'Web App', group: 'Clients' }, 'browser', "'Web App' in the label, in 'Clients'"],
    [{ shape: 'cylinder', text: 'Kafka' }, 'stream', "'Kafka' in the label"],
  ])('%j is %s: %s', (hint, kind, why) => {
    expect(kindOf(hint)).toMatchObject({ value: kind, why })
  })

  it('takes no program for a person that its id is short for', () => {
    expect(kindOf({ id: 'USER', text: 'User Management' })).toBeUndefined()
    expect(kindOf({ id: 'USER', text: 'Somebody' })?.value).toBe('person')
  })

  it('takes a step of a process for no system', () => {
    expect(readsAsStep('Validate the token')).toBe(true)
    expect(readsAsStep('Token valid?')).toBe(true)
    expect(readsAsStep('Search service')).toBe(false)
    expect(readsAsStep('Load balancer')).toBe(false)
    expect(readsAsStep('Upload API')).toBe(false)
    expect(readsAsStep('Call the API')).toBe(true)
    expect(readsAsStep('Redirect service pod 1')).toBe(false)
    expect(readsAsStep('Restart pod 1')).toBe(true)
    expect(readsAsStep('Restart the node')).toBe(true)
  })

  it.each([
    ['L4 load balancer', 'L4'],
    ['Layer 7 LB', 'L7'],
    ['HTTP load balancer', 'L7'],
    ['TCP LB', 'L4'],
    ['LB (path routing)', 'L7'],
    ['HAProxy, TLS passthrough', 'L4'],
    ['Load balancer', undefined],
  ])('%s works at %s', (text, layer) => {
    expect(layerIn(text)?.value).toBe(layer)
  })
})
