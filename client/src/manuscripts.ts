/** No scheme is named: `file:`, `untitled:`, `vscode-remote:` and virtual documents are all manuscripts. */
export const MANUSCRIPTS = [{ language: 'markdown' }, { language: 'quarto' }, { language: 'rmd' }];
