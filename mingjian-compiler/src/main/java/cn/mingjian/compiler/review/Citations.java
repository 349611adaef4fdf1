package cn.mingjian.compiler.review;

import cn.mingjian.model.law.Citation;
import cn.mingjian.model.law.LawIndex;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.Optional;

/** Every citation of a rule or a parameter names a text and an article that the law library holds. */
final class Citations {

    private final ModelPackage pack;
    private final Optional<LawIndex> laws;

    private Citations(ModelPackage pack, Optional<LawIndex> laws) {
        this.pack = pack;
        this.laws = laws;
    }

    static void review(ModelPackage pack, Optional<LawIndex> laws) {
        Citations citations = new Citations(pack, laws);
        for (YamlMap rule : pack.rules().values()) {
            rule.node("law").ifPresent(citations::checkAll);
        }
        pack.parameters().values().stream()
                .flatMap(parameter -> parameter.law().stream())
                .forEach(citations::check);
    }

    /** A citation, one with its condition, or a list of them. */
    private void checkAll(YamlNode node) {
        if (node instanceof YamlScalar written) {
            check(written);
        } else if (node instanceof YamlList list) {
            list.items().forEach(this::checkAll);
        } else if (node instanceof YamlMap map) {
            map.keys().forEach(written -> check(YamlScalar.at(written, map.placeOf(written))));
        }
    }

    private void check(YamlScalar written) {
        for (Citation citation : Citation.parse(written, pack.problems())) {
            Place place = written.placeOf(Math.max(0, written.text().indexOf(citation.toString())));
            laws.ifPresent(index -> pack.problems().addAll(index.problemsOf(citation, place)));
        }
    }
}
