import type { Entity } from '../model/entity';
import { textAt } from '../syntax/tree';

/** Whether a package says that it only changes an account, which another one brings. */
export const isUpdate = ({ home }: Entity): boolean =>
  textAt(home, '@_operation')?.trim() === 'update';
