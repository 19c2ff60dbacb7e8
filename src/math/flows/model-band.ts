// How far percentiles may be off for what the model leaves open.

/**
 * What the choice of distribution and a correlation of up to 0.3 do to a percentile of independent
 * lognormals: measured on a 20-component checkout.
 */
export const MODEL_BAND = { p50: [0.9, 1.05], p95: [0.9, 1.15], p99: [0.85, 1.2], p999: [0.8, 1.4] } as const
