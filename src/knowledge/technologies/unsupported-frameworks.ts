// Frameworks and applications in versions whose support has ended.

import { managedOr, months, type VersionedProduct } from './versioned-product'

export const unsupportedFrameworks: readonly VersionedProduct[] = [
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
    ended: months('10: 2021-06, 11: 2022-01, 12: 2022-11, 13: 2024-12, 14: 2025-10'),
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
    name: 'Spring Framework',
    written: /\bspring (?:framework|mvc|webflux)/i,
    support: 'free',
    ended: months('4: 2020-12, 5: 2024-08, 5.2: 2021-12, 6: 2026-06, 6.0: 2024-06, 6.1: 2025-06'),
    source: 'https://spring.io/projects/spring-framework#support',
  },
  {
    name: 'Symfony',
    written: /\bsymfony/i,
    ended: months(
      '3: 2021-11, 4: 2023-11, 5.3: 2022-01, 6.0: 2023-01, 6.1: 2023-01, 6.2: 2023-07, 6.3: 2024-01, ' +
        '7.0: 2024-07, 7.1: 2025-01, 7.2: 2025-07, 7.3: 2026-01, 8.0: 2026-07',
    ),
    source: 'https://symfony.com/releases',
  },
  {
    name: 'Tomcat',
    written: /\btomcat/i,
    unless: /tomee|jboss|herodevs/i,
    ended: months('6: 2016-12, 7: 2021-03, 8: 2024-03, 8.0: 2018-06, 10.0: 2022-10'),
    source: 'https://tomcat.apache.org/whichversion.html',
  },
  {
    name: 'Apollo Server',
    written: /\bapollo server/i,
    ended: months('2: 2023-10, 3: 2024-10, 4: 2026-01'),
    source: 'https://www.apollographql.com/docs/apollo-server/previous-versions',
  },
  {
    name: 'Bootstrap',
    written: /\bBootstrap(?: CSS)?/,
    ended: months('3: 2019-07, 4: 2023-01'),
    source: 'https://github.com/twbs/release',
  },
  {
    name: 'Drupal',
    written: /\bdrupal/i,
    ended: months('7: 2025-01, 8: 2021-11, 9: 2023-11'),
    source: 'https://www.drupal.org/about/core/policies/core-release-cycles/schedule',
  },
  {
    name: 'Joomla',
    written: /\bjoomla!?/i,
    ended: months('3: 2023-08, 4: 2025-10'),
    source: 'https://developer.joomla.org/roadmap.html',
  },
  {
    name: 'Keycloak',
    written: /\bkeycloak/i,
    unless: /red hat|rhbk|phase ?two|cloud-iam/i,
    support: 'community',
    ended: months(
      '15: 2021-12, 16: 2022-03, 17: 2022-04, 18: 2022-07, 19: 2022-11, 20: 2023-02, 21: 2023-07, ' +
        '22: 2023-11, 23: 2024-03, 24: 2024-06, 25: 2024-10',
    ),
    source: 'https://github.com/keycloak/keycloak/security/policy',
  },
  {
    name: 'Airflow',
    written: /\bairflow/i,
    unless: managedOr('mwaa|composer|astronomer'),
    ended: months('1: 2021-06, 2: 2026-04'),
    source: 'https://airflow.apache.org/docs/apache-airflow/stable/installation/supported-versions.html',
  },
  {
    name: 'Spark',
    written: /\b(?:apache |py)?spark/i,
    unless: managedOr('databricks|emr|glue|dataproc|synapse|fabric|cloudera'),
    ended: months('2: 2021-05, 3.0: 2021-12, 3.1: 2022-08, 3.2: 2023-04, 3.3: 2023-12, 3.4: 2024-10'),
    source: 'https://spark.apache.org/versioning-policy.html',
  },
]
