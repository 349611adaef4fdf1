package cn.mingjian.documents.facts;

import cn.mingjian.documents.facts.Person.Role;
import cn.mingjian.documents.facts.Titles.Title;
import cn.mingjian.documents.template.Template;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says of each name whether it is a suspect's, a victim's or somebody else's. A title decides; then a note in brackets
 * behind the name (另案处理), then the row that the name stands in. For the others what stands around counts as a vote,
 * and all votes of a document for one name are added up.
 */
final class Roles {

    private static final int BEFORE = 12;
    private static final int FAR_BEFORE = 24;
    private static final int AFTER = 34;
    private static final int WIDEST_GAP = 60;
    private static final double BY_TITLE = 5;
    private static final double BY_ROW = 3;
    private static final double STRONG = 2;
    private static final double MIDDLE = 1.5;
    private static final double WEAK = 1.2;

    private final Template template;

    Roles(Template template) {
        this.template = template;
    }

    /** The persons of a text, in the order of the names. */
    List<Person> of(String text, List<Name> names, Titles.Places places) {
        return new Reading(text, names, places).persons();
    }

    /** One text. */
    private final class Reading {
        private final String text;
        private final List<Name> names;
        private final Titles.Places places;
        private final List<Optional<Role>> roles = new ArrayList<>();
        private final Map<String, Map<Role, Double>> votes = new HashMap<>();

        Reading(String text, List<Name> names, Titles.Places places) {
            this.text = text;
            this.names = names;
            this.places = places;
        }

        List<Person> persons() {
            for (int i = 0; i < names.size(); i++) {
                Optional<Role> role = sure(i);
                roles.add(role);
                if (role.isEmpty()) {
                    voteByContext(names.get(i));
                }
            }
            List<Person> persons = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Role role = roles.get(i).or(() -> voted(names, persons.size())).orElse(Role.SUSPECT);
                roles.set(i, Optional.of(role));
                persons.add(new Person(names.get(i), role, byTitle(names.get(i)).isPresent()));
            }
            return persons;
        }

        private Optional<Role> sure(int i) {
            Name name = names.get(i);
            Optional<Role> byTitle = byTitle(name);
            boolean noted = after("noted-suspect", name);
            Optional<Role> role = byTitle.or(() -> noted ? Optional.of(Role.SUSPECT) : Optional.empty());
            role.ifPresent(one -> vote(name, one, BY_TITLE));
            if (role.isEmpty() && i > 0 && joinsRow(i)) {
                role = roles.get(i - 1);
                role.ifPresent(one -> vote(name, one, BY_ROW));
            }
            return role;
        }

        private Optional<Role> byTitle(Name name) {
            return places.before(name.outer().start()).flatMap(Reading::role);
        }

        private static Optional<Role> role(Title title) {
            return switch (title) {
                case SUSPECT -> Optional.of(Role.SUSPECT);
                case VICTIM -> Optional.of(Role.VICTIM);
                case OTHER, OFFICER -> Optional.of(Role.OTHER);
                case PLAIN, LOOSE -> Optional.empty();
            };
        }

        private boolean joinsRow(int i) {
            int from = names.get(i - 1).outer().end();
            int to = names.get(i).outer().start();
            return to - from <= WIDEST_GAP
                    && template.pattern("joined").in(text.substring(from, to)).find();
        }

        private void voteByContext(Name name) {
            if (before("buyer-before", name)) {
                vote(name, Role.OTHER, MIDDLE);
            } else if (before("taken-away", name) && after("caught-after", name) && !after("things-after", name)) {
                vote(name, Role.SUSPECT, STRONG);
            } else if (Near.before(
                            template.pattern("seized-before"),
                            text,
                            name.outer().start(),
                            FAR_BEFORE)
                    && after("seized-after", name)) {
                vote(name, Role.SUSPECT, STRONG);
            } else if (before("victim-before", name) || before("given-back", name) || before("acted-upon", name)) {
                vote(name, Role.VICTIM, STRONG);
            } else if (after("victim-after", name) || after("owned-after", name)) {
                vote(name, Role.VICTIM, MIDDLE);
            } else if (before("accomplice", name)) {
                vote(name, Role.SUSPECT, WEAK);
            } else if (after("suspect-after", name)) {
                vote(name, Role.SUSPECT, STRONG);
            } else if (before("by", name) && after("noticed-after", name)) {
                vote(name, Role.VICTIM, MIDDLE);
            }
        }

        private boolean before(String pattern, Name name) {
            return Near.before(template.pattern(pattern), text, name.outer().start(), BEFORE);
        }

        private boolean after(String pattern, Name name) {
            return Near.after(template.pattern(pattern), text, name.outer().end(), AFTER);
        }

        private void vote(Name name, Role role, double weight) {
            votes.computeIfAbsent(name.words(text), words -> new EnumMap<>(Role.class))
                    .merge(role, weight, Double::sum);
        }

        /** What the votes say, else what the neighbours in a row are. */
        private Optional<Role> voted(List<Name> all, int i) {
            Map<Role, Double> counted = votes.get(all.get(i).words(text));
            if (counted != null) {
                return counted.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey);
            }
            if (i > 0 && joinsRow(i)) {
                return roles.get(i - 1);
            }
            return i + 1 < all.size() && joinsRow(i + 1) ? roles.get(i + 1) : Optional.empty();
        }
    }
}
