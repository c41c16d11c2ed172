import { imsOAuthCommand } from '../facts/campaign-server';
import { links } from '../facts/links';
import { fieldOf, says } from '../model/entity';
import { enumerate } from '../text/message';
import { campaignPlace } from './credential';
import { fieldName, keyOf } from './field-name';
import { isHostedFor } from './placement';
import { entityRule } from './rule';
import { instanceExample, technicalAccountLines } from './server-examples';
import { anySays, entitiesOf, filesBeside, instanceOf } from './server-files';

export const technicalAccountIncomplete = entityRule({
  meta: {
    id: 'technical-account-incomplete',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      incomplete:
        '**{label}** (`{key}`) stands without {missing}, and Campaign cannot sign in with a part of a technical account. Fill in what is missing, or let `{command}` write all of it, on every container.',
      incompleteHosted:
        '**{label}** (`{key}`) stands without {missing}, and Campaign cannot sign in with a part of a technical account. On hosted servers Adobe does this: ask Adobe to complete it.',
    },
    docs: {
      summary: 'A technical account with a client id and without its id or its secret.',
      why: "Triggers, the deliverability server and the Analytics connector sign in as the technical account of the server, for which Campaign needs client id, account id and client secret. They may be spread over `serverConf.xml` and the instance's file.",
      invalid: instanceExample(...technicalAccountLines({ authIMSTAClientSecret: '' })),
      valid: instanceExample(...technicalAccountLines()),
      links: [links.campaignTechnicalAccount, links.serverConfiguration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, context) {
    const field = fieldOf(entity, 'clientId');
    if (campaignPlace(entity) !== 'server' || context.template) return;
    if (!field || !says(entity, 'clientId')) return;
    const { document, workspace } = context;
    const files = [document, ...filesBeside(document, workspace)];
    const all = entitiesOf(files, 'ims-credential');
    // Older commands for JWT did not ask for a secret.
    const needed = anySays(all, 'privateKey')
      ? ['technicalAccountId']
      : ['technicalAccountId', 'clientSecret'];
    const missing = needed.filter((name) => !anySays(all, name));
    if (missing.length === 0) return;
    const instance = instanceOf(document);
    report({
      at: field.keySpan,
      lacks: missing,
      message: isHostedFor(document, workspace, instance) ? 'incompleteHosted' : 'incomplete',
      data: {
        ...fieldName(field, entity),
        missing: enumerate(missing.map((name) => keyOf(name, entity))),
        command: imsOAuthCommand(instance),
      },
    });
  },
});
