// Texts as programs other than browsers read them: with all their blanks, and at the height where they stand.

/** In a copy of a drawing that is in the page. */
export const makeTextsPortable = (drawing: SVGSVGElement, copy: SVGSVGElement) => {
  const drawn = [...drawing.querySelectorAll('text')]
  for (const [place, text] of [...copy.querySelectorAll('text')].entries()) {
    keepBlanks(text)
    const original = drawn[place]
    if (original && isCentered(text)) stand(text, Number.parseFloat(getComputedStyle(original).fontSize))
  }
}

/** Browsers alone keep the blanks at the ends of the parts of a line by themselves. */
const keepBlanks = (text: SVGTextElement) => {
  const parts = [...text.querySelectorAll('tspan:not(:has(*))')]
  if (parts.some(({ textContent }) => /^ | $/.test(textContent ?? '')))
    text.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve')
}

const isCentered = (text: SVGTextElement): boolean =>
  /^(?:central|middle)$/.test(text.style.dominantBaseline || (text.getAttribute('dominant-baseline') ?? ''))

/** From the middle of words to the line they stand on, in their size. */
const middle = 0.35

/** On the line that every program knows. */
const stand = (text: SVGTextElement, size: number) => {
  const before = text.getAttribute('transform') ?? ''
  text.setAttribute('transform', `${before} translate(0 ${(size * middle).toFixed(1)})`.trim())
  for (const part of [text, ...text.querySelectorAll('tspan')])
    for (const name of ['dominant-baseline', 'alignment-baseline']) {
      part.removeAttribute(name)
      part.style.removeProperty(name)
    }
}
