import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import { campaignPlace } from '../rules/credential';
import type { Finding } from '../rules/finding';
import { redactor } from '../rules/redaction';
import type { Severity } from '../rules/rule';
import type { Span } from '../text/span';
import { text } from '../texts';

/** A file of ours with what was found in it. */
export interface ReportedFile {
  /** As people see it: from the folder of the workspace, with `/`. */
  readonly path: string;
  readonly document: ConfigDocument;
  readonly findings: readonly Finding[];
}

export type Counts = Readonly<Record<Severity, number>>;

/** A thing of the workspace that the report speaks of, and where it stands. */
export interface ReportedThing {
  readonly file: ReportedFile;
  readonly entity: Entity;
  /** Where it begins, for people. */
  readonly span: Span;
  /** What a person calls it; never a secret. */
  readonly label: string;
  /** What its file is. */
  readonly kind: string;
  readonly findings: Counts;
}

/** The things that a file configures, in the order of the text. */
export function thingsOf(file: ReportedFile): readonly ReportedThing[] {
  const { document, findings } = file;
  const entities = document.entities.filter(
    ({ container, dialect }) => !container && !dialect.unjudged,
  );
  const shown = shownIn(document);
  return entities.map((entity) => ({
    file,
    entity,
    span: entity.head,
    label: labelOf(entity, shown) || document.kind.title,
    kind: document.kind.title,
    // What is found in a file with one thing only is found in that thing.
    findings: countsOf(entities.length === 1 ? findings : findingsAbout(entity, findings)),
  }));
}

/** The element that an account stands in tells nobody anything. */
const labelOf = (entity: Entity, shown: (value: string) => string): string =>
  campaignPlace(entity) === 'server' ? text('report.serverAccount') : shown(entity.label ?? '');

/** Texts of a file as a report quotes them: in one line, and without secrets. */
export function shownIn(document: ConfigDocument): (value: string) => string {
  const redact = redactor(document);
  return (value) => oneLine(redact(value));
}

/** The findings about a thing. */
export const findingsAbout = (entity: Entity, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ about }) => about.includes(entity));

const LEVELS: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export const countsOf = (findings: readonly Finding[]): Counts =>
  Object.fromEntries(
    LEVELS.map((level) => [level, findings.filter(({ severity }) => severity === level).length]),
  ) as Record<Severity, number>;

/** A text in one line, without characters that steer a terminal. */
export const oneLine = (value: string): string =>
  value.replace(/[\p{Cc}\p{Zl}\p{Zp}\uFEFF\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
