package cn.mingjian.cli.schema;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Hears from the readers which keys they know, by the place of the mapping. */
final class KnownKeys extends Problems {

    private final Map<Place, Collection<String>> keys = new HashMap<>();

    @Override
    public void known(Place mapping, Collection<String> known) {
        keys.putIfAbsent(mapping, known); // a part that is left out is read as empty at the same place
    }

    Map<Place, Collection<String>> keys() {
        return keys;
    }
}
