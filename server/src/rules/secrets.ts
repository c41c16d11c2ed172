import type { Entity } from '../model/entity';
import { isForCloudService } from './cloud-service';
import type { RuleContext } from './rule';

/**
 * Whether a secret in this credential is worth a word. Files that are made to hold secrets are only
 * wrong where git tracks them; our own notation and packages are made to be shared, and AEM as a
 * Cloud Service has variables for secrets.
 */
export function mustNotHoldSecrets({ dialect }: Entity, context: RuleContext): boolean {
  const isOsgi = dialect.secrets === 'osgi';
  if (isOsgi && isForCloudService(context.document, context.workspace)) return true;
  const isPrivate = dialect.secrets === 'private-file' || isOsgi;
  return isPrivate ? context.tracked === true : true;
}

/**
 * Whether private keys are written as other secrets are here: encrypted by Campaign, or as a part
 * of a command.
 */
export const holdsKeysAsSecrets = ({ dialect: { secrets } }: Entity): boolean =>
  secrets === 'encrypted' || secrets === 'command-line';

/**
 * The text of a private key: a PEM, its body without the first and the last line, or the beginning
 * of either in base64.
 */
export const isPrivateKey = (text: string): boolean =>
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text) ||
  /^[A-Za-z0-9+/=\s]{400,}$/.test(text) ||
  // With dots or brackets behind it the beginning is an example.
  (/^[A-Za-z0-9+/=\s]+$/.test(text) && KEY_STARTS.some((start) => start.test(text.trim())));

const KEY_STARTS: readonly RegExp[] = [
  // `-----BEGIN`, and `PRIVATE`, `ENCRYPTED`, `RSA` or `EC` behind it; not `CERTIFICATE`.
  /^LS0tLS1CRUdJTiB(QUklWQVRF|FTkNSWVBURU|SU0EgUFJJVkFUR|FQyBQUklWQVRF)/,
  // The binary form (DER) of a key, in a container (PKCS#8) and alone (PKCS#1).
  /^MII[A-Za-z\d+/]{3}IBA(DANBgkqhkiG9w0B|AKC)/,
];
