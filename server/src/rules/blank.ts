/** A blank that says what belongs in a field of that name, such as `<client-secret>`. */
export const blankOf = (name: string): string =>
  `<${name === 'orgId' ? 'organization-id' : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}>`;
