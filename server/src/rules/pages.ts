/** The page that explains a rule. */
export const ruleUrl = (id: string): string =>
  `https://github.com/ims-config/ims-config/blob/main/docs/rules/${id}.md`;
