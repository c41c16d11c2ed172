/**
 * What a written value is.
 * - `reference`: the value stands elsewhere (a variable, a secret store, an encrypted text). Silent everywhere.
 * - `blank`: a place to be filled in (`<your id>`, `XXXX`, `changeMe`). Never malformed.
 * - `test`: an obvious test value (`XUXUXU`, `fake-secret`).
 * - `empty`: nothing.
 * - `literal`: everything else; only this is judged.
 */
export type ValueKind = 'reference' | 'blank' | 'test' | 'empty' | 'literal';

/** Decides what a text is. The one place that knows how references and blanks are written. */
export function valueKind(text: string): ValueKind {
  const trimmed = text.trim().slice(0, LONGEST);
  if (trimmed === '') return 'empty';
  if (isSecretShape(trimmed)) return 'literal';
  if (REFERENCES.some((pattern) => pattern.test(trimmed))) return 'reference';
  const core = trimmed.replace(ID_SUFFIX, '');
  if (core === '' || BLANKS.some((pattern) => pattern.test(core))) return 'blank';
  return TESTS.some((pattern) => pattern.test(core)) ? 'test' : 'literal';
}

/** Of longer texts the beginning tells, so that hostile ones take no time. In characters. */
const LONGEST = 8000;

/**
 * What a part of a command is: as `valueKind`, but a shell expands a variable wherever it stands.
 * The text of one is not known, so that nothing around it can be judged.
 */
export function commandValueKind(text: string): ValueKind {
  const kind = valueKind(text);
  const isOpen = kind === 'literal' && !isSecretShape(text) && EXPANDED.test(text);
  return isOpen ? 'reference' : kind;
}

const EXPANDED = /\$[A-Za-z_\d{(@*]|`[^`]+`|%[A-Za-z_]\w*%|![A-Za-z_]\w*!|\(\([^)]+\)\)/;

/**
 * A client secret as the Developer Console makes them; it may contain any run of letters by chance.
 */
const SECRET_SHAPE = /^[ps]\d?e-[\w-]{32}$/;

/** A variable that falls back to a secret. */
const SECRET_DEFAULT = /\$\{\w+:?[-=][ps]\d?e-[\w-]{20,}\}/;

/** One that was written into a blank, between its brackets or marks. */
const SECRET_IN_BLANK = /^[<{[@_%]+[ps]\de-[\w-]{8,}?[>}\]@_%]+$/;

/** A token that is signed. */
const TOKEN = /^eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/;

const isSecretShape = (text: string): boolean =>
  [SECRET_SHAPE, SECRET_DEFAULT, SECRET_IN_BLANK, TOKEN].some((shape) => shape.test(text));

const ID_SUFFIX = /@(adobeorg|adobe|techacct\.adobe\.com)$/i;

const REFERENCES: readonly RegExp[] = [
  /\$\[\s*(secrets?|env|environment|prop|property)\s*:/, // OSGi: $[secret:NAME], $[env:NAME;default=x], also malformed
  /\$\{[^}]*\}/, // ${NAME}, ${{ secrets.NAME }}
  /^\$[A-Za-z_]\w*$/, // $NAME
  /^\$[A-Za-z_]\w*@/, // $NAME with an id's suffix
  /\$\([^)]/, // $(command), $(NAME); in a pattern nothing follows the end of the text
  /^`[^`]+`(@|$)/, // `command`
  /^\$(\d|[@*])(@|$)/, // $1
  /\$env:\w/i, // $env:NAME
  /^%~?\d(@|$)/, // %1
  /\{\{[^}]*\}\}/, // {{NAME}}
  /#\{[^}]*\}/, // #{NAME}
  /(?<!\w)__[A-Za-z][A-Za-z\d.-]*(_[A-Za-z\d.-]+)*__(?!\w)/, // __NAME__
  /(^|\/)@@?[A-Za-z][\w.-]*@@?(?=$|[/:])/, // @NAME@, @@NAME@@
  /\[\[[^\]]+\]\]/, // [[NAME]]
  /%%\w+%%/, // %%NAME%%
  /&[A-Za-z][\w.-]*;/, // &name; of XML that is declared elsewhere
  /%[sd]$|^%\(\w+\)s|^%[A-Za-z_]\w*%(@|$)/, // %s, %NAME%
  /^\{[0-9a-f]{16,}\}$/i, // protected by AEM's crypto support
  /^@[A-Za-z0-9+/]{12,}={0,2}$/, // encrypted by Campaign
  /^ENC[([].*[)\]]$|^\$ANSIBLE_VAULT;/s, // encrypted by other tools
  /^\{\s*secure\s*:/,
];

/** What Cloud Manager's plug-in writes as the e-mail of a JWT credential, which needs none. */
const UNUSED = /^unused$/;

/** Whether a text stands where nothing was needed, and shows nobody that something is now. */
export const isUnused = (text: string): boolean => UNUSED.test(text);

const BLANKS: readonly RegExp[] = [
  /(?<!\(\?P?)<[^<>]*>/, // but not a named group of a pattern
  /^\[[^\]]*\]$/,
  /^\{[^{}]*\}$|\{[A-Za-z][\w -]*\}/,
  /^(\.+|\u2026|-+|\?+|_+)$/,
  /[xX]{4,}/,
  /^[xX]{2,}$/,
  /\*{3,}/,
  /#{4,}/,
  /^your\b|^your[-_ ]|[-_ ]your[-_ ]|^YOUR[A-Z_]/i,
  /change[-_ ]?me/i,
  /goes[-_ ]here|[-_ ]here$/i,
  /^(replace|enter|insert|add|put|fill)[-_ ]/i,
  /redacted|placeholder|^to[-_]?do\b|^tbd$/i,
  /^0{6,}$/,
  /:\/\/(your|replace|change|enter|insert)[-_.]/i,
  UNUSED,
];

/** Whole words only: `test` is a fine part of a host name and of a mask. */
const TESTS: readonly RegExp[] = [
  /^([xX][oOuUtTpPrRyY]){3,}[xX]?$/,
  /^([A-Z]{2})\1{2,}[A-Z]?$/,
  /^(fake|dummy|mock|foo|bar|baz|lorem|test|example)([-_]?\w+)*(@[\w.-]+)?$/i,
  /^(some|my|the)([-_]\w+)+$/i,
  /^abcd(e|ef|efg|efgh)?$/i,
  /^(secret|client[-_]?secret|client[-_]?id|api[-_]?key|(ims[-_]?)?(org[-_]?)?id|tech(nical)?[-_]?acc(oun)?t([-_]?id)?|password|(meta)?scopes?)$/i,
];
