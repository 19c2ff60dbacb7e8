// Operating systems and what runs machines and containers, in versions whose support has ended.

import { months, type VersionedProduct } from './versioned-product'

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
]
