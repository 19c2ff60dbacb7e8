// Labels of HTML in a drawing as SVG's own text, which every program shows.

import { svg as create } from '../dom'

/**
 * Texts in the place of the HTML in a copy of a drawing. What the lines are and where is measured on the drawing
 * itself, which is in the page.
 */
export const usePlainLabels = (drawing: SVGSVGElement, copy: SVGSVGElement) => {
  const drawn = [...drawing.querySelectorAll('foreignObject')]
  const copied = [...copy.querySelectorAll('foreignObject')]
  copied.forEach((label, place) => {
    const original = drawn[place]
    if (original) label.replaceWith(create('g', { class: 'plain-label' }, ...plainLabel(original)))
  })
}

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
  const texts = linesOf(label).map(({ words, box, style }) => {
    const at = place(box)
    const size = Number.parseFloat(style.fontSize) || height.baseVal.value
    return create(
      'text',
      {
        x: at.x + at.width / 2,
        y: at.y + at.height / 2 + size * 0.35,
        transform,
        style: `fill: ${style.color}; stroke: none; font: ${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}; text-anchor: middle`,
      },
      words,
    )
  })
  return [...backgrounds.slice(0, 1), ...texts]
}

const isSeen = (color: string): boolean => color !== 'transparent' && !/,\s*0\)$/.test(color)

interface Line {
  words: string
  box: DOMRect
  readonly style: CSSStyleDeclaration
}

/** Words that stand beside each other are one line. */
const linesOf = (label: Element): readonly Line[] => {
  const lines: Line[] = []
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const style = node.parentElement && getComputedStyle(node.parentElement)
    if (!style) continue
    for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const box = range.getBoundingClientRect()
      const line = lines.at(-1)
      const isSame = line && Math.abs(line.box.top - box.top) < box.height / 2
      if (isSame) {
        const touches = box.left - line.box.right < 0.5
        line.words += `${touches ? '' : ' '}${word}`
        line.box = new DOMRect(line.box.x, line.box.y, box.right - line.box.x, line.box.height)
      } else lines.push({ words: word, box, style })
    }
  }
  return lines
}
