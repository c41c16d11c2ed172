import type { Concept } from '../schema/catalog';
import type { Shape } from './shape';

/** Which credential an IMS integration signs in with. `mixed` holds the keys of both. */
export type Flow = 'jwt' | 'oauth-server-to-server' | 'mixed';

/** How one kind of file writes a concept: a table of names and shapes, and what its consumer expects. */
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
  /** The field that names the flow, and its values. Without one the keys that are present decide. */
  readonly tag?: { readonly field: string; readonly values: Readonly<Record<string, Flow>> };
  /** Fields that say the flow once more, beside the keys that decide it. */
  readonly flags?: Readonly<Record<string, FlowFlag>> | undefined;
  /** What a credential without a tag is: its names belong to one flow, or its reader takes it for that. */
  readonly flow?: Flow | undefined;
  /**
   * Fields with which the reader signs in with OAuth, whatever else is there. What is left of JWT beside them is
   * dead, and the credential not `mixed`. It is as well where `flow` is OAuth, whatever these hold.
   */
  readonly oauthBy?: readonly string[] | undefined;
  /**
   * Fields of JWT, or values under their JWT names, of which the reader needs one before it signs in with JWT. What
   * else is left of it beside a whole OAuth credential is dead.
   */
  readonly jwtBy?: readonly string[] | undefined;
  /** What the consumer of an OAuth credential rejects when it is missing. Undefined: what the schema says. */
  readonly required?: readonly string[] | undefined;
  /** Scopes without which its reader refuses an OAuth credential. */
  readonly requiredScopes?: readonly string[] | undefined;
  /** Another name that the file gets with OAuth. */
  readonly oauthFileName?: string | undefined;
  /** How far a migration goes: edits here, a new file beside it (a new account is needed), or nothing. */
  readonly migration: 'in-place' | 'scaffold' | 'none';
  /** Whose credential it is. AEM's own Developer Console issues other JWT credentials than Adobe's. */
  readonly issuer: 'developer-console' | 'aem' | 'campaign' | 'any';
  /** Where the secrets of this dialect belong, which decides what is wrong with one in plain text. */
  readonly secrets: SecretPlace;
  /** Only read for what it tells of other things; no rule is asked about it. */
  readonly unjudged?: true | undefined;
  /** How a reference to a value that is kept elsewhere is written here, in the place of a key's value. */
  readonly reference?: ((key: string) => string) | undefined;
  /**
   * The program that reads it, where a migration does not end with the file: of Campaign, a program of the
   * user's own, one that knows nothing but JWT, the PDF Services SDK, one that takes OAuth where it finds scopes, the requests of Postman collections, or `aio`, which writes it
   * anew at each import.
   */
  readonly reader?:
    | 'campaign-server'
    | 'nlserver'
    | 'own-code'
    | 'jwt-only'
    | 'postman'
    | 'pdf-services'
    | 'scopes-first'
    | 'aio-import'
    | undefined;
}

/**
 * `references`: the file is made to be shared, and secrets stand elsewhere. `left-out`: the file carries none.
 * `private-file`: it is made to hold them and stays out of version control. `encrypted`: Campaign encrypts them
 * to `@…`. `command-line`: they pass through variables. `osgi`: AEM as a Cloud Service keeps them in variables,
 * any other AEM in a file that is private.
 */
export type SecretPlace =
  | 'references'
  | 'left-out'
  | 'private-file'
  | 'encrypted'
  | 'command-line'
  | 'osgi';

/**
 * What a field says of the flow, in lower case; what is written there for OAuth; and what it means where it is
 * missing, or, where its reader compares texts to the letter, says anything else.
 */
export interface FlowFlag {
  readonly values: Readonly<Record<string, Flow>>;
  readonly oauth: string | boolean;
  readonly absent?: Flow | undefined;
  readonly otherwise?: Flow | undefined;
}

export interface FieldName {
  /** Where the field stands, from the entity's object: keys joined by `/`; `@name` is an XML attribute. */
  readonly path: string;
  /** Other places where it is found. */
  readonly also?: readonly string[] | undefined;
  /** Other keys, which say under which name the value is stored elsewhere: a key ring, a secret store. */
  readonly stored?: readonly string[] | undefined;
  /** How people write it by mistake, where whatever reads the file does not find it. */
  readonly unread?: readonly string[] | undefined;
  readonly shape: Shape;
  /** The field of another concept whose schema says what this one is here, where its own is too general. */
  readonly explained?: { readonly concept: Concept; readonly name: string } | undefined;
  /** How a JWT credential writes the field, where that differs. */
  readonly jwt?:
    | {
        readonly path: string;
        readonly shape: Shape;
        readonly unread?: readonly string[] | undefined;
      }
    | undefined;
  /** Whatever reads the list takes blanks off its texts. */
  readonly trimmed?: true | undefined;
  /** Only a JWT credential has the field here, whatever other dialects do with it. */
  readonly jwtOnly?: true | undefined;
  /** Only an OAuth credential has it here, whatever the schema says. */
  readonly oauthOnly?: true | undefined;
  /** Its reader has a value of its own where it is missing, so that no migration adds it. */
  readonly optional?: true | undefined;
  /** What a person compares where a migration adds it. */
  readonly note?: string | undefined;
  /** What a text becomes with OAuth; undefined where it stays. */
  readonly oauth?: ((text: string) => string | undefined) | undefined;
  /** The field after whose reference a new one is named: beside `secrets.ACCOUNT_ID` stands `secrets.ACCOUNT_EMAIL`. */
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
