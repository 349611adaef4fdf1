package cn.mingjian.running.output;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.problem.Language;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a clue beside its title: whom it supervises, what speaks against it, its law, the others like it. */
final class ClueWords {

    private final ReportWords words;
    private final RemarksInCommon common;

    /** @param common what is said once of all clues and not of each */
    ClueWords(ReportWords words, RemarksInCommon common) {
        this.words = words;
        this.common = common;
    }

    String supervised(Clue clue) {
        return words.listed(
                clue.supervised().stream().map(body -> words.in(body.name())).toList());
    }

    /** Why a clue is no better, or that no innocent explanation was found, or that none could be looked for. */
    String against(Clue clue, boolean reasons) {
        List<String> found = clue.exclusionsUndecided().stream()
                .map(one -> words.say("output.undecided", words.in(one.title()))
                        + (reasons ? bracketed(words.in(one.reason())) : ""))
                .collect(Collectors.toList());
        List<Words> own = common.own(clue);
        own.forEach(remark -> found.add(words.in(remark)));
        List<String> parts =
                found.stream().map(one -> one.replaceFirst("[。.]$", "")).collect(Collectors.toList());
        if (parts.isEmpty()) {
            parts.add(looked(clue));
        }
        if (own.size() < clue.against().size()) {
            parts.add(words.say("output.see-common"));
        }
        return words.joined(parts);
    }

    private String bracketed(String text) {
        String inner = text.replaceFirst("[。.]$", "");
        return words.chinese() ? "（" + inner + "）" : " (" + inner + ")";
    }

    private String looked(Clue clue) {
        if (clue.exclusionsRun().isEmpty()) {
            return words.say("output.none-to-look-for");
        }
        long dropped = clue.exclusionsRun().stream()
                .mapToLong(Clue.ExclusionRun::dropped)
                .sum();
        String titles = words.listed(
                clue.exclusionsRun().stream().map(run -> words.in(run.title())).toList());
        return dropped == 0
                ? words.say("output.none-against", titles)
                : words.say("output.some-dropped", titles, dropped);
    }

    /** That other clues of the run are about the same subject; empty where none is. */
    String sameSubject(Clue clue) {
        int others = clue.sameSubject().others();
        if (others == 0) {
            return "";
        }
        List<String> codes = clue.sameSubject().clues().stream()
                .map(Clue.Other::code)
                .distinct()
                .toList();
        return words.say("output.same-subject-short", others, words.listed(codes));
    }

    /** A provision as a person quotes it: law, text, article, paragraph, item. */
    String law(Clue.LawShown law) {
        return QuotedLaw.provision(law.law(), law.article(), words.chinese() ? Language.ZH : Language.EN);
    }
}
