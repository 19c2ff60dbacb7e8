// Frameworks and applications in versions whose support has ended.

import { months, type VersionedProduct } from './versioned-product'

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
]
