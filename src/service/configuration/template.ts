// A configuration to start from.

/** The text of a new `arrowsmith.config.json`: everything in it is a comment but the defaults. */
export const configurationTemplate = `{
  // "sketch" asks nothing, "recommended" what a document goes into elsewhere, "strict" everything.
  "preset": "recommended",

  // One rule at a time: "off", "hint", "info", "warning" or "error"; 'arrowsmith rules' lists them.
  "rules": {
    // "missing-timeout": "error"
  },

  // Figures that hold wherever a component is drawn, by its label or technology.
  "components": {
    // "Payment provider": { "availability": "99.9%", "p99": "800ms" }
  },

  // Other settings for some files.
  "files": {
    // "docs/archive/**": { "preset": "sketch" }
  },

  // Files to leave alone.
  "exclude": []
}
`
