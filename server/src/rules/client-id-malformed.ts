import { links } from '../facts/links';
import type { EntityEdit } from '../model/edit';
import type { Entity, TextValue } from '../model/entity';
import { idForm } from '../model/id-form';
import { blanksMistake, replaceWithBlanks } from './blank-ends';
import { campaignPlace, isFromAem } from './credential';
import { integrationExample } from './credential-examples';
import { type FixPlan, formatRule } from './rule';
import { isSample } from './sample';

export const clientIdMalformed = formatRule({
  meta: {
    id: 'client-id-malformed',
    severity: 'info',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      secret:
        '**{label}** (`{key}`) has the form of a client secret. Whoever reads client ids now reads the secret: put it in its own place, and the client id here.',
      orgId:
        "**{label}** (`{key}`) holds the id of an organization. Copy the client id from the credential's page; older pages call it API Key.",
      technicalAccount:
        "**{label}** (`{key}`) holds a technical account. Copy the client id from the credential's page; older pages call it API Key.",
      aem: "**{label}** (`{key}`) is a client id of AEM's own Developer Console, and credentials of this form come from the Adobe Developer Console, which makes client ids of 32 hexadecimal digits. Check to which of the two the credential belongs.",
      consoleOfAem:
        "**{label}** (`{key}`) is a client id of the Adobe Developer Console, and this file is a JWT credential of AEM's own Developer Console, which makes ids such as `cm-p123-e456-integration-1`. Check to which of the two the credential belongs.",
      aemOfCampaign:
        "**{label}** (`{key}`) is a client id of AEM's own Developer Console. Campaign signs in with a technical account of the Adobe Developer Console, which makes client ids of 32 hexadecimal digits. Copy the client id from the credential's page there.",
      capitals:
        "**{label}** (`{key}`) is written with capital letters. The Developer Console makes client ids of 32 hexadecimal digits in small letters. Compare it with the credential's page.",
      blanks:
        '**{label}** (`{key}`) has blanks around it. They count as a part of the client id, and Adobe knows none like that. Remove them.',
      length:
        "**{label}** (`{key}`) has {count} hexadecimal digits, and the Developer Console makes client ids of 32. A part may be missing or too much: compare it with the credential's page.",
      other:
        "**{label}** (`{key}`) has none of the known forms of a client id: 32 hexadecimal digits in small letters or, from AEM's own Developer Console, `cm-p123-e456-integration-1`. Compare it with the credential's page.",
      otherOfCampaign:
        "**{label}** (`{key}`) has not the known form of a client id: 32 hexadecimal digits in small letters. Compare it with the credential's page in the Developer Console.",
    },
    fixes: { useSmall: 'Use small letters', trim: 'Remove the blanks' },
    docs: {
      summary: 'A client id of a form that Adobe is not known to make.',
      why: "The Adobe Developer Console makes client ids of 32 hexadecimal digits, AEM's own Developer Console ids such as `cm-p123-e456-integration-1`. Another form usually means that the id was cut off, or that the value of another field was copied.",
      invalid: integrationExample({ clientId: '0123456789abcdef0123456789' }),
      valid: integrationExample(),
      links: [links.tokenCall],
    },
  },

  formats: ['client-id'],

  check({ text, value, entity, name }, report, context) {
    const mistake = misplaced(text) ?? formMistake(value, entity) ?? blanksMistake(value);
    if (!mistake) return;
    if (FORMLESS.has(mistake.message) && context.workspace.about(entity, isSample)) return;
    report({ at: value.span, ...mistake, data: { ...name, count: text.length } });
  },
});

interface Mistake {
  readonly at?: TextValue['span'];
  readonly message:
    | 'secret'
    | 'orgId'
    | 'technicalAccount'
    | 'aem'
    | 'consoleOfAem'
    | 'aemOfCampaign'
    | 'capitals'
    | 'blanks'
    | 'length'
    | 'other'
    | 'otherOfCampaign';
  readonly fix?: FixPlan<'useSmall' | 'trim'>;
}

const FORMLESS: ReadonlySet<Mistake['message']> = new Set(['length', 'other', 'otherOfCampaign']);

/** What clearly belongs into another field. */
function misplaced(text: string): Mistake | undefined {
  const form = idForm(text);
  if (form === 'client-secret') return { message: 'secret' };
  if (form === 'org-id') return { message: 'orgId' };
  return /@techacct\.adobe\.com$/i.test(text) ? { message: 'technicalAccount' } : undefined;
}

/**
 * Whether it is a download: in a configuration of people's own code the console is only guessed.
 */
const hasNewAccount = ({ dialect }: Entity) => dialect.credential?.move.kind === 'new-account';

function formMistake(value: TextValue, entity: Entity): Mistake | undefined {
  const { text } = value;
  const form = idForm(text);
  const issuer = entity.dialect.credential?.issuer;
  const isOfAemJwt = issuer === 'aem' && entity.flow === 'jwt' && isFromAem(entity);
  if (form === 'console-client-id' && isOfAemJwt && hasNewAccount(entity)) {
    return { message: 'consoleOfAem' };
  }
  // How AEM writes the client id of an OAuth credential is not known.
  if (form === 'console-client-id' || issuer === 'aem') return undefined;
  // The technical account of a Campaign server is never one of AEM's console.
  const ofCampaign = campaignPlace(entity) !== undefined;
  if (form === 'aem-client-id') {
    if (ofCampaign) return { message: 'aemOfCampaign' };
    return issuer === 'developer-console' ? { message: 'aem' } : undefined;
  }
  if (/^[0-9a-f]{32}$/i.test(text)) {
    const edit = (each: EntityEdit) => replaceWithBlanks(each, value, text.toLowerCase());
    return { message: 'capitals', fix: { title: 'useSmall', edit } };
  }
  if (/^[0-9a-f]{2,}$/.test(text)) return { message: 'length' };
  return { message: ofCampaign ? 'otherOfCampaign' : 'other' };
}
