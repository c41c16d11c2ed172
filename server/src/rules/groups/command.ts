import { nlserverArguments } from '../nlserver-arguments';
import type { Rule } from '../rule';

/** Rules about the commands of scripts. */
export const commandRules: readonly Rule[] = [nlserverArguments];
