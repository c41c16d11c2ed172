import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import { isJwtOnly } from '../model/flow';
import type { Workspace } from '../model/workspace';
import { isAutoProvisioned } from '../rules/credential';
import { shownKey } from '../rules/field-name';
import { suppressions } from '../rules/suppressions';
import type { Span } from '../text/span';
import { text } from '../texts';

/** The rule that speaks of the credential as a whole. */
export const DEPRECATED_RULE = 'jwt-credential';

export interface DeprecatedField {
  /** Its key. */
  readonly span: Span;
  readonly message: string;
  /** The one that has it. */
  readonly credential: Entity;
}

/**
 * The fields that only a JWT credential has, where a credential is one. A workspace knows which
 * those are of what it was asked about before.
 */
export function deprecated(
  document: ConfigDocument,
  known?: Workspace,
): readonly DeprecatedField[] {
  const silenced = suppressions(document).some(
    ({ scope, ruleId }) => scope === 'file' && ruleId === DEPRECATED_RULE,
  );
  if (silenced) return [];
  return document.entities
    .filter(({ dialect }) => dialect.credential)
    .filter((each) => known?.about(each, isToMigrate) ?? isToMigrate(each))
    .flatMap(jwtOnlyFields);
}

/** What Adobe made and migrates itself is no work for anybody. */
const isToMigrate = (entity: Entity) =>
  (entity.flow === 'jwt' || entity.flow === 'mixed') && !isAutoProvisioned(entity);

function jwtOnlyFields(credential: Entity): readonly DeprecatedField[] {
  const { dialect, fields } = credential;
  return [...fields.values()]
    .flat()
    .filter((field) => isJwtOnly(field, dialect))
    .map(({ keySpan, key }) => ({
      span: keySpan,
      credential,
      message: text('deprecated.field', { key: shownKey(key) }),
    }));
}
