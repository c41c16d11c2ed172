import { experienceCloudAccountNames } from '../../facts/campaign-accounts';
import { type ConfigNode, type ObjectNode, textAt } from '../../syntax/tree';
import { type Dialect, type FieldName, names } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { children } from './elements';
import { labelOf } from './label';

/** A data package of Adobe Campaign that holds external accounts. */
export const campaignPackage: FileKind = {
  id: 'campaign-package',
  title: 'Adobe Campaign package with external accounts',
  files: ['*.xml'],
  syntaxes: ['xml'],
  recognition: {
    marker: /nms:extAccount/,
    content: (root) => accountLists(root).length > 0,
  },
  entities: (root) =>
    accountLists(root)
      .flatMap((list) => children(list, 'extAccount'))
      .map((account) =>
        readEntity(account, isExperienceCloud(account) ? experienceCloudDialect : accountDialect, {
          label: labelOf(account, ['@label', '@name']),
        }),
      ),
};

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

const experienceCloudDialect: Dialect = {
  concept: 'external-account',
  style: 'sparse',
  names: names({
    name: '@name',
    label: '@label',
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
  migration: 'none',
  issuer: 'campaign',
  secrets: 'left-out',
};

const accountDialect: Dialect = {
  concept: 'campaign-account',
  style: 'sparse',
  names: names({
    name: '@name',
    label: '@label',
    enabled: { path: '@active', shape: 'flag' },
    server: '@server',
    account: '@account',
    ...secretNames,
    exportedAutomatically: { path: '@packageAutoExport', shape: 'flag' },
  }),
  migration: 'none',
  issuer: 'campaign',
  secrets: 'left-out',
};

/** The elements `<entities schema="nms:extAccount">` of a package, also inside `<pkgDesc>`. */
function accountLists(root: ConfigNode | undefined): readonly ObjectNode[] {
  const outer = [root, ...children(root, 'pkgDesc')];
  return outer
    .flatMap((node) => children(node, 'package'))
    .flatMap((node) => children(node, 'entities'))
    .filter((node) => textAt(node, '@schema') === 'nms:extAccount');
}

/**
 * Found by its attributes or its name: the number of this account's type is not public, and an export
 * with default values writes every attribute of every account, most of them empty.
 */
function isExperienceCloud(account: ObjectNode): boolean {
  const filled = ['@imsServer', '@imsOrgId', '@imsRightsMask'].some((key) =>
    textAt(account, key)?.trim(),
  );
  return filled || experienceCloudAccountNames.includes(textAt(account, '@name') ?? '');
}
