// Words on arrows that tell what the arrow means, in English and the commonest of six other languages.

export type ArrowMeaning =
  | 'call'
  | 'reply'
  | 'async'
  | 'replication'
  | 'containment'
  | 'dependency'
  | 'decision'
  | 'telemetry'
  | 'control'
  | 'data-flow'
  /** A person operates a screen: clicks, fills in, opens a page. */
  | 'gesture'
  /** A URL of a store is signed, with a key and without the store. */
  | 'signing'
  | 'redirect'
  | 'webhook'
  | 'subscription'

export interface ArrowPhrase {
  readonly meaning: ArrowMeaning
  readonly confidence: number
  /** Counts only if the label is nothing else. */
  readonly whole?: boolean
  /** Separated by commas. */
  readonly words: string
}

export const arrowPhrases: readonly ArrowPhrase[] = [
  {
    meaning: 'signing',
    confidence: 0.9,
    words: `
      presigned url, presigned urls, pre signed url, pre signed urls, signed url, signed urls, presign, presigns,
      signs url, sign url, presigned link, presigned post, sas token, sas url, get presigned url,
      gets presigned url, request presigned url, create presigned url, generate presigned url,
      generates presigned url, generate presigned urls, generate oauth url, generates oauth url,
      generate authorization url, generates authorization url, build authorization url, builds authorization url,
      create authorization url, generate auth url, generate login url`,
  },
  {
    meaning: 'decision',
    confidence: 0.95,
    whole: true,
    words: `
      yes, no, y, n, true, false, ja, nein, oui, non, sí, si, sim, não, 是, 否, はい, いいえ, pass, passed,
      fail, failed, ok, not ok, valid, invalid, else, otherwise, default, approved, rejected, accepted,
      denied, found, not found, exists, not exists, success, failure, succeeded, done, next, back,
      cancel, retry, timeout, hit, miss, cache hit, cache miss, match, no match, empty, not empty,
      complete, completed, incomplete, ready, not ready, allowed, allow, deny, blocked, enabled,
      disabled, healthy, unhealthy, on success, on failure, on error, error, errors, no errors,
      authenticated, unauthenticated, authorized, unauthorized, high, low, medium, new, existing, and,
      or, all pass, tests pass, tests fail, if yes, if no, expired, not expired, up to date`,
  },
  {
    meaning: 'decision',
    confidence: 0.85,
    words: `
      if, when, unless, is valid, is invalid, no more, has, greater than, less than, exceeds, threshold,
      condition, approved by`,
  },
  {
    meaning: 'reply',
    confidence: 0.9,
    words: `
      response, http response, json response, reply, replies, returns, return, result, results, respond,
      responds, answer, ack, acks, acknowledge, acknowledgement, acknowledges, acknowledged, returned,
      query result, result set, search results, html page, antwort, reponse, respuesta, resposta, 响应, 返回,
      结果, 回复, 应答, 応答, レスポンス, 結果, 응답, 결과, 반환, ответ, результат, возвращает, ergebnis, liefert zuruck, gibt zuruck, respuesta json,
      devuelve, devolver, renvoie, renvoyer, retourne, retourner, reponse json, devolve, retorna, retornar, restituisce,
      ritorna, zuruckgeben, вернуть, возврат, 返す, 返却, error response, returns data, returns token, return data, sends back,
      response stream, forwards response, forward response, response body, success response, 200 ok`,
  },
  {
    meaning: 'reply',
    confidence: 0.75,
    whole: true,
    words: `
      token, jwt, access token, id token, rows, row, data, json, html, user data, records, ok 200,
      session token, jwt token, auth token, confirmation, fill cache, documents, embeddings, completion,
      user info, profile data, order id, content, cached data, cached response, status`,
  },
  {
    meaning: 'containment',
    confidence: 0.95,
    words: `
      contains, contain, consists of, composed of, comprises, part of, belongs to, member of,
      deployed in, deployed on, deployed to, deploys in, runs on, runs in, run on, running on, hosted on,
      hosted in, hosts, hosted by, installed on, inside, includes, has many, has one, has a, owns,
      lives in, embedded in, located in, within, mounted on, mounts, attached to, packaged as, aggregates of, made of,
      assigned to, assigns to, attached, associates with,
      applies to, bound to, managed by, registered by, installed within, maintained by, works at, works for, split, split into, splits into, extracted from, migrates to, migrated to, evolves into, replaced by, child of, parent of, holds, port mapping, port mappings, port forward, port forwarding, published port, 포트 매핑, 端口映射,
      ポートマッピング, mapeo de puertos, mapeamento de portas, redirection de port, проброс портов, enthalt, contient, contiene, contem, 包含, 含む, 포함, содержит`,
  },
  {
    meaning: 'dependency',
    confidence: 0.95,
    words: `
      depends on, depend on, dependency, extends, implements, inherits, inherits from, imports, import,
       instance of, instantiates, references, refers to, derives from, based on, requires,
      uses type, overrides, realizes, generalizes, specializes, links to, linked to, compiled into,
      compiles to, wraps, subclass, decorates, injects, injected into, calls method, peer dependency,
      built on, powered by, built with, includes module, satisfies, traces to, defines, documented in,
      related to, relates to, associated with, abhangig von, depende, depende de, depend de, 依赖, 继承, 依存, 의존, зависит от, hangt ab von,
      configured by, described by, rbac, role assignment, supersedes, blocks, unblocks, reports to, manages team, leads to,
      results in, causes, becomes, transitions to, foreign key, fk, 1 n, 1 to many, one to many,
      many to many, one to one, prohibited, forbidden, not allowed, must not`,
  },
  {
    meaning: 'dependency',
    confidence: 0.9,
    whole: true,
    words:
      'migration, migrate, upgrade, evolution, evolve, scale, scales, scale up, scale out, refactor, rewrite',
  },
  {
    meaning: 'replication',
    confidence: 0.95,
    words: `
      replicates, replication, replicate, replicated, async replication, sync replication,
      asynchronous replication, synchronous replication, streaming replication, logical replication, cdc,
      change data capture, wal, wal shipping, binlog, mirror, mirrors, mirroring, bidirectional sync,
      bi directional sync, data sync, sync data, synchronizes, synchronises, backup, backups, backs up,
      snapshot, snapshots, failover, fail over, standby, cross region replication, geo replication,
      replica sync, two way sync, replicacion, replikation, replicacao, 复制, 同步, レプリケーション, 복제, репликация, replica datos, oplog,
      change stream, raft, paxos, quorum, gossip, gossips, wal stream, database replication, restore,
      log shipping`,
  },
  {
    meaning: 'telemetry',
    confidence: 0.95,
    words: `
      monitors, scrapes, monitora, monitoriza, monitorea, monitorizza, supervisa, surveille, supervise, uberwacht,
      监控, 監視, 監視する, 모니터링, 감시, мониторит, следит за`,
  },
  {
    meaning: 'telemetry',
    confidence: 0.9,
    words: `
      metrics, metric, logs, log, logging, traces, trace, tracing, spans, telemetry, monitor,
      monitoring, scrape, alerts, alert, otlp, statsd, observability, exports metrics,
      audit log, audit logs, emit logs, emits metrics, reports metrics, crash reports, heartbeat,
      health check, health checks, healthcheck, liveness, readiness, liveness probe, readiness probe,
      probe, probes, ping, 日志, visualize, visualizes, dashboards,
      notifies on call, error reports, error tracking, usage data`,
  },
  {
    meaning: 'control',
    confidence: 0.9,
    words: `
      config, configuration, configures, configure, secrets, secret, fetch secrets, reads secrets,
      discovers, service discovery, registers with, register service, service registration,
      deploys, deploy, deployment, provisions, provision, schedules, scales, autoscale, autoscaling,
      manages, manage, controls, orchestrates, bootstraps, restarts, rollout, push image, pull image,
      pulls image, ci cd, feature flags, issues certificate, certificates, certificate, leader election,
      watches, watch, reconciles, applies, enforces, policy, policies, xds, service lookup, migrations,
      runs migrations, git push, push code, pushes code, checkout code, check out code, clones, docker push,
      kubectl apply, spawns, launches, starts, stops, build, builds, install, assume role,
      assumes role, encrypts, protects, secures, rotates, warm up, evict, invalidate, invalidates, purge, purges`,
  },
  { meaning: 'control', confidence: 0.9, whole: true, words: 'discovery' },
  {
    meaning: 'webhook',
    confidence: 0.95,
    words: `
      webhook, webhooks, callback, callbacks, call back, callback url, ipn, postback, web hook,
      stripe webhook, webhook event, 回调, 웹훅, вебхук, コールバック`,
  },
  {
    meaning: 'redirect',
    confidence: 0.95,
    words: `
      redirect, redirects, redirect to, 302, 301, 307, 308, 302 redirect, redirect uri, redirected,
      redirect with code, oauth redirect, saml assertion, saml response, перенаправление, перенаправляет, редирект,
      重定向, リダイレクト, 리다이렉트, redirige, redirection vers, redireciona, weiterleitung`,
  },
  {
    meaning: 'subscription',
    confidence: 0.9,
    words: `
      subscribe, subscribes, subscribes to, subscribed, subscription, consume, consumes, consume events,
      consumed by, consumes from, consumes events, poll queue, polls queue, receive message,
      receive messages, dequeue, dequeues, pulls messages, pull messages, listens, listen, listens to,
      listens for, triggers lambda, pulls jobs, picks up, fetch jobs, delivers,
      reads events, processes events, process events, process messages, brpop, blpop, xread, abonniert,
      s'abonne, suscribe, consome, konsumiert, consume eventos, 消费, 订阅, 購読, 구독, 소비, подписка, подписывается, потребляет`,
  },
  {
    meaning: 'async',
    confidence: 0.9,
    words: `
      async, asynchronous, asynchronously, event, events, domain event, domain events, publish,
      publishes, publish event, publishes event, publishes events, publish events, publishes to, pub,
      enqueue, enqueues, enqueue job, emits, emit, emits event, emits events, produce, produces,
      produces events, produces to, queue, queues, queue job, queued, fire and forget,
      notification event, broadcast, broadcasts, dispatch job, push to queue, pushes to queue, put message,
      send to dlq, dead letter, event stream, pub sub, pubsub, outbox, background, nightly, daily, hourly, scheduled, cron, asynchron, asynchrone, evento, eventos, evenement, ereignis, asincrono, assincrono,
      veroffentlicht, publie, publica, 发布, 异步, 事件, 发送消息, 推送, 非同期, 発行, イベント, 발행, 이벤트, 비동기, событие, публикует, асинхронно, отправляет событие,
      sendet ereignis, envoie evenement, encola, fila, cola, enfileira, coloca na fila, file d attente, warteschlange, 队列, 入队, キュー, 큐, очередь, lpush, rpush, xadd, mqtt publish, eventually`,
  },
  {
    // Names of what is asked for as often as of how it is sent: `gRPC SendMessage`, `Trigger build`.
    meaning: 'async',
    confidence: 0.65,
    words: `
      message, messages, send message, sends message, dispatch, dispatches, trigger, triggers, jobs, job,
      tasks, batch, ingest, ingests, fan out, fanout, fans out`,
  },
  {
    meaning: 'data-flow',
    confidence: 0.75,
    words: `
      data, data flow, feeds, feed, flows to, stream, streams, streaming, etl, elt, load, loads,
      transform, transforms, extract, extracts, export, exports, input, output, outputs, raw data,
      aggregates, aggregated, files, file, artifacts, artifact, generates, generate, produces report,
      csv, parquet, copy, copies, archive, archives, daten, donnees, datos, dados, 数据`,
  },
  {
    meaning: 'call',
    confidence: 0.85,
    words: `
      calls, call, request, requests, api call, api calls, api request, api requests, invokes, invoke,
      query, queries, read, reads, write, writes, read write, reads writes, reads from, writes to,
      read from, write to, reads from and writes to, fetch, fetches, get, gets, post, posts, put, lookup,
      lookups, look up, validates, validate, validate token, verify, verifies, verify token,
      authenticate, authenticates, authorize, authorizes, login, log in, logs in, sign in, upload,
      uploads, download, downloads, search, searches, insert, inserts, select, update, updates, delete,
      deletes, create, creates, save, saves, stores, store, persist, persists, caches, cache, cache read,
      cache lookup, check cache, checks, check, charge, charges, forwards, forward, routes, route,
      route to, routes to, proxies, proxy, proxy to, proxied, reverse proxy, load balances, load balance,
      traffic, http traffic, connects, connects to, connect, accesses, access, sends request,
      send request, submit, submits, place order, checkout, pay, sends email, send email, sends sms,
      makes api calls, makes api calls to, uses, use, talks to, communicates, communicates with,
      retrieve, retrieves, crud, resolve, resolves, dispatches request, ruft auf, anfrage, liest,
      schreibt, appelle, requete, lit, ecrit, llama, solicita, consulta, lee, escribe, chama, requisita,
      请求, 调用, 查询, 读写, 写入, 读取, 保存, 获取, 请求数据, 調用, 查詢, リクエスト, 呼び出し, 呼び出す, 参照, 読み込み, 書き込み, 取得, 保存する,
      호출, 요청, 조회, 저장, 읽기, 쓰기, вызов, вызывает, запрос, запрашивает, читает, пишет, записывает, сохраняет, получает,
      speichert, fragt, fragt ab, sendet anfrage, guarda, obtiene, envia solicitud, interroge, enregistre, envoie requete, grava, busca, visits, browses, opens, views, notify, notifies, sync,
      synchronous, static assets, images, inference, embed, prompt`,
  },
]
