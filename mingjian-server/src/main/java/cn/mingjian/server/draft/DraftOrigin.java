package cn.mingjian.server.draft;

import cn.mingjian.model.Words;

/** A model of the library of which a draft can begin as a copy. */
public record DraftOrigin(String model, String version, Words title) {}
