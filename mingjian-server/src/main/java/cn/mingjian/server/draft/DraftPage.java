package cn.mingjian.server.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A draft with its files. */
public record DraftPage(@JsonUnwrapped DraftRow row, List<DraftFile> files) {}
