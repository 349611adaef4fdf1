package cn.mingjian.model.clue;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Spoken;
import java.util.Arrays;
import java.util.Optional;

/** The ways of supervision (监督方式) by the codes under which models and clues name them. */
public enum Measure implements Spoken {
    ADMIN_PI,
    CIVIL_PI,
    RETRIAL_REC,
    PROTEST,
    TRIAL_REC,
    ENF_REC,
    CLASS_REC,
    ADMIN_SUP,
    CRIM_TRANSFER,
    DISC_TRANSFER,
    SOCIAL_REC,
    SUPPORT_SUIT,
    KTJZ,
    JZWF,
    JCJY,
    YQSM,
    TZLA,
    TZCA,
    CBH,
    JCYJ,
    ESKS,
    SJKS,
    ZSJY,
    YSXS,
    FXTS;

    /** The measure of a code, if it is a known one. */
    public static Optional<Measure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.name().equals(code))
                .findFirst();
    }

    /** The name of a code, or the code itself where no measure has it. */
    public static String name(String code, Language language) {
        return of(code).map(measure -> measure.in(language)).orElse(code);
    }

    @Override
    public String in(Language language) {
        return Messages.text(language, "measure." + name());
    }
}
