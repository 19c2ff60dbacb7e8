// Languages and runtimes in versions whose support has ended.

import { months, type VersionedProduct } from './versioned-product'

export const unsupportedLanguages: readonly VersionedProduct[] = [
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
      '6: 2018-12, 7: 2022-07, 9: 2018-03, 10: 2018-09, 12: 2019-09, 14: 2020-09, 16: 2021-09, 18: 2022-09, 19: 2023-03, ' +
        '20: 2023-09, 22: 2024-09, 23: 2025-03, 24: 2025-09, 26: 2026-09',
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
    name: 'Go',
    written: /(?<![\w.-])(?:golang|go)(?=[ :@]v?1\.\d)/i,
    ended: months(
      '1.13: 2020-08, 1.14: 2021-02, 1.15: 2021-08, 1.16: 2022-03, 1.17: 2022-08, 1.18: 2023-02, ' +
        '1.19: 2023-08, 1.20: 2024-02, 1.21: 2024-08, 1.22: 2025-02, 1.23: 2025-08, 1.24: 2026-02, ' +
        '1.25: 2026-08',
    ),
    source: 'https://go.dev/doc/devel/release#policy',
  },
  {
    name: '.NET Framework',
    written: /\.net framework/i,
    ended: months('4.0: 2016-01, 4.5: 2016-01, 4.5.2: 2022-04, 4.6.1: 2022-04'),
    source: 'https://learn.microsoft.com/lifecycle/products/microsoft-net-framework',
  },
]
