package cn.mingjian.server.clue;

import cn.mingjian.server.opening.Opening.Opened;

/** A clue with its values, and the opening under which they are shown. */
record OpenedClue(CluePage clue, Opened opening) {}
