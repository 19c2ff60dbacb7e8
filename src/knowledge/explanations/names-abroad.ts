// What common concepts are called in Spanish, Portuguese, French, German, Italian, Russian, Chinese, Japanese and
// Korean, by the id of the explanation. Only `explain` looks them up: labels in these languages are recognized elsewhere.

export const namesAbroad: Readonly<Record<string, string>> = {
  'load-balancer':
    'balanceador de carga, balanceo de carga, equilíbrio de carga, balanceamento de carga, équilibreur de charge, répartiteur de charge, équilibrage de charge, répartition de charge, Lastverteilung, Lastverteiler, Lastausgleich, bilanciatore di carico, bilanciamento del carico, балансировщик нагрузки, балансировка нагрузки, балансировщик, 负载均衡, 负载均衡器, 負載平衡, 負載平衡器, 負載均衡, ロードバランサー, ロードバランサ, 負荷分散, 로드 밸런서, 로드 밸런싱, 부하 분산',
  alb: 'balanceador de carga de aplicaciones, balanceador de carga de aplicação, équilibreur de charge applicatif',
  'reverse-proxy':
    'proxy inverso, proxy reverso, proxy inverse, mandataire inverse, обратный прокси, 反向代理, リバースプロキシ, 리버스 프록시',
  'forward-proxy':
    'proxy directo, proxy de salida, прямой прокси, 正向代理, フォワードプロキシ, 포워드 프록시',
  'api-gateway':
    'puerta de enlace API, puerta de enlace de API, pasarela API, pasarela de API, passerelle API, passerelle d’API, API-Schnittstelle, шлюз API, API-шлюз, API 网关, 网关, API 閘道, APIゲートウェイ, API 게이트웨이',
  'message-queue':
    'mensageria, mensajería, messagerie asynchrone, Nachrichtensystem, cola de mensajes, colas de mensajes, cola, fila de mensagens, fila, file de messages, file d’attente, file d’attente de messages, Nachrichtenwarteschlange, Warteschlange, coda di messaggi, очередь сообщений, очередь, 消息队列, 訊息佇列, 消息中间件, 队列, メッセージキュー, キュー, 메시지 큐, 메시지 대기열, corredor de mensajes, agente de mensajes, брокер сообщений, メッセージブローカー, 메시지 브로커',
  'publish-subscribe':
    'publicación y suscripción, publicar/suscribir, publicação e assinatura, publication-abonnement, публикация-подписка, издатель-подписчик, 发布订阅, 發佈訂閱, パブリッシュ/サブスクライブ, 발행 구독',
  cache:
    'mise en cache, almacenamiento en caché, armazenamento em cache, Zwischenspeicherung, caché, memoria caché, mémoire cache, Zwischenspeicher, кэш, кеш, кэширование, кеширование, 缓存, 快取, 高速缓存, キャッシュ, 캐시, 캐싱',
  'cache-stampede':
    'estampida de caché, avalancha de caché, 缓存雪崩, 缓存击穿, 快取雪崩, 快取擊穿, キャッシュスタンピード, 캐시 스탬피드',
  'cache-penetration':
    '缓存穿透, 快取穿透, 布隆过滤器, 布隆過濾器, ブルームフィルタ, 블룸 필터, filtro de Bloom, фильтр Блума',
  'hot-key': '热点数据, 热点问题, 热点key, ホットキー, 핫 키, clave caliente, горячий ключ',
  'sql-protocols':
    'base de datos, base de datos relacional, banco de dados, banco de dados relacional, base de données, base de données relationnelle, Datenbank, relationale Datenbank, database relazionale, база данных, базы данных, реляционная база данных, 数据库, 資料庫, 关系型数据库, データベース, 데이터베이스, 관계형 데이터베이스',
  'database-index':
    'índice de base de datos, índice, Datenbankindex, индекс базы данных, индексы, 数据库索引, 索引, 慢查询, インデックス, 인덱스, consulta lenta, langsame Abfrage, медленный запрос',
  'isolation-levels':
    'nivel de aislamiento, niveles de aislamiento, nível de isolamento, niveau d’isolation, Isolationsebene, Isolationsstufe, livello di isolamento, уровень изоляции, уровни изоляции, 隔离级别, 事务隔离级别, 隔離級別, 脏读, 幻读, 事务, トランザクション分離レベル, 分離レベル, 격리 수준, 트랜잭션, transacción, transação, Transaktion, транзакция',
  locks:
    'bloqueo, interbloqueo, verrou, interblocage, Sperre, Verklemmung, blocco, блокировка, взаимная блокировка, взаимоблокировка, 死锁, 死鎖, 锁, 乐观锁, 悲观锁, デッドロック, ロック, 교착 상태, 데드락',
  'distributed-lock':
    'bloqueo distribuido, verrou distribué, verteilte Sperre, распределённая блокировка, 分布式锁, 分散式鎖, 分散ロック, 분산 락, 분산 잠금',
  timeout:
    'tiempo de espera, tiempo de espera agotado, tiempo límite, tempo limite, tempo de espera, tempo esgotado, délai d’attente, délai dépassé, délai d’expiration, Zeitüberschreitung, Zeitlimit, тайм-аут, время ожидания, 超时, 超時, 逾時, タイムアウト, 타임아웃, 시간 초과',
  'connection-timed-out':
    'se agotó el tiempo de conexión, Verbindungszeitüberschreitung, 连接超时, 接続タイムアウト, 연결 시간 초과, тайм-аут соединения',
  'connection-refused':
    'conexión rechazada, conexão recusada, connexion refusée, Verbindung abgelehnt, Verbindung verweigert, connessione rifiutata, соединение отклонено, отказано в соединении, 连接被拒绝, 連線被拒絕, 接続拒否, 연결 거부',
  'tcp-reset':
    'conexión restablecida, conexión reiniciada, conexão redefinida, connexion réinitialisée, Verbindung zurückgesetzt, соединение сброшено, 连接被重置, 连接重置, 接続リセット',
  retry:
    'patrón de reintentos, padrão de repetição, modèle de nouvelle tentative, reintento, reintentos, reintentar, nova tentativa, tentativas, repetição, nouvelle tentative, réessai, réessayer, Wiederholung, Wiederholungsversuch, nuovo tentativo, повтор, повторные попытки, повторный запрос, повторная попытка, ретрай, 重试, 重試, リトライ, 再試行, 재시도',
  backoff:
    'retroceso exponencial, espera exponencial, recuo exponencial, attente exponentielle, экспоненциальная задержка, экспоненциальный откат, 指数退避, 退避, 指数バックオフ, エクスポネンシャルバックオフ, 지수 백오프',
  idempotency:
    'idempotencia, idempotente, idempotence, Idempotenz, idempotenza, идемпотентность, идемпотентный, 幂等, 幂等性, 冪等, 冪等性, べき等, べき等性, 멱등성, 멱등',
  'circuit-breaker':
    'circuito abierto, circuit ouvert, offener Schaltkreis, disyuntor, cortacircuitos, disjuntor, disjoncteur, coupe-circuit, Schutzschalter, Sicherung, interruttore, предохранитель, размыкатель, автоматический выключатель, 熔断, 熔断器, 断路器, 熔斷, 斷路器, サーキットブレーカー, サーキットブレーカ, 서킷 브레이커, 회로 차단기',
  'rate-limiting':
    'límite de tasa, límite de velocidad, limite de taxa, limite de débit, limitación de velocidad, límite de peticiones, limitador de tasa, limitação de taxa, limite de requisições, limitation de débit, limitation du débit, Ratenbegrenzung, Ratenlimit, limitazione della frequenza, ограничение скорости, ограничение частоты запросов, лимит запросов, 限流, 流量控制, 速率限制, レート制限, レートリミット, 속도 제한, 처리율 제한',
  'load-shedding': '过载保护, 负载削减, 負荷制限, сброс нагрузки, descarte de carga, Lastabwurf, délestage',
  fallback:
    'degradación elegante, degradação graciosa, dégradation gracieuse, mode dégradé, Rückfallebene, деградация, 降级, 服务降级, 降級, フォールバック, 縮退運転, 폴백',
  bulkhead: 'mamparo, cloison, Schott, переборка, 舱壁, 舱壁模式, 隔板, バルクヘッド, 벌크헤드, 격벽',
  'cascading-failure':
    'fallo en cascada, falha em cascata, défaillance en cascade, kaskadierender Ausfall, каскадный сбой, каскадный отказ, 雪崩, 雪崩效应, 服务雪崩, 级联故障, カスケード障害, 연쇄 장애',
  'thundering-herd': 'efecto manada, 惊群, 惊群效应, 驚群效應, эффект стада',
  'horizontal-scaling':
    'escalonamento horizontal, escalonamento, dimensionamento horizontal, escalado horizontal, escalabilidad, escalabilidad horizontal, escalabilidade, mise à l’échelle, mise à l’échelle horizontale, Skalierung, horizontale Skalierung, Skalierbarkeit, scalabilità, масштабирование, горизонтальное масштабирование, масштабируемость, 水平扩展, 扩展性, 横向扩展, 扩容, スケールアウト, 水平スケーリング, 수평 확장, 스케일 아웃',
  autoscaling:
    'autoescalado, escalado automático, escalonamento automático, mise à l’échelle automatique, automatische Skalierung, автомасштабирование, автоскейлинг, 自动扩缩容, 自动伸缩, 弹性伸缩, オートスケーリング, 오토스케일링',
  availability:
    'caída del servicio, interrupción, indisponibilidade, panne, Ausfall, Störung, сбой, отказ, простой, 宕机, 停机时间, 障害, 停止時間, 장애, disponibilidad, alta disponibilidad, disponibilidade, alta disponibilidade, disponibilité, haute disponibilité, Verfügbarkeit, Hochverfügbarkeit, Ausfallsicherheit, disponibilità, alta disponibilità, доступность, высокая доступность, отказоустойчивость, 可用性, 高可用, 高可用性, 가용성, 고가용성',
  redundancy:
    'redundancia, redondance, Redundanz, ridondanza, избыточность, резервирование, 冗余, 冗長, 冗長性, 이중화',
  'single-point-of-failure':
    'punto único de fallo, punto único de falla, ponto único de falha, point de défaillance unique, einzelner Ausfallpunkt, единая точка отказа, 单点故障, 單點故障, 単一障害点, 단일 장애점',
  failover:
    'conmutación por error, basculement, Ausfallübernahme, commutazione, переключение при отказе, отработка отказа, 故障转移, 故障切换, 容錯移轉, フェイルオーバー, フェールオーバー, 장애 조치, 페일오버',
  'rto-rpo':
    'recuperación ante desastres, recuperação de desastres, reprise après sinistre, Notfallwiederherstellung, аварийное восстановление, 灾难恢复, 容灾, 灾备, 災害復旧, 재해 복구',
  replication:
    'replicación, replicação, réplication, Replikation, replica dei dati, репликация, 主从复制, 数据复制, 主从同步, レプリケーション, 복제',
  'read-replica':
    'réplica de lectura, réplica de leitura, réplica en lectura, Lesereplikat, реплика для чтения, 读写分离, 只读副本, リードレプリカ, 읽기 복제본',
  sharding:
    'fragmentación, particionamiento, particionamento, partitionnement, Partitionierung, шардирование, шардинг, партиционирование, 分片, 分库分表, 数据分片, シャーディング, 샤딩',
  'consistent-hashing':
    'hash consistente, hachage cohérent, hachage consistant, konsistentes Hashing, консистентное хеширование, 一致性哈希, 一致性雜湊, コンシステントハッシュ, コンシステントハッシュ法, 일관된 해싱, 안정 해시',
  consistency:
    '결과적 일관성, 결과 일관성, 강한 일관성, 최종적 일관성, consistencia, consistencia eventual, cohérence, cohérence à terme, cohérence éventuelle, Konsistenz, letztendliche Konsistenz, согласованность, согласованность в конечном счёте, 一致性, 最终一致性, 最終一致性, 強一致性, 强一致性, 結果整合性, 일관성, 최종 일관성',
  partition:
    'teorema CAP, théorème CAP, CAP-Theorem, теорема CAP, CAP理论, CAP 定理, 脑裂, 网络分区, スプリットブレイン, CAP 이론',
  quorum:
    'consenso, consensus distribué, Konsens, консенсус, кворум, 共识算法, 选举, 法定人数, 合意形成, コンセンサス, 합의 알고리즘, elección de líder, выбор лидера, リーダー選出',
  saga: 'transacción distribuida, transação distribuída, transaction distribuée, verteilte Transaktion, распределённая транзакция, 分布式事务, 分散トランザクション, 분산 트랜잭션, 两阶段提交, 二相コミット',
  microservices:
    'microservicios, microsserviços, arquitectura de microservicios, Microdienste, микросервисы, микросервисная архитектура, 微服务, 微服務, 微服务架构, マイクロサービス, 마이크로서비스, monolito, монолит, 单体架构, モノリス',
  'service-discovery':
    'descubrimiento de servicios, descoberta de serviços, découverte de services, Diensterkennung, обнаружение сервисов, 服务发现, 服務發現, 注册中心, 服务注册, サービスディスカバリ, サービスディスカバリー, 서비스 디스커버리',
  'service-mesh':
    'malla de servicios, malha de serviços, maillage de services, Dienstnetz, сервисная сетка, 服务网格, サービスメッシュ, 서비스 메시',
  dns: 'servidor de nombres, servidor de nomes, serveur de noms, Nameserver-Eintrag, сервер имён, 域名服务器, ネームサーバー, resolución de nombres, resolução de nomes, résolution de noms, Namensauflösung, разрешение имён, 域名解析, 域名系统, 名前解決, 이름 해석, 도메인 네임 시스템',
  'tcp-handshake':
    'saludo de tres vías, handshake de três vias, poignée de main en trois temps, Drei-Wege-Handschlag, трёхстороннее рукопожатие, тройное рукопожатие, 三次握手, 三向交握, スリーウェイハンドシェイク, 3ウェイハンドシェイク, 3방향 핸드셰이크',
  'time-wait': '四次挥手, 四次揮手',
  'congestion-control':
    'control de congestión, controle de congestionamento, contrôle de congestion, Staukontrolle, управление перегрузкой, контроль перегрузки, 拥塞控制, 擁塞控制, 輻輳制御, 혼잡 제어',
  'keep-alive':
    'conexión persistente, connexion persistante, persistente Verbindung, постоянное соединение, 长连接, 持久连接, 持続的接続, 지속 연결',
  'connection-pool':
    'grupo de conexiones, pool de conexiones, pool de conexões, pool de connexions, Verbindungspool, пул соединений, пул подключений, 连接池, 連線池, 数据库连接池, コネクションプール, 커넥션 풀',
  'pool-exhaustion': 'agotamiento del pool, 线程池耗尽, 连接池耗尽, исчерпание пула',
  rtt: 'latencia de ida y vuelta, Umlaufzeit, Paketumlaufzeit, время приёма-передачи, 往返时延, 往返时间, 往復遅延時間, 왕복 시간',
  'latency-components':
    'latencia de red, latência de rede, latence réseau, Netzwerklatenz, сетевая задержка, 网络延迟, ネットワーク遅延, 네트워크 지연, latencia, latence, Latenz, latenza, задержка, латентность, 延迟, 延遲, 时延, レイテンシ, レイテンシー, 遅延, 지연 시간, 레이턴시',
  bandwidth:
    'ancho de banda, largura de banda, bande passante, Bandbreite, Durchsatz, larghezza di banda, пропускная способность, 带宽, 頻寬, 吞吐量, 帯域幅, スループット, 대역폭, 처리량',
  'health-check':
    'comprobación de estado, verificación de salud, verificação de integridade, contrôle de santé, vérification d’état, Zustandsprüfung, Integritätsprüfung, проверка работоспособности, 健康检查, 健康檢查, ヘルスチェック, 상태 확인, 헬스 체크',
  'session-affinity':
    'afinidad de sesión, afinidade de sessão, affinité de session, Sitzungsaffinität, привязка сессии, 会话保持, 粘性会话, セッションアフィニティ, スティッキーセッション, 세션 고정',
  'graceful-shutdown':
    'apagado ordenado, cierre ordenado, desligamento gracioso, arrêt progressif, geordnetes Herunterfahren, плавная остановка, корректное завершение, 优雅关闭, 优雅停机, 优雅下线, グレースフルシャットダウン, 정상 종료',
  canary:
    'despliegue canario, implantação canário, déploiement canari, канареечный релиз, 金丝雀发布, 灰度发布, カナリアリリース, 카나리 배포',
  'blue-green':
    'despliegue azul-verde, implantação azul-verde, déploiement bleu-vert, сине-зелёное развёртывание, 蓝绿部署, 蓝绿发布, ブルーグリーンデプロイ, ブルーグリーンデプロイメント, 블루 그린 배포',
  'rolling-deployment':
    'actualización continua, 滚动更新, 滚动发布, ローリングアップデート, 롤링 업데이트, 롤링 배포',
  observability:
    'observabilidad, observabilidade, monitorización, monitoreo, observabilité, surveillance, Beobachtbarkeit, Überwachung, monitoraggio, мониторинг, наблюдаемость, 可观测性, 监控, 監視, オブザーバビリティ, 모니터링, 관측성',
  'request-id':
    'trazabilidad distribuida, трассировка, распределённая трассировка, 链路追踪, 分布式追踪, 分散トレーシング, 분산 추적',
  'tail-latency': '长尾延迟, 尾延迟, テールレイテンシ, хвостовая задержка, 꼬리 지연',
  percentile:
    'percentil, centile, Perzentil, перцентиль, процентиль, 百分位, 百分位数, パーセンタイル, 백분위수',
  'request-rate':
    'pico de tráfico, picos de carga, pico de carga, pic de charge, Lastspitze, Lastspitzen, пиковая нагрузка, 流量高峰, 流量洪峰, ピーク負荷, 트래픽 급증, peticiones por segundo, requisições por segundo, requêtes par seconde, Anfragen pro Sekunde, запросов в секунду, 每秒请求数, 并发量, 高并发, 秒間リクエスト数, 초당 요청 수',
  'load-test':
    'prueba de carga, teste de carga, test de charge, Lasttest, test di carico, нагрузочное тестирование, 压力测试, 压测, 负载测试, 負荷試験, 負荷テスト, 부하 테스트',
  cdn: 'red de distribución de contenidos, rede de entrega de conteúdo, réseau de diffusion de contenu, сеть доставки контента, 内容分发网络, コンテンツ配信ネットワーク, 콘텐츠 전송 네트워크',
  certificate:
    'certificado, certificado digital, certificat, Zertifikat, certificato, сертификат, 证书, 數位憑證, 証明書, 인증서',
  tls: 'cifrado en tránsito, Transportverschlüsselung, шифрование, 加密, 传输加密, 暗号化, 암호화, cifrado, criptografia, chiffrement, Verschlüsselung, crittografia',
  'access-control':
    'autorización, autorização, control de acceso, contrôle d’accès, Zugriffskontrolle, Berechtigung, авторизация, управление доступом, контроль доступа, 授权, 权限控制, 访问控制, 認可, アクセス制御, 인가, 접근 제어',
  authorization:
    'autenticación, autenticação, authentification, Authentifizierung, autenticazione, аутентификация, 认证, 身份验证, 鉴权, 認証, 인증',
  'security-group':
    'cortafuegos, grupo de seguridad, grupo de segurança, pare-feu, Sicherheitsgruppe, межсетевой экран, брандмауэр, файрвол, 防火墙, 安全组, ファイアウォール, セキュリティグループ, 방화벽, 보안 그룹',
  ddos: 'denegación de servicio, ataque de negación de servicio, ataque de negação de serviço, déni de service, Dienstverweigerung, отказ в обслуживании, 拒绝服务攻击, 分布式拒绝服务, サービス拒否攻撃, 서비스 거부 공격',
  injection:
    'inyección SQL, injeção de SQL, injection SQL, SQL-Injektion, внедрение SQL, SQL-инъекция, SQL注入, SQLインジェクション, SQL 인젝션',
  serverless:
    'sin servidor, sem servidor, sans serveur, serverlos, бессерверные вычисления, 无服务器, 函数计算, サーバーレス, 서버리스',
  'balancer-slow-start':
    'arranque en frío, inicio en frío, partida a frio, démarrage à froid, Kaltstart, холодный старт, 冷启动, 预热, コールドスタート, 콜드 스타트',
  'kubernetes-workloads': 'contenedor, contêiner, conteneur, контейнер, 容器, コンテナ, 컨테이너, 容器编排',
  region: 'región, região, регион, 地域, リージョン, 리전, multirregión, 多活, 异地多活',
  zone: 'zona de disponibilidad, zona de disponibilidade, zone de disponibilité, Verfügbarkeitszone, зона доступности, 可用区, アベイラビリティゾーン, 가용 영역, centro de datos, Rechenzentrum, центр обработки данных, дата-центр, 数据中心, データセンター',
  'object-storage':
    'almacenamiento de objetos, armazenamento de objetos, stockage objet, Objektspeicher, объектное хранилище, 对象存储, オブジェクトストレージ, 오브젝트 스토리지',
  'event-streaming':
    'flujo de eventos, arquitectura orientada a eventos, arquitetura orientada a eventos, flux d’événements, Ereignisstrom, ereignisgesteuert, поток событий, событийно-ориентированная архитектура, 事件驱动, 事件流, 事件溯源, イベント駆動, イベントストリーミング, イベントソーシング, 이벤트 기반, 이벤트 소싱',
  'dead-letter-queue':
    'cola de mensajes fallidos, cola de mensajes no entregados, fila de mensagens mortas, file de lettres mortes, очередь недоставленных сообщений, 死信队列, デッドレターキュー, 데드 레터 큐',
  'at-least-once':
    'exactamente una vez, al menos una vez, 至少一次, 精确一次, 消息重复, 消息丢失, 少なくとも1回, 적어도 한 번, ровно один раз, хотя бы один раз, genau einmal, mindestens einmal',
  backpressure:
    'contrapresión, contrapressão, contre-pression, Gegendruck, обратное давление, 背压, 反压, バックプレッシャー, 백프레셔',
  'async-acknowledgment':
    'asíncrono, asincrónico, assíncrono, asynchrone, asynchron, асинхронный, асинхронная обработка, 异步, 异步处理, 非同期, 非同期処理, 비동기, 비동기 처리',
  pagination:
    'paginación, paginação, Seitennummerierung, paginazione, пагинация, постраничный вывод, 分页, 分頁, ページネーション, 페이지네이션',
  'chat-design':
    'aplicación de chat, mensajería instantánea, мессенджер, 即时通讯, 聊天系统, チャットアプリ, 채팅',
  'unique-ids':
    '分布式ID, 雪花算法, 唯一ID, 全局唯一ID, 自增主键, identificador único, eindeutige ID, уникальный идентификатор, 一意ID, 스노우플레이크',
  heartbeat:
    'latido, señal de vida, batimento, battement de cœur, Herzschlag, Lebenszeichen, heartbeat-сигнал, 心跳, 心跳检测, 心跳機制, ハートビート, 하트비트',
  'long-polling':
    'sondeo largo, sondagem longa, interrogation longue, длинный опрос, лонг-поллинг, 长轮询, 長輪詢, ロングポーリング, 롱 폴링',
  'short-polling': 'sondeo, sondagem, interrogation périodique, опрос, 轮询, 輪詢, ポーリング, 폴링',
  'failure-modes':
    'tolerancia a fallos, tolerancia a fallas, tolerância a falhas, tolérance aux pannes, Fehlertoleranz, tolleranza ai guasti, устойчивость к сбоям, 容错, 容錯, 耐障害性, 내결함성, 장애 허용',
  'api-versioning':
    'compatibilidad hacia atrás, retrocompatibilidade, compatibilité ascendante, Rückwärtskompatibilität, Abwärtskompatibilität, обратная совместимость, 向后兼容, 向下相容, 後方互換性, 하위 호환성',
  'connect-timeout':
    'tiempo de espera de conexión, tempo limite de conexão, délai de connexion, Verbindungs-Timeout, таймаут подключения, 连接超时时间, 接続タイムアウト値',
  'consumer-group':
    '消息积压, 消费者组, 消费组, 重平衡, コンシューマーグループ, 컨슈머 그룹, группа потребителей, grupo de consumidores, Verbrauchergruppe, groupe de consommateurs',
  'cache-ttl':
    'invalidación de caché, invalidação de cache, invalidation du cache, Cache-Invalidierung, инвалидация кэша, 缓存失效, 缓存过期, キャッシュ無効化, 캐시 무효화, 캐시 만료',
  websocket: 'ウェブソケット, 웹소켓, 网络套接字, веб-сокет, веб-сокеты',
  ip: 'dirección IP, endereço IP, adresse IP, IP-Adresse, IP-адрес, IP 地址, IPアドレス, IP 주소',
  'port-and-socket': 'puerto, porta de rede, Netzwerkport, порт, 端口, 連接埠, ポート番号, 포트',
  nat: 'traducción de direcciones, Netzwerkadressübersetzung, 网络地址转换, ネットワークアドレス変換',
  vpn: 'red privada virtual, rede privada virtual, réseau privé virtuel, виртуальная частная сеть, 虚拟专用网, 仮想プライベートネットワーク, 가상 사설망',
  subnet: 'subred, sub-rede, sous-réseau, Subnetz, подсеть, 子网, 子網路, サブネット, 서브넷',
  routing: 'enrutamiento, roteamento, routage, Wegewahl, маршрутизация, 路由, 路由选择, ルーティング, 라우팅',
  'packet-loss':
    'pérdida de paquetes, perda de pacotes, perte de paquets, Paketverlust, потеря пакетов, 丢包, 封包遺失, パケットロス, パケット損失, 패킷 손실',
  'client-server':
    'cliente y servidor, cliente-servidor, client-serveur, клиент-сервер, 客户端服务器, クライアントサーバー, 클라이언트 서버',
  'session-vs-jwt':
    'gestión de sesiones, sesión, sessão, Sitzung, сессия, 会话, 令牌, セッション, トークン, 세션, 토큰',
  cookies: 'galleta, куки, クッキー, 쿠키',
  oauth: 'inicio de sesión único, единый вход, 单点登录, シングルサインオン, 싱글 사인온',
  webhook: 'ウェブフック, 웹훅, вебхук, вебхуки',
  'file-upload':
    'subida de archivos, carga de archivos, upload de arquivos, téléversement, Datei-Upload, загрузка файлов, 文件上传, 断点续传, ファイルアップロード, 파일 업로드',
  'deployment-strategies':
    'despliegue, implantação, déploiement, Bereitstellung, деплой, развёртывание, 部署, 发布, 回滚, デプロイ, 배포, 롤백',
  'payment-design':
    'pago, pagamento, paiement, Bezahlung, Zahlung, оплата, платёж, 支付, 支付系统, 決済, 결제',
  'notification-design':
    'notificaciones, notificações, Benachrichtigungen, уведомления, 通知, 推送, 通知システム, 알림',
  'video-call':
    'videollamada, videochamada, appel vidéo, Videoanruf, видеозвонок, 视频通话, ビデオ通話, 화상 통화',
  'database-timeouts': 'consulta agotada, 查询超时, クエリタイムアウト',
  'out-of-memory':
    'memoria insuficiente, falta de memória, mémoire insuffisante, Speichermangel, нехватка памяти, 内存溢出, 内存不足, 内存泄漏, メモリ不足, 메모리 부족, fuga de memoria, утечка памяти',
}
