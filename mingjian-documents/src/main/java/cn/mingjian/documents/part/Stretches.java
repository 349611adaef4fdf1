package cn.mingjian.documents.part;

import cn.mingjian.documents.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stretches of a document, in their order. */
public final class Stretches {

    private final List<Stretch> all = new ArrayList<>();

    public void add(Stretch stretch) {
        if (!stretch.span().isEmpty()) {
            all.add(stretch);
        }
    }

    public List<Stretch> all() {
        return List.copyOf(all);
    }

    /** The stretches of a name. */
    public List<Stretch> named(String name) {
        return all.stream().filter(stretch -> stretch.name().equals(name)).toList();
    }

    /** Where the first stretch of a name stands. */
    public Optional<Span> first(String name) {
        return all.stream()
                .filter(stretch -> stretch.name().equals(name))
                .map(Stretch::span)
                .findFirst();
    }
}
