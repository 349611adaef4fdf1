package cn.mingjian.documents.facts;

import cn.mingjian.documents.facts.Person.Role;
import cn.mingjian.documents.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One sentence of what is told about drugs.
 *
 * @param subject who acted in the sentences before
 */
record Account(String text, Span span, List<Person> persons, List<Drug> drugs, Optional<Person> subject) {

    String words() {
        return text.substring(span.start(), span.end());
    }

    /** The first who is named with the title of a suspect. */
    Optional<Person> lead() {
        return persons.stream().filter(Account::isLead).findFirst();
    }

    /** Who acts: the one with the title, else who acted before. */
    Optional<Person> actor() {
        return lead().or(this::subject);
    }

    static boolean isLead(Person person) {
        return person.titled() && person.role() == Role.SUSPECT;
    }

    /** The persons that stand wholly before a place. */
    List<Person> before(int place) {
        return persons.stream()
                .filter(person -> person.name().outer().end() <= place)
                .toList();
    }

    String words(Person person) {
        return person.name().words(text);
    }

    boolean same(Person one, Person other) {
        return words(one).equals(words(other));
    }

    /** The characters before a person, within the sentence. */
    String beforeWords(Person person, int window) {
        int start = person.name().outer().start();
        return text.substring(Math.max(span.start(), start - window), start);
    }

    /** The words behind a person up to the end of the sentence. */
    String afterWords(Person person) {
        return text.substring(person.name().outer().end(), span.end());
    }
}
