// Operating systems and what runs machines and containers, in versions whose support has ended.

import { managed, managedOr, months, type VersionedProduct } from './versioned-product'

export const unsupportedSystems: readonly VersionedProduct[] = [
  {
    name: 'Ubuntu',
    written: /\bubuntu(?: server| linux)?/i,
    unless: /\b(?:pro|esm)\b/i,
    support: 'standard',
    ended: months(
      '14.04: 2019-04, 16.04: 2021-04, 18.04: 2023-05, 20.04: 2025-05, 22.10: 2023-07, ' +
        '23.04: 2024-01, 23.10: 2024-07, 24.10: 2025-07, 25.04: 2026-01, 25.10: 2026-07',
    ),
    source: 'https://ubuntu.com/about/release-cycle',
  },
  {
    name: 'Debian',
    written: /\bdebian(?: gnu\/linux| linux)?/i,
    ended: months('8: 2020-06, 9: 2022-06, 10: 2024-06, 11: 2026-08'),
    source: 'https://wiki.debian.org/LTS',
  },
  {
    name: 'CentOS',
    written: /\bcentos(?: linux)?/i,
    ended: months('6: 2020-11, 7: 2024-06, 8: 2021-12'),
    source: 'https://www.centos.org/centos-linux-eol/',
  },
  {
    name: 'Red Hat Enterprise Linux',
    written: /\b(?:rhel|red hat enterprise linux)/i,
    support: 'standard',
    ended: months('6: 2020-11, 7: 2024-06'),
    source: 'https://access.redhat.com/support/policy/updates/errata',
  },
  {
    name: 'Windows Server',
    written: /\bwindows server/i,
    ended: months('2003: 2015-07, 2008: 2020-01, 2012: 2023-10'),
    support: 'standard',
    source: 'https://learn.microsoft.com/lifecycle/products/windows-server-2012-r2',
  },
  {
    name: 'Amazon EKS',
    written: /\beks\b(?: (?:cluster|control plane))?(?:[\s:(/-]{0,3}(?:kubernetes|k8s|version))?/i,
    support: 'extended',
    ended: months(
      '1.21: 2024-07, 1.22: 2024-09, 1.23: 2024-10, 1.24: 2025-01, 1.25: 2025-05, 1.26: 2025-06, ' +
        '1.27: 2025-07, 1.28: 2025-11, 1.29: 2026-03, 1.30: 2026-07, 1.31: 2026-11',
    ),
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
  },
  {
    name: 'Kubernetes',
    written: /\b(?:kubernetes|k8s)(?: cluster)?/i,
    unless: /\b(?:eks|aks|gke|ack|tke|openshift|rancher|k3s|rke2?|tanzu)\b/i,
    ended: months(
      '1.20: 2022-02, 1.21: 2022-06, 1.22: 2022-10, 1.23: 2023-02, 1.24: 2023-07, 1.25: 2023-10, ' +
        '1.26: 2024-02, 1.27: 2024-06, 1.28: 2024-10, 1.29: 2025-02, 1.30: 2025-06, 1.31: 2025-10, ' +
        '1.32: 2026-02, 1.33: 2026-06, 1.34: 2026-10',
    ),
    source: 'https://kubernetes.io/releases/',
  },
  {
    name: 'Camunda',
    written: /\bcamunda(?: bpm)?(?: platform)?/i,
    unless: /\benterprise\b|\bcib ?seven\b|\boperaton\b/i,
    ended: months('7: 2025-10'),
    support: 'community',
    source: 'https://docs.camunda.org/enterprise/announcement/',
  },
  {
    name: 'Alpine Linux',
    written: /\balpine(?: linux)?/i,
    unless: /\balpine\.?js\b/i,
    ended: months(
      '3.10: 2021-05, 3.11: 2021-11, 3.12: 2022-05, 3.13: 2022-11, 3.14: 2023-05, 3.15: 2023-11, ' +
        '3.16: 2024-05, 3.17: 2024-11, 3.18: 2025-05, 3.19: 2025-11, 3.20: 2026-04, 3.21: 2026-11',
    ),
    source: 'https://alpinelinux.org/releases/',
  },
  {
    name: 'Amazon Linux',
    written: /\bamazon ?linux/i,
    ended: months('2: 2026-06'),
    source: 'https://aws.amazon.com/amazon-linux-2/faqs/',
  },
  {
    name: 'CentOS Stream',
    written: /\bcentos stream/i,
    ended: months('8: 2024-05'),
    source: 'https://www.centos.org/cl-vs-cs/#end-of-life',
  },
  {
    name: 'Windows',
    written: /\bWindows(?= (?:7|8(?:\.1)?|10)\b)/,
    unless:
      /\b(?:LTS[BC]|IoT|server|clients?|guests?|browsers?|users?|tumbling|sliding|hopping|session|time)\b/i,
    support: 'free',
    ended: months('7: 2020-01, 8: 2016-01, 8.1: 2023-01, 10: 2025-10'),
    source: 'https://learn.microsoft.com/lifecycle/products/windows-10-home-and-pro',
  },
  {
    name: 'Proxmox VE',
    written: /\bproxmox(?: ve)?/i,
    ended: months('6: 2022-09, 7: 2024-07, 8: 2026-08'),
    source: 'https://pve.proxmox.com/wiki/FAQ',
  },
  {
    name: 'VMware ESXi',
    written: /\besxi/i,
    support: 'standard',
    ended: months('6: 2022-10, 7: 2025-10'),
    source: 'https://knowledge.broadcom.com/external/article/322186',
  },
  {
    name: 'Docker Engine',
    written: /\bdocker(?: engine| ce)?/i,
    unless: /desktop|compose|mirantis/i,
    ended: months('19.03: 2021-01, 20.10: 2023-12, 24.0: 2024-06, 26.1: 2025-02'),
    source: 'https://github.com/moby/moby/blob/master/project/BRANCHES-AND-TAGS.md',
  },
  {
    name: 'Istio',
    written: /\bistio/i,
    unless: /\b(?:asm|anthos|solo|tetrate|openshift|red hat|aks)\b/i,
    ended: months(
      '1.16: 2023-07, 1.17: 2023-10, 1.18: 2024-01, 1.19: 2024-04, 1.20: 2024-06, 1.21: 2024-09, ' +
        '1.22: 2025-01, 1.23: 2025-04, 1.24: 2025-06, 1.25: 2025-09, 1.26: 2025-12, 1.27: 2026-04, ' +
        '1.28: 2026-07, 1.29: 2026-08',
    ),
    source: 'https://istio.io/latest/docs/releases/supported-releases/',
  },
  {
    name: 'Traefik',
    written: /\btraefik(?: proxy)?/i,
    unless: /enterprise/i,
    ended: months(
      '1: 2021-12, 2: 2026-02, 2.9: 2023-04, 2.10: 2024-02, 3.0: 2024-07, 3.1: 2024-10, 3.2: 2025-01, ' +
        '3.3: 2025-05, 3.4: 2025-07, 3.5: 2025-11',
    ),
    source: 'https://doc.traefik.io/traefik/deprecation/releases/',
  },
  {
    name: 'Prometheus',
    written: /\bprometheus/i,
    unless: managed,
    ended: months('2: 2025-07'),
    source: 'https://prometheus.io/docs/introduction/release-cycle/',
  },
  {
    name: 'Grafana',
    written: /\bgrafana/i,
    unless: managedOr('grafana cloud'),
    ended: months('8: 2023-06, 9: 2024-05, 10: 2025-06, 11: 2026-06'),
    source: 'https://grafana.com/docs/grafana/latest/upgrade-guide/when-to-upgrade/',
  },
  {
    name: 'Jaeger',
    written: /\bjaeger(?:tracing)?(?:\/(?:all-in-one|jaeger-\w+))?/i,
    ended: months('1: 2025-12'),
    source: 'https://github.com/jaegertracing/jaeger/issues/6321',
  },
]
