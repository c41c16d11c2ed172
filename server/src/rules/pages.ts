/** The page that explains a rule, below the place where the pages are. */
export const ruleUrl = (id: string, pages: string): string =>
  `${pages.replace(/\/?$/, '/')}${id}.md`;
