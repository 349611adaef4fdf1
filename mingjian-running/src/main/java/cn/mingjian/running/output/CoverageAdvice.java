package cn.mingjian.running.output;

import cn.mingjian.intake.delivery.CoverageFile;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What it means that nobody stated what registers cover, with the lines that would state it. */
public final class CoverageAdvice {

    private final Language language;

    public CoverageAdvice(Language language) {
        this.language = language;
    }

    /** @param notStated registers of which nothing was stated; without any, nothing is said */
    public List<String> lines(Collection<Contract> notStated) {
        if (notStated.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(Messages.text(language, "output.coverage-advice", CoverageFile.NAME));
        notStated.forEach(contract -> lines.add(Messages.text(
                language,
                "output.coverage-line",
                switch (language) {
                    case ZH -> contract.title().zh();
                    case EN -> contract.id();
                })));
        return lines;
    }
}
