import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { labelOf } from './label';
import { ownExternalAccount } from './own-dialect';

/** Our own notation of one Campaign external account of type Adobe Experience Cloud. */
export const externalAccount: FileKind = {
  id: 'external-account',
  title: 'Adobe Campaign external account',
  files: ['*.external-account.{yaml,yml,json}'],
  syntaxes: ['yaml', 'json'],
  recognition: { name: /\.external-account\.(ya?ml|json)$/i },
  entities: (root) => [
    readEntity(root, ownExternalAccount, { label: labelOf(root, ['label', 'name']) }),
  ],
};
