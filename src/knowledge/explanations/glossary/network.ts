// Terms of networks: links, addresses, routes, tools.

import type { Glossary } from './glossary'

export const networkTerms: Glossary = {
  'osi-model': {
    'encapsulation, nested envelopes':
      'Each layer puts its header before what the layer above handed it: HTTP inside TLS inside TCP inside IP inside an Ethernet frame. The receiver takes them off in reverse order.',
    'presentation layer':
      'Layer 6 of OSI: how data is represented and encrypted. TCP/IP has no such layer; TLS and serialization do its work.',
    'session layer':
      'Layer 5 of OSI: dialogs that outlive one exchange. TCP/IP leaves that to the application: cookies, tokens, resumed TLS sessions.',
    middlebox:
      'Anything on the path that does more than forward packets: NAT, firewall, proxy, load balancer. It keeps state with a timeout of its own and may drop what it doesn’t know, which is why new protocols hide inside UDP and TLS.',
    'header overhead, protocol overhead':
      'What each packet carries beside the data: 20 B IPv4 (40 B IPv6) + 20 B TCP or 8 B UDP, about 29 B for a TLS 1.2 record and 22 B for one of TLS 1.3 with AES-GCM. For a 100-byte message that is more than half.',
  },
  ip: {
    'IP fragmentation, packet fragmentation':
      'A packet too large for a link is cut into pieces that the receiver puts together; with one piece lost all are. IPv6 routers don’t do it, and TCP avoids it by path MTU discovery.',
    'IP header':
      '20 to 60 bytes in IPv4, 40 in IPv6: addresses, time to live (hop limit), protocol number, length, DSCP and ECN bits.',
    'protocol number':
      'The byte of an IP header that says what is inside: 1 ICMP, 6 TCP, 17 UDP, 47 GRE, 50 ESP (IPsec), 132 SCTP.',
    'best effort, best-effort delivery':
      'IP forwards packets if it can and promises nothing: they may be lost, doubled, reordered or damaged. TCP and QUIC build reliability on top.',
    'DSCP, differentiated services, DiffServ':
      'Six bits of the IP header that name a class of traffic, such as EF for voice. Routers of one network may honor it; the internet as a whole ignores or clears it.',
    'dual stack':
      'A host with IPv4 and IPv6 at once. Browsers try both nearly at the same time (Happy Eyeballs, RFC 8305: 250 ms apart) and keep the faster.',
  },
  ipv6: {
    '6to4, Teredo':
      'Old ways of carrying IPv6 inside IPv4; unreliable and switched off nearly everywhere. Today: dual stack, or IPv6 only with NAT64.',
    '464XLAT':
      'How phones on IPv6-only networks reach IPv4: the phone translates to IPv6, the carrier’s NAT64 back to IPv4 (RFC 6877).',
    'link-local address, fe80':
      'Addresses in fe80::/10 are valid on one link alone; every IPv6 interface has one. Written with the interface behind it: `fe80::1%eth0`.',
    'unique local address, ULA':
      'Private addresses of IPv6, fc00::/7 and in practice fd00::/8, not routed on the internet (RFC 4193).',
    'privacy extensions, temporary address':
      'Addresses whose last 64 bits are random and change after about a day, so that a device can’t be followed by its MAC address (RFC 8981). Allow-lists by single IPv6 address break.',
  },
  nat: {
    'SNAT, source NAT':
      'The source address (and usually the port) of outgoing packets is replaced by the gateway’s, so that answers find back. What home routers and NAT gateways do.',
    'DNAT, destination NAT, port forwarding':
      'The destination of incoming packets is replaced: port 443 of the public address leads to a private host. What load balancers at layer 4 and kube-proxy do.',
    'masquerade, masquerading, IP masquerading':
      'Source NAT to whatever address the outgoing interface has; the iptables target of that name.',
    'hairpin NAT, NAT loopback':
      'Hosts behind a NAT that reach a neighbor by the public address: the router must translate both ends. Many don’t, and the name then works outside only: use split-horizon DNS.',
    'full cone NAT':
      'The mapping of a port accepts packets from anybody: the easiest NAT for peer-to-peer. The opposite is symmetric NAT.',
    'symmetric NAT':
      'Each destination gets a mapping of its own, so the address that STUN finds is useless for others: WebRTC needs TURN there.',
    'NAT64, DNS64':
      'Hosts with IPv6 alone reach IPv4 servers: DNS64 makes an AAAA record up (64:ff9b::/96 + the IPv4 address), NAT64 translates.',
    'NAT timeout':
      'How long a NAT remembers a silent mapping: often 30 s to 5 min for UDP, minutes to hours for TCP (RFC 5382 asks for 2 h 4 min); AWS’s NAT gateway 350 s. Send a heartbeat before that.',
    'PAT, NAPT, NAT overload':
      'NAT that translates ports too, so that one public address serves many hosts: about 64,000 flows for each destination.',
  },
  subnet: {
    subnetting:
      'Cutting an address range into smaller ones: a /16 holds 256 subnets of /24. One for each tier and zone keeps routes and rules simple.',
    'public subnet':
      'A subnet whose default route leads to an internet gateway. Load balancers and NAT gateways belong there, nothing else.',
    'private subnet':
      'A subnet without a route to the internet gateway: reached from within the VPC alone, and going out through a NAT gateway or endpoints.',
    'VNet, virtual network': 'Azure’s virtual private cloud: an address range with subnets in one region.',
    'shared VPC':
      'Google Cloud’s way of letting several projects use one VPC: a host project owns the subnets, service projects attach to them.',
    'VPC flow logs, flow logs':
      'A record of each flow: addresses, ports, bytes, accepted or rejected, every 1–10 min. The first place to look when a security group is suspected; it has no payloads.',
  },
  bgp: {
    'OSPF, IS-IS':
      'A routing protocol within one network: every router knows all links and computes the shortest paths. Between networks BGP decides.',
    'autonomous system, ASN, AS number':
      'A network with one routing policy and a number of its own (AS15169 is Google). BGP is what such systems speak with each other.',
    peering:
      'Two networks exchange the traffic of their customers directly, mostly without charge, at an exchange or over a private link. Fewer hops and less latency than through a transit provider.',
    'IXP, internet exchange, internet exchange point, IX':
      'A building with a large switch where networks meet to peer (DE-CIX, AMS-IX, LINX). It keeps local traffic local.',
    'transit, transit provider, IP transit':
      'A network that is paid to carry one’s traffic to the whole internet, usually charged by the 95th percentile of the rate.',
    'BGP hijack, prefix hijack':
      'A network announces prefixes of another, and part of the internet follows: traffic is lost or read. RPKI lets routers refuse such routes; TLS still protects the content.',
    'route leak':
      'A network passes routes on that it should have kept to itself, and becomes the path for traffic it can’t carry. Usually a mistake, with outages of minutes to hours.',
    'RPKI, route origin validation, ROA':
      'Signed statements of which network may announce a prefix; routers drop announcements that contradict them.',
    'BGP convergence':
      'The time until routers agree on new paths after a change: seconds to some minutes. Anycast fail-over takes that long.',
    'hot-potato routing, hot potato routing':
      'A network hands traffic over to the next at the nearest exit, whatever the rest of the way costs. Paths there and back differ.',
  },
  routing: {
    'asymmetric routing, asymmetric path':
      'Packets go one way and answers come back another. Latency differs by direction, and a stateful firewall that sees one half drops the connection.',
    'source routing, policy-based routing':
      'Choosing the route by more than the destination: source, mark or port. Cloud route tables mostly can’t.',
    'blackhole route, null route':
      'A route that drops packets: used on purpose against DDoS, and left behind when a peering or gateway is deleted. Connections time out without an error.',
  },
  'routing-table': {
    'longest prefix match, longest prefix':
      'Of all routes that contain an address the most specific wins: 10.1.2.0/24 before 10.1.0.0/16 before 0.0.0.0/0.',
    'next hop':
      'The neighbor that a route hands the packet to. Each router decides anew, so nobody knows the whole path beforehand.',
    'static route':
      'A route written by hand instead of learned by a protocol: simple, and blind to failures.',
  },
  icmp: {
    'ICMP redirect':
      'A router tells a host of a better next hop on the same link. Mostly disabled: it can be forged.',
    'destination unreachable, ICMP unreachable':
      'The message behind "no route to host" and, for UDP, "connection refused": type 3, with a code for network, host, port or "fragmentation needed".',
    'time exceeded':
      'What a router sends when a packet’s time to live reaches 0; traceroute is made of these.',
    'ping flood, smurf attack':
      'Echo requests in masses, or sent to a broadcast address with the victim’s address as source, so that all hosts answer it. Routers drop directed broadcasts today.',
  },
  arp: {
    'gratuitous ARP':
      'An announcement nobody asked for: "this IP address is now at my MAC address". A virtual IP moves that way, within about a second.',
    'ARP spoofing, ARP poisoning':
      'A host in the same network claims another’s IP address and reads its traffic. TLS makes it useless; clouds don’t forward forged ARP.',
    'NDP, neighbor discovery':
      'What IPv6 has instead of ARP: neighbors are found with ICMPv6 messages to multicast groups (RFC 4861).',
  },
  mtu: {
    'MTU mismatch':
      'Two ends or a tunnel between them with different maximum packet sizes: small packets pass, large ones vanish. Connections open and then hang at the first full-size packet.',
    'jumbo frames, jumbo packet, 9001 MTU':
      'Ethernet frames of about 9,000 bytes instead of 1,500: less work for each byte within a data center. Traffic to the internet must be 1,500 again.',
    'MSS, maximum segment size':
      'The most data in one TCP segment: MTU − 40 bytes in IPv4, usually 1,460. Each end announces its own in the SYN.',
    'MSS clamping':
      'A router lowers the MSS in passing SYNs so that segments fit its tunnel: the usual cure for connections that stall over a VPN.',
    'PMTUD black hole, PMTU black hole':
      'A firewall drops the ICMP message "fragmentation needed", so the sender never learns that its packets are too large. The handshake works, the first large answer hangs.',
  },
  ethernet: {
    'VLAN, 802.1Q, VLAN tag, VLAN tagging':
      'One switch divided into several networks: a 12-bit number in each frame says which (4,094 of them). Between VLANs traffic must be routed, so a firewall sees it.',
    'trunk port':
      'A switch port that carries several VLANs, each frame with its tag; an access port carries one, without.',
    'spanning tree, STP, STP loop':
      'How switches switch off links that would form a loop. Without it one broadcast circulates endlessly and fills the network.',
    'broadcast storm':
      'Broadcast frames that circulate in a loop of switches and multiply until nothing else gets through. Spanning tree and limits of broadcast rates prevent it.',
    'LACP, link aggregation, bonding, NIC teaming':
      'Several links used as one, for bandwidth and for the failure of one. A single flow still uses one link.',
    'NIC, network interface card, network card':
      'The hardware that puts frames on the wire: 1 to 400 Gbit/s, with queues for several CPU cores and offloads for checksums and segmentation.',
    'top of rack switch, ToR, ToR switch':
      'The switch that connects the servers of one rack to the network above: when it fails, the whole rack is gone. Spread replicas over racks or zones.',
    'leaf-spine, leaf and spine, Clos network':
      'A data center network of two layers: each leaf switch (one a rack) is connected to every spine. Any two servers are the same few hops apart, and ECMP spreads flows over the spines.',
    'fat tree, oversubscription':
      'How much less bandwidth leads out of a rack than its servers have together, such as 3:1. Shuffles and backups meet it first.',
    InfiniBand:
      'A network for clusters with latencies of about a microsecond and remote memory access; common beneath GPU training.',
    'RDMA, RoCE':
      'A host reads or writes memory of another without its CPU: 1–5 µs instead of 30–50 with TCP in a data center. Over Ethernet (RoCE) it needs a network that hardly ever drops.',
    '3G, HSPA': 'Mobile networks with round trips of 100–300 ms; switched off in many countries.',
    '5G': 'Mobile network with round trips of about 10–30 ms in practice, and 30–50 ms on 4G. Radio wake-up adds up to some hundred ms after idle time.',
    'Wi-Fi':
      'Radio shared by all devices of a channel: 2–10 ms when quiet, tens to hundreds of ms with interference, which is resent at link level and shows as jitter rather than loss.',
  },
  'overlay-tunnel': {
    VXLAN:
      'Ethernet frames inside UDP (port 4789), with 24 bits for the network: 16 million instead of 4,094 VLANs. It costs 50 bytes a packet, so the MTU inside is 1,450.',
    Geneve:
      'VXLAN’s successor with options in its header: UDP port 6081. AWS’s Gateway Load Balancer and OVN speak it.',
    GRE: 'A plain tunnel: IP protocol 47, 24 bytes more for each packet, no encryption, no ports, so NAT and some firewalls drop it.',
    IPIP: 'IP in IP, the thinnest tunnel: 20 bytes a packet. Calico uses it between nodes.',
    L2TP: 'A tunnel for links, mostly inside IPsec for VPNs of phones and laptops; UDP port 1701.',
  },
  vpn: {
    'split tunneling, split tunnel':
      'Only the company’s addresses go through the VPN, the rest directly: video calls don’t cross the VPN gateway. A full tunnel sends everything through it, and its distance is added to each round trip.',
    'IPsec, IKE, ESP':
      'Encrypted IP packets between two gateways or hosts: IKE (UDP 500 and 4500) agrees on keys, ESP carries the data. About 50–70 bytes a packet, so large packets need MSS clamping.',
    WireGuard:
      'A small VPN protocol over UDP (port 51820 by custom): 1 round trip to connect, 60–80 bytes a packet, roams between networks. Silent peers behind NAT need PersistentKeepalive 25 s.',
    OpenVPN:
      'A VPN over TLS, on UDP or TCP 1194. Over TCP it puts TCP into TCP: losses are repaired twice, and the connection stalls. Prefer UDP.',
    Tailscale:
      'A mesh of WireGuard tunnels with hosted key exchange: peers connect directly by hole punching, else through relays (DERP), which add their distance.',
    'site-to-site VPN, site to site VPN':
      'An IPsec tunnel between two networks over the internet: cheap, up to about 1.25 Gbit/s a tunnel at AWS (5 for large ones), with the internet’s jitter. Two tunnels, since each is taken down for maintenance.',
    'client VPN, remote access VPN':
      'Laptops dial into a gateway that gives them an address inside. All their traffic depends on it; identity-aware proxies are the newer way.',
  },
  'vpc-gateways': {
    'egress IP, outbound IP, static outbound IP':
      'The public address that others see calls come from: the NAT gateway’s or the load balancer’s. Partners put it on allow-lists, so give it a reserved address.',
    'internet gateway, IGW':
      'What connects a VPC with the internet: it translates public addresses to private ones of single hosts. No bandwidth limit and no charge of its own.',
    'egress-only internet gateway':
      'For IPv6: hosts reach the internet and can’t be reached from it. What NAT gateways do for IPv4, without the charge.',
    'transit gateway':
      'A router of the cloud that connects many VPCs and VPNs as a hub, where peering would need a link for each pair. Charged by attachment and GB; adds well under 1 ms.',
    'VPC peering':
      'Two VPCs connected directly, with private addresses. Not transitive: what is peered with A can’t reach B through it. Ranges must not overlap.',
    'DMZ, demilitarized zone':
      'A network between internet and inside, for what must be reachable: proxies, balancers, mail. Falling into it doesn’t yet open the databases.',
    'jump host, bastion host, bastion':
      'The one host that accepts SSH from outside; from there the private ones are reached. Replaced more and more by session managers that need no open port.',
    'Direct Connect, ExpressRoute, Cloud Interconnect, dedicated interconnect':
      'A leased line into a cloud: steady latency, 1–100 Gbit/s, cheaper traffic out; weeks to order. One line is a single point of failure: take two places, or a VPN as reserve.',
  },
  'security-group': {
    'network ACL, NACL':
      'Rules on a subnet’s border, stateless: answers need a rule of their own (the ephemeral ports 1024–65535). Rules are tried by number, the first that fits decides.',
    'NSG, network security group':
      'Azure’s security group, on a subnet or a network card: rules with priorities, stateful, both allow and deny.',
    'stateful firewall':
      'Remembers connections, so answers pass without a rule. What it forgot (idle timeout, fail-over without shared state) is dropped in silence.',
    'stateless firewall, packet filter':
      'Judges each packet alone, by addresses, ports and flags. Fast, no table to fill up, and blind to connections.',
    'next-generation firewall, NGFW, deep packet inspection, DPI':
      'A firewall that looks into the payload: applications, users, malware. For TLS it must end the connection with a CA of its own, which breaks pinning and mTLS.',
  },
  'packet-capture': {
    'tcpdump, Wireshark, tshark':
      'Shows the packets of an interface: `tcpdump -ni any port 443`. Look for SYNs without answer (dropped), RST (refused or reset), retransmissions (loss), zero window (slow receiver).',
    'netstat, ss, ss -s, ss -tan':
      'Lists sockets and their states: many TIME_WAIT means short connections that this side closes, CLOSE_WAIT that the program doesn’t close, a Recv-Q on LISTEN that it accepts too slowly.',
    'iperf, iperf3':
      'Measures the throughput between two hosts, TCP or UDP, port 5201. One TCP stream over a long distance shows the window, several (`-P 8`) the link.',
    'curl -w, curl timing':
      'Prints where a request’s time went: time_namelookup, time_connect, time_appconnect (TLS), time_starttransfer (first byte), time_total – each counted from the start.',
    lsof: 'Lists open files and sockets by process: who listens on a port (`lsof -i :8080`), and which descriptors leak.',
    'netcat, nc, telnet':
      'Opens a plain TCP connection: enough to see whether a port is refused (answer at once), dropped (timeout) or open. `nc -vz host 5432`.',
    'nmap, port scan':
      'Tries ports one after the other: open (SYN-ACK), closed (RST), filtered (nothing). Scans of other people’s hosts are seen as attacks.',
  },
  traceroute: {
    mtr: 'Traceroute and ping in one, repeated: loss and latency for each hop. Loss in the middle that doesn’t go on to the end is a router that answers seldom, not a fault.',
  },
  'symptom-to-layer': {
    'dig +trace':
      'Asks the root, the TLD and the authoritative server itself, one after the other, past all caches: shows which of them gives the wrong or no answer.',
    'curl -v':
      'Shows each step: name resolved, TCP connected, TLS handshake with certificate, request, response. The last line before the pause names the layer.',
    'openssl s_client':
      'Opens a TLS connection and prints the chain of certificates, the version and ALPN: `openssl s_client -connect host:443 -servername host`. The tool for "unknown authority" and expired certificates.',
  },
  'network-emulation': {
    'tc netem, netem':
      'Linux’s way of adding delay, loss and reordering to an interface: `tc qdisc add dev eth0 root netem delay 80ms 10ms loss 1%`.',
    toxiproxy:
      'A TCP proxy for tests that adds latency, cuts connections or limits bandwidth when told to by its API.',
    'traffic shaping, traffic policing':
      'Shaping holds packets back to a rate, which adds delay; policing drops what is above it, which TCP meets as loss. Clouds police a virtual machine’s bandwidth.',
  },
  'wan-links': {
    MPLS: 'A carrier’s private network: packets follow labels along prepared paths, with a promised latency and loss. Expensive; SD-WAN over internet lines replaces much of it.',
    'SD-WAN':
      'Boxes at each site choose between several lines (internet, LTE, MPLS) for each application by measured loss and latency.',
    'QoS, quality of service':
      'Treating some packets better when a link is full: queues by class, such as voice before backup. It works within one’s own network; it creates no bandwidth. In MQTT the word means the delivery guarantee of a message, 0 to 2.',
  },
  'zero-trust': {
    SASE: 'Networking and security as one cloud service: VPN replacement, web filter, firewall at the provider’s edge. Each request takes the way through its nearest site.',
    ZTNA: 'Access to single applications by identity and device instead of to a network as with a VPN.',
    CASB: 'A broker between users and cloud applications that enforces who may put which data where.',
    microsegmentation:
      'Rules between each pair of workloads instead of one wall around all: who got into one can’t reach the next. NetworkPolicy and security groups by role are the usual means.',
    'identity-aware proxy, IAP, BeyondCorp':
      'A proxy that asks for a login and a fit device before each application, so that inner tools need no VPN.',
  },
  'user-space': {
    'DPDK, kernel bypass':
      'The program reads packets from the network card itself, without the kernel: tens of millions a second on a core that spins all the time. For routers, balancers, trading.',
    'TSO, GRO, segmentation offload, TCP offload':
      'The card cuts large buffers into packets and puts received ones together, so the CPU handles 64 KB at a time. Packet captures then show frames larger than the MTU.',
    NUMA: 'A server with memory at each CPU socket: memory of the other socket takes about twice as long. Network card, interrupts and threads belong on one.',
    'huge pages, hugepages, transparent huge pages':
      'Memory pages of 2 MB or 1 GB instead of 4 KB: fewer misses in the address cache. Transparent ones cause pauses in Redis and MongoDB, which advise against them.',
    'RSS queues, receive side scaling':
      'The card spreads flows over several queues and cores by a hash of the 4-tuple. One heavy flow still lands on one core.',
    'interrupt coalescing':
      'The card waits some µs and raises one interrupt for many packets: less CPU, a little more latency.',
    'syscall, system call':
      'The step from program to kernel: 0.1–1 µs and more with mitigations. io_uring, sendmmsg and larger buffers save them.',
  },
  'container-network': {
    eBPF: 'Small checked programs that run inside the Linux kernel: on packets (Cilium, Katran), system calls, function entries. Replaces iptables chains and much instrumentation.',
    XDP: 'eBPF at the network card’s driver, before the kernel has even allocated a packet: drops or forwards over 10 million packets a second on a core. Used against DDoS and for balancing.',
    'veth, veth pair':
      'A virtual cable: one end in the container’s network namespace, the other on the node’s bridge. Some µs more for each packet.',
    'network namespace':
      'A network stack of its own for a container: interfaces, routes, ports, firewall. Containers of one pod share it, so they meet on localhost.',
    'overlay network':
      'A network drawn over another: packets of pods or tenants travel inside UDP between nodes (VXLAN, Geneve). Works anywhere; costs about 50 bytes a packet and some CPU.',
    'bridge network, docker0':
      'Docker’s default network: containers of one host share a virtual switch (172.17.0.0/16) and go out through NAT. Names resolve only in networks that one creates oneself.',
    'host network, hostNetwork':
      'The container uses the node’s own interfaces and ports: no NAT and no isolation; two of them can’t have the same port.',
  },
  'private-address': {
    'martian packet, bogon':
      'A packet with an address that can’t be on that network, such as a private one from the internet. Routers drop them.',
    'localhost, loopback':
      '127.0.0.0/8 and ::1: this host, without a network card. In a container that is the container itself, not the machine it runs on – the classic "connection refused".',
    'metadata service, instance metadata, IMDS':
      '169.254.169.254: each cloud instance asks there for its own data and credentials. An SSRF that reaches it steals them; IMDSv2 wants a token first and a hop limit of 1.',
  },
  'ip-registry': {
    'RIR, RIPE, ARIN, APNIC':
      'The five registries that hand out addresses by continent: RIPE NCC (Europe, Middle East), ARIN (North America), APNIC (Asia, Pacific), LACNIC, AFRINIC.',
    'WHOIS, RDAP':
      'Whom an address range or domain is registered to. WHOIS is plain text on port 43; RDAP is its successor over HTTPS with JSON.',
    'BYOIP, bring your own IP':
      'A cloud announces your own address range, so addresses on partners’ allow-lists survive the move.',
    'elastic IP, reserved IP, static IP, public IPv4 charge':
      'A public address that stays yours when the machine behind it is replaced. AWS charges each public IPv4 address $0.005 an hour since February 2024.',
  },
}
