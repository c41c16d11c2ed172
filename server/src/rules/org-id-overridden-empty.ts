import { links } from '../facts/links';
import type { ConfigDocument } from '../model/document';
import { type Entity, type Field, fieldOf, isEmpty, isOn } from '../model/entity';
import { isHostedFor } from './placement';
import { entityRule, type RelatedProblem } from './rule';
import { instanceExample } from './server-examples';
import { entitiesOf, instanceOf, isForAllInstances, sharedFileOf } from './server-files';

type Message = 'hides' | 'hidesHosted' | 'pipelined' | 'pipelinedHosted' | 'shared' | 'starts';

export const orgIdOverriddenEmpty = entityRule({
  meta: {
    id: 'org-id-overridden-empty',
    severity: 'error',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      hides:
        '**Organization ID** (`{key}`) is empty here, and so hides the one of `serverConf.xml` for this instance: sign-in with IMS and `pipelined` have no organization. Remove the attribute.',
      hidesHosted:
        '**Organization ID** (`{key}`) is empty here, and so hides the one of `serverConf.xml` for this instance: sign-in with IMS and `pipelined` have no organization. On hosted servers Adobe does this: ask Adobe to remove the attribute.',
      pipelined:
        '**Organization ID** (`{key}`) is empty here, and `pipelined` starts on this instance: its requests fail with "the subject must be a valid organization or client". Remove the attribute, so that the one of `serverConf.xml` holds, and set it there.',
      pipelinedHosted:
        '**Organization ID** (`{key}`) is empty here, and `pipelined` starts on this instance: its requests fail with "the subject must be a valid organization or client". On hosted servers Adobe does this: ask Adobe to remove the attribute and to set the one of `serverConf.xml`.',
      shared: 'This organization is hidden.',
      starts: '`pipelined` starts here.',
    },
    fixes: { remove: 'Remove the empty `{key}`' },
    docs: {
      summary:
        "An empty organization in an instance's file that hides the one of `serverConf.xml`.",
      why: "Attributes of an instance's file win over those of `serverConf.xml`, even empty ones, and the file that Campaign makes for a new instance has this one. It is reported where it does harm: where `serverConf.xml` sets the organization, or where `pipelined` starts.",
      invalid: instanceExample(
        '<web>',
        '  <redirection IMSOrgId="" databaseId="" trackingPassword=""/>',
        '</web>',
        '<pipelined autoStart="true" authType="imsJwtToken"/>',
      ),
      valid: instanceExample(
        '<web>',
        '  <redirection databaseId="" trackingPassword=""/>',
        '</web>',
        '<pipelined autoStart="true" authType="imsJwtToken"/>',
      ),
      links: [links.triggers, links.serverConfiguration],
    },
  },

  concepts: ['server-configuration'],

  check(entity, report, { document, workspace }) {
    if (isForAllInstances(document)) return;
    const shared = sharedFileOf(document, workspace);
    const hidden = shared && organizationIn(shared);
    const starts = startOfPipelined(document, shared);
    if (!hidden && !starts) return;
    const message = hidden ? 'hides' : 'pipelined';
    const hosted = isHostedFor(document, workspace, instanceOf(document));
    const related: RelatedProblem<Message>[] = [];
    if (hidden) related.push({ at: hidden.span, message: 'shared', document: shared });
    if (starts)
      related.push({ at: starts.field.span, message: 'starts', document: starts.document });
    for (const field of (entity.fields.get('orgId') ?? []).filter(isEmpty)) {
      const data = { key: field.key.slice(1) };
      report({
        at: field.span,
        message: hosted ? `${message}Hosted` : message,
        data,
        related,
        fix: hosted ? undefined : { title: 'remove', data, edit: (edit) => edit.remove(field) },
      });
    }
  },
});

const organizationIn = (shared: ConfigDocument): Field | undefined =>
  entitiesOf([shared], 'server-configuration')
    .flatMap(({ fields }) => fields.get('orgId') ?? [])
    .find((field) => !isEmpty(field));

/**
 * Where the instance says that `pipelined` starts, or, if it says nothing, where all instances do.
 */
function startOfPipelined(instance: ConfigDocument, shared: ConfigDocument | undefined) {
  for (const document of shared ? [instance, shared] : [instance]) {
    const says = (entity: Entity) => isOn(entity, 'autoStart') !== undefined;
    const entity = entitiesOf([document], 'pipeline-service').find(says);
    const field = entity && fieldOf(entity, 'autoStart');
    if (field) return isOn(entity, 'autoStart') ? { field, document } : undefined;
  }
  return undefined;
}
