// Troubles of names, connections, certificates and proxies.

import type { Symptom } from './symptom'

export const connectionSymptoms: readonly Symptom[] = [
  {
    words:
      'dns|name|record|address stale|old|cached|wrong failover|fail-over|switch|migration|change|move|update',
    title: 'Old addresses after a change',
    text: 'Somebody caches longer than the TTL: a JVM (30 s, or forever), a connection pool (as long as its connections live), a resolver with a minimum TTL. Compare `dig` on the host with the authoritative answer, limit the lifetime of connections, restart what keeps the old one.',
    entry: 'dns-failover',
  },
  {
    words:
      'dns|resolution|lookup|name intermittent|sometimes|random|sporadic|flaky|occasionally fail|failure|error|timeout|slow',
    title: 'DNS fails now and then',
    text: 'Lost UDP packets, a resolver at its limit (1,024 packets a second for each interface in AWS), or in Kubernetes races in conntrack and search domains that are tried before each outside name. Count queries, use NodeLocal DNSCache, end names with a dot.',
    entry: 'dns',
  },
  {
    words: 'dns|resolution|lookup slow|take|delay|second',
    title: 'Slow name resolution',
    text: 'Delays of exactly 5 s are a lost packet and the resolver’s timeout; some 100 ms each time means nothing is cached or search domains are tried first. `dig name` twice: the second must be about 0 ms.',
    entry: 'dns',
  },
  {
    words: 'record|domain|dns|cname not|yet|slow propagate|visible|resolve|updated|update',
    title: 'A DNS change isn’t visible yet',
    text: 'Nothing propagates: caches keep the old answer for its TTL, and “doesn’t exist” for the SOA’s minimum. Ask the authoritative server itself (`dig @ns1… name`); if that is right, wait.',
    entry: 'dns-ttl',
  },
  {
    words: 'ping work|ok|fine|succeed curl|http|tcp|connect|port|telnet|browser',
    title: 'Ping works, the connection doesn’t',
    text: 'The route is fine (layer 3); the port is filtered, nothing listens, or TLS and HTTP fail. `nc -vz host port`: refused at once = nothing listens, a timeout = a firewall drops.',
    entry: 'symptom-to-layer',
  },
  {
    words: 'ping|icmp block|fail|timeout|disabled|drop',
    title: 'Ping is blocked',
    text: 'Many firewalls drop ICMP echo, so a missing answer says little: test the port itself. Blocking all of ICMP also breaks path MTU discovery: large packets vanish.',
    entry: 'icmp',
  },
  {
    words: 'port|address already|still use',
    title: 'The port is in use',
    text: 'Another process listens there (`ss -ltnp`, `lsof -i :8080`), perhaps an old copy of the same; right after a stop sockets in TIME_WAIT hold it unless SO_REUSEADDR is set.',
    entry: 'port-and-socket',
  },
  {
    words:
      'connection|socket|client drop|die|close|disconnect|reset|lost idle|minute|60|350|second|inactive|inactivity',
    title: 'Connections die when idle',
    text: 'Something on the way forgets silent connections: NLB and NAT gateway after 350 s, ALB 60 s, Azure 4 min. Send a heartbeat or keep-alive at less than half of that, and let pools retire idle connections sooner.',
    entry: 'idle-timeout',
  },
  {
    words: 'nlb|nat|firewall drop|close|lose idle|connection|silent',
    title: 'A layer-4 device drops idle connections',
    text: 'After 350 s of silence (NLB, AWS NAT gateway) the entry is gone, and the next packet is answered with RST or nothing. TCP keep-alive below 350 s on client or server.',
    entry: 'idle-timeout',
  },
  {
    words: 'connection refuse|refused only|sometimes|intermittent|random',
    title: 'Refused now and then',
    text: 'One of several addresses or pods doesn’t listen: it is starting, stopping, or was never healthy. Readiness probe, graceful shutdown, and look which address was tried.',
    entry: 'connection-refused',
  },
  {
    words:
      'tls|ssl|https|certificate work browser|chrome not|fail|error java|curl|python|node|mobile|app|postman',
    title: 'TLS works in the browser only',
    text: 'The intermediate certificate is missing: browsers fetch or know it, programs don’t. Serve the full chain (`openssl s_client -connect host:443 -servername host`), or the client’s trust store lacks the root: Java’s cacerts, a container without ca-certificates.',
    entry: 'certificate',
  },
  {
    words: 'curl|postman work not|fail|error browser',
    title: 'Works in curl, not in the browser',
    text: 'Browsers check what curl doesn’t: CORS (look for the OPTIONS request), mixed content, certificates, SameSite cookies, a service worker’s old answer. The console says which.',
    entry: 'cors',
  },
  {
    words: 'browser|chrome work not|fail|timeout curl|postman|script',
    title: 'Works in the browser, not in a program',
    text: 'The browser has cookies, a proxy, another resolver (DoH), missing intermediates fetched, HTTP/2, and a User-Agent that bot filters like. Copy the request as curl from the network tab and take things away.',
    entry: 'works-locally',
  },
  {
    words: 'certificate|cert renew|renewed|rotated|updated still old|expired',
    title: 'Renewed, and still expired',
    text: 'The file is new, the process holds the old one: reload it. Or another endpoint – a CDN, a second balancer, an ingress’ own secret – serves its own copy. Ask each as clients do with openssl s_client.',
    entry: 'key-rotation',
  },
  {
    words: 'redirect loop|many|endless|infinite',
    title: 'Redirects in a loop',
    text: 'The proxy ends TLS and speaks HTTP to the application, which redirects to https again: pass X-Forwarded-Proto and have the application trust it. Cloudflare’s “flexible” mode does the same.',
    entry: 'redirects',
  },
  {
    words:
      'websocket|socket 403|401|400|404|426|refused|rejected|fail|error handshake|upgrade|connect|connection',
    title: 'The WebSocket handshake is refused',
    text: '403: the origin check or a firewall; 401: cookie or token isn’t sent; 400 or 426: the proxy drops Upgrade and Connection headers; 404 or 200: the path leads to another backend.',
    entry: 'websocket',
  },
  {
    words: 'websocket|socket disconnect|drop|close|die every|after|60|minute|second|idle',
    title: 'WebSockets close after a minute',
    text: 'An idle timeout: nginx’s proxy_read_timeout and ALB 60 s, Cloudflare 100–120 s. Ping every 20–30 s, and raise the proxy’s timeout.',
    entry: 'socket-dies-after-60s',
  },
  {
    words: 'websocket|socket work not|fail|only behind|proxy|nginx|balancer|production|alb',
    title: 'WebSockets fail behind the proxy',
    text: 'The proxy must pass Upgrade and Connection on with HTTP/1.1 and keep the connection open: in nginx `proxy_http_version 1.1` and both headers; HTTP/2-only or CDN routes may not allow it.',
    entry: 'websocket',
  },
  {
    words: 'sse|event|eventsource|stream stop|close|end|cut|disconnect|die',
    title: 'Event streams end early',
    text: 'A read timeout of the proxy (nginx 60 s, ALB idle 60 s) or of the function behind it. Send a comment line (`: ping`) every 15 s; a timeout for the whole response, such as Envoy’s route timeout of 15 s, must be off for streams.',
    entry: 'sse',
  },
  {
    words: 'sse|event|stream|token buffer|arrive|batch|once|together|late|chunk',
    title: 'Events arrive all at once',
    text: 'Something buffers: nginx (`proxy_buffering off` or X-Accel-Buffering: no), compression, a CDN, an API gateway that waits for the end. Test with curl -N from each hop outward.',
    entry: 'proxy-buffering',
  },
  {
    words: 'webrtc|call|video work|ok wifi|home not|fail corporate|office|network|mobile|vpn',
    title: 'Calls fail on company networks',
    text: 'UDP is blocked or the NAT is symmetric: only TURN over TCP or TLS on port 443 gets through. Check that relay candidates appear, and test with iceTransportPolicy: relay.',
    entry: 'turn',
  },
  {
    words: 'call|audio|video|sound one-way',
    title: 'Only one side is heard',
    text: 'Media passes in one direction: one side’s candidates or ports are unreachable (NAT, firewall), or SDP’s direction is wrong after a hold. TURN, and look at packetsReceived on both ends.',
    entry: 'ice',
  },
  {
    words: 'lambda|function vpc|subnet no|not|cannot|can internet|external|outside',
    title: 'A function in the VPC has no internet',
    text: 'Its network card has no public address: it needs a private subnet with a route to a NAT gateway, or endpoints for the services that it calls. A public subnet doesn’t help.',
    entry: 'vpc-gateways',
  },
  {
    words: 'lambda|function timeout|time|hang connect|connecting|reach rds|database|postgres|redis|mysql',
    title: 'A function can’t reach the database',
    text: 'No route (not in the VPC), a security group that doesn’t admit the function’s, or all connections taken by other instances. It hangs rather than fails because packets are dropped: set a connect timeout of 1–2 s.',
    entry: 'serverless',
  },
  {
    words: 'pod|container not|cannot|can|unable|fail reach|connect|access service|database|another|host',
    title: 'A pod can’t reach a service',
    text: 'Name first (`nslookup svc.namespace`), then endpoints (`kubectl get endpointslices`: none means no ready pod or a wrong selector), then port (targetPort), then NetworkPolicy. Localhost is the pod itself.',
    entry: 'kubernetes-service',
  },
  {
    words: 'service no|empty|without endpoint',
    title: 'A Service without endpoints',
    text: 'Its selector fits no pod, or none is ready. Compare labels, look at the readiness probe; the balancer in front answers 503.',
    entry: 'kubernetes-service',
  },
  {
    words: 'ingress 404|503|502|default backend|wrong',
    title: 'The ingress answers itself',
    text: '404 from the default backend: no rule has this host and path (or another IngressClass). 503: a Service without ready pods. 502: the pod refused or cut the connection – wrong port, or plain HTTP towards HTTPS.',
    entry: 'kubernetes-ingress',
  },
  {
    words: 'target|health health|check|unhealthy fail|failing|unhealthy',
    title: 'The target’s health check fails',
    text: 'From the balancer’s view: security group, port, path, expected status (a redirect to login isn’t 200), Host header, or the process is too slow under load. Repeat the check by hand from the same subnet.',
    entry: 'health-check',
  },
  {
    words:
      '504|gateway-timeout|timeout alb|gateway|nginx|proxy|balancer fast|fine|quick|ok app|backend|service',
    title: '504, though the application is quick',
    text: 'The time is spent before the application: its accept queue or workers are full, the connection to it is dropped by a security group, or a kept connection was forgotten on the way. Compare the balancer’s target time with the application’s own log.',
    entry: 'status-504',
  },
  {
    words: '502|bad-gateway eof|reset|empty|premature|closed',
    title: '502 with a cut connection',
    text: 'The backend closed while the proxy waited or sent: keep-alive shorter than the proxy’s idle timeout, a crash or OOM kill, a worker’s timeout. Look for restarts at the same second.',
    entry: 'sporadic-502',
  },
  {
    words: '502|503|504|error deploy|rollout|release|restart|deployment',
    title: 'Errors during deploys',
    text: 'Traffic reaches pods that stop or don’t listen yet: preStop sleep of 5–15 s, finish running requests on SIGTERM, a readiness probe that is true late enough, connection draining at the balancer.',
    entry: 'graceful-shutdown',
  },
  {
    words: 'hang|stall|freeze|timeout large|big|upload|payload|file|response vpn|tunnel|office',
    title: 'Large transfers hang over the VPN',
    text: 'The tunnel’s packets are smaller than 1,500 bytes, and the ICMP message that says so is dropped. MSS clamping on the gateway, or an MTU of 1,400 on the client.',
    entry: 'stalls-over-vpn',
  },
  {
    words: 'upload|post fail|error|reject|413 1mb|large|big|size|over',
    title: 'Large uploads are refused',
    text: '413: a body limit on the way – nginx 1 MB by default, API Gateway 10 MB, Lambda 6 MB, Cloudflare 100 MB. Raise it, or let the browser upload to object storage with a presigned URL.',
    entry: 'status-413',
  },
  {
    words: 'cors error|blocked|fail|policy',
    title: 'Blocked by CORS',
    text: 'The answer lacks Access-Control-Allow-Origin for this origin – on errors too, so a 500 or 502 without it looks like CORS. See whether OPTIONS is answered 2xx with the methods and headers asked for.',
    entry: 'cors',
  },
  {
    words: 'cookie not|never|missing|lost send|sent|set|saved|stored',
    title: 'A cookie isn’t sent or kept',
    text: 'Cross-site: SameSite=None and Secure, credentials in fetch, Allow-Credentials and a named origin. Otherwise Domain, Path, Secure over plain HTTP, or a browser that blocks third-party cookies.',
    entry: 'cookies',
  },
  {
    words: 'login|logged|logout|session lost|randomly|random|loop|expire|out|disappear',
    title: 'Users are logged out at random',
    text: 'Sessions live in one replica’s memory and the next request meets another; or the store evicts or lost them; or replicas sign with different secrets. Put sessions into a shared store with enough memory.',
    entry: 'session-vs-jwt',
  },
  {
    words: 'token|jwt expire|expired|invalid|rejected immediately|instantly|clock|skew|early|future',
    title: 'Tokens are expired at once',
    text: 'Clocks differ between issuer and verifier, or seconds and milliseconds were mixed up in `exp`. Run NTP, allow a minute’s tolerance for exp, nbf and iat.',
    entry: 'session-vs-jwt',
  },
  {
    words: 'clock skew|drift|wrong|differ|off',
    title: 'Clocks differ',
    text: 'Breaks tokens (exp, nbf), signatures of requests (5 min at AWS), TLS validity, leases and last-write-wins. Run chrony, alarm on an offset above 100 ms.',
    entry: 'ntp',
  },
]
