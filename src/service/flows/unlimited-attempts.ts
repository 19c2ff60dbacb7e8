// Retries without a limit, as a number.

/** More than anybody retries: what JSON can hold in place of infinity. */
export const unlimitedAttempts = 1e9
