// Labels of HTML in a drawing as SVG's own text, which every program shows.

import { svg as create } from '../dom'

/**
 * Texts in the place of the HTML in a drawing that is in the page, or in a copy of it. What the lines are and where is
 * measured on the drawing itself. A browser makes a layer of its own of each label of HTML, and goes through all of
 * them in each frame it shows.
 */
export const usePlainLabels = (
  drawing: SVGSVGElement,
  { copy = drawing, isMeant = () => true }: PlainLabels = {},
) => {
  const drawn = [...drawing.querySelectorAll('foreignObject')]
  const copied = [...copy.querySelectorAll('foreignObject')]
  const meant = drawn.flatMap((original, place) => {
    const label = copied[place]
    return label && isMeant(original) ? [{ label, texts: plainLabel(original) }] : []
  })
  // Blanks are not drawn: they are for what reads the words out.
  for (const { label, texts } of meant)
    label.replaceWith(create('g', { class: 'plain-label' }, ...texts.flatMap(text => [text, ' '])))
}

interface PlainLabels {
  readonly copy?: SVGSVGElement
  readonly isMeant?: (label: Element) => boolean
}

/** Whether a label is nothing but words, which texts show as well. */
export const isWords = (label: Element): boolean => label.querySelector('math, img, svg, li, td') === null

const plainLabel = (label: SVGForeignObjectElement): readonly SVGElement[] => {
  const frame = label.getBoundingClientRect()
  const { width, height, x, y } = label
  if (frame.width === 0 || width.baseVal.value === 0) return []
  const scale = frame.width / width.baseVal.value
  const place = (box: DOMRect) => ({
    x: x.baseVal.value + (box.left - frame.left) / scale,
    y: y.baseVal.value + (box.top - frame.top) / scale,
    width: box.width / scale,
    height: box.height / scale,
  })
  const backgrounds = [...label.querySelectorAll('*')].flatMap(element => {
    const { backgroundColor } = getComputedStyle(element)
    if (!isSeen(backgroundColor)) return []
    // Mermaid's lets lines through, which strikes the words out.
    const background = backgroundColor.replace(/^rgba\(([^)]*),[^,)]*\)$/, 'rgb($1)')
    return [
      create('rect', {
        ...place(element.getBoundingClientRect()),
        style: `fill: ${background}; stroke: none; opacity: 1`,
      }),
    ]
  })
  const transform = label.getAttribute('transform') ?? undefined
  const texts = linesOf(label).map(({ runs, box }) => {
    const at = place(box)
    const { style } = runs[0]
    const size = Number.parseFloat(style.fontSize) || height.baseVal.value
    return create(
      'text',
      {
        x: at.x + at.width / 2,
        y: at.y + at.height / 2 + size * 0.35,
        transform,
        style: `${inkOf(style)}; stroke: none; ${fontOf(style, size)}; text-anchor: middle`,
      },
      ...runs.map(run =>
        run.style === style
          ? run.words
          : create('tspan', { style: `${inkOf(run.style)}; ${fontOf(run.style, size)}` }, run.words),
      ),
    )
  })
  return [...backgrounds.slice(0, 1), ...texts]
}

const isSeen = (color: string): boolean => color !== 'transparent' && !/,\s*0\)$/.test(color)

const inkOf = ({ color }: CSSStyleDeclaration) => `fill: ${color}`

const fontOf = ({ fontStyle, fontWeight, fontFamily }: CSSStyleDeclaration, size: number) =>
  `font: ${fontStyle} ${fontWeight} ${size}px ${fontFamily}`

/** Words in one style. */
interface Run {
  words: string
  readonly style: CSSStyleDeclaration
}

interface Line {
  readonly runs: [Run, ...Run[]]
  box: DOMRect
}

/** Words that stand beside each other are one line. */
const linesOf = (label: Element): readonly Line[] => {
  const lines: Line[] = []
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const style = node.parentElement && getComputedStyle(node.parentElement)
    if (!style) continue
    for (const { word, box } of piecesOf(node)) {
      const line = lines.at(-1)
      const isSame = line && Math.abs(line.box.top - box.top) < box.height / 2
      if (isSame) addTo(line, { word, style, box })
      else lines.push({ runs: [{ words: word, style }], box })
    }
  }
  return lines
}

interface Piece {
  readonly word: string
  readonly box: DOMRect
}

/** Words, or the letters of those that go on in the next line: languages without blanks break anywhere. */
function* piecesOf(node: Node): Generator<Piece> {
  for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
    const whole = pieceAt(node, index, word)
    if (!isBroken(whole)) yield whole.piece
    else
      for (const letter of letters.segment(word))
        yield pieceAt(node, index + letter.index, letter.segment).piece
  }
}

const letters = new Intl.Segmenter()

const pieceAt = (node: Node, index: number, word: string) => {
  const range = document.createRange()
  range.setStart(node, index)
  range.setEnd(node, index + word.length)
  const piece: Piece = { word, box: range.getBoundingClientRect() }
  return { range, piece }
}

const isBroken = ({ range, piece: { box } }: ReturnType<typeof pieceAt>): boolean => {
  const [first] = range.getClientRects()
  return first !== undefined && box.height > first.height * 1.5
}

const addTo = (
  line: Line,
  { word, style, box }: { word: string; style: CSSStyleDeclaration; box: DOMRect },
) => {
  const words = `${box.left - line.box.right < 0.5 ? '' : ' '}${word}`
  const last = line.runs.at(-1)
  if (last && looksLike(last.style, style)) last.words += words
  else line.runs.push({ words, style })
  line.box = new DOMRect(line.box.x, line.box.y, box.right - line.box.x, line.box.height)
}

const looksLike = (one: CSSStyleDeclaration, other: CSSStyleDeclaration): boolean =>
  one.color === other.color && one.fontStyle === other.fontStyle && one.fontWeight === other.fontWeight
