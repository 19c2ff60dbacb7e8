// What is written down of a product whose old versions are out of support.

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
export const managed =
  /\b(?:rds|aurora|cloud ?sql|alloy ?db|azure|atlas|document ?db|cosmos|elasti ?cache|memory ?db|memorystore|amazon|aws|gcp|google|neon|supabase|aiven|managed|serverless|heroku|digital ?ocean|planetscale|mq)\b/i

export const managedOr = (others: string) => new RegExp(`${managed.source}|${others}`, 'i')

/** `18: 2025-04, 20: 2026-04` */
export const months = (listed: string): ReadonlyMap<string, Month> =>
  new Map(listed.split(', ').map(each => each.split(': ') as [string, Month]))
