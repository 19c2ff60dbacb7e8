// A picture for the outside world: nothing in it runs, and nothing is fetched where it is opened.

import createPurifier, { type Config, type DOMPurify } from 'dompurify'
import { isLocal, keepLocal, localSheet } from './local-styles'

/** Takes out of a drawing what would run or load something; gives what was taken out. */
export const makeSelfContained = (drawing: SVGSVGElement): readonly unknown[] => {
  purifier ??= purifierOfStyles()
  purifier.sanitize(drawing, options)
  return purifier.removed
}

/** What Mermaid lets into its drawings, in which labels are HTML; no controls, whatever they would load. */
const options: Config & { readonly IN_PLACE: true } = {
  IN_PLACE: true,
  USE_PROFILES: { html: true, svg: true, svgFilters: true, mathMl: true },
  ADD_TAGS: ['foreignobject'],
  ADD_ATTR: ['dominant-baseline', 'transform-origin'],
  HTML_INTEGRATION_POINTS: { foreignobject: true },
  FORBID_TAGS: [
    'audio',
    'video',
    'source',
    'track',
    'picture',
    'form',
    'button',
    'input',
    'select',
    'textarea',
  ],
  FORBID_ATTR: ['action', 'background', 'cite', 'poster', 'srcset', 'usemap', 'xml:base'],
}

let purifier: DOMPurify | undefined

const purifierOfStyles = (): DOMPurify => {
  const purify = createPurifier(window)
  purify.addHook('uponSanitizeElement', element => {
    if (element instanceof Element && element.localName === 'style')
      element.textContent = localSheet(element.textContent ?? '')
  })
  purify.addHook('uponSanitizeAttribute', (element, attribute) => {
    const { attrName: name, attrValue: value } = attribute
    if (name === 'style') {
      if (!isLocal(value)) attribute.attrValue = localStyle(element)
    } else if (addresses.has(name)) attribute.keepAttr = staysInside(element, value)
    else if (CSS.supports(name, 'inherit')) attribute.keepAttr = isLocal(value)
  })
  return purify
}

/** As the browser reads it, since what one browser doesn't know another may. */
const localStyle = (element: Element): string => {
  if (!('style' in element && element.style instanceof CSSStyleDeclaration)) return ''
  keepLocal(element.style)
  return element.style.cssText
}

const addresses = new Set(['href', 'xlink:href', 'src'])

/** A place in the drawing, a picture that it brings along, or a link, which nobody follows unasked. */
const staysInside = ({ localName, namespaceURI }: Element, address: string): boolean => {
  if (address.startsWith('#')) return true
  if (pictures.has(localName.toLowerCase())) return /^data:image\//i.test(address)
  return localName === 'a' && namespaceURI?.endsWith('/svg') === true && /^https?:/i.test(address)
}

const pictures = new Set(['img', 'image', 'feimage'])
