/** Ids of the two hidden file inputs, for `openFilePicker`. */
export const openImagePicker = 'open-image-file';
export const importMaskPicker = 'import-mask-file';
