// Boxes that configure what runs, told from systems whose names sound alike.

import { describe, expect, it } from 'vitest'
import { namesConfiguration } from '../../src/knowledge'

const objects = [
  'ConfigMap',
  'Gateway Secret',
  'ServiceAccount RBAC',
  'HPA for the workers',
  'NetworkPolicy',
  'IAM role',
  'NSG: allow 443',
  'Pod Security Context',
  '🔐 Secret (credentials)',
]

const systems = [
  'Secrets Manager',
  'RBAC engine',
  'Security group service',
  'API gateway (JWT, RBAC)',
  'Order service with HPA',
  'Role service',
  'Secret santa app of the whole company',
]

describe('what configures a system', () => {
  it.each(objects)('%s does', label => expect(namesConfiguration(label)).toBe(true))
  it.each(systems)('%s does not', label => expect(namesConfiguration(label)).toBe(false))
})
