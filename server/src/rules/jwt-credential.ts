import { jwtDates } from '../facts/jwt';
import { links } from '../facts/links';
import type { ReaderSort } from '../facts/readers';
import { type Entity, fieldOf } from '../model/entity';
import { evidence } from '../model/flow';
import { enumerate, longDate } from '../text/message';
import { flowSpan, isAutoProvisioned, isFromAem, readerOf } from './credential';
import { integrationExample } from './credential-examples';
import { keyOf, shownKey } from './field-name';
import { campaignMessages, campaignProblem, campaignTitles } from './jwt-campaign';
import { migrationFix, migrationTitles } from './migration';
import { keepsScopes } from './migration-notes';
import { entityRule, type RuleContext } from './rule';
import { otherHalf } from './token-provider';

/** What is told where no edit of the file is enough, because of who reads it. */
const readerMessages = {
  'own-code':
    'This is a Service Account (JWT) credential, and none works after {lastDay}. What reads these names is your own code: let it ask `/ims/token/v3` for a token with client id, client secret and scopes in the place of {keys}.',
  'jwt-only':
    'This is a Service Account (JWT) credential, and none works after {lastDay}. What reads it here knows no other credentials: look for a version that signs in with OAuth Server-to-Server, or for something else in its place.',
  postman:
    'These are the variables of a Service Account (JWT) credential, and none works after {lastDay}. Take the collection that Adobe offers today, with its environment, or let yours ask `/ims/token/v3` with client id, client secret and scopes. Then remove private key and metascopes.',
  'pdf-services':
    'This is a Service Account (JWT) credential, and none works after {lastDay}. Take a version of the PDF Services SDK that knows OAuth Server-to-Server, which needs client id and client secret only. Then put the download of the new credential in the place of this file.',
  aepp: "This is a Service Account (JWT) credential, and none works after {lastDay}. `aepp` signs in with OAuth Server-to-Server as soon as it finds `scopes` here: copy them from the credential's page in the Developer Console, as one text with commas, and compare `secret` there. Then remove {keys}.",
  'aio-import':
    '`aio` wrote this Service Account (JWT) credential here, and none works after {lastDay}. Migrate it in the Developer Console, then download the workspace and import it again (`aio app use <file>`): an edit of this file changes nothing there.',
} as const satisfies Readonly<Record<ReaderSort, string>>;

export const jwtCredential = entityRule({
  meta: {
    id: 'jwt-credential',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      jwt: 'This is a Service Account (JWT) credential. Adobe ended them on {endOfLife}, and none works after {lastDay}. Adobe may already have converted this one to OAuth Server-to-Server: open its page in the Developer Console first, then migrate this file.',
      untagged:
        'Nothing here says how to sign in, and what reads the file then does it with a Service Account (JWT). Adobe ended them on {endOfLife}, and none works after {lastDay}. Write `{key}: {value}`, and compare the rest with the page of the credential in the Developer Console.',
      aem: "This is a JWT credential of AEM's own Developer Console. Adobe calls them deprecated and names no last day. OAuth Server-to-Server needs a new technical account there, so the values of this file cannot be kept: create the account, then replace the file by its download.",
      aemOwnCode:
        "This is a JWT credential of AEM's own Developer Console. Adobe calls them deprecated and names no last day. Create a new technical account there for OAuth Server-to-Server. Then let your own code, which reads these names, ask `/ims/token/v3` with client id, client secret and scopes in the place of {keys}.",
      aemJwtOnly:
        "This is a JWT credential of AEM's own Developer Console. Adobe calls them deprecated and names no last day. What reads it here knows no other credentials: look for a version that signs in with OAuth Server-to-Server, which needs a new technical account.",
      jwtForm:
        'This is a Service Account (JWT) credential, and none works after {lastDay}. A file of this form, which Asset Compute reads, is for JWT only. In its place put the JSON that the Developer Console offers for download on the page of the OAuth Server-to-Server credential.',
      asks: 'A token is asked for with a JWT here, and no Service Account (JWT) credential works after {lastDay}. Ask `/ims/token/v3` with `grant_type=client_credentials`, client id, client secret and scopes.',
      ...readerMessages,
      aeppById:
        "By its technical account, and without scopes, this is a Service Account (JWT) credential, and none works after {lastDay}. `aepp` signs in with OAuth Server-to-Server as soon as it finds `scopes` here: copy them from the credential's page in the Developer Console, as one text with commas, and compare `secret` there.",
      hiddenScopes:
        'What is kept under this name nobody can see here. With JWT it is an array of JSON with metascopes; OAuth Server-to-Server takes the scopes there, as one text with commas. Change it along with this file.',
      secretBeside:
        'Here stands the client secret that belongs to it. Compare it with the page of the credential as well.',
      ...campaignMessages,
    },
    fixes: {
      ...migrationTitles,
      ...campaignTitles,
    },
    docs: {
      summary: 'A credential that signs in with a Service Account (JWT).',
      why: "Adobe ended JWT credentials of its Developer Console on 30 June 2025 and stopped the last of them on 1 March 2026; files that still carry them fail without a word. OAuth Server-to-Server replaces them with the same client id and technical account, and needs no key pair. Where something else than Adobe's own tools reads the file, it changes first: code of your own, the requests of a Postman collection, or the PDF Services SDK, whose new download holds nothing but the organization in `service_principal_credentials`. Other libraries than `aepp` that read its file may look for something else than `scopes`. A Campaign server gets the new credential by `nlserver config -instance:<instance> -setimsoauth:<organization-id>/<client-id>/<technical-account-id>/<client-secret>`, from 7.4.1 on, as the user `neolane` on every container. `pipelined` needs `authType=\"imsJwtToken\"` for it; afterwards the configuration is reloaded (`nlserver config -reload`) and the server restarted. That a private key in the server's file means JWT is inferred: the command for OAuth takes none. Asset Compute reads its YAML file with JWT only, and for OAuth Server-to-Server the download of the Developer Console as it is: let `ASSET_COMPUTE_INTEGRATION_FILE_PATH` name that file. Credentials of AEM's own Developer Console are another family: deprecated, with no last day published, and replaced by a new technical account.",
      invalid: integrationExample({
        authType: 'jwt',
        scopes: '',
        metascopes: '[ent_user_sdk]',
        privateKey: '${IMS_PRIVATE_KEY}',
      }),
      valid: integrationExample(),
      links: [links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, context) {
    if (entity.flow !== 'jwt' || isAutoProvisioned(entity)) return;
    const ofCampaign = campaignProblem(entity, context);
    if (ofCampaign) return report(ofCampaign);
    const aem = isFromAem(entity);
    report({
      at: flowSpan(entity),
      message: messageFor(entity),
      severity: aem ? 'warning' : 'error',
      data: {
        endOfLife: longDate(jwtDates.endOfLife),
        lastDay: longDate(jwtDates.lastDay),
        keys: enumerate(jwtKeys(entity)),
        ...oauthTag(entity),
      },
      related: [...hiddenScopes(entity), ...secretBeside(entity, context)],
      fix: migrationFix(entity),
    });
  },
});

/** Scopes that are kept elsewhere under a name that stays. */
function hiddenScopes(entity: Entity) {
  const [item] = fieldOf(entity, 'metascopes')?.items ?? [];
  const isEdited = entity.dialect.credential?.move.kind === 'in-place';
  const stays = item && isEdited && keepsScopes(entity);
  return stays ? [{ at: item.span, message: 'hiddenScopes' as const }] : [];
}

/** The file of its secret, which is changed by hand. */
function secretBeside(entity: Entity, context: RuleContext) {
  const half = otherHalf(entity, context);
  if (!half) return [];
  const { document } = half;
  return [{ at: half.entity.head, message: 'secretBeside' as const, document }];
}

function messageFor(entity: Entity) {
  const sort = readerOf(entity)?.sort;
  if (isFromAem(entity)) {
    if (!sort) return 'aem';
    return sort === 'jwt-only' ? 'aemJwtOnly' : 'aemOwnCode';
  }
  // A credential of Adobe's console in the form of AEM's.
  if (entity.dialect.credential?.move.kind === 'new-account') return 'jwtForm';
  if (!sort) return isUntagged(entity) ? 'untagged' : 'jwt';
  if (jwtKeys(entity).length > 0) return sort;
  // Where no key says it, the address does, or what only the form of JWT has.
  return sort === 'own-code' ? 'asks' : sort === 'aepp' ? 'aeppById' : sort;
}

/** Whether a credential is JWT only because its reader takes it for that where nothing is said. */
function isUntagged(entity: Entity): boolean {
  const { usual, tag } = entity.dialect.credential ?? {};
  const isSilent = tag !== undefined && !entity.fields.has(tag.field);
  return usual === 'jwt' && isSilent && jwtKeys(entity).length === 0;
}

/** How a credential says that it is OAuth. */
function oauthTag(entity: Entity) {
  const { tag } = entity.dialect.credential ?? {};
  const values = Object.entries(tag?.values ?? {});
  const [value = ''] = values.find(([, flow]) => flow === 'oauth-server-to-server') ?? [];
  return { key: tag ? keyOf(tag.field, entity) : '', value };
}

const jwtKeys = ({ fields, dialect }: Entity): readonly string[] =>
  evidence(fields, dialect).jwt.map(({ key }) => shownKey(key));
