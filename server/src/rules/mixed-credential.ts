import { links } from '../facts/links';
import { type Entity, type Field, isEmpty } from '../model/entity';
import { evidence, isJwtOnly } from '../model/flow';
import { enumerate } from '../text/message';
import { flowSpan, isAutoProvisioned, isFromAem, readerOf } from './credential';
import { integrationExample } from './credential-examples';
import { shownKey } from './field-name';
import { contradictions } from './flow-flags';
import { migrationFix, migrationTitles } from './migration';
import { entityRule } from './rule';

export const mixedCredential = entityRule({
  meta: {
    id: 'mixed-credential',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      mixed:
        'This credential holds keys of a Service Account (JWT) beside those of OAuth Server-to-Server. What reads it may still sign in with JWT, which no longer works. Remove {keys}.',
      context:
        'This context holds keys of a Service Account (JWT) beside those of OAuth Server-to-Server. As long as all keys of JWT are there, `aio` signs in with it and not with OAuth, and JWT no longer works. Remove {keys}.',
      tagged:
        'This credential says that it is a Service Account (JWT) and holds the scopes of OAuth Server-to-Server. Whatever reads it still signs in with JWT, which no longer works. Let it say `oauth-server-to-server`.',
      aem: "This credential of AEM's own Developer Console holds keys of JWT beside scopes of OAuth Server-to-Server, and readers take it for one or the other. The download of an OAuth credential has none of {keys}: put that download in the place of this file.",
      ownCode:
        'This credential holds keys of JWT beside those of OAuth Server-to-Server, and the code that reads these names decides with which of them it signs in. Let it use those of OAuth, then remove {keys}.',
      postman:
        'These variables are those of JWT beside those of OAuth Server-to-Server, and the requests of your collections decide with which of them they sign in. Let them use those of OAuth, then remove {keys}.',
      here: '`{key}` belongs to JWT.',
    },
    fixes: migrationTitles,
    docs: {
      summary: 'A credential with the keys of both JWT and OAuth Server-to-Server.',
      why: "A half-migrated credential is read differently by different tools: Adobe's own IMS library tries JWT first as long as all of its keys are there.",
      invalid: integrationExample({ privateKey: '${IMS_PRIVATE_KEY}' }),
      valid: integrationExample(),
      links: [links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report) {
    if (entity.flow !== 'mixed' || isAutoProvisioned(entity)) return;
    // A flag that contradicts the keys is a mistake of its own.
    if (contradictions(entity).length > 0) return;
    const jwt = [...evidence(entity.fields, entity.dialect).jwt, ...superseded(entity)].sort(
      (one, other) => one.keySpan.start - other.keySpan.start,
    );
    const keys = jwt.map(({ key }) => shownKey(key));
    report({
      at: jwt[0]?.keySpan ?? flowSpan(entity),
      message: messageFor(entity, jwt.length > 0),
      data: { keys: enumerate(keys) },
      related: jwt.slice(1).map(({ key, keySpan }) => ({
        at: keySpan,
        message: 'here',
        data: { key: shownKey(key) },
      })),
      fix: migrationFix(entity),
    });
  },
});

/** Values under their JWT name of which another stands under that of OAuth. */
const superseded = ({ fields, dialect }: Entity): readonly Field[] =>
  [...fields.values()].flatMap((all) =>
    all.some((field) => !field.jwtForm && !isEmpty(field))
      ? all.filter((field) => field.jwtForm && !isJwtOnly(field, dialect))
      : [],
  );

function messageFor(
  entity: Entity,
  hasKeys: boolean,
): 'ownCode' | 'postman' | 'aem' | 'context' | 'mixed' | 'tagged' {
  const decides = readerOf(entity)?.decides;
  if (hasKeys && decides === 'code') return 'ownCode';
  if (hasKeys && decides === 'requests') return 'postman';
  if (isFromAem(entity)) return 'aem';
  if (!hasKeys) return 'tagged';
  return entity.dialect.credential?.jwtNeeds ? 'context' : 'mixed';
}
