import type { Reader } from '../facts/readers';
import type { Concept } from '../schema/catalog';
import type { Shape } from './shape';

/** Which credential an IMS integration signs in with. `mixed` holds the keys of both. */
export type Flow = 'jwt' | 'oauth-server-to-server' | 'mixed';

/**
 * How one kind of file writes a concept: a table of names and shapes, and what its consumer
 * expects.
 */
export interface Dialect {
  readonly concept: Concept;
  /** Our field name → how it is written here. */
  readonly names: Readonly<Record<string, FieldName>>;
  /**
   * `closed`: the dialect is ours and every other key is a mistake, unless it starts with `x-`.
   * `sparse`: defaults are omitted and customers add fields, so that absence says little.
   */
  readonly style?: 'closed' | 'sparse' | undefined;
  /** Whether keys are compared without regard to case (people add keys by hand). */
  readonly anyCase?: true | undefined;
  /** Only read for what it tells of other things; no rule is asked about it. */
  readonly unjudged?: true | undefined;
  /**
   * Where the secrets of this dialect belong, which decides what is wrong with one in plain text.
   */
  readonly secrets: SecretPlace;
  /**
   * How a reference to a value that is kept elsewhere is written here, in the place of a key's
   * value.
   */
  readonly reference?: ((key: string) => string) | undefined;
  /** What is known of the credentials that are written so. Only those have a flow. */
  readonly credential?: CredentialDialect | undefined;
}

/** What a kind of file says of a credential, and what becomes of it with OAuth. */
export interface CredentialDialect extends FlowMarks {
  /**
   * Who issued it, where only one can have done so: AEM's own Developer Console issues other JWT
   * credentials than Adobe's.
   */
  readonly issuer?: 'developer-console' | 'aem' | undefined;
  /**
   * What the consumer of an OAuth credential rejects when it is missing. Undefined: what the schema
   * says.
   */
  readonly required?: readonly string[] | undefined;
  /** Scopes without which its reader refuses an OAuth credential. */
  readonly requiredScopes?: readonly string[] | undefined;
  /** How a JWT credential becomes one of OAuth. */
  readonly move: Move;
  /**
   * Which half this is of a credential that stands in two files: who asks for tokens, or the secret
   * that goes along.
   */
  readonly part?: 'provider' | 'secret' | undefined;
  /** Another name that the file gets with OAuth. */
  readonly oauthFileName?: string | undefined;
}

/** How a reader knows JWT from OAuth. Where none of this says it, the keys that are present do. */
export interface FlowMarks {
  /** The field that names the flow, and its values. */
  readonly tag?:
    | { readonly field: string; readonly values: Readonly<Record<string, Flow>> }
    | undefined;
  /** Fields that say the flow once more, beside the keys that decide it. */
  readonly flags?: Readonly<Record<string, FlowFlag>> | undefined;
  /**
   * What a credential is that does not say it: its names belong to one flow, or its reader takes it
   * for that.
   */
  readonly usual?: Flow | undefined;
  /**
   * Fields with which the reader signs in with OAuth, whatever else is there; `always` where it
   * does so in any case. What is left of JWT is dead then, and the credential not `mixed`.
   */
  readonly oauthWins?: 'always' | readonly string[] | undefined;
  /**
   * Fields of JWT, or values under their JWT names, of which the reader needs one before it signs
   * in with JWT. What else is left of it beside a whole OAuth credential is dead.
   */
  readonly jwtNeeds?: readonly string[] | undefined;
}

/**
 * How a JWT credential becomes one of OAuth: by edits here; by a template in a new file, where a
 * new account is needed; by a person, because of who reads it; on a server of Campaign or by the
 * command for one; or not at all, because it is none by itself (a token, the half of a pair, what
 * is computed).
 */
export type Move =
  | { readonly kind: 'in-place' | 'new-account' | 'nothing' }
  | { readonly kind: 'by-hand'; readonly reader: Reader }
  | { readonly kind: 'campaign'; readonly by: 'server' | 'command' };

/** The dialect of a credential with something of it changed. */
export const withCredential = (dialect: Dialect, changed: Partial<CredentialDialect>): Dialect =>
  dialect.credential ? { ...dialect, credential: { ...dialect.credential, ...changed } } : dialect;

/**
 * `references`: the file is made to be shared, and secrets stand elsewhere. `left-out`: the file
 * carries none. `private-file`: it is made to hold them and stays out of version control.
 * `encrypted`: Campaign encrypts them to `@…`. `command-line`: they pass through variables. `osgi`:
 * AEM as a Cloud Service keeps them in variables, any other AEM in a file that is private.
 */
export type SecretPlace =
  | 'references'
  | 'left-out'
  | 'private-file'
  | 'encrypted'
  | 'command-line'
  | 'osgi';

/**
 * What a field says of the flow, in lower case; what is written there for OAuth; and what it means
 * where it is missing, or, where its reader compares texts to the letter, says anything else.
 */
export interface FlowFlag {
  readonly values: Readonly<Record<string, Flow>>;
  readonly oauth: string | boolean;
  readonly absent?: Flow | undefined;
  readonly otherwise?: Flow | undefined;
}

export interface FieldName {
  /**
   * Where the field stands, from the entity's object: keys joined by `/`; `@name` is an XML
   * attribute.
   */
  readonly path: string;
  /** Other places where it is found. */
  readonly also?: readonly string[] | undefined;
  /**
   * Other keys, which say under which name the value is stored elsewhere: a key ring, a secret
   * store.
   */
  readonly stored?: readonly string[] | undefined;
  /** How people write it by mistake, where whatever reads the file does not find it. */
  readonly unread?: readonly string[] | undefined;
  readonly shape: Shape;
  /**
   * The field of another concept whose schema says what this one is here, where its own is too
   * general.
   */
  readonly explained?: { readonly concept: Concept; readonly name: string } | undefined;
  /**
   * How a JWT credential writes the field, where that differs: under its own name it then speaks
   * for OAuth.
   */
  readonly jwt?:
    | {
        readonly path: string;
        readonly shape: Shape;
        readonly unread?: readonly string[] | undefined;
      }
    | undefined;
  /**
   * Whether the reader of an address wants it with `https://`, or puts that in front itself;
   * undefined where nobody knows.
   */
  readonly scheme?: 'written' | 'added' | undefined;
  /** Whatever reads the list takes blanks off its texts. */
  readonly trimmed?: true | undefined;
  /** Only a JWT credential has the field here, whatever other dialects do with it. */
  readonly jwtOnly?: true | undefined;
  /** Only an OAuth credential has it here, whatever the schema says. */
  readonly oauthOnly?: true | undefined;
  /**
   * Why nobody proposes it: only people write it, and Adobe's files of the kind have no such key;
   * or what reads it has ended.
   */
  readonly unoffered?: 'by-hand' | 'ended' | undefined;
  /** Its reader has a value of its own where it is missing, so that no migration adds it. */
  readonly optional?: true | undefined;
  /** What a person compares where a migration adds it. */
  readonly note?: string | undefined;
  /** What a text becomes with OAuth; undefined where it stays. */
  readonly oauth?: ((text: string) => string | undefined) | undefined;
  /**
   * The field after whose reference a new one is named: beside `secrets.ACCOUNT_ID` stands
   * `secrets.ACCOUNT_EMAIL`.
   */
  readonly namedAfter?: string | undefined;
}

/** A table of names in short: `'ORG_ID'` is a text under that key. */
export function names(
  table: Readonly<Record<string, string | FieldName>>,
): Readonly<Record<string, FieldName>> {
  return Object.fromEntries(
    Object.entries(table).map(([name, value]) => [
      name,
      typeof value === 'string' ? { path: value, shape: 'text' as const } : value,
    ]),
  );
}

/** The part of a table that only people write. */
export const addedByHand = (table: Dialect['names']): Dialect['names'] =>
  Object.fromEntries(
    Object.entries(table).map(([name, written]) => [name, { ...written, unoffered: 'by-hand' }]),
  );
