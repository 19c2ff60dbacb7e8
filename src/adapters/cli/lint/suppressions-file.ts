// The file of findings that are put off, as it is called where no other is named; in the working directory.

export const suppressionsFile = 'arrowsmith-suppressions.json'
