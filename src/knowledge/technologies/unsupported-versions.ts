// Versions that pictures name although their support has ended: when, by product.

import type { Month } from './month'

export interface VersionedProduct {
  readonly name: string
  /** How labels write it, up to what stands before the version. */
  readonly written: RegExp
  /** In the same label: somebody else maintains it, or another product of that name is meant. */
  readonly unless?: RegExp
  /** The last month of fixes for everybody. A version stands for those below it: `3` for `3.2`, unless that is listed. */
  readonly ended: ReadonlyMap<string, Month>
  /** What has ended where others than everybody still get fixes. */
  readonly support?: 'free' | 'standard' | 'community' | 'extended'
  /** Where its vendor says so. */
  readonly source: string
}

/** Clouds that fix old versions longer than the vendors do. */
const managed =
  /\b(?:rds|aurora|cloud ?sql|alloy ?db|azure|atlas|document ?db|cosmos|elasti ?cache|memory ?db|memorystore|amazon|aws|gcp|google|neon|supabase|aiven|managed|serverless|heroku|digital ?ocean|planetscale|mq)\b/i

const managedOr = (others: string) => new RegExp(`${managed.source}|${others}`, 'i')

/** `18: 2025-04, 20: 2026-04` */
const months = (listed: string): ReadonlyMap<string, Month> =>
  new Map(listed.split(', ').map(each => each.split(': ') as [string, Month]))

export const versionedProducts: readonly VersionedProduct[] = [
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
    name: 'SQL Server',
    written: /\b(?:sql server|mssql)/i,
    unless: managed,
    ended: months('2008: 2019-07, 2012: 2022-07, 2014: 2024-07, 2016: 2026-07'),
    support: 'standard',
    source: 'https://learn.microsoft.com/lifecycle/products/sql-server-2016',
  },
  {
    name: 'Node.js',
    written: /\b(?:node(?:\.js|js| js)|node(?=:\d\d(?:[-.\s]|$)))/i,
    ended: months(
      '8: 2019-12, 10: 2021-04, 11: 2019-06, 12: 2022-04, 13: 2020-06, 14: 2023-04, 15: 2021-06, ' +
        '16: 2023-09, 17: 2022-06, 18: 2025-04, 19: 2023-06, 20: 2026-04, 21: 2024-06, 23: 2025-06, ' +
        '25: 2026-06',
    ),
    source: 'https://github.com/nodejs/Release#end-of-life-releases',
  },
  {
    name: 'Python',
    written: /\bpython/i,
    unless: /pypy/i,
    ended: months(
      '2: 2020-01, 3.5: 2020-09, 3.6: 2021-12, 3.7: 2023-06, 3.8: 2024-10, 3.9: 2025-10, ' + '3.10: 2026-10',
    ),
    source: 'https://devguide.python.org/versions/',
  },
  {
    name: 'PHP',
    written: /\bphp(?:-fpm)?/i,
    ended: months(
      '5: 2018-12, 7: 2022-11, 7.0: 2019-01, 7.1: 2019-12, 7.2: 2020-11, 7.3: 2021-12, ' +
        '8.0: 2023-11, 8.1: 2025-12',
    ),
    source: 'https://www.php.net/eol.php',
  },
  {
    name: 'Ruby',
    written: /\bruby/i,
    ended: months('2: 2023-03, 2.5: 2021-03, 2.6: 2022-03, 3.0: 2024-04, 3.1: 2025-03, 3.2: 2026-03'),
    source: 'https://www.ruby-lang.org/en/downloads/branches/',
  },
  {
    name: 'Java',
    written: /\b(?:java(?: se| jdk)?|(?:open)?jdk)/i,
    ended: months(
      '9: 2018-03, 10: 2018-09, 12: 2019-09, 14: 2020-09, 16: 2021-09, 18: 2022-09, 19: 2023-03, ' +
        '20: 2023-09, 22: 2024-09, 23: 2025-03, 24: 2025-09',
    ),
    source: 'https://www.oracle.com/java/technologies/java-se-support-roadmap.html',
  },
  {
    name: '.NET Core',
    written: /(?<![\w.])\.net core(?: runtime| sdk)?/i,
    ended: months('1: 2019-06, 2: 2021-08, 2.0: 2018-10, 2.2: 2019-12, 3: 2022-12, 3.0: 2020-03'),
    source: 'https://dotnet.microsoft.com/platform/support/policy/dotnet-core',
  },
  {
    name: '.NET',
    written:
      /(?<![\w.])(?:asp)?\.net(?: core)?(?: runtime| sdk)?|\bdotnet(?:\/(?:aspnet|runtime|sdk))?(?=[:/ ]v?\d)/i,
    ended: months('5: 2022-05, 6: 2024-11, 7: 2024-05, 8: 2026-11, 9: 2026-11'),
    source: 'https://dotnet.microsoft.com/platform/support/policy/dotnet-core',
  },
  {
    name: 'MySQL',
    written: /\bmysql(?: server| community)?/i,
    unless: managedOr('percona|mariadb'),
    ended: months(
      '5: 2023-10, 5.5: 2018-12, 5.6: 2021-02, 8.0: 2026-04, 8.1: 2023-10, 8.2: 2023-12, ' + '8.3: 2024-04',
    ),
    source: 'https://www.mysql.com/support/eol-notice.html',
  },
  {
    name: 'MariaDB',
    written: /\bmaria ?db(?: server)?/i,
    unless: managed,
    ended: months('10.2: 2022-05, 10.3: 2023-05, 10.4: 2024-06, 10.5: 2025-06, 10.6: 2026-07'),
    source: 'https://mariadb.org/about/#maintenance-policy',
  },
  {
    name: 'PostgreSQL',
    written: /\bpostgres(?:ql)?/i,
    unless: managed,
    ended: months(
      '9: 2021-11, 9.4: 2020-02, 9.5: 2021-02, 10: 2022-11, 11: 2023-11, 12: 2024-11, 13: 2025-11, ' +
        '14: 2026-11',
    ),
    source: 'https://www.postgresql.org/support/versioning/',
  },
  {
    name: 'MongoDB',
    written: /\bmongo(?: ?db)?(?: community)?/i,
    unless: managed,
    ended: months('3: 2021-04, 4: 2024-02, 4.0: 2022-04, 4.2: 2023-04, 5: 2024-10, 6: 2025-07'),
    source: 'https://www.mongodb.com/legal/support-policy/lifecycles',
  },
  {
    name: 'Redis',
    written: /\bredis(?: oss)?/i,
    unless: managedOr(String.raw`enterprise|valkey|\bstack\b`),
    ended: months('4: 2020-04, 5: 2022-04, 6.0: 2022-05, 7.0: 2024-07'),
    source: 'https://github.com/redis/redis/blob/unstable/SECURITY.md',
  },
  {
    name: 'Elasticsearch',
    written: /\belastic ?search/i,
    unless: managed,
    ended: months('6: 2022-02, 7: 2026-01'),
    source: 'https://www.elastic.co/support/eol',
  },
  {
    name: 'RabbitMQ',
    written: /\brabbit ?mq/i,
    unless: managedOr('tanzu|cloudamqp'),
    support: 'community',
    ended: months('3: 2024-09, 4.0: 2025-04, 4.1: 2026-01'),
    source: 'https://www.rabbitmq.com/release-information',
  },
  {
    name: 'Angular',
    written: /\bangular/i,
    ended: months(
      '9: 2021-08, 10: 2021-12, 11: 2022-05, 12: 2022-11, 13: 2023-05, 14: 2023-11, 15: 2024-05, ' +
        '16: 2024-11, 17: 2025-05, 18: 2025-11, 19: 2026-05, 20: 2026-11',
    ),
    source: 'https://angular.dev/reference/releases',
  },
  {
    name: 'Vue',
    written: /\bvue(?:\.?js)?/i,
    ended: months('2: 2023-12'),
    source: 'https://v2.vuejs.org/eol/',
  },
  {
    name: 'Nuxt',
    written: /\bnuxt(?:\.?js)?/i,
    ended: months('2: 2024-06, 3: 2026-07'),
    source: 'https://nuxt.com/docs/community/roadmap',
  },
  {
    name: 'Next.js',
    written: /\bnext(?:\.js|js| js)/i,
    ended: months('12: 2022-11, 13: 2024-12, 14: 2025-10'),
    source: 'https://nextjs.org/support-policy',
  },
  {
    name: 'Spring Boot',
    written: /\bspring ?boot/i,
    support: 'free',
    ended: months(
      '1: 2019-08, 2: 2023-06, 3: 2026-06, 3.0: 2023-12, 3.1: 2024-06, 3.2: 2024-12, 3.3: 2025-06, ' +
        '3.4: 2025-12',
    ),
    source: 'https://spring.io/projects/spring-boot#support',
  },
  {
    name: 'Django',
    written: /\bdjango/i,
    unless: /rest framework|\bdrf\b/i,
    ended: months(
      '1: 2020-04, 2: 2022-04, 3: 2024-04, 3.0: 2021-04, 3.1: 2021-12, 4: 2026-04, 4.0: 2023-04, ' +
        '4.1: 2023-12, 5.0: 2025-04, 5.1: 2025-12',
    ),
    source: 'https://www.djangoproject.com/download/#supported-versions',
  },
  {
    name: 'Rails',
    written: /\brails(?: api)?/i,
    ended: months('5: 2022-06, 6: 2024-10, 6.0: 2023-06, 7: 2026-08, 7.0: 2025-04, 7.1: 2025-10'),
    source: 'https://rubyonrails.org/maintenance',
  },
  {
    name: 'Laravel',
    written: /\blaravel(?: framework| api)?/i,
    ended: months('6: 2022-09, 7: 2021-03, 8: 2023-01, 9: 2024-02, 10: 2025-02, 11: 2026-03'),
    source: 'https://laravel.com/docs/releases#support-policy',
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
