import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Dialect, names } from '../../server/src/model/dialect';
import { EntityEdit } from '../../server/src/model/edit';
import { type Entity, fieldOf, textOf } from '../../server/src/model/entity';
import { readField } from '../../server/src/model/field';
import { readEntity } from '../../server/src/model/read';
import { migrationFix } from '../../server/src/rules/migration';
import { syntaxes } from '../../server/src/syntax';
import type { Change } from '../../server/src/syntax/change';
import type { Syntax } from '../../server/src/syntax/syntax';
import { type ObjectNode, property } from '../../server/src/syntax/tree';
import { applyEdits } from '../../server/src/text/edit';
import { lines } from '../support/marks';

/**
 * A trial of dialects that no kind has yet, made of tables alone: one context among others in a
 * `.env` file, a step of a workflow whose flow is an input, two credentials in one console file
 * that inherit their organization.
 */

const ORG = '3F2504E04F8941D39A0C0305@AdobeOrg';
const required = [
  'clientId',
  'clientSecret',
  'technicalAccountEmail',
  'technicalAccountId',
  'orgId',
];
const ACCOUNT = '6A1B2C3D4E5F60718293A4B5@techacct.adobe.com';

function migrated(entity: Entity, text: string, syntax: Syntax): string {
  const fix = migrationFix(entity);
  assert.ok(fix && 'edit' in fix);
  const edit = new EntityEdit(entity);
  fix.edit(edit);
  return applyEdits(text, edit.textEdits({ text, syntax }));
}

describe('an aio context in a .env file', () => {
  /** A dialect for each context: its keys share a prefix. */
  const contextDialect = (prefix: string): Dialect => ({
    concept: 'ims-credential',
    names: names({
      orgId: `${prefix}ims__org__id`,
      clientId: `${prefix}client__id`,
      clientSecret: {
        path: `${prefix}client__secrets`,
        shape: 'text',
        jwt: { path: `${prefix}client__secret`, shape: 'text' },
      },
      technicalAccountId: `${prefix}technical__account__id`,
      technicalAccountEmail: `${prefix}technical__account__email`,
      scopes: `${prefix}scopes`,
      metascopes: `${prefix}meta__scopes`,
      privateKey: `${prefix}private__key`,
    }),
    secrets: 'private-file',
    credential: { required, move: { kind: 'in-place' } },
  });

  const text = lines`
    AIO_ims_contexts_shop_client__id=9f1c2ab34d5e6f708192a3b4c5d6e7f8
    AIO_ims_contexts_shop_client__secret=abc
    AIO_ims_contexts_shop_meta__scopes=ent_user_sdk
    AIO_ims_contexts_shop_private__key=key.pem
    AIO_ims_contexts_shop_technical__account__id=${ACCOUNT}
    AIO_ims_contexts_shop_ims__org__id=${ORG}
    AIO_ims_contexts_other_client__id=1
  `;

  it('is decided and migrated by itself', () => {
    const { root } = assignments.parse(text);
    const shop = readEntity(root, contextDialect('AIO_ims_contexts_shop_'));
    const other = readEntity(root, contextDialect('AIO_ims_contexts_other_'));
    assert.equal(shop.flow, 'jwt');
    assert.equal(other.flow, undefined);
    assert.equal(
      migrated(shop, text, assignments),
      lines`
        AIO_ims_contexts_shop_client__id=9f1c2ab34d5e6f708192a3b4c5d6e7f8
        AIO_ims_contexts_shop_client__secrets=abc
        AIO_ims_contexts_shop_scopes=openid,AdobeID,user_management_sdk
        AIO_ims_contexts_shop_technical__account__id=${ACCOUNT}
        AIO_ims_contexts_shop_technical__account__email=<technical-account-email>
        AIO_ims_contexts_shop_ims__org__id=${ORG}
        AIO_ims_contexts_other_client__id=1
      `,
    );
  });

  /** Enough of a notation of lines `KEY=value` to edit one. */
  const assignments: Syntax = {
    id: 'yaml',
    comment: (comment) => `# ${comment}`,
    parse(source) {
      const properties = [...source.matchAll(/^(\w+)=(.*)$/gm)].map((match) => {
        const start = match.index;
        const valueSpan = { start: start + match[1]!.length + 1, end: start + match[0].length };
        const value = match[2]!;
        return {
          key: match[1]!,
          keySpan: { start, end: start + match[1]!.length },
          span: { start, end: valueSpan.end },
          value: {
            type: 'scalar',
            span: valueSpan,
            content: valueSpan,
            value,
            text: value,
          } as const,
        };
      });
      const root: ObjectNode = {
        type: 'object',
        span: { start: 0, end: source.length },
        properties,
      };
      return { root, problems: [], comments: [] };
    },
    edit: (_, changes) => changes.map(lineEdit),
  };

  function lineEdit(change: Change) {
    if (change.op === 'set') return { span: change.node.span, newText: String(change.value) };
    if (change.op === 'rename') return { span: change.property.keySpan, newText: change.key };
    if (change.op === 'remove') {
      const { start, end } = change.property.span;
      return { span: { start, end: end + 1 }, newText: '' };
    }
    assert.equal(change.op, 'insert');
    const end = change.op === 'insert' ? (change.after?.span.end ?? 0) : 0;
    const added = change.op === 'insert' ? `\n${change.key}=${change.value}` : '';
    return { span: { start: end, end }, newText: added };
  }
});

describe('a step of a workflow', () => {
  const stepDialect: Dialect = {
    concept: 'ims-credential',
    anyCase: true,
    names: names({
      command: 'command',
      orgId: 'IMSORGID',
      clientId: 'CLIENTID',
      clientSecret: 'CLIENTSECRET',
      technicalAccountId: 'TECHNICALACCOUNTID',
      technicalAccountEmail: 'TECHNICALACCOUNTEMAIL',
      scopes: { path: 'SCOPES', shape: 'comma-text' },
      privateKey: 'KEY',
    }),
    secrets: 'private-file',
    credential: {
      tag: { field: 'command', values: { auth: 'jwt', oauth_sts: 'oauth-server-to-server' } },
      required,
      move: { kind: 'in-place' },
    },
  };

  it('has its flow in an input, and the action that reads it outside of its inputs', () => {
    const text = lines`
      steps:
        - name: Auth # once
          uses: adobe/aio-apps-action@2.0.2
          with:
            os: linux
            command: auth
            clientid: \${{ secrets.CLIENTID_STAGE }}
            CLIENTSECRET: \${{ secrets.CLIENTSECRET_STAGE }}
            TECHNICALACCOUNTID: \${{ secrets.TECHNICALACCID_STAGE }}
            IMSORGID: \${{ secrets.IMSORGID_STAGE }}
            KEY: \${{ secrets.KEY_STAGE }}
    `;
    const { root } = syntaxes.yaml.parse(text);
    const steps = property(root, 'steps')?.value;
    const step = steps?.type === 'array' ? steps.items[0] : undefined;
    const uses = property(step, 'uses');
    assert.ok(step?.type === 'object' && uses);
    const action = readField('action', 'text', step, uses);
    const entity = readEntity(property(step, 'with')?.value, stepDialect, { extra: [action] });

    assert.equal(entity.flow, 'jwt');
    assert.equal(textOf(entity, 'action')?.text, 'adobe/aio-apps-action@2.0.2');
    assert.equal(
      migrated(entity, text, syntaxes.yaml),
      lines`
        steps:
          - name: Auth # once
            uses: adobe/aio-apps-action@2.0.2
            with:
              os: linux
              command: oauth_sts
              clientid: \${{ secrets.CLIENTID_STAGE }}
              CLIENTSECRET: \${{ secrets.CLIENTSECRET_STAGE }}
              TECHNICALACCOUNTID: \${{ secrets.TECHNICALACCID_STAGE }}
              TECHNICALACCOUNTEMAIL: <technical-account-email>
              SCOPES: openid,AdobeID,<scopes>
              IMSORGID: \${{ secrets.IMSORGID_STAGE }}
      `,
    );
  });
});

describe('two credentials in one console file', () => {
  const blockDialect = (integrationType: string): Dialect => ({
    concept: 'ims-credential',
    names: names({
      clientId: 'client_id',
      clientSecret: {
        path: 'client_secrets',
        shape: 'list',
        jwt: { path: 'client_secret', shape: 'text' },
      },
      technicalAccountId: 'technical_account_id',
      technicalAccountEmail: 'technical_account_email',
      scopes: { path: 'scopes', shape: 'list' },
      metascopes: { path: 'meta_scopes', shape: 'list' },
    }),
    secrets: 'private-file',
    credential: {
      tag: {
        field: integrationType,
        values: { service: 'jwt', oauth_server_to_server: 'oauth-server-to-server' },
      },
      move: { kind: 'in-place' },
    },
  });

  it('each have a flow of their own, a tag beside their block, and the organization of the project', () => {
    const text = JSON.stringify(
      {
        project: {
          org: { ims_org_id: ORG },
          credentials: [
            { integration_type: 'service', jwt: { client_id: 'a', meta_scopes: ['ent_user_sdk'] } },
            {
              integration_type: 'oauth_server_to_server',
              oauth_server_to_server: { client_id: 'b', scopes: ['openid'] },
            },
          ],
        },
      },
      undefined,
      2,
    );
    const project = property(syntaxes.json.parse(text).root, 'project')?.value;
    const org = property(project, 'org')?.value;
    const orgId = property(org, 'ims_org_id');
    const list = property(project, 'credentials')?.value;
    assert.ok(org?.type === 'object' && orgId && list?.type === 'array');
    const inherited = readField('orgId', 'text', org, orgId);

    const entities = list.items.map((item) => {
      const type = property(item, 'integration_type');
      assert.ok(item.type === 'object' && type);
      const tag = readField('integrationType', 'text', item, type);
      const block = property(item, 'jwt') ?? property(item, 'oauth_server_to_server');
      return readEntity(block?.value, blockDialect('integrationType'), { extra: [inherited, tag] });
    });
    assert.deepEqual(
      entities.map(({ flow }) => flow),
      ['jwt', 'oauth-server-to-server'],
    );
    assert.deepEqual(
      entities.map((entity) => textOf(entity, 'orgId')?.text),
      [ORG, ORG],
    );
    assert.equal(fieldOf(entities[0]!, 'orgId')?.keySpan, fieldOf(entities[1]!, 'orgId')?.keySpan);
  });
});
