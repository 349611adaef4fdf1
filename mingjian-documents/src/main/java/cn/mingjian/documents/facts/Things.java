package cn.mingjian.documents.facts;

import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds goods by their kind (手机, 电动车): to the right with their number (一部), to the left up to a word that ends
 * them, with the owner's name where it stands directly before ({@code 王某某的手机}). Their borders are loose.
 */
final class Things {

    private static final int LEFT = 40;
    private static final int RIGHT = 24;
    private static final int BEFORE = 4;
    private static final int OWNER_BEFORE = 6;

    private final Template template;
    private final Lexicon<Boolean> kinds = new Lexicon<>();

    Things(Template template) {
        this.template = template;
        kinds.add(template.pattern("goods"), true);
    }

    /** The goods of a text. */
    List<Span> find(String text, List<Name> names, List<Sum> sums) {
        return new Reading(text, names, sums).goods();
    }

    /** One text. */
    private final class Reading {
        private final String text;
        private final Map<Integer, Integer> nameStarts = new HashMap<>();
        private final BitSet nameEnds = new BitSet();
        private final BitSet money = new BitSet();

        Reading(String text, List<Name> names, List<Sum> sums) {
            this.text = text;
            for (Name name : names) {
                nameEnds.set(name.outer().end());
                nameStarts.put(name.outer().end(), name.outer().start());
            }
            sums.forEach(sum -> money.set(sum.span().start(), sum.span().end()));
        }

        List<Span> goods() {
            List<Span> goods = new ArrayList<>();
            int at = 0;
            while (at < text.length()) {
                int end = kindEnd(at);
                if (end > at) {
                    Thing thing = new Thing(at, end);
                    if (thing.isGoods()) {
                        goods.add(thing.span());
                    }
                    at = thing.end;
                } else {
                    at++;
                }
            }
            addCounted(goods);
            return goods;
        }

        /** Things of whatever kind in a row of what was taken, with their number: {@code 示例牌口哨三个}. */
        private void addCounted(List<Span> goods) {
            BitSet taken = (BitSet) money.clone();
            goods.forEach(span -> taken.set(span.start(), span.end()));
            Finding counted = template.pattern("goods-counted").in(text);
            int at = 0;
            while (at < text.length() && counted.find(at)) {
                Span span = new Span(counted.start(1), counted.end(1));
                boolean free = taken.get(span.start(), span.end()).isEmpty()
                        && !Near.within(template.pattern("no-goods"), text, span.start(), span.end());
                if (free) {
                    goods.add(span);
                }
                at = Math.max(at + 1, span.end());
            }
        }

        /** Where kinds of goods end that begin at a place, one directly behind the other. */
        private int kindEnd(int start) {
            int end = start;
            while (end < text.length() && kinds.at(text, end).isPresent()) {
                end += kinds.at(text, end).get().word().length();
            }
            return end;
        }

        /** One mention of goods. */
        private final class Thing {
            private final int kindStart;
            private final int kindEnd;
            private final int end;
            private final boolean counted;
            /** Behind the owner and the price. */
            private final int descriptionStart;

            private final boolean owned;
            private final int start;

            Thing(int kindStart, int kindEnd) {
                this.kindStart = kindStart;
                this.kindEnd = kindEnd;
                Optional<Span> count = Near.match(template.pattern("goods-count"), text, kindEnd, RIGHT);
                counted = count.isPresent();
                end = count.map(Span::end).orElse(kindEnd);
                int edge = edge();
                owned = nameEnds.get(edge);
                descriptionStart = behindPrice(Characters.oneOf("的", text, edge) ? edge + 1 : edge);
                start = withOwner(edge);
            }

            Span span() {
                return new Span(start, end);
            }

            /** The last word or name before the kind that no longer belongs to the thing. */
            private int edge() {
                int from = Math.max(0, kindStart - LEFT);
                int edge = from;
                Finding edges = template.pattern("goods-edge").in(text.substring(from, kindStart));
                while (edges.find()) {
                    edge = from + edges.end();
                }
                int name = nameEnds.previousSetBit(kindStart);
                return Math.max(edge, name >= 0 ? name : 0);
            }

            private int behindPrice(int from) {
                return Near.match(template.pattern("goods-priced"), text, from, Math.max(0, kindStart - from))
                        .map(Span::end)
                        .orElse(from);
            }

            private int withOwner(int edge) {
                Finding priced =
                        template.pattern("goods-priced-before").in(text.substring(Math.max(0, edge - RIGHT), edge));
                if (priced.find()) {
                    return edge - (priced.end() - priced.start());
                }
                Integer owner = nameStarts.get(edge);
                if (owner != null && Near.before(template.pattern("goods-owner"), text, owner, OWNER_BEFORE)) {
                    return owner;
                }
                Finding stolen = template.pattern("goods-stolen")
                        .in(text.substring(Math.max(0, descriptionStart - BEFORE), descriptionStart));
                return stolen.find() ? descriptionStart - (stolen.end() - stolen.start()) : descriptionStart;
            }

            boolean isGoods() {
                String words = text.substring(start, end);
                String description = text.substring(descriptionStart, kindStart);
                String kind = text.substring(kindStart, kindEnd);
                boolean measured = counted
                        || matches("goods-measured", description)
                        || matches("goods-stolen", text.substring(start, Math.min(end, start + 2)));
                boolean single = kind.length() == 1 && !measured && !matches("goods-kind", description);
                boolean any = matches("goods-any", kind)
                        && description.isEmpty()
                        && !Near.within(template.pattern("goods-told"), text, Math.max(0, start - 2), start + 2);
                int paid = money.nextSetBit(start);
                return words.length() > 1
                        && (measured || owned || start == 0 || expected())
                        && !single
                        && !any
                        && !matches("no-goods", words)
                        && (paid < 0 || paid >= end)
                        && !Near.before(template.pattern("used-before"), text, start, 2)
                        && !Near.after(template.pattern("part-after"), text, end, BEFORE);
            }

            private boolean expected() {
                return Near.before(template.pattern("goods-before"), text, start, BEFORE)
                        || Near.before(template.pattern("goods-row-edge"), text, start, 1)
                                && Near.after(template.pattern("goods-valued-after"), text, end, 2);
            }

            private boolean matches(String name, String words) {
                return template.pattern(name).in(words).find();
            }
        }
    }
}
