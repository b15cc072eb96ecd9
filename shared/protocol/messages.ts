// Message numbers on the socket. 0–3 are y-websocket's own; ours begin at 100.

export const SYNC = 0;
export const AWARENESS = 1;
export const AUTH = 2;
export const QUERY_AWARENESS = 3;
/** Server → client, `[100][k]`: the first k sync frames (step 2 or update) of this socket are on disk. Cumulative. */
export const SAVED = 100;
/** Server → client, `[101][k][reason]`: frame k was not saved; k = 0 means the store cannot write just now. */
export const NOT_SAVED = 101;

/** 1: the first. Part of the dialect; a page of another than the server's is closed with 4426, one that names none is a script and accepted. */
export const PROTOCOL = 1;

/** Where a plan's socket lives; the plan id follows. */
export const SOCKET_PATH = '/collab';
