package cn.mingjian.model.law;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Place;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One text of a law: the words as they stood from its day in force until the next text's.
 *
 * @param id by custom the year, with a letter where a year has two
 * @param inForce the first day on which it holds; empty where no source in reach states it
 * @param inForceSource where that day was read
 * @param file the words, or empty where they are not held
 * @param verified both the words and the day in force were read by a named source
 * @param place where the index speaks of it
 */
public record LawText(
        String id,
        Optional<LocalDate> published,
        Optional<LocalDate> inForce,
        Words inForceSource,
        Optional<Path> file,
        boolean verified,
        Optional<Words> note,
        Place place) {

    boolean startedBy(LocalDate day) {
        return inForce.filter(first -> !first.isAfter(day)).isPresent();
    }
}
