// Terms of encryption, identity and attacks.

import type { Glossary } from './glossary'

export const securityTerms: Glossary = {
  tls: {
    'SSL, SSL 3.0': 'TLS’s predecessor, broken and forbidden (RFC 7568). People say SSL and mean TLS.',
    'TLS 1.0, TLS 1.1':
      'Forbidden since RFC 8996 (2021); browsers refuse them, PCI DSS too. What still needs them is old embedded software.',
    'TLS record, record layer':
      'TLS sends data in pieces of up to 16 KB, and a piece can be used only when it is complete: large records delay the first byte on slow links.',
    'TLS alert, alert protocol':
      'The message before a failed handshake closes: handshake_failure, unknown_ca, certificate_expired, unrecognized_name. The side that sends it is the one that refuses.',
    DTLS: 'TLS for datagrams: sequence numbers and resends of its handshake. In WebRTC, VPNs and IoT (RFC 9147).',
    STARTTLS:
      'A plain connection turns into TLS on command: SMTP, IMAP, PostgreSQL, LDAP. An attacker may strip the command; prefer ports with TLS from the first byte.',
    kTLS: 'TLS records encrypted in the kernel or the network card, so that sendfile works with TLS.',
    'POODLE, BEAST, Heartbleed':
      'Attacks of the years 2011–2014 on SSL 3.0, on TLS 1.0’s CBC and on OpenSSL’s memory. Reasons to allow TLS 1.2 and 1.3 alone, and to patch.',
    'session key, symmetric key':
      'The key that encrypts one connection’s data, agreed in the handshake and thrown away after it.',
    'SSL handshake is slow, TLS handshake slow, slow TLS handshake':
      'Look at the round trips first: 2 with TLS 1.2, 1 with 1.3, far users pay them in full. Then no resumption or keep-alive, RSA keys of 4,096 bits, a long chain of certificates, OCSP lookups, or a CPU without a free moment.',
  },
  'tls-1-2': {
    'TLS_RSA, static RSA':
      'TLS 1.2’s key exchange without forward secrecy: who gets the server’s key later reads recorded traffic. Switch it off.',
  },
  certificate: {
    'RSA vs ECDSA, RSA, ECDSA':
      'Two sorts of keys: RSA with 2,048 bits costs the server about 1 ms to sign, ECDSA P-256 less than a tenth, with a smaller certificate. Old clients may need RSA.',
    'Ed25519, EdDSA':
      'Fast, small signatures; usual for SSH and JWTs, not yet accepted in public web certificates.',
    'CSR, certificate signing request':
      'What is sent to the CA: the public key and the names, signed with the private key, which stays at home.',
    'SAN, subject alternative name':
      'The names (and addresses) that a certificate is valid for. Browsers look there alone; the common name is ignored.',
    'wildcard certificate':
      '`*.example.com` covers one label: not example.com itself, not a.b.example.com. One stolen key opens all of them.',
    'certificate transparency, CT log, SCT':
      'Public logs of every issued certificate; browsers demand proof of it. Watch them for your names, and expect inner host names to become public.',
    'certificate chain, intermediate certificate, chain of certificates':
      'Server certificate, then the intermediate that signed it, up to a root that the client has. A missing intermediate works in browsers, which fetch or know it, and fails in curl, Java and mobile apps.',
    'self-signed certificate':
      'Signed by its own key: nobody vouches for it. Put it into the client’s trust store for tests; never switch verification off.',
    'PEM, DER, PKCS#12, PFX, JKS':
      'File formats: PEM is base64 text between BEGIN lines, DER the bytes, PKCS#12 (.p12, .pfx) and JKS stores with key and chain behind a password.',
    'certificate lifetime, 47 days, 47-day certificates':
      'Public certificates may be valid 200 days since March 2026, 100 from March 2027 and 47 from March 2029 (CA/Browser Forum). Renewal must be automatic.',
    'DV certificate, OV certificate, EV certificate':
      'How much the CA checked: control of the domain, the organization, or more. Encryption is the same, and browsers show no difference any more.',
    'ACME, DNS-01, HTTP-01, TLS-ALPN-01':
      'The protocol by which certificates are ordered and renewed (RFC 8555): prove control of the name by a file under /.well-known (HTTP-01), a TXT record (DNS-01, needed for wildcards) or a TLS answer.',
    'certificate expiry, cert expiration, expired certificate':
      'From that minute every client refuses, at once and everywhere. Renew at two thirds of the lifetime, and alert on the days left as clients see them, since a renewed file that nobody reloaded is expired too.',
  },
  'product-let-s-encrypt': {
    'Let’s Encrypt rate limits':
      '50 certificates for each registered domain in 7 days, 5 for the same set of names, 300 new orders for an account in 3 hours; failed checks 5 an hour for each name. Try with the staging server.',
  },
  'certificate-authority': {
    'internal CA, private CA, root CA':
      'A CA of your own for names and services that no public one may certify. Its root must be in every client’s trust store, containers and JVMs included.',
    'trust store, CA bundle, truststore':
      'The roots that a client believes: the system’s, Java’s cacerts, Node’s built-in list, certifi for Python. A proxy that inspects TLS needs its root in each.',
    'cross-signing, cross-signed':
      'A root signed by another that old clients know; when the older one expires, clients with bad path building break.',
  },
  mtls: {
    'SPIFFE, SPIRE, SVID':
      'Names for workloads (`spiffe://domain/service`) in short-lived certificates that the platform hands out without any secret being stored.',
    'client certificate, client cert':
      'The certificate by which a client proves who it is in the handshake. It needs issuing, renewal and revocation like the server’s – for every client.',
    'PeerAuthentication, STRICT mTLS, PERMISSIVE mTLS':
      'Istio’s switch: PERMISSIVE takes mTLS and plain text, STRICT only mTLS. Health checks and callers without a sidecar fail once it is strict.',
  },
  'tls-termination': {
    'SSL offloading, TLS offload':
      'The balancer does the handshakes, so servers don’t. What runs behind it is plain text unless it is encrypted anew.',
    'TLS bridging, SSL bridging, re-encryption':
      'The proxy ends TLS, looks at the request, and opens TLS of its own to the backend: two handshakes, and the proxy sees everything.',
    'TLS passthrough, SSL passthrough':
      'The balancer forwards the encrypted bytes, at best by SNI: no routing by path, no HTTP headers, and the server sees the client’s certificate.',
    'hardware security module, HSM':
      'A device that keeps private keys and signs with them; the key never leaves it. Some hundred to some thousand signatures a second.',
  },
  'session-resumption': {
    'session ticket, TLS session tickets, PSK resumption':
      'The server gives the client its state, encrypted; brought back, it saves the certificates and most of the computation. All servers of a pool need the same ticket key, changed daily.',
    'TLS session ID, TLS session cache':
      'TLS 1.2’s older resumption: the state stays at the server. Behind a balancer it misses unless the cache is shared.',
  },
  sni: {
    SNI: 'The host name in the ClientHello, readable on the way: how one address serves many certificates, and how networks block by name.',
    'ECH, Encrypted Client Hello':
      'Encrypts the ClientHello with a key from DNS (HTTPS record), so that the host name no longer shows. Browsers have it, with encrypted DNS.',
    'ALPN, NextProtos':
      'The protocol agreed within the TLS handshake, without a round trip of its own: `h2`, `http/1.1`, `h3`. If a proxy in between doesn’t offer h2, gRPC fails.',
  },
  'cipher-suite': {
    'AES-GCM, AES-256-GCM, AES-128-GCM':
      'The usual cipher: encryption and integrity in one, several GB/s on a core with AES instructions. A nonce must never repeat under one key.',
    'ChaCha20-Poly1305':
      'A cipher that is fast without AES instructions: phones and small devices choose it.',
    AEAD: 'Encryption that notices changes too: AES-GCM, ChaCha20-Poly1305. TLS 1.3 has no others.',
    'CBC mode':
      'Older block encryption with a separate check: the cause of BEAST, Lucky 13 and POODLE. Not in TLS 1.3.',
    'AES-256, AES-128':
      'The symmetric cipher everybody uses, with keys of 256 or 128 bits. Both are safe; 256 is also so against quantum computers.',
    'SHA-256, SHA-2':
      'A hash of 256 bits: fingerprints, signatures, HMAC. For passwords it is far too fast; use Argon2id or bcrypt.',
    TLS_AES_128_GCM_SHA256:
      'A suite of TLS 1.3: names cipher and hash only; key exchange and signature are agreed apart.',
  },
  'forward-secrecy': {
    'Diffie-Hellman, ECDHE, X25519, key exchange':
      'Both sides send a public value and arrive at the same secret that nobody else can compute. New for each connection, hence forward secrecy. X25519 is the usual curve.',
    'post-quantum TLS, post-quantum key exchange, ML-KEM, Kyber, X25519MLKEM768, PQC':
      'A key exchange that quantum computers can’t break, combined with X25519. Browsers and CDNs use it already; the ClientHello grows by about 1.1 KB and may need a second packet, which some middleboxes drop.',
    'harvest now decrypt later':
      'Record encrypted traffic today and decrypt it with a quantum computer someday. The reason why key exchange is replaced before signatures are.',
  },
  'client-hello': {
    'JA3, JA4, TLS fingerprint, TLS fingerprinting':
      'A hash of what a ClientHello offers: tells browsers from scripts, whatever the User-Agent says. Used against bots.',
    HelloRetryRequest:
      'The server wants another key exchange group than the client guessed: one round trip more.',
  },
  ocsp: {
    'OCSP stapling':
      'The server fetches the proof that its certificate isn’t revoked and sends it along. Let’s Encrypt ended OCSP in 2025; short lifetimes and CRLs replace it.',
    'CRL, certificate revocation list':
      'The list of revoked certificates. Browsers get a digest of all of them from their maker instead of asking.',
    'Must-Staple': 'A certificate that is valid with a stapled OCSP answer only.',
  },
  'encryption-at-rest': {
    'envelope encryption, data key':
      'Data is encrypted with a key of its own, and that key with the KMS’s. Rotation encrypts the small keys anew, not the data.',
    'KMS, key management service':
      'Keeps keys, encrypts and decrypts with them by API, and logs each use: 5–20 ms and a price for each call, so cache data keys.',
    'customer managed key, CMK, BYOK':
      'A KMS key under your own policy; deleting or disabling it makes the data unreadable at once, backups too.',
    'end-to-end encryption, E2EE, Signal protocol, double ratchet':
      'Only the ends have the keys; servers carry what they can’t read. No server-side search, filters or previews, and lost devices lose history.',
    'field-level encryption, column encryption':
      'Single fields are encrypted by the application: the database’s administrator can’t read them, and its indexes can’t use them.',
    'TDE, transparent data encryption':
      'The database encrypts its files. Protects stolen disks and backups, nothing against who may log in.',
    'secrets management':
      'Passwords and keys come from a store at start or run time, not from code or images; short-lived ones, fetched by the workload’s identity, are best.',
  },
  oauth: {
    PKCE: 'The client sends a hash first and the secret behind it when it exchanges the code, so a stolen code is useless (RFC 7636). Required for every public client, and advised for all.',
    'client credentials, client credentials grant, machine-to-machine':
      'A service gets a token for itself with its id and secret (or a signed assertion). Cache it until shortly before it expires: one token call for each request doubles latency and hits limits.',
    'authorization code flow, authorization code':
      'The browser is sent to the identity provider, comes back with a code, and the server exchanges it for tokens. Two redirects, then one call from server to server.',
    'implicit flow, implicit grant':
      'Tokens in the redirect’s URL; abandoned, since they leak by history and referrers. Use the code flow with PKCE.',
    'device code flow, device flow, device authorization grant':
      'TVs and command lines show a code that is entered on another device, and poll every 5 s until it is done (RFC 8628).',
    'refresh token':
      'Long-lived, exchanged for new access tokens. Keep it out of JavaScript; revocable, unlike a JWT.',
    'refresh token rotation':
      'Each use returns a new refresh token and kills the old one; a second use means theft and ends the family. Two tabs at once look like theft: allow some seconds’ overlap.',
    'access token':
      'What the API checks: minutes to an hour. A JWT is checked without a call, an opaque token with one (introspection).',
    'ID token': 'OpenID Connect’s statement to the client about who logged in. Not meant for APIs.',
    'opaque token, token introspection, introspection endpoint':
      'A random string that only the issuer understands; APIs ask it, a call for each token and cache period (RFC 7662). Revocation works at once.',
    'token exchange, on-behalf-of':
      'A service trades the user’s token for one with the next service as audience (RFC 8693), instead of passing the original on.',
    'scope, OAuth scope':
      'What a token may be used for, as agreed by the user: `orders:read`. It limits the client, and doesn’t replace checks whether this user may see that order.',
    'OIDC, OpenID Connect':
      'Login on top of OAuth: an ID token, a userinfo endpoint, keys and addresses under /.well-known/openid-configuration.',
    SAML: 'Single sign-on by signed XML that the browser carries between identity provider and application; in companies. Clock skew and expired signing certificates are what breaks.',
    'SSO, single sign-on':
      'One login for many applications, at an identity provider: when it is down nobody gets in, though running sessions go on.',
    'DPoP, sender-constrained token':
      'Binds a token to the client’s key: each request carries a signature, so a stolen token alone is useless (RFC 9449).',
  },
  'session-vs-jwt': {
    'JWT, JSON Web Token':
      'Signed JSON: header, claims, signature, base64 with dots between. Anybody can read it, nobody can change it, and it is valid until `exp`: keep that to 5–15 min.',
    'HS256, RS256, ES256':
      'How a JWT is signed: HS256 with one shared secret (who can check can also forge), RS256 and ES256 with a private key and public checks. Fix the algorithm in the verifier; never take it from the token.',
    'JWKS, JWKS endpoint, kid':
      'The issuer’s public keys as JSON; `kid` says which one signed. Cache them, and fetch again for an unknown kid, at most once in some minutes.',
    'exp claim, iat, nbf, aud, iss':
      'Claims of a JWT: expires, issued at, not before, for whom, by whom. Check all of them, with about a minute’s tolerance for clocks.',
    'token revocation, JWT revocation, denylist':
      'A JWT can’t be called back: short lifetimes, or a list of revoked ids that each request checks – and then it is a session.',
    'JWT in cookie, CSRF with JWT':
      'In a cookie (HttpOnly) scripts can’t steal it, but browsers send it by themselves: SameSite and CSRF protection are needed. In a header it is the other way round.',
    'session fixation':
      'The attacker gives the victim a session id and waits for the login. Issue a new id at each login.',
    'session hijacking':
      'Somebody else uses a stolen session cookie. HttpOnly, Secure, SameSite, short lifetimes, a new login before what matters.',
    'session store, Redis session store':
      'Sessions in a store that all replicas share: one read for each request (about 1 ms), and everybody is logged out if it loses them.',
  },
  authorization: {
    'API key':
      'A long random string for a program: identifies and bills, knows no user and no expiry. Header rather than URL, stored hashed, two valid at a time so that it can be changed.',
    'bearer token':
      'Who has it may use it: `Authorization: Bearer …`. Never in URLs or logs, over TLS alone, short-lived.',
    'basic auth, basic authentication':
      'Name and password in base64 with every request: over TLS only, for tools and machines.',
    'authentication vs authorization, authn vs authz':
      'Who are you (401 if unknown) and what may you do (403 if not).',
  },
  'access-control': {
    RBAC: 'Rights by role: user → role → permission. Simple to check and to list; explodes when rights depend on the single object.',
    'ABAC, attribute-based access control':
      'Rights by attributes of user, object and situation: "own department, during working hours". Flexible, and hard to answer who may see what.',
    'ReBAC, Zanzibar, OpenFGA, SpiceDB':
      'Rights by relations: editor of the folder that holds the document. Google’s Zanzibar and its kin answer such checks in about 10 ms; every request then depends on that service.',
    'OPA, Open Policy Agent, Rego, policy engine':
      'Decides by written rules beside the service: as a sidecar well under a millisecond to a few ms, and without a network call. Bundles of rules arrive with a delay.',
    'least privilege, principle of least privilege':
      'Each user and program gets the rights it needs and no others, so a stolen credential opens little.',
    'row-level security, RLS':
      'The database adds a condition to each query of a role: tenants see their own rows whatever the code asks. Set the tenant for each transaction, or a pooled connection keeps the last one’s.',
    'service account':
      'The identity of a program. Prefer one that the platform proves (IRSA, workload identity) over a key file.',
    'confused deputy':
      'A service with rights is brought to use them for somebody who has none. Pass on the caller’s identity, and check it.',
  },
  injection: {
    'SQL injection, SQLi': 'Input becomes part of a query. Parameters, always; escaping by hand fails.',
    'XSS, cross-site scripting':
      'A page runs script that a user put in, with the victim’s session. Escape on output by default, a strict CSP, HttpOnly cookies.',
    'SSRF, server-side request forgery':
      'The server fetches an address that a user named: inner services, 169.254.169.254. Allow known hosts, resolve first and refuse private addresses, forbid redirects, fetch through an egress proxy.',
    'path traversal, directory traversal':
      '`../../etc/passwd` as a file name. Resolve the path and check that it is still inside.',
    'XXE, XML external entity':
      'An XML document that names files or URLs for the parser to load. Switch external entities off.',
    'insecure deserialization, deserialization attack':
      'Foreign bytes become objects whose construction runs code. Take JSON with a schema instead of native serialization.',
    'command injection, remote code execution, RCE':
      'Input ends up in a shell or an evaluator. Pass arguments as a list, never as a string.',
    'prompt injection':
      'Text that a model reads – a page, a mail, a document – gives it orders. It can’t be filtered out reliably: limit what the model’s tools may do, and ask people before what matters.',
    'Log4Shell, Log4j':
      'CVE-2021-44228: a logged string made Java load code over LDAP. Egress rules that allow known hosts alone would have stopped it.',
  },
  csrf: {
    'CSRF token, double submit cookie':
      'A secret in the page or a header that another site can’t know. With SameSite cookies and JSON APIs mostly a second line.',
    'SameSite, SameSite=Lax, SameSite=Strict':
      'Whether a cookie goes along when another site starts the request: Lax on top-level navigation alone (the default in Chrome), Strict never, None always and with Secure only.',
  },
  'security-headers': {
    'CSP, Content-Security-Policy':
      'Which scripts, images and connections a page may use. Nonces rather than lists of hosts; `connect-src` must name your API and WebSocket hosts, `report-only` first.',
    'X-Frame-Options, frame-ancestors, clickjacking':
      'Who may put the page into a frame, against clicks led astray by an invisible one. `frame-ancestors` in the CSP is the newer form.',
    'Permissions-Policy': 'Which browser features (camera, location) the page and its frames may use.',
    'Referrer-Policy':
      'How much of the address the next site sees; `strict-origin-when-cross-origin` is the default.',
    'COOP, COEP, CORP, cross-origin isolation':
      'Headers that keep a page’s process to itself; needed for SharedArrayBuffer and precise timers.',
    'subresource integrity, SRI':
      'A hash in the script tag: the browser refuses a file from a CDN that was changed. For fixed versions only.',
    'X-Content-Type-Options, nosniff': 'Forbids browsers to guess another type than Content-Type says.',
  },
  cors: {
    'preflight, preflight request, OPTIONS preflight':
      'An OPTIONS request before any cross-origin call with another method than GET, HEAD, POST, or with headers such as Authorization or JSON: a whole round trip. `Access-Control-Max-Age` saves it (2 h at most in Chrome).',
    'same-origin policy':
      'Scripts may read answers from their own scheme, host and port alone; CORS loosens it. It doesn’t keep requests from being sent.',
    'Access-Control-Allow-Credentials':
      'Lets cookies go along; the allowed origin must then be named, `*` is refused.',
    'works in curl but not in browser, works in Postman but not in the browser':
      'Browsers check what curl doesn’t: CORS (look for the preflight), mixed content, certificate chains, cookies’ SameSite. The network tab says which.',
  },
  ddos: {
    'volumetric attack':
      'More bits or packets than the line carries, up to Tbit/s. Only a network larger than the attack helps: CDN, provider’s scrubbing.',
    'application layer attack, HTTP flood, layer 7 DDoS':
      'Requests that look like users’ and hit what is expensive: search, login. Rate limits, caching, challenges.',
    Slowloris:
      'Many connections that send a header byte now and then and hold a worker each. A proxy that reads the whole request first, header timeouts.',
    'HTTP/2 Rapid Reset, rapid reset':
      'Streams opened and reset at once, thousands a second on one connection (CVE-2023-44487). Servers limit resets; update.',
    'scrubbing center':
      'Where a provider sends attacked traffic to be cleaned; adds its distance to each packet.',
    botnet: 'Thousands of taken-over devices that send on command: blocking single addresses doesn’t help.',
  },
  'threat-modeling': {
    STRIDE:
      'Six things to ask of each arrow: spoofing, tampering, repudiation, information disclosure, denial of service, elevation of privilege.',
    'OWASP, OWASP Top 10':
      'The usual list of web application risks: broken access control first, then misconfiguration, the software supply chain, cryptography, injection and others (2025). There is one for APIs, led by BOLA, and one for LLMs.',
    'defense in depth': 'Several barriers one behind the other, so that one failing isn’t the end.',
    'attack surface': 'Everything that an outsider can reach: ports, endpoints, uploads, dependencies.',
    'blast radius security, blast radius':
      'How much is lost when one part is taken over or fails: accounts, cells, keys for each service keep it small.',
    'data flow diagram, DFD':
      'Processes, stores, outside parties, flows, and the trust boundaries between them. Each flow across a boundary is a place to ask STRIDE’s questions.',
  },
  'software-supply-chain': {
    SBOM: 'The list of all components of a build (CycloneDX, SPDX): answers within minutes who has the vulnerable library.',
    SLSA: 'Levels of how far one can trust that a build came from that source: provenance, isolated builders.',
    'cosign, Sigstore':
      'Signs images and artifacts with a short-lived key bound to an identity; a cluster’s admission check refuses unsigned ones.',
    'dependency confusion, typosquatting':
      'A public package with an inner or a mistyped name gets installed. Scoped names, pinned registries, lock files.',
    'SAST, DAST, SCA':
      'Security scans: of source code, of the running application from outside, of dependencies.',
    CVE: 'A number for a known vulnerability; CVSS rates its severity 0–10, EPSS how likely it is used.',
  },
  'privacy-compliance': {
    GDPR: 'European law on personal data: purpose, minimum, deletion, 72 hours to report a breach, and conditions for data leaving the EU.',
    'PII, personal data':
      'What identifies a person: name, mail, IP address too. Keep it out of logs, URLs and analytics.',
    'HIPAA, PHI': 'US rules for health data: contracts with every processor, encryption, access logs.',
    'SOC 2, ISO 27001':
      'Audits of how a company handles security: SOC 2 a report on controls over months, ISO 27001 a certificate of the management system.',
    'pseudonymization, anonymization, tokenization':
      'Names replaced by keys that can be turned back (pseudonyms, tokens), or not (anonymous). Only the latter leaves the GDPR.',
    'data residency, data sovereignty':
      'Data must stay in a country, or under its law alone. Decides regions, backups, logs and support access.',
    'audit trail, audit log': 'Who did what when, append-only and kept apart from who could change it.',
  },
  'pci-scope': {
    'PCI DSS':
      'The card industry’s rules. What stores, handles or can reach card numbers is in scope; a provider’s hosted fields keep your servers out of most of it.',
    'card tokenization': 'The provider keeps the card number and gives a token that is useless elsewhere.',
  },
  'account-flows': {
    'MFA, 2FA, two-factor authentication':
      'A second proof beside the password. SMS can be phished and intercepted, TOTP phished, passkeys neither.',
    TOTP: 'Six digits from a shared secret and the time, new every 30 s (RFC 6238). Clocks may differ by a step; accept each code once.',
    'passkey, WebAuthn, FIDO2':
      'A key pair for each site, kept by the device: nothing to steal at the server, and phishing fails since the key is bound to the domain.',
    'password hashing, Argon2id, bcrypt, scrypt':
      'Slow on purpose: 50–250 ms of CPU for each login (Argon2id with 19 MB and more, bcrypt with cost 10–12). A burst of logins is a CPU load to plan and limit.',
    'magic link, OTP':
      'A one-time link or code by mail or SMS: waits for delivery (seconds to minutes), must expire within 10–15 min and work once. Mail scanners open links: ask for a click.',
    'credential stuffing':
      'Passwords leaked elsewhere are tried by the million. Limits by account and address, leaked-password checks, MFA.',
  },
  'web-application-firewall': {
    'OWASP CRS, core rule set, ModSecurity':
      'Rules that give suspicious requests points and block above a threshold. Begin in detection mode: false alarms on JSON and rich text are common.',
    'geo blocking, geo restriction':
      'Allow or block by the address’s country. VPNs get around it, and about 1% of addresses are placed wrongly.',
    'rate-based rule':
      'A WAF rule that blocks an address above so many requests in 1–5 min. Offices and carriers share addresses.',
  },
  'captcha-and-bots': {
    'CAPTCHA, reCAPTCHA, Turnstile, hCaptcha':
      'A challenge against scripts: a call from browser and server to a third party. Decide what happens when it is down.',
    'device fingerprint':
      'Traits of browser and device that recognize it without a cookie; personal data under GDPR.',
  },
  'request-signature': {
    'HMAC, HMAC-SHA256, HMAC-SHA512':
      'A hash over message and shared secret: proves who sent it and that nothing changed. Compare in constant time, sign a timestamp, refuse what is older than 5 min.',
    'AWS Signature Version 4, SigV4':
      'AWS’s request signature: HMAC over method, path, headers and body’s hash with a key derived from date, region and service. Clocks may differ by 5 min, at S3 by 15.',
    'HMAC webhook signature, X-Hub-Signature, webhook signature':
      'The sender signs the raw body; check before parsing, since re-serialized JSON has another hash. Keep two secrets valid while changing them.',
  },
  'key-rotation': {
    'secret rotation, credential rotation':
      'New secret valid beside the old, everybody switches, old one off. Needs clients that reload, or every rotation is an outage.',
  },
}
