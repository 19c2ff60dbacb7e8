// What preview-bundle.mjs makes of sandbox.ts: the text of its script.

declare module 'drawing-sandbox' {
  const script: string
  export default script
}
