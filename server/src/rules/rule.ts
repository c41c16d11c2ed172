import type { ConfigDocument } from '../model/document';
import type { EntityEdit } from '../model/edit';
import type { Entity, Field, TextValue } from '../model/entity';
import type { Workspace } from '../model/workspace';
import type { Concept, FieldSchema } from '../schema/catalog';
import type { Violation } from '../schema/validate';
import type { Comment } from '../syntax/syntax';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/**
 * `safe` keeps the meaning and may run unattended; `unsafe` a person confirms; `editor-only` is
 * never run by the command line.
 */
export type Safety = 'safe' | 'unsafe' | 'editor-only';

/**
 * A rule says when it is asked: about a value, a violation of the schema, an entity, the document,
 * or a suppression that does nothing.
 */
export type Rule = FormatRule | KeywordRule | EntityRule | DocumentRule | SuppressionRule;

export interface RuleMeta<M extends string = string, F extends string = string> {
  /** Names the defect; reads well after "allow". */
  readonly id: string;
  readonly severity: Severity;
  /** Asked only where the settings give it a level. */
  readonly offByDefault?: true | undefined;
  readonly since: string;
  readonly fix: Safety | 'none';
  /** What is wrong, why it matters, what to do. `{name}` is filled in. */
  readonly messages: Readonly<Record<M, string>>;
  /** The titles of the fixes. */
  readonly fixes?: Readonly<Record<F, string>>;
  readonly docs: RuleDocs;
}

export interface RuleDocs {
  readonly summary: string;
  readonly why: string;
  readonly invalid: Example;
  readonly valid: Example;
  /** Adobe's pages. */
  readonly links: readonly string[];
}

export interface Example {
  /** The name that makes it a file of its kind. */
  readonly file: string;
  readonly text: string;
  /** The other files of the workspace that it takes. */
  readonly beside?: readonly Example[] | undefined;
}

/** What a rule may ask of the world. */
export interface RuleContext {
  /** ISO date, `2026-11-21`. */
  readonly today: string;
  /** Whether git tracks the file; undefined where nobody knows. */
  readonly tracked: boolean | undefined;
  readonly document: ConfigDocument;
  /** What is known of the files around it; at least the document itself is among them. */
  readonly workspace: Workspace;
  /** Files in which blanks and missing values are the point. */
  readonly template: boolean;
  /**
   * Keys of which only a part was read, because a line is broken: that is said, and nothing else of
   * them.
   */
  readonly broken: ReadonlySet<string>;
}

export type Data = Readonly<Record<string, string | number>>;

export interface Problem<M extends string, F extends string> {
  readonly at: Span;
  /** What it is about, where that is not what the rule was asked about. */
  readonly entity?: Entity | undefined;
  /**
   * What is missing there, in our own names, where that is what it says: nothing at the place tells
   * it.
   */
  readonly lacks?: readonly string[] | undefined;
  readonly message: M;
  readonly data?: Data | undefined;
  readonly severity?: Severity | undefined;
  readonly fix?: FixPlan<F> | readonly FixPlan<F>[] | undefined;
  readonly related?: readonly RelatedProblem<M>[] | undefined;
}

/** Another place that belongs to a problem. */
export interface RelatedProblem<M extends string> {
  readonly at: Span;
  readonly message: M;
  readonly data?: Data | undefined;
  /** Where it stands, if that is another file. */
  readonly document?: ConfigDocument | undefined;
}

/**
 * A fix, in field names, or characters to take out, or a text to open as a new file, or another
 * name for the file, which stays in its folder.
 */
export type FixPlan<F extends string> = {
  readonly title: F;
  readonly data?: Data | undefined;
  /** The rule's own safety, unless this one is more or less. */
  readonly safety?: Safety | undefined;
} & (
  | {
      readonly edit: (edit: EntityEdit) => void;
      readonly renames?: string | undefined;
      /** What a person does besides, where the fix runs unattended. */
      readonly note?: string | undefined;
    }
  | { readonly erases: readonly Span[] }
  | { readonly opens: NewFile }
  | { readonly removes: Suppression }
  | { readonly renames: string }
);

/** A text for a new, unsaved file. */
export interface NewFile {
  readonly language: string;
  readonly content: string;
}

export type Report<M extends string, F extends string> = (problem: Problem<M, F>) => void;

interface Shared<M extends string, F extends string> {
  readonly meta: RuleMeta<M, F>;
  /** The concepts it is about; all without. */
  readonly concepts?: readonly Concept[] | undefined;
}

/** Asked about every literal text of a field whose schema has one of these formats. */
export interface FormatRule<M extends string = string, F extends string = string>
  extends Shared<M, F> {
  readonly formats: readonly string[];
  check(subject: FormatSubject, report: Report<M, F>, context: RuleContext): void;
}

export interface FormatSubject {
  readonly text: string;
  readonly value: TextValue;
  readonly field: Field;
  readonly entity: Entity;
  readonly schema: FieldSchema;
  /** What a person calls the field: the label in Adobe's UI, then the key as written. */
  readonly name: Data;
  /** Whether the same text stands before it in the field. */
  readonly isRepeated: boolean;
}

/** Asked about every violation of the schema with one of these keywords. */
export interface KeywordRule<M extends string = string, F extends string = string>
  extends Shared<M, F> {
  readonly keywords: readonly Violation['keyword'][];
  check(subject: KeywordSubject, report: Report<M, F>, context: RuleContext): void;
}

export interface KeywordSubject {
  readonly violation: Violation;
  readonly entity: Entity;
  readonly field: Field;
  readonly schema: FieldSchema | undefined;
  readonly name: Data;
}

/** Asked about every entity. */
export interface EntityRule<M extends string = string, F extends string = string>
  extends Shared<M, F> {
  readonly about: 'entity';
  check(entity: Entity, report: Report<M, F>, context: RuleContext): void;
}

/** Asked once about the document. */
export interface DocumentRule<M extends string = string, F extends string = string>
  extends Shared<M, F> {
  readonly about: 'document';
  check(document: ConfigDocument, report: Report<M, F>, context: RuleContext): void;
}

/** Asked about every comment that suppresses a rule and has nothing to suppress. */
export interface SuppressionRule<M extends string = string, F extends string = string>
  extends Shared<M, F> {
  readonly about: 'suppression';
  check(unused: Suppression, report: Report<M, F>, isRule: boolean): void;
}

/** A comment that silences rules: on the line below it, or in its whole file. */
export interface Suppression {
  readonly comment: Comment;
  readonly scope: 'line' | 'file';
  /** Where the findings begin that it silences; both ends count. */
  readonly covers: Span;
  readonly ruleId: string;
  /** Where the id stands. */
  readonly span: Span;
  /** The comment names no other rule. */
  readonly alone: boolean;
}

// Each of these infers the ids of messages and fixes from `meta`, so that a misspelled id does not
// compile.

export const formatRule = <M extends string, F extends string>(rule: FormatRule<M, F>): Rule =>
  rule as unknown as Rule;

export const keywordRule = <M extends string, F extends string>(rule: KeywordRule<M, F>): Rule =>
  rule as unknown as Rule;

export const entityRule = <M extends string, F extends string>(
  rule: Omit<EntityRule<M, F>, 'about'>,
): Rule => ({ about: 'entity', ...rule }) as unknown as Rule;

export const documentRule = <M extends string, F extends string>(
  rule: Omit<DocumentRule<M, F>, 'about'>,
): Rule => ({ about: 'document', ...rule }) as unknown as Rule;

export const suppressionRule = <M extends string, F extends string>(
  rule: Omit<SuppressionRule<M, F>, 'about'>,
): Rule => ({ about: 'suppression', ...rule }) as unknown as Rule;
