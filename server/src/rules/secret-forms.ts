/** What stands between the words of a name, also in an address. */
const JOINT = '(?:[_-]|%5F|%2D)?';

/**
 * What people call secrets, as a part of a pattern. The one list of them: for keys that nobody
 * knows, for parameters of addresses, and for the lines that a terminal shows.
 */
export const SECRET_WORDS = `secrets?|passw(?:or)?d|pwd|passphrase|private${JOINT}key|(?:access|refresh|bearer|api|auth|id|jwt)${JOINT}token`;

/** Whether a key is called like a secret. */
export const isSecretName = (key: string): boolean => SECRET_NAME.test(key);

const SECRET_NAME = new RegExp(`(?:${SECRET_WORDS}|(?:^|[._-])token)$`, 'i');

/**
 * A text without what has the form of a secret wherever it stands, and without the secrets of
 * addresses.
 */
export const withoutSecretForms = (text: string): string =>
  FORMS.reduce((left, form) => left.replace(form, '•••'), text);

/**
 * The user of an address, which ends at its last `@` in front of the path. It is hidden as a whole:
 * many are tokens. What separates the parts of an address is written with percent signs inside of
 * another one.
 */
const USERS = /(?<=(?::|%3A)(?:\/\/|%2F%2F))(?:(?!%2F|%3F|["'][,:}\]>])[^\s/?#])+(?=@|%40)/gi;

/**
 * The same without a scheme. Accounts of Adobe have an `@` as well, and so have what some schemes
 * without passwords lead to.
 */
const BARE_USERS =
  /(?<![\w:/.%@+-])(?!(?:mailto|acct|sips?|xmpp|npm):)(?:\/\/)?[\w.%+-]{1,60}:[^\s/?#"'`=,;<>]{1,200}(?=@(?!techacct\.|AdobeOrg|AdobeID)[\w-]+\.\w)/gi;

/**
 * Names of parameters that let somebody in, besides those of secrets. Other words end like them:
 * `monkey`, `bypass`.
 */
const KEYS = `token|(?<!by|com|tres)pass|(?<!mon|tur|don|hoc|joc|whis)key|jwt|assertion|sig(?:nature)?|(?<![\\w-])code`;

/** What stands behind such a parameter of an address. */
const PARAMETERS = new RegExp(
  `(?<=(?:[?&;#]|%3F|%26|%23)(?:[\\w.[-]|%5[BF]|%2D){0,40}(?:${SECRET_WORDS}|${KEYS})(?:\\[?\\]|(?:%5B)?%5D)?(?:=|%3D))(?:(?!%26)(?:[^&\\s\`]|\`(?=\\w)))+`,
  'gi',
);

const FORMS: readonly RegExp[] = [
  USERS,
  BARE_USERS,
  PARAMETERS,
  /\b[ps]\de-[\w-]{8,}|\b[ps]e-[\w-]{20,}/g,
  /-----BEGIN[^-]*-----[\s\S]*?(-----END[^-]*-----|$)/g,
  /\beyJ[\w-]{10,}\.[\w.-]+/g,
];
