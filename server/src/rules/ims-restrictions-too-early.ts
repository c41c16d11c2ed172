import { builtInOperators, imsOAuthRelease } from '../facts/campaign-server';
import { links } from '../facts/links';
import type { ConfigDocument } from '../model/document';
import { type Entity, textOf } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { environmentExample } from './campaign-examples';
import { campaignPlace } from './credential';
import { isHosted, releaseOf, versionValue } from './environment';
import { olderEnvironments } from './ims-restrictions';
import { entityRule } from './rule';
import { instanceExample, restrictionLines } from './server-examples';
import { instanceOf } from './server-files';

export const imsRestrictionsTooEarly = entityRule({
  meta: {
    id: 'ims-restrictions-too-early',
    severity: 'error',
    since: '0.1.0',
    fix: 'none',
    messages: {
      restrictions:
        '`imsConfig` restricts native sign-in, which Campaign can only do from {since} (build {build}) on, and this server runs {version}. Upgrade first, and add the restrictions as the last step of the move to IMS.',
      restrictionsHosted:
        '`imsConfig` restricts native sign-in, which Campaign can only do from {since} (build {build}) on, and this server runs {version}. Adobe brings hosted servers to that release and adds the restrictions; ask Adobe about it.',
      command:
        '`-setimsoauth` is an option of Campaign {since} (build {build}) and newer, and this server runs {version}. Upgrade first.',
      commandHosted:
        '`-setimsoauth` is an option of Campaign {since} (build {build}) and newer, and this server runs {version}. Adobe brings hosted servers to that release and gives them their technical account; ask Adobe about it.',
      version: 'This release is too old for it.',
    },
    docs: {
      summary: 'Restrictions of native sign-in, or `-setimsoauth`, for a release before 7.4.1.',
      why: 'Campaign Classic knows `imsConfig` and `nlserver config -setimsoauth` from 7.4.1 (build 9383) on. The release is known from the environments that the workspace describes; the rule speaks where all that a file may be about are older.',
      invalid: {
        ...instanceExample(...restrictionLines(builtInOperators)),
        beside: [oldEnvironment()],
      },
      valid: {
        ...instanceExample(...restrictionLines(builtInOperators)),
        beside: [environmentExample()],
      },
      links: [links.campaignRestrictions, links.campaignTechnicalAccount],
    },
  },

  concepts: ['ims-restrictions', 'ims-credential'],

  check(entity, report, context) {
    const subject = subjectOf(entity);
    if (!subject) return;
    const instance = textOf(entity, 'instance')?.text || instanceOf(context.document);
    const environments = olderEnvironments(context, instance);
    if (environments.length === 0) return;
    const places = environments.flatMap((each) => versionIn(each, context.workspace) ?? []);
    report({
      at: subject === 'command' ? commandSpan(entity) : entity.head,
      message: environments.every(isHosted) ? `${subject}Hosted` : subject,
      data: {
        since: imsOAuthRelease.version,
        build: imsOAuthRelease.build,
        version: [...new Set(places.map(({ version }) => version))].join(', '),
      },
      related: places.map(({ at, document: where }) => ({
        at,
        message: 'version' as const,
        document: where,
      })),
    });
  },
});

/** What needs the newer release. Elements that say nothing restrict nobody. */
function subjectOf(entity: Entity) {
  const { concept, flow, fields } = entity;
  if (concept === 'ims-restrictions') return fields.size > 0 ? 'restrictions' : undefined;
  const isOAuth = flow === 'oauth-server-to-server' || flow === 'mixed';
  return campaignPlace(entity) === 'command' && isOAuth ? 'command' : undefined;
}

/** The option that the release does not know. */
function commandSpan(entity: Entity) {
  const { tag } = entity.dialect.credential ?? {};
  return (tag && textOf(entity, tag.field)?.span) ?? entity.head;
}

interface VersionPlace {
  readonly at: Entity['head'];
  readonly version: string;
  readonly document: ConfigDocument | undefined;
}

function versionIn(environment: Entity, { documents }: Workspace): VersionPlace | undefined {
  const value = versionValue(environment);
  const document = documents.find(({ entities }) => entities.includes(environment));
  return value && { at: value.span, version: releaseOf(environment) ?? value.text, document };
}

function oldEnvironment() {
  return environmentExample({ version: '7.3.5' });
}
