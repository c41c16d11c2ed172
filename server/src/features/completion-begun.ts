/** The keys that would show of a file with such a name, and with what is in it, whose it is. */
export const tellingKeys = (path: string, source: string): readonly string[] =>
  TELLING.flatMap(({ file, keys }) => (file.test(path) ? keys(source) : []));

const TELLING: readonly {
  readonly file: RegExp;
  readonly keys: (source: string) => readonly string[];
}[] = [
  {
    file: /(^|\/)com\.adobe\.granite\.auth\.ims\.impl\.IMSAccessTokenRequestCustomizerImpl/,
    keys: () => ['auth.ims.client.secret', '@auth.ims.client.secret'],
  },
  { file: /(^|\/)\.aio(_[^./]*)?$/, keys: () => ['client_secrets'] },
  { file: /(^|\/)connector-umapi[^/]*\.ya?ml$/, keys: () => ['org_id'] },
  { file: /(^|\/)workspace[^/]*\.properties$/, keys: () => ['aio_client_secret'] },
  { file: /(^|\/)\.env([._][^/]*)?$|\.env$/, keys: variables },
];

/** Variables that begin as one of a credential that is there. */
function variables(source: string): readonly string[] {
  const found = [...source.matchAll(BEGINNING)].map(([, context, prefix = '']) => {
    if (context === undefined) return `${prefix}ORG_ID`;
    const isCapital = context === context.toUpperCase();
    return context + (isCapital ? 'CLIENT__SECRETS' : 'client__secrets');
  });
  return [...new Set(found)];
}

const BEGINNING =
  /^[ \t]*(?:export[ \t]+)?(?:(AIO_ims_contexts_\w+?(?<!_)_(?!_))|(\w+_)(?:CLIENT_ID|CLIENT_SECRETS?)\b)/gim;
