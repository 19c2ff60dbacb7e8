// All settings, one file per kind of program.

import { settingsOfBrokers } from './brokers'
import { settingsOfClients } from './clients'
import { settingsOfDrivers } from './drivers'
import { furtherSettingsOfProxies } from './further-proxies'
import { furtherSettingsOfStores } from './further-stores'
import { settingsOfPlatforms } from './platforms'
import { settingsOfProxies } from './proxies'
import { settingsOfServers } from './servers'
import type { SettingsOf } from './setting'
import { settingsOfStores } from './stores'

export const allSettings: readonly SettingsOf[] = [
  ...settingsOfStores,
  ...settingsOfProxies,
  ...settingsOfBrokers,
  ...settingsOfPlatforms,
  ...settingsOfClients,
  ...settingsOfServers,
  ...settingsOfDrivers,
  ...furtherSettingsOfStores,
  ...furtherSettingsOfProxies,
]
