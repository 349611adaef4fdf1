package cn.mingjian.engine.cases;

import java.util.Map;
import java.util.Optional;

/** A clue that a case gave, as far as cases assert it; values in canonical text. */
public record CaseClue(
        String code,
        Optional<String> subject,
        String grade,
        Optional<String> amount,
        Map<String, String> key,
        Map<String, String> facts) {}
