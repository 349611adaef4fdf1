package cn.mingjian.documents.facts;

import cn.mingjian.documents.facts.Dealing.Kind;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes through the sentences of a text and says who sold drugs to whom, who deals in or holds which drug, and who lets
 * whom use drugs at his place. Each pair is told once, where it stands first.
 */
final class Dealings {

    private static final String ENDS = "。；\n";
    /** A sentence without marks is cut here, so that a hostile text costs no more. */
    private static final int LONGEST = 2000;

    private static final int ALSO = 3;
    /** No text about drugs is without it, or names none. */
    private static final char DRUG = '毒';

    private final Template template;
    private final Sales sales;
    private final Shelters shelters;

    Dealings(Template template) {
        this.template = template;
        sales = new Sales(template);
        shelters = new Shelters(template, sales);
    }

    /** The dealings of a text. */
    List<Dealing> find(String text, List<Person> persons, List<Drug> drugs) {
        boolean told = !drugs.isEmpty() || text.indexOf(DRUG) >= 0;
        return told ? new Reading(text, persons, drugs).dealings() : List.of();
    }

    /** One text. */
    private final class Reading {
        private final String text;
        private final List<Person> persons;
        private final List<Drug> drugs;
        private final boolean dealer;
        private final boolean shelterTold;
        private final boolean shelterCharged;
        private final Map<List<String>, Dealing> found = new LinkedHashMap<>();
        private Optional<Person> subject = Optional.empty();
        private boolean holdingTold;
        private int nextPerson;
        private int nextDrug;

        Reading(String text, List<Person> persons, List<Drug> drugs) {
            this.text = text;
            this.persons = persons;
            this.drugs = drugs;
            String withoutOthers = template.pattern("no-dealer").removedFrom(text);
            dealer = found("dealer", withoutOthers);
            shelterTold = found("shelter-told", text);
            shelterCharged = found("shelter", text);
        }

        List<Dealing> dealings() {
            int start = 0;
            while (start < text.length()) {
                int end = start;
                while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0 && end - start < LONGEST) {
                    end++;
                }
                end = Math.min(text.length(), end + 1);
                read(account(new Span(start, end)));
                start = end;
            }
            return List.copyOf(found.values());
        }

        /** A sentence that is too long is cut; a name that the cut goes through is left out. */
        private Account account(Span span) {
            List<Person> here = new ArrayList<>();
            while (nextPerson < persons.size()
                    && persons.get(nextPerson).name().outer().start() < span.end()) {
                Person person = persons.get(nextPerson++);
                Span name = person.name().outer();
                if (name.start() >= span.start() && name.end() <= span.end()) {
                    here.add(person);
                }
            }
            List<Drug> drugsHere = new ArrayList<>();
            while (nextDrug < drugs.size() && drugs.get(nextDrug).span().start() < span.end()) {
                drugsHere.add(drugs.get(nextDrug++));
            }
            return new Account(text, span, here, drugsHere, subject);
        }

        private void read(Account account) {
            shelters.of(account, shelterTold && !dealer).forEach(this::add);
            List<Dealing> sold = sales.of(account);
            sold.forEach(this::add);
            String words = account.words();
            boolean traded = found("trade", words) && !found("buying", words.replace("买卖", ""));
            if (traded || !sold.isEmpty()) {
                trade(account, sold);
            } else if (!shelterCharged && found("held-drugs", words)) {
                hold(account);
            }
            subject = account.lead().or(() -> subject).or(() -> account.persons().stream()
                    .findFirst());
        }

        private void trade(Account account, List<Dealing> sold) {
            Set<String> sellers = sold.stream().map(Dealing::who).collect(Collectors.toSet());
            List<Person> dealers = account.persons().stream()
                    .filter(person -> sellers.contains(account.words(person)))
                    .toList();
            List<Person> who = dealers.isEmpty() ? account.actor().stream().toList() : dealers;
            who.forEach(person ->
                    account.drugs().forEach(drug -> add(Dealing.with(Kind.DEALS_IN, text, person.name(), drug))));
        }

        private void hold(Account account) {
            Optional<Person> holder =
                    account.actor().or(() -> account.persons().stream().findFirst());
            Finding tested = template.pattern("tested").in(account.words());
            int cut = tested.find()
                    ? account.span().start() + tested.start()
                    : account.span().end();
            List<Drug> named = account.drugs().stream()
                    .filter(drug -> drug.span().start() < cut)
                    .filter(drug -> !Near.before(
                            template.pattern("also-called"), text, drug.span().start(), ALSO))
                    .toList();
            List<Drug> held = named.isEmpty() && !holdingTold
                    ? account.drugs().stream().limit(1).toList()
                    : named;
            Kind kind = dealer ? Kind.DEALS_IN : Kind.POSSESSES;
            holder.ifPresent(person -> held.forEach(drug -> add(Dealing.with(kind, text, person.name(), drug))));
            holdingTold |= holder.isPresent() && !held.isEmpty();
        }

        private void add(Dealing dealing) {
            found.putIfAbsent(List.of(dealing.kind().element(), dealing.who(), dealing.whom()), dealing);
        }

        private boolean found(String pattern, String words) {
            return template.pattern(pattern).in(words).find();
        }
    }
}
