import { experienceCloudAccountNames } from '../../facts/campaign-accounts';
import { type ConfigNode, type ObjectNode, textAt } from '../../syntax/tree';
import { type Dialect, type FieldName, names } from '../dialect';
import type { Entity } from '../entity';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { children } from './elements';
import { labelOf } from './label';

/**
 * A data package of Adobe Campaign that holds external accounts, perhaps with operator groups
 * beside them.
 */
export const campaignPackage: FileKind = {
  id: 'campaign-package',
  title: 'Adobe Campaign package with external accounts',
  files: ['*.xml'],
  syntaxes: ['xml'],
  recognition: {
    marker: /nms:extAccount/,
    content: (root) => listsOf(root, ACCOUNTS).length > 0,
  },
  entities: (root) => entitiesOf(root),
};

/**
 * A data package that holds operator groups and no external accounts. It only tells what masks are
 * about.
 */
export const campaignGroups: FileKind = {
  id: 'campaign-groups',
  title: 'Adobe Campaign package with operator groups',
  files: ['*.xml'],
  syntaxes: ['xml'],
  unjudged: true,
  recognition: {
    marker: /xtk:group/,
    content: (root) => listsOf(root, GROUPS).length > 0,
  },
  entities: (root) => entitiesOf(root),
};

function entitiesOf(root: ConfigNode | undefined): readonly Entity[] {
  return listsOf(root).flatMap((list) => {
    const schema = textAt(list, '@schema');
    if (schema === ACCOUNTS) return children(list, 'extAccount').map(readAccount);
    return schema === GROUPS ? children(list, 'group').map(readGroup) : [];
  });
}

const ACCOUNTS = 'nms:extAccount';

/**
 * The schema of operator groups. Source: AdobeDocs/campaign.en, release-notes-2022.md, "Operator
 * groups (xtk:group)". How a package writes a group is not published, so that groups only ever help
 * to explain masks.
 */
const GROUPS = 'xtk:group';

function readAccount(account: ObjectNode): Entity {
  const dialect = isExperienceCloud(account) ? experienceCloudDialect : accountDialect;
  // A link to an account, or one that the import deletes, sets nothing up.
  const unjudged = /^(none|delete)$/i.test(textAt(account, '@_operation')?.trim() ?? '');
  return readEntity(account, unjudged ? { ...dialect, unjudged } : dialect, {
    label: labelOf(account, ['@label', '@name']),
  });
}

const readGroup = (group: ObjectNode): Entity =>
  readEntity(group, groupDialect, { label: labelOf(group, ['@label', '@name']) });

/** The fields of type password, of the account and of what it holds for single channels. */
const secretNames: Readonly<Record<string, FieldName>> = {
  password: {
    path: '@password',
    also: [
      'params/wapPush/@password',
      'params/mms/@password',
      'wapPush/@password',
      'mms/@password',
    ],
    shape: 'text',
  },
  clientSecret: {
    path: '@clientSecret',
    also: [
      'params/wapPush/@clientSecret',
      'params/mms/@clientSecret',
      'wapPush/@clientSecret',
      'mms/@clientSecret',
    ],
    shape: 'text',
  },
  awsSecret: { path: '@awsSecret', also: ['s3Account/@awsSecret'], shape: 'text' },
};

/** An account of type Adobe Experience Cloud in a package. */
export const experienceCloudDialect: Dialect = {
  concept: 'external-account',
  style: 'sparse',
  names: names({
    name: '@name',
    label: '@label',
    typeNumber: '@type',
    enabled: { path: '@active', shape: 'flag' },
    imsServer: '@imsServer',
    imsScope: { path: '@userScope', shape: 'comma-text' },
    clientId: '@clientId',
    ...secretNames,
    callbackServer: '@callbackServer',
    orgId: '@imsOrgId',
    associationMask: '@imsRightsMask',
    productContext: '@productContext',
    server: '@server',
    tenant: '@tenant',
    exportedAutomatically: { path: '@packageAutoExport', shape: 'flag' },
  }),
  secrets: 'left-out',
};

const accountDialect: Dialect = {
  concept: 'campaign-account',
  style: 'sparse',
  names: names({
    name: '@name',
    label: '@label',
    type: '@type',
    enabled: { path: '@active', shape: 'flag' },
    server: '@server',
    account: '@account',
    ...secretNames,
    exportedAutomatically: { path: '@packageAutoExport', shape: 'flag' },
  }),
  secrets: 'left-out',
};

const groupDialect: Dialect = {
  concept: 'operator-group',
  style: 'sparse',
  names: names({ name: '@name', label: '@label' }),
  secrets: 'left-out',
  unjudged: true,
};

/** The elements `<entities>` of a package, also inside `<pkgDesc>`: those of a schema, or all. */
function listsOf(root: ConfigNode | undefined, schema?: string): readonly ObjectNode[] {
  const outer = [root, ...children(root, 'pkgDesc')];
  return outer
    .flatMap((node) => children(node, 'package'))
    .flatMap((node) => children(node, 'entities'))
    .filter((node) => schema === undefined || textAt(node, '@schema') === schema);
}

/**
 * Found by its attributes or its name: the number of this account's type is not public, and an
 * export with default values writes every attribute of every account, most of them empty.
 */
function isExperienceCloud(account: ObjectNode): boolean {
  const filled = ['@imsServer', '@imsOrgId', '@imsRightsMask'].some((key) =>
    textAt(account, key)?.trim(),
  );
  return filled || experienceCloudAccountNames.includes(textAt(account, '@name') ?? '');
}
