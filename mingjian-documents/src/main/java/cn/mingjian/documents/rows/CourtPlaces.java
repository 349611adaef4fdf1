package cn.mingjian.documents.rows;

import cn.mingjian.model.region.PlaceNames;
import cn.mingjian.model.region.RegionTree;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The division whose court it is, by the court's name: the one whose name stands before 人民法院. Courts of railways,
 * forests and reclamation areas are named after no division and have none.
 */
final class CourtPlaces {

    private static final Pattern COURT = Pattern.compile("^(.+?)(?:第[一二三四五六七八九])?(?:中级|高级)?(?:第[一二三四五六七八九])?人民法院$");

    private final PlaceNames places;

    CourtPlaces(Path library) {
        this.places = new PlaceNames(RegionTree.load(library));
    }

    /** The code of the division, as it held on the day. */
    Optional<String> of(String court, LocalDate on) {
        Matcher matcher = COURT.matcher(court);
        return matcher.find() ? places.code(matcher.group(1), on) : Optional.empty();
    }
}
