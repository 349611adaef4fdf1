package cn.mingjian.server.request;

import cn.mingjian.model.Words;
import cn.mingjian.model.law.Citation;
import cn.mingjian.model.law.Law;
import cn.mingjian.model.law.ResolvedLaw;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The provisions that a letter may rest on, from {@code requests.yaml} of the library; their words from its laws. */
@Component
class LegalBases {

    private static final String FILE = "requests.yaml";

    private final List<LegalBasis> all = new ArrayList<>();

    /**
     * A provision.
     *
     * @param citation as {@code law@text#article}
     * @param title official title of the law
     * @param article as {@code 21}
     * @param label the article as letters name it: 第二十一条
     * @param ways for which ways it is proposed, by their word
     * @param lines for which business lines
     * @param when for what it fits
     * @param checkedUntil until which day the library knows the law
     */
    record LegalBasis(
            String citation,
            String law,
            String title,
            String article,
            String label,
            String text,
            boolean verified,
            LocalDate checkedUntil,
            List<String> ways,
            List<String> lines,
            Words when) {

        /** As it stands in a letter: 《中华人民共和国人民检察院组织法》第二十一条. */
        String cited() {
            return "《" + title + "》" + label;
        }
    }

    LegalBases(Library library) {
        YamlMap file = file(library);
        for (YamlNode node : file.list("bases").map(YamlList::items).orElse(List.of())) {
            if (node instanceof YamlMap basis) {
                all.add(read(library, basis));
            }
        }
        file.problems().throwIfErrors();
    }

    /** The file that bases and owners stand in. */
    static YamlMap file(Library library) {
        Path file = library.folder().resolve(FILE);
        Problems problems = new Problems();
        Optional<YamlMap> read = YamlFile.read(file, FILE, problems);
        problems.throwIfErrors();
        return read.orElseThrow();
    }

    private static LegalBasis read(Library library, YamlMap basis) {
        Citation citation = Citation.parse(basis.requireText("law")).orElseThrow();
        Law law = library.laws().law(citation.law()).orElseThrow();
        ResolvedLaw resolved = library.laws().resolve(List.of(citation), law.horizon());
        return new LegalBasis(
                citation.toString(),
                resolved.law() + "@" + resolved.textId(),
                law.title(),
                resolved.article(),
                citation.provision().orElseThrow().article().label(),
                resolved.words().orElse(""),
                resolved.verified(),
                law.horizon(),
                basis.texts("ways"),
                basis.texts("lines"),
                Words.of(basis.mapOrEmpty("when")));
    }

    List<LegalBasis> all() {
        return List.copyOf(all);
    }

    Optional<LegalBasis> find(String citation) {
        return all.stream().filter(basis -> basis.citation().equals(citation)).findFirst();
    }
}
