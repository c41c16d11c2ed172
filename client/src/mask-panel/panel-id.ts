/** Under this name the editor restores the panel; `activationEvents` has it, too. */
export const MASK_PANEL = 'imsConfig.maskPanel';
