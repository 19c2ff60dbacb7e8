// Terms of DNS and service discovery.

import type { Glossary } from './glossary'

export const namingTerms: Glossary = {
  dns: {
    'stub resolver':
      'The part of the operating system or C library that asks the configured resolver and knows nothing else. glibc waits 5 s for an answer and tries twice, which is where delays of exactly 5 s come from.',
    'DNS resolution takes 5 seconds, 5 second DNS delay, DNS 5s timeout':
      'The resolver’s timeout of 5 s: one UDP packet was lost. In Kubernetes usually a conntrack race of parallel A and AAAA queries: use NodeLocal DNSCache, TCP, or `single-request-reopen`.',
    'recursive resolver, recursor, DNS resolver':
      'Asks root, TLD and authoritative servers on behalf of others and caches the answers: the provider’s, 1.1.1.1, 8.8.8.8, or 169.254.169.253 in an AWS VPC (1,024 packets a second for each network interface).',
    'ndots, ndots:5':
      'How many dots a name must have to be asked as it is first. Kubernetes sets 5, so `api.example.com` is tried with each search domain before: four or more useless queries. End the name with a dot, or set ndots to 2.',
    'search domain, resolv.conf search':
      'Suffixes that the resolver appends to short names: `orders` becomes `orders.shop.svc.cluster.local`.',
    'resolv.conf':
      'Where Linux programs find their resolver: `nameserver`, `search`, `options ndots:5 timeout:5 attempts:2`. At most three name servers are used, in order.',
    'hosts file, /etc/hosts':
      'Names that are answered without DNS. Docker’s extra_hosts and Kubernetes’ hostAliases write there.',
    'nslookup, dig, host command':
      '`dig +short name` asks the configured resolver, `dig @8.8.8.8 name` another; the answer shows the TTL that is left, which tells cached from fresh.',
    'EDNS, EDNS0, EDNS client subnet, ECS DNS':
      'Extensions of DNS: larger UDP answers (1,232 bytes is advised), DNSSEC, and the client’s subnet, by which GeoDNS answers for the user’s place instead of the resolver’s.',
    'DNS over TCP, when does DNS use TCP':
      'For answers too large for UDP (the TC bit) and zone transfers, port 53. Firewalls that allow UDP alone break large answers.',
    'DNS cache, DNS caching, browser DNS cache':
      'Browser (about a minute), operating system, resolver: each keeps an answer up to its TTL. A JVM keeps it 30 s, with a security manager forever; connection pools keep the address as long as the connection lives.',
    'JVM DNS cache, networkaddress.cache.ttl':
      'How long Java keeps a resolved name: 30 s by default, failures 10 s; forever with a security manager. After a fail-over old addresses are used that long.',
    'DNS latency, DNS lookup time':
      'Cached in the resolver 1–20 ms, uncached 50–200 ms, over several CNAMEs more. Paid once for each new connection, not for each request.',
    'DNS amplification':
      'Small queries with the victim’s address as source to open resolvers, whose large answers hit the victim. Run no open resolver, limit answer rates.',
    'DNS poisoning, DNS spoofing, cache poisoning, DNS hijacking':
      'A forged answer gets into a resolver’s cache and leads users elsewhere. Random source ports and ids make it hard, DNSSEC impossible; TLS notices the wrong server.',
    'DNS rebinding':
      'A page’s name first points to the attacker’s server, then to 127.0.0.1 or 192.168.x: the browser calls the inner service as the same origin. Check the Host header, and refuse private answers in the resolver.',
    'DNS tunneling, DNS exfiltration':
      'Data hidden in queried names, which leave through the resolver even where everything else is blocked.',
    'mDNS, Bonjour, Avahi, .local':
      'Names within one link without a server: queries by multicast on UDP 5353. Doesn’t cross routers, nor container networks.',
    'DNS sinkhole': 'A resolver that answers harmful or advertising names with a harmless address.',
    'Anycast DNS':
      'The same resolver or name server address in many places: the nearest answers, and a failed site’s traffic moves on by routing.',
  },
  'dns-records': {
    'SVCB, HTTPS record, HTTPS RR, type 65':
      'A record that tells what a client needs before it connects: HTTP/3 support, alternative hosts and ports, the ECH key (RFC 9460). Also an alias that is allowed at the apex.',
    'CAA, CAA record':
      'Which certificate authorities may issue for the domain: `0 issue "letsencrypt.org"`. Others must refuse.',
    'PTR, PTR record, reverse DNS, rDNS':
      'Name for an address, under in-addr.arpa or ip6.arpa. Mail servers reject senders without a matching one.',
    NAPTR: 'Rewriting rules for names, in telephony: from a number to a SIP address.',
    'TLSA, DANE':
      'A certificate’s fingerprint in DNS, signed by DNSSEC. Used between mail servers; browsers ignore it.',
    'DS record, DNSKEY, RRSIG':
      'DNSSEC’s chain: the parent’s DS names the child’s key (DNSKEY), which signs its records (RRSIG). A wrong DS makes the whole domain fail with SERVFAIL.',
    'SPF, DKIM, DMARC':
      'TXT records against forged mail: which hosts may send (SPF), the key that signs messages (DKIM), and what to do with the rest (DMARC).',
    'wildcard DNS, wildcard record':
      '`*.example.com` answers for every name that has no record of its own, one label or more deep. Names that exist with another type get no answer from it.',
  },
  cname: {
    'apex domain, naked domain, root domain':
      'The domain itself, without `www`. It has SOA and NS records, so no CNAME may stand there: use ALIAS/ANAME, an HTTPS record or fixed addresses.',
    'CNAME flattening, ALIAS record, ANAME':
      'The DNS provider follows the CNAME itself and answers with addresses, so it works at the apex. GeoDNS behind it then sees the provider, not the user. Route 53 calls it alias record, free and for AWS targets.',
    'dangling CNAME, subdomain takeover':
      'A CNAME to a cloud host that was deleted: who registers it next serves content under your name. Delete the record first.',
  },
  'dns-zone': {
    'split-horizon DNS, split horizon, private hosted zone':
      'A name has one answer inside and another outside: internal services under the public name. Debug with the resolver that the program really uses.',
    'glue record':
      'The address of a name server whose name lies within the zone that it serves; kept by the parent, or nobody could begin.',
    'lame delegation':
      'The parent names a server that doesn’t know the zone: part of the queries fails or is slow.',
    'zone transfer, AXFR, IXFR':
      'A secondary name server copies the zone, wholly or what changed. Allow it to your secondaries alone, since it shows all names.',
    'FQDN, fully qualified domain name':
      'A name with all its labels up to the root, strictly with a dot at the end. At most 253 characters, 63 a label.',
    'domain registrar, registrar':
      'Where a domain is rented and its name servers are set. An expired domain, or a stolen account there, takes everything down.',
    'punycode, IDN':
      'How names with other letters stand in DNS: `bücher.example` is `xn--bcher-kva.example`.',
  },
  nxdomain: {
    'negative caching, negative TTL, SOA minimum':
      'That a name doesn’t exist is cached too, as long as the SOA’s minimum says: often 5 min to 1 h. A record created after the first query seems missing that long.',
    SERVFAIL:
      'The resolver couldn’t get an answer: name servers down, a broken delegation or a failed DNSSEC check. `dig +cd` that works points at DNSSEC.',
    'DNS REFUSED, rcode REFUSED':
      'The server answers and doesn’t want to: it isn’t responsible for the zone, or does no recursion for this client.',
    'NODATA, NOERROR empty':
      'The name exists, but not with this type: an AAAA query for a host with IPv4 alone.',
    EAI_AGAIN:
      'A temporary failure of getaddrinfo: the resolver didn’t answer in time. Retry with a pause; if it stays, the resolver or the way to it is overloaded.',
    'ENOTFOUND, EAI_NONAME':
      'The name doesn’t exist: a typing error, the wrong namespace, or a record not yet visible.',
  },
  'encrypted-dns': {
    'DNS over HTTPS, DoH':
      'Queries inside HTTPS on port 443 (RFC 8484): neither readable nor distinguishable for the network. Company resolvers with inner names are then bypassed.',
    'DNS over TLS, DoT': 'Queries inside TLS on port 853 (RFC 7858): easy to recognize and so easy to block.',
    'DNS over QUIC, DoQ': 'The same over QUIC on UDP port 853 (RFC 9250), without head-of-line blocking.',
    DNSSEC:
      'Signatures on records, checked by the resolver: answers can’t be forged, though still read. Wrong keys or expired signatures make the domain vanish for validating resolvers.',
  },
  'top-level-domain': {
    'root server, root hints':
      'Thirteen names (a to m.root-servers.net) by anycast in over 1,500 places; they know the TLDs’ servers. Answers are cached for two days, so they are asked seldom.',
    ccTLD: 'A TLD of two letters of a country: .de, .jp. Its registry sets the rules, .io and .ai included.',
  },
  'dns-failover': {
    'Route 53 health checks, Route 53 health check':
      'About 15 checkers around the world ask every 30 s (or 10 s); 3 failures make an endpoint unhealthy, and its records are left out. Detection 30–90 s, plus the TTL. If all fail, all are answered.',
    'TTL for failover, failover TTL':
      '30–60 s, set well before it is needed: the old TTL counts until it has run out. Lower costs more queries and a little latency.',
    'weighted records, weighted DNS, weighted routing policy':
      'Answers in proportion to weights: 10% to the new stack. By resolver, not by user, so the real share is coarse.',
  },
  'service-discovery': {
    'service registry':
      'The list of instances that are alive: Consul, Eureka, etcd, Kubernetes’ EndpointSlices. Instances register, renew a lease, and vanish when it runs out (10–90 s).',
    'self-registration, third-party registration':
      'The instance enters itself, or the platform does it. The platform notices crashes sooner and needs no library.',
    'client-side discovery, server-side discovery':
      'The caller gets the list and chooses (no hop more, a library in each language), or a balancer does it for all.',
    EndpointSlice:
      'Kubernetes’ list of ready pod addresses of a Service, up to 100 each. kube-proxy, ingress controllers and meshes watch it; a change takes about a second to reach all nodes.',
    'headless service, clusterIP: None':
      'A Kubernetes Service without a virtual address: DNS returns every ready pod. For gRPC clients that balance themselves, and for StatefulSets.',
  },
  'kubernetes-service': {
    ClusterIP:
      'A virtual address within the cluster; kube-proxy rewrites each new connection to a ready pod, chosen at random. Long connections stay where they are.',
    NodePort:
      'A port (30000–32767) on every node that leads to the Service. Beneath load balancers; for people rather not.',
    'service type LoadBalancer, LoadBalancer service':
      'Has the cloud create a load balancer for this Service, one each. An Ingress or Gateway shares one among many.',
    ExternalName:
      'A Service that is only a CNAME to a name outside. The Host header and the certificate still are for the other name.',
    'externalTrafficPolicy, externalTrafficPolicy: Local':
      '`Local` keeps the client’s address and saves a hop, and spreads unevenly: only nodes with a pod get traffic. `Cluster` spreads evenly and hides the address.',
    'kube-proxy, iptables mode, IPVS mode':
      'Programs each node’s kernel so that virtual addresses lead to pods. iptables rules grow with services; IPVS and nftables look up in constant time.',
    'topology aware routing, PreferClose':
      'Prefers endpoints in the caller’s zone: no charge and no millisecond between zones, at the price of uneven load.',
    'svc.cluster.local, cluster.local':
      'The names of Services: `orders.shop.svc.cluster.local` is Service orders in namespace shop.',
  },
}
