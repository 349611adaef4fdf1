package cn.mingjian.documents.judgment;

import cn.mingjian.documents.element.Owners;
import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.text.Sentences;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Of whom a sentence speaks: the defendants named last before a find, in the same stretch; all of them where nobody was
 * named yet, or where it says 二被告人, 各被告人. Names in a row are one group. Who is named as helped or joined (伙同某某)
 * does not become the subject.
 */
final class Subjects implements Owners {

    private static final String DISTINGUISHING = "甲乙丙丁戊己庚辛壬癸0123456789";
    private static final Wording BETWEEN =
            Wording.of("(?:（[^）]{0,20}）)?(?:以及|[、和与及])+(?:原审|本案)?(?:被告人|被告单位|上诉人（原审被告人）|上诉人)?");
    private static final Wording BESIDE =
            Wording.of("(?:伙同|指使|受|协助|帮助|纠集|邀约|跟随|抓获|检举|揭发|指认)(?:同案犯|同案人|同案的?)?(?:被告人)?$");
    private static final String NUMBERS = "〇一二三四五六七八九十";
    private static final int LOOK_BACK = 10;

    /** A group of names in a row. */
    record Mention(Span span, List<Integer> defendants) {}

    private final List<Integer> everybody;
    private final TreeMap<Integer, Mention> byStart = new TreeMap<>();
    /** Each name where it stands, also of one who is only named beside another. */
    private final TreeMap<Integer, Mention> names = new TreeMap<>();

    /** @param everyone finds words that speak of all defendants; its first group may hold how many */
    Subjects(String text, List<Defendant> defendants, Wording everyone) {
        this.everybody = IntStream.rangeClosed(1, defendants.size()).boxed().toList();
        List<Mention> single = names(text, defendants);
        single.forEach(name -> names.put(name.span().start(), name));
        for (Mention group : grouped(text, single)) {
            byStart.put(group.span().start(), group);
        }
        Finding finding = everyone.in(text);
        while (defendants.size() > 1 && finding.find()) {
            Span span = new Span(finding.start(), finding.end());
            byStart.putIfAbsent(
                    span.start(), new Mention(span, counted(finding.has(1) ? finding.group(1) : "", span.start())));
        }
    }

    /** The groups that begin in a stretch, by place. */
    List<Mention> in(Span span) {
        return List.copyOf(byStart.subMap(span.start(), span.end()).values());
    }

    /** Everybody of whom a stretch speaks, whether as its subject or as one helped or joined. */
    List<Integer> named(Span span) {
        return Stream.concat(in(span).stream(), names.subMap(span.start(), span.end()).values().stream())
                .flatMap(mention -> mention.defendants().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Where a judgment has one defendant: the place at which it speaks of anybody, however the name is written there. */
    Optional<Mention> only(String text, Span part, Wording anybody) {
        Finding finding = anybody.in(text, part);
        return everybody.size() == 1 && finding.find()
                ? Optional.of(new Mention(new Span(finding.start(), finding.end()), everybody))
                : Optional.empty();
    }

    @Override
    public List<Integer> of(Stretch stretch, Span found) {
        if (everybody.size() <= 1) {
            return everybody;
        }
        Map.Entry<Integer, Mention> last = byStart.floorEntry(found.start());
        return last == null || last.getKey() < stretch.span().start()
                ? everybody
                : last.getValue().defendants();
    }

    /** 二被告人 of three are the two that were named together last. */
    private List<Integer> counted(String number, int before) {
        int count = number.isEmpty() ? 0 : NUMBERS.indexOf(number.replace('两', '二'));
        if (count <= 1 || count == everybody.size()) {
            return everybody;
        }
        return byStart.headMap(before, false).descendingMap().values().stream()
                .map(Mention::defendants)
                .filter(group -> group.size() == count)
                .findFirst()
                .orElse(everybody);
    }

    private static List<Mention> names(String text, List<Defendant> defendants) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        Map<Character, List<String>> byFirst = new HashMap<>();
        for (Defendant defendant : defendants) {
            if (defendant.name().isEmpty()) {
                continue;
            }
            List<Integer> same = numbers.computeIfAbsent(defendant.name(), name -> new ArrayList<>());
            same.add(defendant.number());
            if (same.size() == 1) {
                byFirst.computeIfAbsent(defendant.name().charAt(0), first -> new ArrayList<>())
                        .add(defendant.name());
            }
        }
        byFirst.values()
                .forEach(names -> names.sort(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())));
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            for (String name : byFirst.getOrDefault(text.charAt(i), List.of())) {
                int end = i + name.length();
                boolean other = end < text.length() && DISTINGUISHING.indexOf(text.charAt(end)) >= 0;
                if (!other && text.startsWith(name, i)) {
                    mentions.add(new Mention(new Span(i, end), List.copyOf(numbers.getOrDefault(name, List.of()))));
                    i = end - 1;
                    break;
                }
            }
        }
        return mentions;
    }

    private static List<Mention> grouped(String text, List<Mention> single) {
        List<Mention> groups = new ArrayList<>();
        for (Mention mention : single) {
            Mention last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            boolean joined = last != null
                    && last.span().end() < mention.span().start()
                    && mention.span().start() - last.span().end() < 2 * LOOK_BACK
                    && BETWEEN.matches(
                            text.substring(last.span().end(), mention.span().start()));
            if (joined && last != null) {
                List<Integer> both = new ArrayList<>(last.defendants());
                mention.defendants().stream().filter(one -> !both.contains(one)).forEach(both::add);
                groups.set(
                        groups.size() - 1,
                        new Mention(new Span(last.span().start(), mention.span().end()), List.copyOf(both)));
            } else if (last == null || !beside(text, last, mention)) {
                groups.add(mention);
            }
        }
        return groups;
    }

    /** Whether somebody is only named beside the one of whom the sentence speaks. */
    private static boolean beside(String text, Mention last, Mention mention) {
        int from = Math.max(0, mention.span().start() - LOOK_BACK);
        return BESIDE.in(text.substring(from, mention.span().start())).find()
                && Sentences.at(text, mention.span().start()).start()
                        <= last.span().start();
    }
}
