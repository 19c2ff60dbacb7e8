// A configuration to start from.

/** The text of a new `arrowsmith.config.json`: everything in it is a comment but the defaults. */
export const configurationTemplate = `{
  // "sketch" reports only what is wrong, "recommended" also what is missing here but stated elsewhere, "strict" everything.
  "preset": "recommended",

  // Single rules: "off", "hint", "info", "warning" or "error"; 'arrowsmith rules' lists them.
  "rules": {
    // "missing-timeout": "error"
  },

  // Figures of components, by label or technology, wherever they are drawn.
  "components": {
    // "Payment provider": { "availability": "99.9%", "p99": "800ms" }
  },

  // Settings for some files only.
  "files": {
    // "docs/archive/**": { "preset": "sketch" }
  },

  // Files to ignore.
  "exclude": []
}
`
