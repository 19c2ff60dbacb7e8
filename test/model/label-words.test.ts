// A label cut into words and figures, each with its place.

import { expect, test } from 'vitest'
import { labelWords } from '../../src/model/annotations/labels/words'
import { cutUnspaced } from '../../src/model/annotations/labels/words-abroad'

/** `duration 2s 4-7` for each word. */
const cut = (label: string) =>
  labelWords(label).map(
    ({ kind, figure, text, start, end }) =>
      `${figure ?? kind} ${JSON.stringify(text).slice(1, -1)} ${start}-${end}`,
  )

test.each<[string, readonly string[]]>([
  ['GET 3 ms', ['word GET 0-3', 'duration 3ms 4-8']],
  ['took 5 m', ['word took 0-4', 'number 5 5-6', 'word m 7-8']],
  ['took 5 s.', ['word took 0-4', 'duration 5s 5-8']],
  ['5 % of', ['percent 5% 0-3', 'word of 4-6']],
  ['11. Retry', ['break 11. 0-3', 'word Retry 4-9']],
  ['a, 3) check', ['word a 0-1', 'break , 1-2', 'break 3 3-4', 'break ) 4-5', 'word check 6-11']],
  ['3)check', ['number 3 0-1', 'break ) 1-2', 'word check 2-7']],
  ['(4a) charge', ['break ( 0-1', 'break 4a 1-3', 'break ) 3-4', 'word charge 5-11']],
  ['wait (4s) first', ['word wait 0-4', 'break ( 5-6', 'duration 4s 6-8', 'break ) 8-9', 'word first 10-15']],
  ['#6 notify', ['break #6 0-2', 'word notify 3-9']],
  ['step 3 ms', ['word step 0-4', 'break 3 5-6', 'word ms 7-9']],
  ['a\nb', ['word a 0-1', 'break \\n 1-2', 'word b 2-3']],
  ['a -- b', ['word a 0-1', 'break -- 2-4', 'word b 5-6']],
  ['<b>a</b><br/>b', ['link <b> 0-3', 'word a 3-4', 'link </b> 4-8', 'break <br/> 8-13', 'word b 13-14']],
  ['p99 < 5ms', ['word p99 0-3', 'compare < 4-5', 'duration 5ms 6-9']],
  ['now + 5ms', ['word now 0-3', 'plus + 4-5', 'duration 5ms 6-9']],
  ['x {a: 1} y', ['word x 0-1', ...[2, 3, 4, 5, 6, 7].map(at => `break \\n ${at}-${at + 1}`), 'word y 9-10']],
  ['GET /重试/3', ['word GET 0-3', 'word /重试/3 4-9']],
  ['ws://重试.example', ['word ws://重试.example 0-15']],
  ['fire-and-forget', ['word fire 0-4', 'word and 5-8', 'word forget 9-15']],
  ['maxRetries: 1,500', ['word max 0-3', 'word Retries 3-10', 'link : 10-11', 'number 1500 12-17']],
  ['1m 30s', ['duration 1m30s 0-6']],
  ['1m, 30s', ['duration 1m 0-2', 'break , 2-3', 'duration 30s 4-7']],
  ['1d 2h', ['duration 1d2h 0-5']],
  ['1h 59m', ['duration 1h59m 0-6']],
  ['请 超时2秒', ['word 请 0-1', 'word timeout 2-4', 'duration 2s 4-6']],
])('“%s” is %o', (label, words) => expect(cut(label)).toEqual(words))

test.each<[string, readonly string[]]>([
  ['mal2', ['mal2 0']],
  ['漢字2', ['漢字2 0']],
  ['注文タイムアウト5秒', ['注文 0', 'タイムアウト 2', '5 8', '秒 9']],
  ['超时5请求', ['超时 0', '5 2', '请求 3']],
  ['超时abc请求', ['超时 0', 'abc 2', '请求 5']],
  ['请求超时后端', ['请求 0', '超时 2', '后端 4']],
  ['请个求超时', ['请 0', '求 2', '超时 3']],
  ['3个副本', ['3 0', '副本 2']],
])('“%s” is made of %o', (text, pieces) =>
  expect(cutUnspaced(text).map(piece => `${piece.text} ${piece.start}`)).toEqual(pieces),
)
