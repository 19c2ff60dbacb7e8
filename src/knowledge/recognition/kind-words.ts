// Words that tell what a component is, in English and, for the commonest, six other languages.

import type { Kind } from './kind'

export interface KindWord {
  readonly kind: Kind
  readonly confidence: number
  /** What carries a thing rather than is one: `Redis node` is a cache. */
  readonly vague?: true
  /** Separated by commas. */
  readonly words: string
  readonly exact?: readonly string[]
}

export const kindWords: readonly KindWord[] = [
  // Short for a database in Portuguese, a bank in Spanish.
  { kind: 'database', confidence: 0.55, words: 'banco' },
  {
    kind: 'person',
    confidence: 0.85,
    words: `
      user, end user, customer, person, people, actor, visitor, shopper, buyer, seller, merchant user,
      operator, admin, administrator, sysadmin, developer, engineer, architect, consultant, auditor, analyst, data analyst,
      data scientist, employee, staff, student, teacher, patient, doctor, driver user, rider, guest,
      member, player, reader, author, editor user, human, support agent, customer support, dba, sre,
      on call engineer, team member, stakeholder, attacker, viewer, subscriber user, internet user,
      citizen, manager user, owner user, you`,
  },
  {
    kind: 'person',
    confidence: 0.8,
    words: `
      benutzer, nutzer, kunde, anwender, usuario, cliente final, comprador, vendedor, utilisateur, utilizador, 用户, 使用者, 客户,
      ユーザー, ユーザ, 利用者, 顧客, 客戶, 管理员, 管理者, 开发者, 사용자, 고객, 관리자, 회원, 개발자, пользователь, пользователи, клиент банка,
      покупатель, администратор, оператор, разработчик, administrateur, administrador, entwickler, desarrollador,
      desenvolvedor, developpeur, mitarbeiter, kundin, usuarios, clientes finales, joueur, jugador, jogador, spieler, gestionnaire,
      gestor, spectateur, candidato, candidat, bewerber, dipendente, empleado, funcionario, medico, arzt, paciente,
      участник, участники, инженер, сотрудник, клиенты, зритель, игрок, 開発者, 運用者, 担当者, 开发人员, 运维人员, 员工,
      운영자, 담당자, gelistirici, kullanici,
      аналитик, ingenieur, ingenieurin, ingeniero, engenheiro, analyste, analista`,
  },
  {
    kind: 'browser',
    confidence: 0.95,
    words: `
      browser, web browser, spa, single page app, single page application, browser client,
      browser extension, service worker, web client, pwa, progressive web app, navigateur, navegador,
      webbrowser, 浏览器, 瀏覽器, ブラウザ, ブラウザー, 브라우저, 웹 브라우저, браузер, веб браузер`,
  },
  {
    kind: 'browser',
    confidence: 0.6,
    words: `
      web ui, web frontend, frontend, front end, web interface, web console, admin panel, admin ui,
      admin console, admin dashboard, web dashboard, user interface, frontend app, front end app,
      frontend application, storefront, oberflache, frontal, 前端, フロントエンド, 프론트엔드, фронтенд, веб интерфейс,
      interfaz web, interface utilisateur, interfaz de usuario, benutzeroberflache, weboberflache`,
  },
  {
    kind: 'browser',
    confidence: 0.55,
    words: `
      web app, web application, webapp, web, website, web site, web portal, portal, customer portal,
      dashboard, customer dashboard, merchant dashboard,
      aplicacion web, application web, aplicacao web, sitio web, site internet, webanwendung, 웹 앱, веб приложение, ウェブアプリ, 网页`,
  },
  {
    kind: 'mobile',
    confidence: 0.95,
    words: `
      mobile app, mobile, mobile client, mobile application, ios, ios app, android, android app, iphone,
      ipad, smartphone, phone, mobile device, ios client, android client, phone app, tablet,
      mobile phone, handy, celular, movil, ios android, app movil, aplicacion movil, aplicativo movel, application mobile, mobile anwendung, 手机, 手机端, 移动端, モバイル, モバイルアプリ, スマホ,
      스마트폰, 모바일 앱, 모바일, мобильное приложение`,
  },
  {
    kind: 'client',
    confidence: 0.9,
    words: `
      client, client app, client application, desktop app, desktop client, thick client, smart tv,
      iot device, device, sensor, wearable, kiosk, pos terminal, game client, edge device, smart meter,
      desktop, laptop, workstation, terminal, cli, command line, user device, consumer app, thermostat,
      driver app, rider app, passenger app, courier app, customer app, shopper app, buyer app, seller app, merchant app,
      guest app, patient app, student app, user app,
      web mobile client, web mobile, mobile web, klient, cliente, client lourd, 客户端, 客戶端, クライアント, 클라이언트, клиент`,
  },
  {
    kind: 'client',
    confidence: 0.5,
    words: `
      app, application, ui, gui, anwendung, aplicacion, aplicacao, application cliente, 应用, アプリ`,
  },
  { kind: 'client', confidence: 0.75, words: 'internet, public internet, www, world wide web' },
  {
    kind: 'service',
    confidence: 0.9,
    words: `
      microservice, micro service, backend service, web service, api server, backend, back end,
      backend api, api app, api application, rest api, graphql api, grpc service, grpc server, rest service, application server,
      app server, web server, http server, api service, bff, backend for frontend, graphql server,
      web api, websocket server, ws server, websocket gateway, socket server, realtime server,
      chat server, game server, server app, monolith, daemon, mikroservice, micro servicio,
      microservicio, microsservico, 微服务, 微服務, マイクロサービス, 后端, 後端, バックエンド, 백엔드, 마이크로서비스, 웹 서버, микросервис, бэкенд, веб сервер, sse server, origin server, origin,
      public api, internal api, mcp server, mail server, media server, file server, ftp server,
      event gateway, session manager, order management, inventory management, compute node`,
  },
  {
    kind: 'service',
    confidence: 0.8,
    words: `
      service, svc, server, api, srv, endpoint, dienst, servicio, servico, serveur, servidor,
      service web, anwendungsserver, 服务, 服务器, 服務, 伺服器, 服务端, サーバー, サーバ, サービス, 서비스, 서버, сервис, сервер, служба, schnittstelle`,
  },
  {
    kind: 'service',
    confidence: 0.5,
    vague: true,
    words: `
      engine, instance, pod, container, node, worker node, vm, virtual machine, host, replica,
      backend pool, core, platform, manager, subsystem, llm, model, web tier, app tier`,
  },
  {
    kind: 'service',
    confidence: 0.5,
    words: `
      processor service, agent, bot, orchestrator, dispatcher, processor, inference, recommender,
      resolver service, collector, ingester, ingestor, loader, indexer, crawler, scraper, transcoder,
      encoder, renderer, validator service`,
  },
  {
    kind: 'worker',
    confidence: 0.9,
    words: `
      worker, background worker, job worker, queue worker, consumer, event consumer, message consumer,
      job processor, background job, event processor, event handler, stream processor, batch job,
      etl job, etl, background task, message processor, task runner, batch processor, async processor,
      event listener, outbox relay, outbox publisher, relay worker, listener, daemonset, job runner,
      subscriber, arbeiter, trabajador, ouvrier, consumidor, consommateur, 消费者, 消費者, ワーカー, コンシューマ, 워커, 컨슈머, 소비자, воркер, обработчик событий, потребитель,
      hintergrundprozess, tarea en segundo plano`,
  },
  {
    kind: 'function',
    confidence: 0.85,
    words: `
      serverless function, cloud function, faas, edge function, function app, serverless, edge worker`,
  },
  { kind: 'function', confidence: 0.4, words: 'function' },
  {
    kind: 'gateway',
    confidence: 0.95,
    words: `
      api gateway, api gw, apigw, apigateway, gateway api, edge gateway, http gateway, ingress gateway,
      graphql gateway, rest gateway, web gateway, application gateway, ingress, ingress controller,
      api management, k8s ingress, kubernetes ingress, edge proxy, public gateway, backend gateway,
      service gateway, mobile gateway, bff gateway, api gateway service, federation gateway,
      microgateway, edge router, api网关, 网关, 網關, apiゲートウェイ, passerelle api, passerelle, puerta de enlace api, puerta de enlace, api шлюз, шлюз api, api 게이트웨이, 게이트웨이,
      llm gateway, ai gateway, mcp gateway, model gateway`,
  },
  {
    kind: 'gateway',
    confidence: 0.65,
    words: `
      gw, gateway, gateway service, edge service, edge layer, entrypoint, entry point, api router, api layer`,
  },
  {
    kind: 'balancer',
    confidence: 0.95,
    words: `
      load balancer, loadbalancer, lb, load balancing, l4 lb, l7 lb, l4 load balancer, l7 load balancer,
      balancer, global load balancer, glb, gslb, internal load balancer, ilb, external load balancer,
      network load balancer, http load balancer, tcp load balancer, software load balancer,
      hardware load balancer, vip, virtual ip, lastverteiler, lastverteilung, balanceador,
      balanceador de carga, balanceador de carga, equilibrador de carga, repartiteur,
      repartiteur de charge, equilibreur de charge, 负载均衡, 负载均衡器, 負載平衡, 負載平衡器, ロードバランサ, ロードバランサー, 로드 밸런서, 로드밸런서, балансировщик, балансировщик нагрузки,
      traffic distributor, elastic lb, layer 4 load balancer, layer 7 load balancer`,
  },
  {
    kind: 'cdn',
    confidence: 0.95,
    words: `
      cdn, content delivery network, edge cache, cdn edge, pop cache, edge pop, point of presence,
      static cdn, content delivery, edge network, edge location, edge node, edge pop`,
    exact: ['PoP'],
  },
  {
    kind: 'waf',
    confidence: 0.95,
    words: `
      waf, web application firewall, ddos protection, ddos shield, bot protection, bot management`,
  },
  {
    kind: 'dns',
    confidence: 0.95,
    words: `
      dns, dns server, name server, nameserver, dns resolver, geodns, dns service, authoritative dns,
      dns provider, geo dns, recursive resolver, root server, tld server, dns zone`,
  },
  {
    kind: 'cache',
    confidence: 0.95,
    words: `
      cache, cache cluster, cache server, caching layer, distributed cache, session cache, cache store,
      query cache, cache layer, cache service, write through cache, read through cache, cach, l2 cache,
      hot cache, zwischenspeicher, antememoire, antememoria, memoire cache, 缓存, 緩存, 快取, キャッシュ, 캐시, кэш, кеш, cache distribuido, cache local distribuido, servidor de cache`,
  },
  {
    kind: 'cache',
    confidence: 0.8,
    words: `
      session store, presence store, key value cache, in memory store, in memory data store`,
  },
  {
    kind: 'database',
    confidence: 0.95,
    words: `
      database, db, sql database, nosql database, nosql, relational database, rdbms, primary db,
      replica db, read replica, primary database, document database, document store, graph database,
      vector database, vector db, vector store, time series database, time series db, tsdb, kv store,
      key value store, datastore, data store, db primary, db replica, db master, db slave, master db,
      slave db, shard, db shard, database shard, event store, data base, read model, database server,
      db server, database cluster, db cluster, user store, read db, write db, sql db, outbox table,
      graph db, ledger db, standby db, datenbank, base de datos, base de donnees, banco de dados,
      base de dados, bd, bdd, 数据库, 資料庫, 數據庫, 主库, 从库, データベース, データストア, 데이터베이스, 디비, база данных, бд, хранилище данных,
      almacen de claves, magasin de donnees`,
  },
  {
    kind: 'database',
    confidence: 0.7,
    words: `
      storage, persistence, persistent storage, data layer, data tier, state store, feature store,
      metadata store, repository store, knowledge base, config store, persistent volume, pvc,
      volume, audit store, store, local db, outbox, speicher, almacenamiento, armazenamento, stockage, 存储, 儲存, ストレージ, 저장소, 스토리지, хранилище`,
  },
  { kind: 'database', confidence: 0.55, words: 'ledger' },
  {
    kind: 'warehouse',
    confidence: 0.95,
    words: `
      data warehouse, warehouse db, dwh, dw, data lake, datalake, data mart, olap, olap db, lakehouse,
      analytics db, analytics database, entrepot de donnees, almacen de datos, almacem de dados, datenlager, 数据仓库, 数据湖, 데이터 웨어하우스, 데이터 레이크, データウェアハウス,
      データレイク`,
  },
  {
    kind: 'queue',
    confidence: 0.95,
    words: `
      queue, message queue, mq, task queue, job queue, work queue, message broker, broker, event queue,
      dead letter queue, dlq, dead letter, dead letter topic, dlt, fifo queue, delay queue, mail queue, retry queue,
      messaging queue, message bus, pending queue, warteschlange, nachrichtenwarteschlange, cola,
      cola de mensajes, fila, fila de mensagens, file d'attente, file de messages, 消息队列, 队列, 訊息佇列, 消息隊列,
      メッセージキュー, キュー, 메시지 큐, 큐, 메시지 브로커, 消息中间件, メッセージブローカー, очередь, очередь сообщений, брокер сообщений,
      courtier de messages, agente de mensajes, mqtt broker, pub sub broker`,
  },
  {
    kind: 'stream',
    confidence: 0.9,
    words: `
      event bus, event stream, message stream, topic, pub sub, pubsub, event broker, event log,
      event backbone, streaming platform, commit log, data stream, event mesh, change stream, eventbus,
      event streaming, publish subscribe, bus, 事件总线, 事件流, 消息总线, 消息主题, イベントバス, トピック, 이벤트 버스, 토픽, шина событий, топик, bus de eventos,
      bus d'evenements, barramento de eventos, ereignisbus`,
  },
  {
    kind: 'objectStore',
    confidence: 0.95,
    words: `
      object storage, object store, blob storage, blob store, bucket, file storage, file store,
      media storage, media store, asset storage, image storage, image store, media bucket, static bucket,
      blob, backup storage, static assets, static files, almacenamiento de objetos, objektspeicher, stockage objet, stockage d'objets,
      armazenamento de objetos, 对象存储, 物件儲存, オブジェクトストレージ, 오브젝트 스토리지, объектное хранилище`,
  },
  {
    kind: 'search',
    confidence: 0.9,
    words: `
      search engine, search index, search cluster, full text search, fulltext search, inverted index,
      vector index, vector search, vector search index, suchmaschine, motor de busqueda,
      moteur de recherche, motor de busca, 搜索引擎, 検索エンジン, 검색 엔진, поисковый движок`,
  },
  {
    kind: 'external',
    confidence: 0.9,
    words: `
      third party, 3rd party, third party api, third party service, external api, external service,
      external system, external provider, payment gateway, payment provider, payment processor, psp,
      bank, bank api, partner api, partner system, partner, sms provider, sms gateway, email provider,
      email service provider, carrier api, card network, acquirer, issuer, vendor api, upstream api,
      shipping provider, legacy system, webhook endpoint, maps api, weather api, push provider,
      push notification service, external apis, external systems, saas, llm provider, llm api, external,
      mainframe, core banking, erp, crm, 第三方, 外部系统, 外部系統, 外部服务, 外部接口, 支付网关, 支付平台, 短信平台, 银行,
      外部サービス, 外部システム, 外部api, 決済代行, 決済サービス, 銀行, 외부 서비스, 외부 시스템, 외부 api, 결제 게이트웨이, 은행,
      внешний сервис, внешняя система, внешний api, платежный шлюз, платежная система, банк, сторонний сервис,
      externer dienst, externes system, drittanbieter, zahlungsanbieter, zahlungsdienstleister, externe api,
      servicio externo, sistema externo, api externa, pasarela de pago, pasarela de pagos, proveedor de pagos, terceros,
      service externe, systeme externe, api externe, passerelle de paiement, prestataire de paiement, banque, tiers,
      servico externo, gateway de pagamento, provedor de pagamento, terceiros`,
  },
  {
    kind: 'external',
    confidence: 0.55,
    words: `
      provider, mail relay, smtp relay, anbieter, fournisseur, proveedor, provedor, fornitore, провайдер, 提供商,
      プロバイダ, プロバイダー, 공급자, 제공자`,
  },
  {
    kind: 'auth',
    confidence: 0.9,
    words: `
      auth, auth service, authentication, authentication service, authorization service, auth server,
      authorization server, identity provider, idp, iam, sso, login service, identity service,
      oauth server, oauth provider, oidc provider, token service, sts, user pool, auth provider,
      authentication server, authn, authz, authorizer, identity, auth api, identity server,
      permission service, policy engine, single sign on, 认证服务, 鉴权服务, 認証サーバー, 認証サービス, autenticacion, 인증 서버, 인증 서비스, 认证中心, сервер авторизации, сервис аутентификации, servidor de autenticacion,
      authentification, autenticacao, authentifizierung, auth svc, auth module, auth gateway`,
  },
  {
    kind: 'proxy',
    confidence: 0.9,
    words: `
      proxy, reverse proxy, forward proxy, sidecar, sidecar proxy, web proxy, http proxy,
      connection pooler, db proxy, database proxy, sql proxy, connection pool, pooler,
      http router, reverse proxy server, rate limiter, rate limiting service, proxy server,
      proxy inverso, proxy inverse, umgekehrter proxy, 反向代理, 代理, リバースプロキシ, プロキシ, 프록시, прокси, обратный прокси`,
  },
  { kind: 'proxy', confidence: 0.6, words: 'router, egress' },
  {
    kind: 'mesh',
    confidence: 0.9,
    words: `
      service mesh, mesh, mesh control plane, mesh gateway, control plane mesh, 服务网格, サービスメッシュ`,
  },
  {
    kind: 'registry',
    confidence: 0.9,
    words: `
      service registry, service discovery, discovery service, discovery server, config server,
      configuration server, config service, configuration service, registry, schema registry,
      container registry, image registry, docker registry, secrets manager, secret manager, secret store,
      secrets store, coordination service, key management, kms, feature flag service, feature flags, naming service,
      name service, artifact registry, package registry, model registry, hsm, parameter store,
      config map, configmap, 注册中心, 配置中心, サービスレジストリ`,
  },
  {
    kind: 'scheduler',
    confidence: 0.9,
    words: `
      scheduler, cron, cron job, cronjob, job scheduler, task scheduler, workflow engine, scheduled job,
      timer, workflow orchestrator, scheduler service, timer trigger, planificador, ordonnanceur,
      agendador, zeitplaner, 调度器, 定时任务, スケジューラ, スケジューラー, 스케줄러, планировщик`,
  },
  {
    kind: 'monitoring',
    confidence: 0.9,
    words: `
      monitoring, metrics, metrics server, metrics collector, logging, log aggregator, log aggregation, log collector,
      observability, tracing, apm, alerting, alert manager, alertmanager, siem, telemetry, log store,
      logs, log shipper, dashboards, observability stack, monitoring system, monitoring service,
      logging service, telemetry collector, error tracking, uptime monitor, audit log, log server,
      metrics store, logger, tracer, health monitor, healthcheck service, health checker, uberwachung, monitoreo,
      surveillance, monitoramento, 监控, 日志, 監控, 監視, モニタリング, 모니터링, 로그 수집, мониторинг, логирование`,
  },
  {
    kind: 'firewall',
    confidence: 0.9,
    words: `
      firewall, fw, network firewall, ngfw, ips appliance, security group, network acl, nacl,
      cortafuegos, pare feu, 防火墙, ファイアウォール, bastion, bastion host, jump host, jump server, jumpbox`,
  },
  {
    kind: 'nat',
    confidence: 0.95,
    words: `
      nat, nat gateway, nat gw, natgw, nat instance, nat router, cgnat, snat, internet gateway, igw,
      egress gateway, home router, nat device, egress only internet gateway`,
  },
  {
    kind: 'signaling',
    confidence: 0.95,
    words: `
      signaling, signalling, signaling server, signalling server, signaling service, signalling service,
      webrtc signaling, webrtc signalling`,
  },
  { kind: 'stun', confidence: 0.95, words: 'stun, stun server, stun turn, stun turn server' },
  {
    kind: 'turn',
    confidence: 0.95,
    words: 'turn server, turn relay, turn stun, turn stun, turn stun server, turn relay server',
    exact: ['TURN'],
  },
  {
    kind: 'sfu',
    confidence: 0.95,
    words: `
      sfu, selective forwarding unit, mcu server, media router, conference server, sfu server,
      sfu cluster`,
  },
  // Trades and offices: who holds one stands at a screen.
  {
    kind: 'person',
    confidence: 0.8,
    words: `
      recruiter, hiring manager, account manager, store manager, branch manager, case manager, sales manager, shift manager,
      team lead, tech lead, team leader, technician, nurse, physician, clinician, pharmacist, accountant, bookkeeper, cashier,
      clerk, lawyer, librarian, instructor, lecturer, professor, pupil, applicant, job seeker,
      volunteer, maintainer, contributor, committer, content author, content creator, donor, voter, landlord, tourist, traveller, traveler, passenger, farmer, employer, investor,
      shareholder, claimant, underwriter, receptionist, qa engineer, adversary, attendee, product owner,
      business owner, data steward, compliance officer, business user, power user, trader, shop owner, store owner`,
  },
  {
    kind: 'person',
    confidence: 0.8,
    words: `
      besucher, besucherin, gast, prufer, sachbearbeiter, mitarbeiterin, lehrer, schuler, kaufer, verkaufer, fahrer, autor,
      visiteur, recruteur, enseignant, eleve, etudiant, chauffeur, vendeur, acheteur, medecin, infirmier, auteur, employe,
      visitante, reclutador, profesor, alumno, estudiante, enfermero, revisor, empleada, repartidor, recrutador, aluno,
      estudante, motorista, enfermeiro, atendente, colaborador, visitatore, insegnante, studente, utente, venditore,
      посетитель, рекрутер, преподаватель, учитель, студент, ученик, водитель, продавец, врач, пациент, менеджер,
      руководитель, 访客, 学生, 老师, 教师, 买家, 卖家, 商家, 司机, 患者, 医生, 面试官, 运营人员, 訪問者, 教師, 購入者, 出品者, 運転手,
      医師, 従業員, 社員, 방문자, 학생, 교사, 구매자, 판매자, 환자, 의사, 직원, gebruiker, klant, bezoeker, medewerker, beheerder,
      uzytkownik, pracownik, musteri, ziyaretci, ogrenci, ogretmen, pengguna, pelanggan`,
  },
  {
    kind: 'client',
    confidence: 0.65,
    words: `
      api consumer, service consumer, api caller, caller, requester, requestor, chat widget, web chat, chat ui, iframe, add in,
      point of sale, atm, set top box, barcode scanner, wallet app, crypto wallet, hardware wallet, ide, ide extension,
      editor extension, vs code extension, code editor, coding agent, mcp host, api user, end user app,
      terminaux, endgerat, endgerate, dispositivo, dispositivos, appareil, устройство, 终端, 設備, 端末, 단말, 기기`,
  },
  {
    kind: 'external',
    confidence: 0.65,
    words: `
      credit bureau, bureau, shipping carrier, carrier, 3pl, logistics provider, insurer, insurance company, airline,
      call center, call centre, tax authority, tax office, clearing house, card scheme, stock exchange, market data feed,
      data vendor, data provider, payment network, banking system, social platform, social network, upstream, upstream service,
      upstream provider, upstream server, outbound endpoint, relying party, certificate authority, partner service,
      government api, supplier system, merchant server, merchant system, customer system, customer endpoint,
      auskunftei, behorde, spediteur, versicherer, transporteur, assureur, transportista, aseguradora, buro de credito,
      transportadora, seguradora, перевозчик, госуслуги, 物流公司, 征信, 海关, 政府, 配送業者, 官公庁, 택배사`,
  },
  {
    kind: 'service',
    confidence: 0.7,
    words: `
      storage broker, credential broker, token broker, session broker, service broker, resource broker, connection broker,
      cluster operator, kubernetes operator, k8s operator, database operator, control plane operator, config operator,
      machine config operator, certificate operator, storage operator, backup operator, operator pod, api provider,
      data node, datanode, name node, namenode, frontend node, master node, metadata server, meta server, full node,
      validator node, rpc node, rpc provider, sequencer node, rollup node, storage node, query node, index node,
      transaction coordinator, coordinator node, query coordinator, sequencer, build server, api endpoint, http api, https api`,
  },
  {
    kind: 'service',
    confidence: 0.55,
    words: `
      coordinator, provisioner, reconciler, allocator, relayer, relay, rules engine, rule engine, scoring engine, pricing engine,
      matching engine, recommendation engine, decision engine, risk engine, fraud engine, simulation engine, execution engine,
      classifier, detector, ranker, reranker, summarizer, intent router, message router, task router, model router, llm router,
      query router, event router, agent router, topic router, rag pipeline, koordinator, coordinateur, coordinador,
      coordenador, 协调器, コーディネーター, 코디네이터, координатор`,
  },
  {
    kind: 'worker',
    confidence: 0.6,
    words: `
      transcoding pipeline, training pipeline, ingestion pipeline, data pipeline, etl pipeline, processing pipeline,
      indexing pipeline, batch pipeline, runner, ci runner, self hosted runner, shared runner, build agent, build worker,
      build pod, compactor, projector, projection worker, backfill job, nightly job, migration job, sync job`,
  },
  {
    kind: 'database',
    confidence: 0.6,
    words: `
      audit trail, master data, trace store, snapshot store, profile store, session table, lookup table, documents store,
      shared state store, shared state, system of record, 主数据, マスタデータ`,
  },
  {
    kind: 'stream',
    confidence: 0.75,
    words: `
      pub sub channel, pubsub channel, event channel, message channel, event system, messaging system, event hub, event topic,
      nachrichtenbus, canal de eventos, canal d'evenements, канал событий, 消息通道, イベントチャネル`,
  },
  {
    kind: 'monitoring',
    confidence: 0.85,
    words: `
      observability backend, telemetry backend, tracing backend, metrics backend, logging backend, apm backend,
      monitoring stack, monitoring backend, observability platform, log forwarder, log drain, logging stack, alerts,
      gateway collector, agent collector, node exporter, monitoring agent, logging agent, audit pipeline`,
  },
]

/** Not systems, whatever words they hold: parts of a program, documents, groups of people, states. */
export const notSystems = `
  http client, redis client, api client, client library, client sdk, sdk, library, npm package, package,
  module, class, interface, function call, component, hook, middleware, repository, dto, schema, migration,
  tool function, helper function, config file, readme, response, request, error, exception, customer service, service desk, help desk,
  sales, marketing, team, department, service provider interface, service level, api key, api token,
  api call, api request, api response, cache hit, cache miss, cache key, user input, user story, user id,
  user data, user profile, user request, user action, user query, user message, user prompt, user journey,
  database schema, database migration, database connection, database error, server error, client error,
  service layer, service class, data model, domain model, topic modeling, api contract, api spec, api docs,
  api design, customer data, customer journey, customer feedback, login page, web page, landing page,
  home page, router module, queue full, mobile first, stored procedure, test suite, unit test, tests,
  documentation, log message, log error, auth token, auth header, auth middleware, access token,
  refresh token, model training, training data, data model layer, view model, controller, use case, entity,
  adapter, port, project manager, product manager, user model, user interface design, worker thread,
  thread pool, event loop, kernel, cpu, gpu, memory, process, step, phase, task, plan, decision, report,
  ticket, issue, pull request, commit, branch, git repo, source code, codebase, build, release, deploy,
  deployment, modul, modulo, componente, biblioteca, bibliotheque, bibliothek, anwendungsfall, caso de uso, cas d'utilisation,
  controlador, controleur, repositorio, esquema, klasse, clase, 模块, 模組, 组件, 控制器, 用例, 接口层, 业务层, 数据访问层, 类库,
  モジュール, コンポーネント, ライブラリ, コントローラ, コントローラー, ユースケース, 모듈, 컴포넌트, 라이브러리, 컨트롤러, 유스케이스,
  модуль, библиотека, компонент, класс, контроллер, txt record, dns record, docker network, network policy,
  lib, libs, plugin, framework, instrumentation, dataset, playbook, manifest, gitops repo, workflow file, env file, screen, dialog,
  wizard, popup, binary`
