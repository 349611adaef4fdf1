package cn.mingjian.documents.clause;

import com.google.re2j.Pattern;
import java.util.Optional;

/** The parts of a contract, by the code list of the contract {@code contract_text}, each with the heading that begins it. */
public enum ContractPart {
    SUPPLEMENT("补充(协议|条款|合同|约定)"),
    SUBSCRIPTION("(认购|订购|预订)(书|协议|合同)"),
    ANNEX("^附[件录]"),
    MAIN("商品房[^，]{0,6}合同");

    private static final int LONGEST_HEADING = 30;
    private static final Pattern SENTENCE = Pattern.compile("[。；，]");

    private final Pattern heading;

    ContractPart(String heading) {
        this.heading = Pattern.compile(heading);
    }

    /** The part that a line begins; empty for a line that is no heading. */
    static Optional<ContractPart> begunBy(String line) {
        String words = line.strip();
        if (words.length() > LONGEST_HEADING || SENTENCE.matcher(words).find()) {
            return Optional.empty();
        }
        for (ContractPart part : values()) {
            if (part.heading.matcher(words).find()) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
