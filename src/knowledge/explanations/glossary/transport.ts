// Terms of TCP, UDP and QUIC.

import type { Glossary } from './glossary'

export const transportTerms: Glossary = {
  tcp: {
    'TCP options':
      'What is agreed in the SYNs beside ports and numbers: MSS, window scale, SACK, timestamps; 40 bytes at most.',
    'TCP timestamps':
      'An option of 12 bytes a segment that lets each end measure the round trip and reject old duplicates (RFC 7323).',
    'TCP flags':
      'SYN opens, ACK confirms, FIN closes one direction, RST aborts, PSH asks to deliver at once, URG is history; ECE and CWR report congestion.',
    'byte stream':
      'TCP keeps the order of bytes, not the borders of messages: one write may arrive in two reads. Protocols need lengths or delimiters.',
    'half-open connection, half open connection':
      'One end has crashed or lost the network, the other still believes in the connection. Only sending shows it; keep-alive probes or heartbeats find out.',
    'half-close, half closed connection, shutdown(SHUT_WR)':
      'One direction is closed with FIN, the other stays open: "I have said everything, go on answering".',
    'simultaneous open':
      'Both ends send a SYN at the same time and get one connection out of it; used by hole punching for TCP.',
    'MPTCP, multipath TCP':
      'TCP over several paths at once, such as Wi-Fi and LTE (RFC 8684). Linux has it since 5.6; middleboxes often strip the option, and then it is plain TCP.',
    'TCP proxy, split TCP':
      'A proxy near the user ends the connection and keeps another to the origin: the handshake and the losses of the last mile are repaired over the short way.',
  },
  'tcp-handshake': {
    'SYN, SYN-ACK, SYN_SENT':
      'The first two of the three segments that open a connection. A lost SYN is sent again after 1 s, 3 s, 7 s… on Linux, since 6.5 each second at first: connect times of just over 1, 2 or 3 s come from there.',
    'SYN retry, tcp_syn_retries':
      'How often Linux repeats a SYN: 6 by default, which makes a connect give up after about 127 s (131 s since 6.5, which adds four tries a second apart). Set a connect timeout of 1–2 s instead.',
    'ISN, initial sequence number':
      'Where the counting of bytes begins, chosen at random so that nobody can guess it and inject data.',
  },
  'congestion-control': {
    CUBIC:
      'Linux’s default since 2006, and Windows’ and macOS’s: the window grows along a cubic curve of the time since the last loss, independent of the round trip (RFC 9438).',
    'Reno, NewReno':
      'The classic: one segment more each round trip, half on a loss. On long fat links it needs minutes to hours to fill them again.',
    'BBR, BBRv2, BBRv3':
      'Google’s control by measured bandwidth and round trip instead of by loss: keeps its rate on lossy or long links and fills no buffers. Version 1 was unfair to others; 3 is the current one. On Linux `net.ipv4.tcp_congestion_control=bbr`.',
    DCTCP:
      'Congestion control within data centers: slows down in proportion to packets that switches marked (ECN), so that queues stay short.',
    'ECN, explicit congestion notification':
      'Routers mark packets instead of dropping them when a queue grows; the receiver reports it and the sender slows down, without a loss (RFC 3168).',
    L4S: 'Low latency, low loss, scalable throughput: ECN marks much earlier and a queue of its own, for sub-millisecond queueing (RFC 9330).',
    'congestion window, cwnd':
      'How many bytes a sender may have unconfirmed as far as the network is concerned; the smaller of it and the receiver’s window counts.',
    ssthresh:
      'The window above which slow start ends and growth becomes linear or cubic; set to about half at a loss.',
    'fast recovery':
      'After three duplicate ACKs the sender halves its window and goes on, instead of starting from scratch as after a timeout.',
    'congestion collapse':
      'The network is full of retransmissions and little useful gets through, as in 1986. The reason for congestion control; retry storms are the same one layer up.',
    'incast, TCP incast':
      'Many servers answer one at the same moment, the switch’s buffer overflows, and the lost tail waits for a timeout of 200 ms. Spread the requests, or lower the minimum RTO.',
    pacing:
      'Sending the window evenly over the round trip instead of in bursts; BBR and QUIC do, and it spares small buffers.',
  },
  'flow-control': {
    'receive window, rwnd':
      'How many bytes the receiver still has room for, told in each ACK. 0 stops the sender: the program reads too slowly.',
    'zero window':
      'The receiver’s buffer is full and the sender must wait; it probes until there is room. In captures that means a slow reader, not a slow network.',
    'silly window syndrome':
      'Tiny windows and tiny segments that waste headers; avoided by waiting until a full segment’s room is free.',
    'window scaling, window scale option':
      'A factor agreed in the SYN that makes the 16-bit window field count up to 1 GB (RFC 7323). Without it one connection carries 64 KB a round trip: 5 Mbit/s at 100 ms.',
    'socket buffer, tcp_rmem, tcp_wmem, SO_RCVBUF':
      'Memory for each connection’s unread and unconfirmed bytes. Linux sizes it by itself up to tcp_rmem’s third value (6 MB); setting SO_RCVBUF turns that off.',
    'HTTP/2 flow control, WINDOW_UPDATE':
      'Each stream and the connection have a window of their own, 65,535 bytes at first. Too small for large uploads over long distances: raise it.',
  },
  retransmission: {
    'retransmission timeout, TCP RTO':
      'How long TCP waits for an ACK before it sends again: smoothed round trip + 4 × its variation, at least 200 ms on Linux, 1 s before the first measurement; doubled each time.',
    'fast retransmit':
      'Three duplicate ACKs mean a lost segment: it is sent again at once, after about one round trip, instead of after the timeout.',
    'tail loss probe, TLP':
      'If the last segments of a burst are lost, no duplicate ACKs come; after about two round trips the last one is sent again to provoke them.',
    RACK: 'Finds losses by time instead of by counting duplicates: what was sent clearly before something confirmed is lost (RFC 8985).',
    'spurious retransmission':
      'Something sent again that was only late: after a delay spike of the radio or of a paused virtual machine.',
    tcp_retries2:
      'How often Linux repeats data before it gives an established connection up: 15, about 15 minutes. TCP_USER_TIMEOUT shortens it for one socket.',
  },
  'sequence-number': {
    'SACK, selective acknowledgment, selective acknowledgement':
      'The receiver names the ranges it has beyond a gap, so only what is missing is sent again (RFC 2018). Agreed in the SYN; always on.',
    'cumulative ACK, cumulative acknowledgment':
      'An ACK confirms everything before its number; a lost ACK is made up for by the next.',
    'delayed ACK':
      'The receiver waits up to 40 ms (Linux) or 200 ms for something to send along with the ACK. Together with Nagle’s algorithm that makes small writes wait.',
    'out-of-order packets, reordering':
      'Packets overtake each other, over several paths or after a resend. TCP holds the later ones back; more than a little of it looks like loss.',
  },
  nagle: {
    TCP_NODELAY:
      'Switches Nagle’s algorithm off: small writes leave at once. HTTP/2, gRPC, Redis clients and most modern libraries set it.',
    TCP_QUICKACK:
      'Linux’s switch against delayed ACKs, which turns itself off again; setting TCP_NODELAY on the other side is the lasting cure.',
    TCP_CORK:
      'Holds small writes back until there is a full segment or it is removed, at most 200 ms: header and file leave together.',
  },
  'tcp-reset': {
    'RST, RST packet, reset packet':
      'Aborts a connection at once: nothing listens there, the program closed with unread data, a middlebox forgot the connection, or somebody set SO_LINGER to 0.',
    'broken pipe, EPIPE, SIGPIPE':
      'Writing to a connection that the other side has already reset or closed. The first write after the close still succeeds, the second fails.',
    'unexpected EOF, EOF':
      'The other side closed in an orderly way in the middle of an answer: a crash, a deploy, a worker’s timeout, or a response shorter than its Content-Length.',
    SO_LINGER:
      'What close() does with unsent data; with 0 seconds it sends RST instead of FIN: no TIME_WAIT, and data may be lost.',
  },
  'tcp-keepalive': {
    'tcp_keepalive_time, tcp_keepalive_intvl, tcp_keepalive_probes, TCP_KEEPIDLE':
      'Linux’s keep-alive: first probe after 7,200 s of silence, then every 75 s, dead after 9. Off unless the program asks (SO_KEEPALIVE); TCP_KEEPIDLE sets it for one socket.',
    TCP_USER_TIMEOUT:
      'How long sent data may stay unconfirmed before the connection counts as dead (RFC 5482). The sure way to notice a vanished peer within seconds instead of 15 minutes.',
  },
  'time-wait': {
    TIME_WAIT:
      'The state of the side that closed first, for 60 s on Linux: late packets must not reach a new connection with the same addresses and ports. Many of them are harmless on servers; on clients they use up ports.',
    CLOSE_WAIT:
      'The other side has closed, this program hasn’t: it never calls close(). Growing numbers are a leak in the program, and no kernel setting helps.',
    FIN_WAIT_2:
      'This side has closed and waits for the other’s FIN; Linux gives up after 60 s (tcp_fin_timeout).',
    tcp_tw_reuse:
      'Lets Linux reuse ports in TIME_WAIT for new outgoing connections when timestamps make it safe. tcp_tw_recycle broke clients behind NAT and is gone since 4.12.',
    tcp_fin_timeout:
      'How long Linux stays in FIN_WAIT_2 (60 s). It doesn’t shorten TIME_WAIT, although many guides say so.',
    LISTEN:
      'The state of a socket that waits for connections; its queue’s length is the smaller of the program’s backlog and net.core.somaxconn (4,096).',
  },
  'accept-queue': {
    'SYN backlog, SYN queue, tcp_max_syn_backlog':
      'Connections whose handshake isn’t finished yet. When it is full, Linux answers with SYN cookies instead of dropping.',
    'listen backlog, backlog':
      'How many finished connections may wait for accept(): the program’s number, cut to net.core.somaxconn. Go and nginx take 4,096 and 511, Node.js 511.',
    'ListenOverflows, listen overflow, listen queue full':
      'The counter (`nstat -az TcpExtListenOverflows`) of connections dropped since the accept queue was full; clients see connects that take whole seconds longer, or timeouts.',
    SO_REUSEPORT:
      'Several processes listen on one port, each with an accept queue of its own; the kernel spreads connections by hash. A process that dies takes its queue along.',
  },
  'file-descriptors': {
    'file descriptor limit, ulimit -n, nofile, EMFILE':
      'How many files and sockets a process may have open: often 1,024 by default, up to a million with `ulimit -n` or LimitNOFILE. Each connection takes one, a proxied one two.',
    'C10K, C10M':
      'The question how a server holds ten thousand (ten million) connections: event loops instead of a thread each, then fewer copies and system calls.',
  },
  'ephemeral-ports': {
    ip_local_port_range:
      'From where Linux takes source ports: 32768–60999, about 28,000 for each destination address and port.',
    'port exhaustion, source port exhaustion':
      'All source ports towards one destination are taken (or in TIME_WAIT): new connections fail with EADDRNOTAVAIL. Reuse connections, or add source or destination addresses.',
    'SNAT port exhaustion, SNAT exhaustion':
      'The NAT in front has no port left for one destination: 55,000 for each address at AWS’s NAT gateway, as few as 1,024 a machine at Azure’s load balancer by default. Pools, private endpoints, more addresses.',
  },
  udp: {
    'UDP header': '8 bytes: source port, destination port, length, checksum.',
    datagram:
      'One message of UDP: arrives whole or not at all, in any order. Above about 1,400 bytes it is fragmented, so protocols stay below.',
    'connected UDP, connected UDP socket':
      'A UDP socket with one fixed peer: faster sends, and ICMP errors are reported as ECONNREFUSED.',
    'UDP checksum': 'Optional in IPv4 and required in IPv6; damaged datagrams are dropped in silence.',
    'reliable UDP, KCP, ENet':
      'Libraries that add acknowledgments, order and resends to UDP for games and tunnels, with less waiting than TCP. Today QUIC is the standard answer.',
  },
  quic: {
    'connection ID, QUIC connection ID':
      'What names a QUIC connection instead of addresses and ports: it survives a change from Wi-Fi to LTE. Layer-4 balancers must route by it, or migration ends at another server.',
    'QUIC packet, Initial packet':
      'Nearly all of a packet is encrypted, numbers included. The first ones are padded to at least 1,200 bytes, and until the client’s address is validated a server sends three times what it received at most.',
    'Retry packet, address validation':
      'A busy QUIC server first sends a token to be returned: one round trip more, against forged addresses.',
    'QUIC datagram, unreliable datagram':
      'Messages inside a QUIC connection that are encrypted and never sent again (RFC 9221): media and games, as in WebTransport.',
    'UDP blocked, QUIC blocked':
      'Some company networks drop UDP 443; browsers then fall back to HTTP/2 over TCP. Measure how many of your users that is: commonly a few percent.',
  },
  'slow-start': {
    'initcwnd, IW10, initial window':
      'What a new connection may send before the first ACK: 10 segments, about 14.6 KB, since RFC 6928. A page up to that size needs one round trip less.',
    'slow start after idle, tcp_slow_start_after_idle':
      'Linux shrinks the window of a connection that was idle for longer than a retransmission timeout: kept connections start slowly again. 0 turns it off, for long-lived connections.',
    HyStart: 'Ends slow start when round trips begin to grow, before packets are lost (RFC 9406).',
  },
  'head-of-line-blocking': {
    'HOL blocking at TCP layer, TCP head-of-line blocking':
      'One lost segment holds up all later ones of the connection, so all streams of HTTP/2. QUIC holds up only the stream it belongs to.',
  },
  bufferbloat: {
    'AQM, active queue management, CoDel, fq_codel':
      'Drops or marks packets before a buffer is full, by how long they have waited (5 ms target): keeps ping times low while a link is busy. fq_codel also separates flows.',
  },
  sctp: {
    SCTP: 'A transport with messages, several streams and several addresses an association. In telephone networks, and inside DTLS as WebRTC’s data channel; NATs and firewalls don’t pass it plain.',
  },
  'port-and-socket': {
    'well-known ports, privileged port':
      'Ports 0–1023, registered for known services; on Linux only root or CAP_NET_BIND_SERVICE may listen there.',
    socket:
      'The end of a connection in a program: a file descriptor with an address, a port and buffers in the kernel.',
    'bind address, bind to address, 0.0.0.0 vs 127.0.0.1':
      'Where a server listens: 0.0.0.0 on every interface, 127.0.0.1 for this host alone. In a container 127.0.0.1 can’t be reached from outside.',
    'raw socket': 'A socket below TCP and UDP, for ping and scanners; needs CAP_NET_RAW.',
  },
  'event-loop': {
    epoll:
      'Linux’s way of waiting for many sockets at once: cost by activity, not by number. kqueue on BSD and macOS, IOCP on Windows.',
    io_uring:
      'Linux’s queues for system calls: operations are put into a ring and results read from another, many for one call. Often disabled in containers for its security history.',
    'zero copy, sendfile':
      'File to socket without a copy through the program: `sendfile`, `splice`. Why static files and Kafka’s consumers cost little CPU. TLS in user space undoes it, unless kTLS is used.',
    'thread per connection, thread-per-request':
      'Simple code, a stack of about 1 MB of address space each, and limits at some thousand. Virtual threads (Java 21) and goroutines keep the style without the cost.',
    'event loop lag, blocked event loop':
      'How late timers fire: one long computation holds up every request of the process. Measure it, and move work over some ms elsewhere.',
    UV_THREADPOOL_SIZE:
      'The threads that Node.js has for files, DNS lookups and crypto: 4. Four slow lookups and everything else of that kind waits.',
  },
}
