// What single words are about, whatever stands beside them: parts of programs, data, deeds, concerns of a business.

import { lazily } from '../lazily'

/** Words of one field; a word may belong to several. */
export interface WordField {
  readonly name: string
  /** In small letters and singular, separated by blanks. */
  readonly words: string
}

const wordFields: readonly WordField[] = [
  {
    name: 'code',
    words: `
      module library package class component layer handler controller adapter port repository repo dao mapper factory
      builder helper util utility hook middleware interceptor filter decorator wrapper plugin addon extension sdk interface
      facade singleton struct enum trait method procedure callback closure routine goroutine thread coroutine loop parser
      lexer tokenizer renderer serializer deserializer formatter validator sanitizer resolver router reducer selector saga
      slice context view viewmodel presenter template layout stylesheet theme script codebase entity aggregate dto model
      schema migration fixture binding middleware guard pipe decoder encoder codec logic usecase case implementation impl
      driver orm framework runtime compiler interpreter linter bundler namespace crate gem function func lambda macro
      constant variable annotation converter translator mediator visitor observer iterator strategy policy specification
      subsystem submodule feature config configuration provider registry container bean manager engine kernel
      core base abstract type route endpoint action command query bus state machine pool connection cursor buffer
      模块 模組 组件 层 控制器 モジュール コンポーネント 모듈 컴포넌트 модуль компонент слой класс modulo modul componente capa camada
      couche bibliotheque biblioteca`,
  },
  {
    name: 'screens',
    words: `
      page screen form modal dialog button panel tab widget menu popup sidebar navbar toolbar canvas card drawer wizard
      ui gui ux frontend front portal dashboard console site website webapp web app spa pwa client desktop mobile ios
      android storefront shop editor ide viewer player browser terminal cli shell tui kiosk pos landing explorer studio
      workbench playground backoffice cockpit 页面 前端 画面 フロントエンド 화면 프론트엔드 интерфейс фронтенд кабинет приложение
      tela pantalla interfaz interface oberflaeche`,
  },
  {
    name: 'devices',
    words: `
      device phone smartphone tablet laptop pc computer workstation machine tv watch wearable car vehicle robot drone
      camera scanner printer reader sensor actuator meter thermostat beacon tracker headset speaker microphone display
      controller plc board chip gpu cpu disk drive usb keyboard wallet terminal atm kiosk gateway modem host handset
      appliance equipment hardware 设备 终端 デバイス 端末 기기 장치 устройство датчик dispositivo sensore geraet`,
  },
  {
    name: 'people',
    words: `
      user customer client admin administrator operator developer engineer analyst owner manager team staff agent member
      buyer seller driver rider passenger student teacher patient doctor nurse employee hr guest visitor author reader
      reviewer approver editor moderator auditor researcher scientist investor trader merchant tenant landlord citizen
      officer support person people human actor party stakeholder maintainer contributor attacker expert consultant
      technician worker player host recruiter candidate applicant coach athlete farmer courier alice bob you me`,
  },
  {
    name: 'organizations',
    words: `
      bank provider vendor partner carrier supplier exchange authority government ministry insurer issuer acquirer
      registrar marketplace market institution agency company issuer erp crm hospital school university store retailer
      broker courier clearing network bureau psp fsp emr ehr lms hris pms third party external saas isp operator telco
      visa mastercard swift sepa bacs ach isp hotel airline gds ota government tax revenue customs police court registry`,
  },
  {
    name: 'business',
    words: `
      order payment inventory catalog catalogue cart basket checkout product user account billing invoice invoicing
      shipping shipment delivery fulfillment logistics notification review rating recommendation search pricing price
      promotion coupon discount booking reservation profile identity content media feed timeline chat messaging message
      analytics reporting report fraud risk loyalty wallet ledger subscription tenant customer merchant vendor
      warehouse stock supplier procurement tax refund dispute settlement payout transfer trading portfolio matching
      ride trip driver fleet dispatch location geo map video image photo document file upload comment like follow
      friend group community moderation campaign marketing lead sales opportunity ticket support appointment schedule
      calendar course lesson enrollment quiz exam grade attendance patient claim policy underwriting quote loan credit
      lending deposit kyc aml compliance audit consent preference setting setting session presence connection auction
      bid ad advertisement impression click event game match leaderboard score tournament team player device telemetry
      订单 支付 库存 商品 用户 购物车 注文 決済 在庫 会員 주문 결제 재고 상품 회원 заказ платеж каталог корзина склад pedido pago pagamento
      inventario cliente produto producto commande paiement bestellung zahlung lager kunde`,
  },
  {
    name: 'data',
    words: `
      request response message event record row file document report token key secret config configuration setting
      parameter variable metric log trace alert result output input payload data dataset image video audio pdf csv json
      yaml xml html markdown md artifact manifest snapshot backup index vector embedding chunk prompt query answer
      feedback transaction invoice receipt contract rule list table column schema state cookie header body credential
      certificate cert address url link id uuid hash signature block packet frame batch item object blob text content
      metadata info information history catalog map dump export import summary note spec diagram asset resource link
      label tag value field entry statement error exception warning status code page model weight checkpoint
      数据 日志 文件 消息 结果 データ ファイル ログ 결과 데이터 파일 данные файл журнал сообщение dados datos fichier archivo arquivo datei daten`,
  },
  {
    name: 'work',
    words: `
      worker job task pipeline processor consumer listener subscriber poller crawler scraper spider indexer importer
      exporter loader extractor transformer ingester ingestor ingestion batch etl elt cron sync syncer synchronizer
      replicator relay forwarder dispatcher sender mailer notifier emitter publisher producer fetcher collector aggregator
      enricher classifier trainer transcoder resizer generator compactor cleaner sweeper reaper archiver migrator
      reconciler watcher runner executor daemon bot sidecar operator processing indexing crawling scraping streaming
      training inference scorer detector analyzer summarizer annotator downloader uploader backfill cdc fanout
      dispatch shipper tailer sink planner simulator builder deployer provisioner autoscaler scaler`,
  },
  {
    name: 'servers',
    words: `
      service svc api server backend bff platform engine system host app application microservice portal hub orchestrator
      coordinator manager node instance pod cluster core daemon broker master leader follower replica peer validator
      sequencer relayer rpc rest graphql grpc mcp websocket socket webhook signaling gateway proxy edge lb dns cdn
      resolver nameserver directory backend monolith tier fleet container vm function faas
      服务 服务端 后端 サーバー サービス バックエンド 서버 서비스 백엔드 сервер сервис бэкенд servidor servicio servico serveur dienst`,
  },
  {
    name: 'keeping',
    words: `
      store storage archive vault lake lakehouse warehouse ledger cache db database index registry catalog history log
      journal memory disk volume bucket drive filesystem share repository datastore keyspace table collection shard
      partition replica primary secondary standby master slave sql nosql postgres mysql mongo redis s3 blob rds dynamo
      base банк база хранилище кэш 数据库 存储 缓存 データベース ストレージ キャッシュ 데이터베이스 저장소 캐시 banco almacen armazenamento
      datenbank speicher stockage`,
  },
  {
    name: 'messaging',
    words: `
      queue topic stream bus broker channel exchange mq pubsub event subscription inbox outbox dlq mailbox pipe eventbus
      kafka rabbitmq sqs sns nats 队列 消息 キュー トピック 큐 토픽 очередь топик fila cola file warteschlange`,
  },
  {
    name: 'networks',
    words: `
      vpc vnet subnet vlan switch router lan wan nic bridge internet tunnel vpn firewall zone region az ip port wifi
      network dmz nat eip route security cidr peering interface link fabric overlay ingress egress acl
      网络 ネットワーク 네트워크 сеть rede red reseau netz netzwerk`,
  },
  {
    name: 'deeds',
    words: `
      validation verification generation creation calculation evaluation selection approval review parsing extraction
      deployment deploy build test testing release check lookup update insert delete registration login logout signup
      signin onboarding authentication authorization encryption decryption compression conversion transformation
      normalization aggregation filtering ranking scoring routing sharding replication synchronization integration
      migration monitoring logging tracing alerting caching retry fallback rollback backup restore discovery retrieval
      generation augmentation planning execution reasoning reflection analysis processing preprocessing handling
      management scheduling orchestration automation provisioning configuration initialization setup installation
      delivery distribution submission publication approval moderation detection prediction classification clustering
      embedding chunking tokenization rendering compilation packaging bundling publishing versioning`,
  },
  {
    name: 'concepts',
    words: `
      policy strategy principle pattern concern phase stage context goal objective requirement constraint decision
      concept domain boundary capability feature practice rule guideline standard protocol format convention mode
      level tier scope role permission right access control quality security safety performance reliability availability
      consistency scalability process workflow flow step procedure lifecycle plan roadmap milestone iteration epoch
      version environment team project program initiative mechanism algorithm formula theory method approach technique`,
  },
  {
    name: 'watching',
    words: `
      monitoring observability metric log logging trace tracing alert alerting telemetry dashboard apm siem audit
      grafana prometheus loki jaeger collector exporter watchdog probe uptime health statsd otel`,
  },
  {
    name: 'access',
    words: `
      auth authentication authorization authorisation identity iam idp oidc oauth oauth2 sso saml ldap login credential
      permission rbac token session jwt keycloak cognito directory issuer sts acl policy user
      认证 鉴权 授权 認証 認可 인증 인가 аутентификация авторизация autenticacao autenticacion authentification`,
  },
  {
    name: 'intelligence',
    words: `
      ai llm gpt model inference agent rag embedding assistant copilot chatbot bot ml prompt vision nlp ocr stt tts
      whisper claude gemini openai anthropic mistral llama ollama neural classifier reranker retriever guardrail planner
      reasoner critic orchestrator supervisor memory tool`,
  },
]

const fields = lazily(() => {
  const found = new Map<string, string[]>()
  for (const { name, words } of wordFields)
    for (const word of new Set(words.trim().split(/\s+/))) {
      const known = found.get(word)
      if (known) known.push(name)
      else found.set(word, [name])
    }
  return found
})

/** The fields that a word in small letters belongs to: `['data', 'watching']` for `log`. */
export const fieldsOf = (word: string): readonly string[] => fields().get(word) ?? []
