/** An address of a server, written with or without its scheme. */
export interface Address {
  /** In lower case, without `://`. */
  readonly scheme: string | undefined;
  readonly host: string;
  readonly port: string | undefined;
}

/** Undefined for a text that is no address of a server. */
export function addressOf(text: string): Address | undefined {
  const [, scheme, host, port] = ADDRESS.exec(text) ?? [];
  // `http//host` and `https:/host` are no hosts called "http".
  if (host === undefined || (scheme === undefined && /^https?$/i.test(host))) return undefined;
  return { scheme: scheme?.toLowerCase(), host: host.toLowerCase(), port };
}

const ADDRESS =
  /^(?:(?:([a-z][a-z\d+.-]*):)?\/\/(?:[^\s/?#@]*@)?)?(\[[\da-f:.]+\]|[\p{L}\p{N}_.-]+)(?::(\d{1,5}))?(?:[/?#]\S*)?$/iu;

/**
 * Whether the same server may not answer under `https` as it is: another port, another name or a
 * certificate may be needed first.
 */
export function mayNeedMoreThanHttps({ host, port }: Address): boolean {
  return (
    port !== undefined ||
    /^\d{1,3}(\.\d{1,3}){3}$|^\[/.test(host) ||
    /(^|\.)localhost$/.test(host) ||
    !host.includes('.')
  );
}

/** Whether a text is the beginning of `https://`, and so still being typed. */
export const isHalfTyped = (text: string): boolean =>
  text.length < 'https://'.length && 'https://'.startsWith(text.toLowerCase());
