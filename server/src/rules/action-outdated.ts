import { oauthSince } from '../facts/github-actions';
import { links } from '../facts/links';
import { type Entity, type Field, fieldOf } from '../model/entity';
import { partOf } from './part';
import { entityRule } from './rule';
import { authStepExample } from './workflow-examples';

export const actionOutdated = entityRule({
  meta: {
    id: 'action-outdated',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      outdated:
        'This version of the action knows nothing of OAuth Server-to-Server, so that the step fails or signs in with a JWT, which no longer works. Use `{since}` or a newer one, in all steps of this action.',
      along: 'This step uses the same action.',
    },
    fixes: { update: 'Use `{version}` in all steps of this action' },
    docs: {
      summary:
        'A version of a GitHub action that is older than the command or the inputs it is given.',
      why: '`adobe/aio-apps-action` knows `oauth_sts` from 3.0.0 on, `adobe/aio-cloudmanager-create-execution-action` knows `OAUTHENABLED` from v1.2.0 on; older versions refuse the command, or ignore the input. Only version tags are judged: what a branch or a commit holds, the file does not tell.',
      invalid: authStepExample({}, '2.0.2'),
      valid: authStepExample(),
      links: [links.appsAction, links.executionAction],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, context) {
    const own = fieldOf(entity, 'action');
    const [item] = own?.items ?? [];
    const better = own && newerText(own, entity);
    if (!own || !item || better === undefined || !isOutdated(entity)) return;
    // All of them are brought up to date at once, so that it is said once.
    const { along = [] } = entity;
    const isFirst = (each: Entity) => each.along === entity.along && isOutdated(each);
    if (context.document.entities.find(isFirst) !== entity) return;
    const all = along.filter((field) => newerText(field, entity));
    const version = better.slice(better.lastIndexOf('@') + 1);
    const data = { version, since: oauthSince(item.text) ?? version };
    report({
      at: partOf(item, item.text.lastIndexOf('@') + 1).span,
      message: 'outdated',
      data,
      related: all
        .filter((field) => field !== own)
        .map(({ value }) => ({ at: value.span, message: 'along' })),
      fix: {
        title: 'update',
        data,
        edit: (edit) => {
          for (const field of all) {
            const text = newerText(field, entity);
            const [each] = field.items;
            if (each && text !== undefined) edit.replace(each, text);
          }
        },
      },
    });
  },
});

/** A JWT credential is migrated, which brings the version along. */
const isOutdated = (entity: Entity): boolean => {
  const own = fieldOf(entity, 'action');
  const isOAuth = entity.flow === 'oauth-server-to-server' || entity.flow === 'mixed';
  return isOAuth && own !== undefined && newerText(own, entity) !== undefined;
};

const newerText = ({ name, items }: Field, { dialect }: Entity): string | undefined =>
  items[0] && dialect.names[name]?.oauth?.(items[0].text);
