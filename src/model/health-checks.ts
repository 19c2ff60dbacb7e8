// Who checks whether servers are up: by what is stated, or because a provider does.

import type { Component } from './system'

/** Providers check by themselves; what others do is known by product. */
export const checksAnyway = ({ technology, figures }: Component): boolean =>
  technology?.healthChecksByDefault ?? (technology?.managed === true || figures.managed?.value === true)

/** Whether a figure says that there is a check. */
export const statesCheck = (figure: { readonly value: boolean | string } | undefined): boolean =>
  figure !== undefined && figure.value !== false && figure.value !== 'none'
