package cn.mingjian.documents.facts;

import cn.mingjian.documents.facts.Dealing.Kind;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says who let whom use drugs at his place in a sentence. */
final class Shelters {

    private static final int BEFORE = 8;

    private final Template template;
    private final Sales sales;

    Shelters(Template template, Sales sales) {
        this.template = template;
        this.sales = sales;
    }

    /**
     * The shelters of a sentence.
     *
     * @param possible whether an invitation to use drugs may be one: the document tells of a home, and not of sales
     */
    List<Dealing> of(Account account, boolean possible) {
        List<Span> mentions = new ArrayList<>();
        Finding finding = template.pattern("shelter").in(account.words());
        while (finding.find()) {
            mentions.add(new Span(
                    account.span().start() + finding.start(), account.span().start() + finding.end()));
        }
        List<Dealing> shelters = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            int end = i + 1 < mentions.size()
                    ? mentions.get(i + 1).start()
                    : account.span().end();
            shelters.addAll(at(account, mentions.get(i).start(), end, i == 0));
        }
        return mentions.isEmpty() && possible ? invited(account) : shelters;
    }

    private List<Dealing> at(Account account, int place, int end, boolean first) {
        List<Person> before = account.before(place);
        Optional<Person> host = last(before.stream().filter(Account::isLead).toList())
                .or(() -> first ? last(before) : Optional.empty())
                .or(account::subject)
                .or(() -> before.stream().findFirst());
        return host.map(one -> account.persons().stream()
                        .filter(guest -> guest.name().outer().start() > place
                                && guest.name().outer().start() < end)
                        .filter(guest -> !account.same(guest, one) && !Account.isLead(guest))
                        .map(guest -> Dealing.between(Kind.SHELTERS, account.text(), one.name(), guest.name()))
                        .toList())
                .orElse(List.of());
    }

    private List<Dealing> invited(Account account) {
        Optional<Person> host = account.lead();
        List<Dealing> shelters = new ArrayList<>();
        if (host.isEmpty() || !found("uses", account.words())) {
            return shelters;
        }
        for (Person guest : account.persons()) {
            boolean invited =
                    guest.name().outer().start() > host.get().name().outer().start()
                            && !account.same(guest, host.get())
                            && found("invited", account.beforeWords(guest, BEFORE))
                            && found("uses", account.afterWords(guest));
            if (invited) {
                sales.row(account, guest).stream()
                        .map(one -> Dealing.between(
                                Kind.SHELTERS, account.text(), host.get().name(), one.name()))
                        .forEach(shelters::add);
            }
        }
        return shelters;
    }

    private boolean found(String pattern, String words) {
        return template.pattern(pattern).in(words).find();
    }

    private static Optional<Person> last(List<Person> persons) {
        return persons.isEmpty() ? Optional.empty() : Optional.of(persons.get(persons.size() - 1));
    }
}
