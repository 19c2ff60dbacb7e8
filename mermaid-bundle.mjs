// Mermaid as the preview draws with it: all that it does, and nothing of that twice.

import { readFile } from 'node:fs/promises'

/**
 * Elk, which lays flowcharts out, without the functions that its own bundle wraps around two million characters: a
 * browser reads all of that once more for each, and while it does, nothing else happens.
 */
const elkUnwrapped = {
  name: 'elk-unwrapped',
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]elkjs[\\/]lib[\\/]elk\.bundled\.js$/ }, () => ({
      contents: `
        import api from './elk-api.js'
        import { Layouter } from './elk-worker.min.js'
        export default class extends api.default {
          constructor(options) {
            super({ ...options, workerFactory: () => new Layouter() })
          }
        }
      `,
    }))
    plugin.onLoad({ filter: /[\\/]elkjs[\\/]lib[\\/]elk-worker\.min\.js$/ }, async ({ path }) => ({
      contents: `
        const exports = {}, module = { exports }
        ${await readFile(path, 'utf8')}
        export const Layouter = module.exports.Worker
      `,
    }))
  },
}

const lighter = {
  name: 'lighter',
  setup(plugin) {
    let found = false
    plugin.onLoad(
      { filter: /[\\/](?:mermaid|@mermaid-js[\\/]parser)[\\/]dist[\\/]chunks[\\/].*\.mjs$/ },
      async ({ path }) => {
        const text = await readFile(path, 'utf8')
        const quick = withQuickCopies(text)
        found ||= quick !== undefined
        return { contents: withoutNotes(quick ?? text) }
      },
    )
    plugin.onEnd(() =>
      found ? {} : { errors: [{ text: 'Mermaid copies its configuration otherwise now.' }] },
    )
  },
}

/**
 * What Mermaid tells its own developers: a log that nobody has turned on, which the bundler drops where it is never
 * called, and the names that functions had before they were bundled.
 */
const withoutNotes = text =>
  text
    .replace(/(?<![\w$.])log\.(?:trace|debug|info)\(/g, 'false && $&')
    .replace(/^ *__name\([\w$]+, "[^"]*"\);$/gm, '')
    .replace(
      /\/\* @__PURE__ \*\/ __name\((\([\w$, ]*\) => (?:[^"'`()\n]|\([^"'`()\n]*\))*), "[\w$]+"\)/g,
      '($1)',
    )
    .replace(
      /^( *)((?:(?:var|let|const) )?[\w$]+(?: =|:) )\/\* @__PURE__ \*\/ __name\(((?:async )?(?:function)?[^\n]*\{(?:\n(?:\1 [^\n]*)?)*\n\1\}), "[\w$]+"\)([;,]?)$/gm,
      '$1$2$3$4',
    )

const slow = `getConfig = /* @__PURE__ */ __name(() => {
  return assignWithDepth_default({}, currentConfig);
}`

const quick = `copyOfConfig = (from, depth) => {
  if (Array.isArray(from)) return [...new Set(from)];
  const copy = { ...from };
  if (depth === 0) return copy;
  for (const key in copy) {
    if (copy[key] === null) delete copy[key];
    else if (typeof copy[key] === "object") copy[key] = copyOfConfig(copy[key], depth - 1);
  }
  return copy;
};
var getConfig = /* @__PURE__ */ __name(() => {
  const from = currentConfig;
  const copy = { ...from };
  for (const key in copy) if (copy[key] === null) delete copy[key];
  return new Proxy(copy, {
    get(sections, key) {
      const section = sections[key];
      if (typeof section !== "object" || section !== from[key]) return section;
      return (sections[key] = copyOfConfig(section, 1));
    }
  });
}`

/**
 * Mermaid asks for its configuration at each label and arrow, reads a word of it, and gets a copy of the whole: some
 * thousand properties. This one copies a section when it is first asked for it. Undefined for a text that does not
 * do that.
 */
export const withQuickCopies = text => (text.includes(slow) ? text.replace(slow, quick) : undefined)

/** What esbuild makes the bundle of. */
export const mermaidBundle = {
  stdin: {
    // The preview draws with it; the command line asks its parsers, and has no page to clean labels for.
    contents: "export { default } from 'mermaid'; export { default as DOMPurify } from 'dompurify'",
    resolveDir: import.meta.dirname,
  },
  plugins: [elkUnwrapped, lighter],
}
