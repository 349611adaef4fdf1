package cn.mingjian.model.clue;

import cn.mingjian.model.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A signal: counted and shown, without clue number; it can amplify a clue and is none. */
public record SignalRow(
        String signal, String code, Words title, Map<String, String> key, Map<String, @Nullable Object> facts) {}
