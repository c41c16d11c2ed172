import type { ConfigDocument } from './model/document';
import { type Entity, type Field, fieldOf } from './model/entity';
import { violationsOf } from './model/violations';
import { type Workspace, workspaceOf } from './model/workspace';
import { rules } from './rules';
import { brokenKeys } from './rules/broken-lines';
import { fieldName } from './rules/field-name';
import type { Finding } from './rules/finding';
import { inTextOrder } from './rules/finding-order';
import {
  type CheckMemory,
  type Recall,
  recall,
  type Witness,
  witnessed,
} from './rules/open-questions';
import { redactor } from './rules/redaction';
import { findingOf, type Reporting, wholeness } from './rules/reporting';
import type { FormatRule, Report, Rule, RuleContext, Suppression } from './rules/rule';
import { isIgnored, levelsFor, type Settings } from './rules/settings';
import { suppressionFinder, suppressions } from './rules/suppressions';
import { isTemplate } from './rules/template';
import { fieldSchema } from './schema/catalog';
import type { Violation } from './schema/validate';

export interface CheckContext {
  readonly settings: Settings;
  /** ISO date. */
  readonly today: string;
  /** Whether git tracks the file; undefined where nobody knows. */
  readonly tracked?: boolean | undefined;
  /** The files around it that are ours; rules that compare files know no others without. */
  readonly workspace?: Workspace | undefined;
  /**
   * The file relative to its workspace, as the globs of the settings mean it; the document's path
   * without.
   */
  readonly relativePath?: string | undefined;
  /** Rules that stay silent because somebody else reports the same. */
  readonly silent?: readonly string[] | undefined;
  /** Texts in another language, by `rule/message`. */
  readonly translations?: Readonly<Record<string, string>> | undefined;
  /** What earlier checks found out; it spares asking again about what has not changed. */
  readonly memory?: CheckMemory | undefined;
}

/**
 * All findings of a document, in the order of the text. The one door to the rules. Never throws for
 * any text.
 */
export function check(document: ConfigDocument, context: CheckContext): readonly Finding[] {
  const steps = checking(document, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same check step by step, for who has something else to do in between: a step asks about one
 * entity, or one rule about the document. It may be given up after any of them, and what stands in
 * the memory by then is true.
 */
export function* checking(document: ConfigDocument, context: CheckContext): CheckSteps {
  const path = context.relativePath ?? document.path;
  if (document.kind.unjudged || isIgnored(context.settings, path)) return [];
  const run = runOf(document, context, path);
  for (const entity of document.entities) {
    if (entity.dialect.unjudged) continue;
    checkEntity(entity, run);
    yield;
  }
  for (const rule of documentRules) {
    rule.check(document, reporter(rule, undefined, run), run.ruleContext);
    yield;
  }
  return inTextOrder(withoutSuppressed(run));
}

/** What is left to be done of a check, which gives its findings in the end. */
type CheckSteps = Generator<undefined, readonly Finding[], undefined>;

function runOf(document: ConfigDocument, context: CheckContext, path: string): Run {
  const witness = { heard: 0 };
  const workspace = workspaceOf(document, context.workspace);
  const ruleContext: RuleContext = {
    today: context.today,
    tracked: context.tracked,
    document,
    workspace,
    template: isTemplate(document.path),
    broken: brokenKeys(document),
  };
  return {
    document,
    silent: context.silent,
    translations: context.translations,
    ruleContext: witnessed(ruleContext, witness),
    workspace,
    witness,
    recall: context.memory && recall(context.memory, ruleContext),
    levels: levelsFor(context.settings, path),
    redact: redactor(document, workspace),
    isWhole: wholeness(ruleContext.broken),
    findings: [],
  };
}

interface Run extends Reporting {
  readonly ruleContext: RuleContext;
  /** Of its answers about one entity no witness needs to hear. */
  readonly workspace: Workspace;
  readonly witness: Witness;
  readonly recall: Recall | undefined;
  readonly findings: Finding[];
}

/** Asks what may have another answer than it had about an entity that says the same. */
function checkEntity(entity: Entity, run: Run): void {
  const known = run.recall?.open(entity);
  const fields = known?.fields ?? [...entity.fields.keys()];
  const asked = known?.rules ?? entityRules.filter((rule) => concerns(rule, entity));
  const isOpen = (ask: () => void) => {
    const { heard } = run.witness;
    ask();
    return run.witness.heard > heard;
  };
  const found = fields.length > 0 ? run.workspace.about(entity, violationsOf) : [];
  const left = {
    fields: fields.filter((name) => isOpen(() => checkField(name, entity, found, run))),
    rules: asked.filter((rule) =>
      isOpen(() => rule.check(entity, reporter(rule, entity, run), run.ruleContext)),
    ),
  };
  if (!known) run.recall?.leave(entity, left);
}

/**
 * A value of the wrong type or outside of its list is one mistake, not two; but a number in the
 * place of an organization is known for what it is.
 */
function checkField(name: string, entity: Entity, found: readonly Violation[], run: Run): void {
  const violations = found.filter(({ field }) => field === name);
  const before = run.findings.length;
  for (const field of entity.fields.get(name) ?? []) {
    if (violations.length === 0 || isBareOrganization(field, entity)) {
      checkValues(field, entity, run);
    }
  }
  if (violations.length > 0 && run.findings.length > before) return;
  for (const violation of violations) checkViolation(entity, violation, run);
}

/** Asks the format rules. */
function checkValues(field: Field, entity: Entity, run: Run): void {
  const schema = fieldSchema(entity.concept, field.name);
  if (!schema?.format || run.ruleContext.broken.has(field.key)) return;
  const rules = formatRules.get(schema.format) ?? [];
  const before = new Set<string>();
  for (const value of field.items) {
    const isRepeated = before.has(value.text);
    before.add(value.text);
    if (value.kind !== 'literal') continue;
    const name = fieldName(field, entity);
    const subject = { text: value.text, value, field, entity, schema, name, isRepeated };
    for (const rule of rules) {
      if (concerns(rule, entity)) rule.check(subject, reporter(rule, entity, run), run.ruleContext);
    }
  }
}

const isBareOrganization = (field: Field, { concept }: Entity): boolean =>
  isBare(field) && fieldSchema(concept, field.name)?.format === 'org-id';

/** Written as a number, a yes or a no. */
const isBare = ({ value }: Field) =>
  value.type === 'scalar' && value.value !== null && typeof value.value !== 'string';

function checkViolation(entity: Entity, violation: Violation, run: Run): void {
  const field = fieldOf(entity, violation.field);
  const schema = fieldSchema(entity.concept, violation.field);
  if (!field) return;
  const name = fieldName(field, entity);
  for (const rule of keywordRules) {
    if (!rule.keywords.includes(violation.keyword) || !concerns(rule, entity)) continue;
    const subject = { violation, entity, field, schema, name };
    rule.check(subject, reporter(rule, entity, run), run.ruleContext);
  }
}

const concerns = ({ concepts }: Rule, { concept }: Entity) => concepts?.includes(concept) ?? true;

// The rules by when they are asked, so that nobody looks through all of them for each value.

const rulesAbout = <A extends 'entity' | 'document' | 'suppression'>(about: A) =>
  rules.filter(
    (rule): rule is Extract<Rule, { about: A }> => 'about' in rule && rule.about === about,
  );

const entityRules = rulesAbout('entity');
const documentRules = rulesAbout('document');
const suppressionRules = rulesAbout('suppression');
const keywordRules = rules.filter((rule) => 'keywords' in rule);
const formatRules: ReadonlyMap<string, readonly FormatRule[]> = new Map(
  rules
    .flatMap((rule) => ('formats' in rule ? rule.formats : []))
    .map((format) => [
      format,
      rules.filter((rule) => 'formats' in rule).filter(({ formats }) => formats.includes(format)),
    ]),
);

function reporter(rule: Rule, entity: Entity | undefined, run: Run): Report<string, string> {
  return (problem) => {
    run.witness.heard++;
    const finding = findingOf(rule, problem, entity, run);
    if (finding) run.findings.push(finding);
  };
}

function withoutSuppressed(run: Run): readonly Finding[] {
  const { findings } = run;
  const all = suppressions(run.document);
  if (all.length === 0) return findings;
  const suppressing = suppressionFinder(all);
  const used = new Set<Suppression>();
  const kept = findings.filter(({ rule, span }) => {
    const by = suppressing(rule, span.start);
    for (const each of by) used.add(each);
    return by.length === 0;
  });
  const unused = all.filter((each) => !used.has(each));
  const more: Finding[] = [];
  const ids = new Set(rules.map(({ meta }) => meta.id));
  for (const rule of suppressionRules) {
    const report = reporter(rule, undefined, { ...run, findings: more });
    for (const each of unused) rule.check(each, report, ids.has(each.ruleId));
  }
  return [...kept, ...more];
}
