// Style sheets and values of styles that load nothing: what else they say stays.

/** A style sheet without imports, and without declarations that load something from elsewhere. */
export const localSheet = (css: string): string => {
  if (isLocal(css) && !/@import/i.test(css)) return css
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  purge(sheet)
  return [...sheet.cssRules].map(({ cssText }) => cssText).join('\n')
}

/** Takes the declarations out that load something from elsewhere. */
export const keepLocal = (style: CSSStyleDeclaration): void => {
  // The parts of a shorthand with variables have no values yet: what the whole says counts for them.
  const whole = style.cssText
  for (const name of [...style])
    if (!isLocal(style.getPropertyValue(name) || whole)) style.removeProperty(name)
}

/**
 * Whether a value of a style names nothing outside of its document. A backslash can spell anything, and
 * stands in no value that a browser has read already.
 */
export const isLocal = (value: string): boolean =>
  !/\\|(?:url|src|image|image-set|cross-fade)\(/i.test(value.replace(inside, ''))

/** References into the document, and data. */
const inside = /url\(\s*(["']?)(?:#|data:)[^"'()\\]*\1\s*\)/gi

type Group = CSSStyleSheet | CSSGroupingRule | CSSStyleRule

/** Rules of other kinds than these go: imports, namespaces, whatever may come. */
const purge = (group: Group): void => {
  for (let place = group.cssRules.length - 1; place >= 0; place -= 1) {
    const rule = group.cssRules[place]
    if (rule instanceof CSSStyleRule || rule instanceof CSSFontFaceRule) keepLocal(rule.style)
    if (rule instanceof CSSStyleRule || rule instanceof CSSGroupingRule) purge(rule)
    else if (rule instanceof CSSKeyframesRule) for (const frame of rule.cssRules) keepFrame(frame)
    else if (!(rule instanceof CSSFontFaceRule)) group.deleteRule(place)
  }
}

const keepFrame = (frame: CSSRule) => {
  if (frame instanceof CSSKeyframeRule) keepLocal(frame.style)
}
