package cn.mingjian.model.yaml;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.ScalarPlaces.Style;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Builds the nodes of one document from the parser's events, refusing what the language leaves out of YAML. */
final class YamlTree {

    private static final int MAX_DEPTH = 40;
    private static final int MAX_NODES = 200_000;

    private final String text;
    private final String file;
    private final Problems problems;
    private final String[] lines;
    private int nodes;

    /** Ends the reading of a document; the problem is noted already. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    YamlTree(String text, String file, Problems problems) {
        this.text = text;
        this.file = file;
        this.problems = problems;
        this.lines = text.split("\\R", -1);
    }

    Optional<YamlNode> root() {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setCodePointLimit(2 << 20)
                    .build();
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            Optional<YamlNode> root = Optional.empty();
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof NodeEvent node) {
                    root = Optional.of(node(node, events, 0));
                } else if (event instanceof DocumentStartEvent && root.isPresent()) {
                    throw refuse(event, "yaml.second-document");
                }
            }
            if (root.isEmpty()) {
                problems.error(Place.of(file), "yaml.empty");
            }
            return root;
        } catch (Refused e) {
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(this::place).orElse(Place.of(file));
            problems.error(place, "yaml.syntax", e.getProblem());
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.error(Place.of(file), "yaml.syntax", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private YamlNode node(NodeEvent event, Iterator<Event> events, int depth) {
        nodes++;
        if (depth > MAX_DEPTH || nodes > MAX_NODES) {
            throw refuse(event, "yaml.too-deep", MAX_DEPTH, MAX_NODES);
        }
        if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
            throw refuse(event, "yaml.anchor");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), event);
            return scalar(scalar);
        }
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(sequence.getTag(), event);
            return list(events, place(event), depth);
        }
        refuseTag(((MappingStartEvent) event).getTag(), event);
        return map(events, place(event), depth);
    }

    private YamlScalar scalar(ScalarEvent event) {
        ScalarStyle written = event.getScalarStyle();
        Style style =
                switch (written) {
                    case PLAIN -> Style.PLAIN;
                    case LITERAL, FOLDED -> Style.BLOCK;
                    default -> Style.QUOTED;
                };
        Mark start = event.getStartMark().orElseThrow();
        return new YamlScalar(
                event.getValue(),
                style == Style.PLAIN,
                place(event),
                new ScalarPlaces(file, lines, start.getLine(), start.getColumn(), style));
    }

    private YamlList list(Iterator<Event> events, Place place, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node((NodeEvent) event, events, depth + 1));
        }
        return new YamlList(List.copyOf(items), place);
    }

    private YamlMap map(Iterator<Event> events, Place place, int depth) {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            Place keyPlace = place(event);
            if (!(node((NodeEvent) event, events, depth + 1) instanceof YamlScalar key)) {
                throw refuse(event, "yaml.key-not-text");
            }
            YamlNode value = node((NodeEvent) events.next(), events, depth + 1);
            YamlMap.Entry entry = new YamlMap.Entry(key.text(), keyPlace, value);
            if (entries.putIfAbsent(key.text(), entry) != null) {
                problems.error(keyPlace, "yaml.duplicate-key", key.text());
            }
        }
        return new YamlMap(entries, place, problems);
    }

    private void refuseTag(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            throw refuse(event, "yaml.tag");
        }
    }

    private Refused refuse(Event event, String code, Object... arguments) {
        problems.error(place(event), code, arguments);
        return new Refused();
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(Place.of(file));
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
