package cn.mingjian.documents.facts;

import cn.mingjian.documents.facts.Dealing.Kind;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.wording.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says who sold drugs to whom in a sentence. */
final class Sales {

    private static final int BEFORE = 16;

    private final Template template;

    Sales(Template template) {
        this.template = template;
    }

    /** The sales of a sentence. */
    List<Dealing> of(Account account) {
        List<Dealing> sales = new ArrayList<>();
        if (!found("sale", account.words())) {
            return sales;
        }
        for (Person person : account.persons()) {
            if (!paysOrCalls(account, person)) {
                sales.addAll(isBuyer(account, person) ? soldTo(account, person) : boughtFrom(account, person));
            }
        }
        if (sales.isEmpty()) {
            fromIt(account).ifPresent(sales::add);
        }
        if (sales.isEmpty()) {
            deal(account).ifPresent(sales::add);
        }
        return sales;
    }

    private boolean paysOrCalls(Account account, Person person) {
        String before = account.beforeWords(person, BEFORE);
        String after = account.afterWords(person);
        boolean money = found("given-before", before) && (found("money-after", after) || found("money-before", before));
        return money || found("calls-after", after);
    }

    private boolean isBuyer(Account account, Person person) {
        String before = account.beforeWords(person, BEFORE);
        boolean asks = found("asked-before", before) && found("buys-soon", account.afterWords(person));
        return found("to-before", before) && found("handing", account.words()) && !asks;
    }

    private List<Dealing> soldTo(Account account, Person buyer) {
        List<Person> buyers = row(account, buyer);
        List<Person> before = account.before(buyer.name().outer().start()).stream()
                .filter(person -> buyers.stream().noneMatch(one -> account.same(one, person)))
                .toList();
        Optional<Person> seller = last(before.stream().filter(Account::isLead).toList())
                .or(() -> last(before))
                .or(() -> account.subject()
                        .filter(person -> buyers.stream().noneMatch(one -> account.same(one, person))));
        return seller.map(one -> buyers.stream()
                        .map(whom -> Dealing.between(Kind.SELLS_TO, account.text(), one.name(), whom.name()))
                        .toList())
                .orElse(List.of());
    }

    private List<Dealing> boughtFrom(Account account, Person seller) {
        String before = account.beforeWords(seller, BEFORE);
        String after = account.afterWords(seller);
        boolean place = !found("near-before", before) || found("at-place-of", after);
        if (!found("from-before", before) || !found("buys-after", after) || !place) {
            return List.of();
        }
        List<Person> others = account.before(seller.name().outer().start()).stream()
                .filter(person -> !account.same(person, seller))
                .toList();
        return last(others)
                .map(buyer -> rowBefore(account, buyer).stream()
                        .map(whom -> Dealing.between(Kind.SELLS_TO, account.text(), seller.name(), whom.name()))
                        .toList())
                .orElse(List.of());
    }

    /** 向其购买: from the last person named before, by the first. */
    private Optional<Dealing> fromIt(Account account) {
        Finding finding = template.pattern("from-it").in(account.words());
        if (!finding.find()) {
            return Optional.empty();
        }
        List<Person> before = account.before(account.span().start() + finding.start());
        if (before.size() < 2 || account.same(before.get(0), before.get(before.size() - 1))) {
            return Optional.empty();
        }
        return Optional.of(Dealing.between(
                Kind.SELLS_TO,
                account.text(),
                before.get(before.size() - 1).name(),
                before.get(0).name()));
    }

    /** A deal between a suspect and somebody who uses drugs. */
    private Optional<Dealing> deal(Account account) {
        if (!found("deal", account.words()) || account.lead().isEmpty()) {
            return Optional.empty();
        }
        Person seller = account.lead().get();
        return account.persons().stream()
                .filter(person -> !account.same(person, seller))
                .filter(person -> found("taker-title", account.beforeWords(person, BEFORE))
                        || found("deals-after", account.afterWords(person)))
                .findFirst()
                .map(buyer -> Dealing.between(Kind.SELLS_TO, account.text(), seller.name(), buyer.name()));
    }

    /** The row of persons that begins with one. */
    List<Person> row(Account account, Person first) {
        List<Person> row = new ArrayList<>(List.of(first));
        int next = account.persons().indexOf(first) + 1;
        while (next < account.persons().size() && joined(account, next)) {
            row.add(account.persons().get(next++));
        }
        return row;
    }

    private List<Person> rowBefore(Account account, Person last) {
        List<Person> row = new ArrayList<>(List.of(last));
        int at = account.persons().indexOf(last);
        while (at > 0 && joined(account, at)) {
            row.add(account.persons().get(--at));
        }
        return row;
    }

    private boolean joined(Account account, int next) {
        int from = account.persons().get(next - 1).name().outer().end();
        int to = account.persons().get(next).name().outer().start();
        return found("row", account.text().substring(from, to));
    }

    private boolean found(String pattern, String words) {
        return template.pattern(pattern).in(words).find();
    }

    private static Optional<Person> last(List<Person> persons) {
        return persons.isEmpty() ? Optional.empty() : Optional.of(persons.get(persons.size() - 1));
    }
}
