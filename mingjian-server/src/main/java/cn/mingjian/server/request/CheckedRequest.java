package cn.mingjian.server.request;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.region.RegionTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A wish that can be kept: everything is there, known and no longer than it may be, and nothing tells what it is for. */
record CheckedRequest(String owner, List<String> models, Letter letter, List<Asked> tables, String remarks) {

    private static final int LONGEST = 500;
    private static final int MOST = 200;

    /** What a wish is held against. */
    record Against(Needs needs, LegalBases bases, Owners owners, RegionTree regions, LocalDate today) {

        /**
         * Checks a wish.
         *
         * @throws cn.mingjian.model.problem.ProblemException with all that is wrong
         */
        CheckedRequest check(RequestWish wish) {
            Problems problems = new Problems();
            List<String> models = list("models", wish.models(), problems);
            List<String> contracts = list("contracts", wish.contracts(), problems);
            if (wish.way() == null) {
                problems.error(Place.of("way"), "request.way-missing");
            }
            if (contracts.isEmpty() && models.isEmpty()) {
                problems.error(Place.of("contracts"), "request.tables-missing");
            }
            String owner = Objects.requireNonNullElse(wish.owner(), "");
            if (!owners.knows(owner)) {
                problems.error(Place.of("owner"), "request.owner-unknown");
            }
            Letter letter = letter(wish, problems);
            String remarks = text("remarks", wish.remarks(), problems);
            problems.throwIfErrors();
            List<Asked> tables = needs.asked(models, contracts).stream()
                    .map(table -> Boolean.TRUE.equals(wish.requiredOnly()) ? table.requiredOnly() : table)
                    .toList();
            return new CheckedRequest(owner, models, letter, tables, remarks);
        }

        private Letter letter(RequestWish wish, Problems problems) {
            List<String> cited = list("bases", wish.bases(), problems);
            Way way = Objects.requireNonNullElse(wish.way(), Way.OWN);
            if (cited.stream().anyMatch(citation -> bases.find(citation).isEmpty())) {
                problems.error(Place.of("bases"), "request.basis-unknown");
            }
            if (way.letter() && cited.isEmpty()) {
                problems.error(Place.of("bases"), "request.basis-missing");
            }
            List<String> codes = list("regions", wish.regions(), problems);
            codes.stream()
                    .filter(code -> regions.region(code, today).isEmpty())
                    .forEach(code -> problems.error(Place.of("regions"), "request.region-unknown", code));
            if (wish.periodFrom() != null
                    && wish.periodUntil() != null
                    && wish.periodFrom().isAfter(wish.periodUntil())) {
                problems.error(Place.of("periodFrom"), "request.period-order");
            }
            return new Letter(
                    way,
                    said("provider", wish.provider(), true, problems),
                    cited,
                    said("purpose", wish.purpose(), way.letter(), problems),
                    wish.periodFrom(),
                    wish.periodUntil(),
                    codes,
                    said("handingOver", wish.handingOver(), way.letter(), problems),
                    said("contact", wish.contact(), way.letter(), problems),
                    "",
                    wish.due());
        }

        /** A text that stands in the letter: it must not tell which model the data are for. */
        private String said(String field, @Nullable String value, boolean needed, Problems problems) {
            String said = text(field, value, problems);
            if (needed && said.isEmpty()) {
                problems.error(Place.of(field), "request.missing-" + field.toLowerCase(java.util.Locale.ROOT));
            }
            neutral(field, said, problems);
            return said;
        }

        private void neutral(String field, String said, Problems problems) {
            needs.named(said).stream()
                    .limit(1)
                    .forEach(need -> problems.error(Place.of(field), "request.not-neutral", need.title()));
        }

        /** The number of a letter, which stands in it. */
        String number(@Nullable String value) {
            Problems problems = new Problems();
            String number = text("letterNumber", value, problems);
            neutral("letterNumber", number, problems);
            problems.throwIfErrors();
            return number;
        }

        /** Remarks that are added. */
        String remarks(@Nullable String value) {
            Problems problems = new Problems();
            String remarks = text("remarks", value, problems);
            problems.throwIfErrors();
            return remarks;
        }

        private static String text(String field, @Nullable String value, Problems problems) {
            String text = value == null ? "" : value.strip();
            if (text.length() > LONGEST
                    || text.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n')) {
                problems.error(Place.of(field), "request.text", LONGEST);
            }
            return text;
        }

        private static List<String> list(String field, @Nullable List<String> values, Problems problems) {
            List<String> given = Objects.requireNonNullElse(values, List.of());
            if (given.size() > MOST || given.stream().anyMatch(value -> value == null || value.length() > MOST)) {
                problems.error(Place.of(field), "server.not-understood");
                return List.of();
            }
            return given.stream().distinct().toList();
        }
    }
}
