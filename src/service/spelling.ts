// The name that was probably meant.

export { nearest as closest } from '../model/annotations/nearest'
