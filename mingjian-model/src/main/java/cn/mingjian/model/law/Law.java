package cn.mingjian.model.law;

import cn.mingjian.model.problem.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A law, regulation, interpretation or notice with the texts that are known of it.
 *
 * @param name the short name that citations use
 * @param title the official title
 * @param aliases other names that a citation may use
 * @param texts in the order in which they came into force; those whose day in force is unknown last
 * @param sameAs how provisions are carried between the texts
 * @param horizon the last day up to which the law is known
 * @param place where the index speaks of it
 */
public record Law(
        String name,
        String english,
        String title,
        LawKind kind,
        List<String> aliases,
        List<LawText> texts,
        List<SameAs> sameAs,
        LocalDate horizon,
        Place place) {

    /** The text of this id. */
    public Optional<LawText> text(String id) {
        return texts.stream().filter(text -> text.id().equals(id)).findFirst();
    }

    /** The text in force on a day, as far as the law is known on that day. */
    public Optional<LawText> textOn(LocalDate day) {
        return day.isAfter(horizon)
                ? Optional.empty()
                : texts.stream().filter(text -> text.startedBy(day)).reduce((earlier, later) -> later);
    }
}
