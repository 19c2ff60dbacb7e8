// Connections: ports, handshakes, and the links of a call between many.

/** Local ports that Linux gives out by default, and the seconds a closed one stays in TIME_WAIT. */
export const LINUX_PORTS = 28_232
const TIME_WAIT_SECONDS = 60

/** New connections a second from one address to one destination before ports run out: about 470 on Linux. */
export const connectionRateLimit = (ports = LINUX_PORTS, timeWaitSeconds = TIME_WAIT_SECONDS): number =>
  ports / timeWaitSeconds
