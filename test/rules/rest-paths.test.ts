// Paths with verbs in them, and the paths of the resources they mean.

import { describe, expect, it } from 'vitest'
import { restPathFor, verbPathIn } from '../../src/rules/queries/rest-paths'

const better = (path: string): string | undefined => {
  const found = verbPathIn(path)
  return found && `${found.method} ${restPathFor(found)}`
}

describe('a path with a verb', () => {
  it.each([
    ['/createUser', 'POST /users'],
    ['/api/v1/createOrderItem', 'POST /api/v1/order-items'],
    ['/getAllProducts', 'GET /products'],
    ['/orders/getAll', 'GET /orders'],
    ['/getUser', 'GET /users/:id'],
    ['/getUsers?active=true', 'GET /users?active=true'],
    ['/get_user_by_id', 'GET /users/:id'],
    ['/getOrdersByUser', 'GET /orders?user=…'],
    ['/getWeeklyFigureByAgent', 'GET /weekly-figures?agent=…'],
    ['/updateCategory', 'PUT /categories/:id'],
    ['/deleteOrder/17', 'DELETE /orders/17'],
    ['/deleteOrder?id=17', 'DELETE /orders/:id'],
    ['/UpdateAddress', 'PUT /addresses/:id'],
    ['createUser', 'POST /users'],
    ['/removebox', undefined],
    ['/remove-box', 'DELETE /boxes/:id'],
  ])('%s means %s', (path, expected) => expect(better(path)).toBe(expected))
})

describe('a path without one', () => {
  it.each([
    '',
    '/',
    '/orders',
    '/addresses',
    '/get-started',
    '/newsletter',
    '/search',
    '/orders/17:cancel',
    '/create-report-with-data',
    '/gets',
  ])('%s is left alone', path => expect(verbPathIn(path)).toBeUndefined())
})
