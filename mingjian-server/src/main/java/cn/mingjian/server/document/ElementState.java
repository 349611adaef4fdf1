package cn.mingjian.server.document;

/** How far an element is known. */
enum ElementState {
    FOUND,
    NOT_STATED,
    UNSURE,
    CORRECTED
}
