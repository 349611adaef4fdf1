package cn.mingjian.running.output;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.contract.LackWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to do about registers that were delivered without columns that some rule cannot do without. */
record ColumnAdvice(ModelWords words) {

    /** A sentence for each such register. */
    List<String> lines(Funnel funnel) {
        LackWords lackWords = words.lackWords();
        Map<String, List<Words>> columns = new LinkedHashMap<>();
        funnel.rules().stream()
                .flatMap(rule -> rule.lacks().stream())
                .flatMap(lack -> lack.named().stream())
                .filter(one -> one.indexOf('.') > 0)
                .sorted()
                .distinct()
                .forEach(one -> {
                    int dot = one.indexOf('.');
                    String contract = one.substring(0, dot);
                    columns.computeIfAbsent(contract, name -> new ArrayList<>())
                            .add(lackWords.column(contract, one.substring(dot + 1)));
                });
        List<String> lines = new ArrayList<>();
        columns.forEach((contract, names) -> lines.add(words.say(
                "output.lacks-advice",
                lackWords.title(contract),
                Words.listed(names),
                lackWords.title(contract).zh(),
                names.get(0).zh().replaceFirst("（[^（]*）$", ""),
                contract,
                names.get(0).en().replaceFirst("^.* \\((.*)\\)$", "$1"))));
        return lines;
    }
}
