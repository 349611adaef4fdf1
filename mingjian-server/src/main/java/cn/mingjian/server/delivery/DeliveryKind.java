package cn.mingjian.server.delivery;

import cn.mingjian.documents.clause.HousingContractExtractor;
import cn.mingjian.documents.judgment.JudgmentExtractor;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a delivery holds. */
public enum DeliveryKind {
    /** Registers as Excel, csv, JSON or Parquet, or a filled form. */
    REGISTERS("registers"),
    /** Judgments as text, Word, PDF or lines of JSON. */
    JUDGMENTS(JudgmentExtractor.TYPE),
    /** Contracts for the sale of housing, likewise. */
    CONTRACTS(HousingContractExtractor.TYPE);

    private final String word;

    DeliveryKind(String word) {
        this.word = word;
    }

    /** The word for it; for documents, their type. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether it holds documents, which must be read before a model can. */
    public boolean documents() {
        return this != REGISTERS;
    }

    /** The kind of a word. */
    public static Optional<DeliveryKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
