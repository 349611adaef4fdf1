package cn.mingjian.server.request;

import cn.mingjian.model.Words;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.yaml.YamlMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the kinds of bodies are called that keep registers, by the code that contracts name them with. */
@Component
class Owners {

    private final Map<String, Words> names = new TreeMap<>();

    Owners(Library library) {
        YamlMap owners = LegalBases.file(library).mapOrEmpty("owners");
        owners.keys().forEach(code -> names.put(code, Words.of(owners.mapOrEmpty(code))));
        owners.problems().throwIfErrors();
    }

    /** The name of a kind of body; its code where it has none. */
    Words name(String code) {
        return Objects.requireNonNullElse(names.get(code), Words.same(code));
    }

    boolean knows(String code) {
        return names.containsKey(code);
    }
}
