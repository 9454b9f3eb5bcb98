/** Id of the element in the status line that the canvas writes the pointer's place into, outside React. */
export const pointerPositionId = 'pointer-position';
