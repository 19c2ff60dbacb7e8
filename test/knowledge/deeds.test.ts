// What is done with data, told from an arrow's words in several languages.

import { expect, it } from 'vitest'
import { saysPublish, saysWrite } from '../../src/knowledge'

it.each([
  'INSERT order',
  'saves the cart',
  'Guarda el pedido',
  'Escreve em',
  'Salva no PostgreSQL',
  'Enregistre la commande',
  'met à jour le stock',
  'speichert die Bestellung',
  'Сохраняет заказ',
  '写入数据库',
  '注文を登録する',
  '주문 저장',
  'Tạo đơn hàng',
  'simpan pesanan',
  'siparişi kaydet',
  'Aggiorna lo stato',
  'Створити замовлення',
  'PutItem',
  'orders.updateOne({ id })',
])('“%s” writes', text => expect([saysWrite(text), saysPublish(text)]).toEqual([true, false]))

it.each([
  'publish OrderPlaced',
  'order events',
  'Publica evento',
  'Émet un événement',
  'veröffentlicht Bestellungen',
  'Публикует событие',
  '发布订单事件',
  'イベントを発行',
  '이벤트 발행',
  'Phát sự kiện',
  'Публікує подію',
])('“%s” publishes', text => expect([saysWrite(text), saysPublish(text)]).toEqual([false, true]))

it.each([
  'SELECT orders',
  'SELECT orders FOR UPDATE SKIP LOCKED',
  'lee el pedido',
  'Consulta',
  'liest Bestellungen',
  'Читает заказ',
  '查询订单',
  'savepoint',
  'eventually',
])('“%s” does neither', text => expect([saysWrite(text), saysPublish(text)]).toEqual([false, false]))
