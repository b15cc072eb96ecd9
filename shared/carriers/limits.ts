// How much a file may ask of the reader. A year's plan is a hundredth of any of these; what passes one is no plan, or an attack.

/** Of the file as it lies on the disk. */
export const FILE_BYTES = 20 << 20;
/** Of one entry of an archive once inflated, and of all that are read of it. */
export const ENTRY_BYTES = 32 << 20;
export const INFLATED_BYTES = 64 << 20;
/** Text shrinks to a tenth, rarely to a fiftieth; a bomb to a thousandth. Small entries may be anything. */
export const RATIO = 200;
export const RATIO_FREE_BYTES = 1 << 20;
export const ENTRIES = 4_000;
export const XML_DEPTH = 200;
export const XML_ELEMENTS = 1_500_000;
export const ROWS = 20_000;
export const COLUMNS = 256;
export const CELL_CHARS = 32_767;
/** Of the tree that is made. */
export const NODES = 20_000;
export const NODE_DEPTH = 60;
/** The reader's thread: how long it may think and how much it may hold. */
export const READ_MS = 1_800;
export const READ_MB = 768;
