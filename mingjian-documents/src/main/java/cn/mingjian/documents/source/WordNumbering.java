package cn.mingjian.documents.source;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;

/**
 * Counts the numbered paragraphs of a Word document in their order, by ECMA-376 part 1, 17.9: lists that share a definition
 * go on with each other's count unless one begins anew.
 */
final class WordNumbering {

    private static final int LEVELS = 9;
    private static final int NOT_BEGUN = -1;
    private static final Pattern LEVEL = Pattern.compile("%([1-9])");

    private final XWPFNumbering numbering;
    private final Map<BigInteger, int[]> counts = new HashMap<>();
    private final Set<String> begunAnew = new HashSet<>();

    WordNumbering(XWPFNumbering numbering) {
        this.numbering = numbering;
    }

    /** The number of the next paragraph of a list; empty for a bullet, and for a number that cannot be told truly. */
    Optional<String> next(BigInteger list, int level) {
        Optional<CTNum> num = num(list);
        Optional<CTAbstractNum> definition = num.flatMap(this::definition);
        if (definition.isEmpty() || level < 0 || level >= LEVELS) {
            return Optional.empty();
        }
        Counted one = new Counted(
                num.get(),
                definition.get(),
                counts.computeIfAbsent(definition.get().getAbstractNumId(), id -> notBegun()));
        one.count(level);
        return one.words(level);
    }

    /** The level of a list that belongs to a style of paragraphs. */
    OptionalInt levelOf(BigInteger list, String style) {
        return num(list).flatMap(this::definition).stream()
                .flatMap(definition -> definition.getLvlList().stream())
                .filter(lvl -> lvl.isSetPStyle() && lvl.getPStyle().getVal().equals(style))
                .mapToInt(lvl -> lvl.getIlvl().intValue())
                .findFirst();
    }

    private Optional<CTNum> num(BigInteger list) {
        return Optional.ofNullable(numbering.getNum(list)).map(XWPFNum::getCTNum);
    }

    /** What a list is defined by, or what the style is defined by that it points at. */
    private Optional<CTAbstractNum> definition(CTNum num) {
        Optional<CTAbstractNum> own = Optional.ofNullable(
                        numbering.getAbstractNum(num.getAbstractNumId().getVal()))
                .map(XWPFAbstractNum::getCTAbstractNum);
        if (own.isEmpty() || !own.get().isSetNumStyleLink()) {
            return own;
        }
        String style = own.get().getNumStyleLink().getVal();
        return numbering.getAbstractNums().stream()
                .map(XWPFAbstractNum::getCTAbstractNum)
                .filter(one ->
                        one.isSetStyleLink() && one.getStyleLink().getVal().equals(style))
                .findFirst();
    }

    private static int[] notBegun() {
        int[] none = new int[LEVELS];
        Arrays.fill(none, NOT_BEGUN);
        return none;
    }

    /** One list with the counts of its definition. */
    private final class Counted {
        private final CTNum num;
        private final CTAbstractNum definition;
        private final int[] counts;

        Counted(CTNum num, CTAbstractNum definition, int[] counts) {
            this.num = num;
            this.definition = definition;
            this.counts = counts;
        }

        void count(int level) {
            boolean anew = override(level).filter(CTNumLvl::isSetStartOverride).isPresent()
                    && begunAnew.add(num.getNumId() + "/" + level);
            counts[level] = anew || counts[level] == NOT_BEGUN ? start(level) : counts[level] + 1;
            for (int deeper = level + 1; deeper < LEVELS; deeper++) {
                if (beginsAgain(deeper, level)) {
                    counts[deeper] = NOT_BEGUN;
                }
            }
        }

        private boolean beginsAgain(int deeper, int level) {
            return lvl(deeper)
                    .filter(CTLvl::isSetLvlRestart)
                    .map(lvl -> level < lvl.getLvlRestart().getVal().intValue())
                    .orElse(true);
        }

        private int start(int level) {
            return override(level)
                    .filter(CTNumLvl::isSetStartOverride)
                    .map(one -> one.getStartOverride().getVal())
                    .or(() -> lvl(level).filter(CTLvl::isSetStart).map(one -> one.getStart()
                            .getVal()))
                    .orElse(BigInteger.ZERO)
                    .intValue();
        }

        private Optional<CTNumLvl> override(int level) {
            return num.getLvlOverrideList().stream()
                    .filter(one -> one.getIlvl().intValue() == level)
                    .findFirst();
        }

        private Optional<CTLvl> lvl(int level) {
            return override(level)
                    .filter(CTNumLvl::isSetLvl)
                    .map(CTNumLvl::getLvl)
                    .or(() -> definition.getLvlList().stream()
                            .filter(one -> one.getIlvl().intValue() == level)
                            .findFirst());
        }

        Optional<String> words(int level) {
            Optional<CTLvl> own = lvl(level).filter(CTLvl::isSetLvlText);
            if (own.isEmpty() || format(level).equals("bullet")) {
                return Optional.empty();
            }
            boolean decimal = own.get().isSetIsLgl();
            Matcher matcher = LEVEL.matcher(own.get().getLvlText().getVal());
            if (matcher.results().map(this::levelOf).anyMatch(one -> numeral(one, decimal)
                    .isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(matcher.replaceAll(
                            found -> numeral(levelOf(found), decimal).orElseThrow()))
                    .filter(words -> !words.isBlank());
        }

        private int levelOf(MatchResult found) {
            return Integer.parseInt(found.group(1)) - 1;
        }

        private Optional<String> numeral(int level, boolean decimal) {
            int count = counts[level] == NOT_BEGUN ? start(level) : counts[level];
            return WordNumerals.of(decimal ? "decimal" : format(level), count);
        }

        /** Decimal where nothing is said, as the standard has it. */
        private String format(int level) {
            return lvl(level)
                    .filter(CTLvl::isSetNumFmt)
                    .map(one -> String.valueOf(one.getNumFmt().getVal()))
                    .orElse("decimal");
        }
    }
}
