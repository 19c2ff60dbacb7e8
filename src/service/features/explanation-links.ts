// Where an explanation stands on the web: editors lead there from one to the next.

import { anchorOf } from '../../knowledge'
import { projectPage } from '../engine/project-pages'

const page = projectPage('docs/explanations.md')

/** The address of the explanation with that title. */
export const explanationUrl = (title: string): string => `${page}#${anchorOf(title)}`
