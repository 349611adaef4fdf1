package cn.mingjian.model.law;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What sort of instrument a law is. */
public enum LawKind {
    /** 法律: of the National People's Congress or its standing committee. */
    STATUTE,
    /** 行政法规: of the State Council. */
    REGULATION,
    /** 部门规章和规范性文件: of ministries, alone or together. */
    RULE,
    /** 司法解释: of the Supreme People's Court or Procuratorate. */
    INTERPRETATION,
    /** 通知、复函: without articles. */
    NOTICE;

    /** The word in the index. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LawKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(LawKind::word).toList();
    }
}
