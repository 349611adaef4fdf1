package cn.mingjian.compiler.review;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A child, a victim or a patient is never the subject of a clue (package.md, "Fewest people, fewest columns"), under
 * whatever name the column was passed on; nor do they stand in a title.
 */
final class ProtectedPersons {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final CheckedModel model;
    private final UnaryOperator<Set<FieldRef>> direct;

    private ProtectedPersons(CheckedModel model, UnaryOperator<Set<FieldRef>> direct) {
        this.model = model;
        this.direct = direct;
    }

    static void review(CheckedModel model, UnaryOperator<Set<FieldRef>> direct) {
        ProtectedPersons review = new ProtectedPersons(model, direct);
        model.rules().values().stream().filter(rule -> !rule.signal()).forEach(review::rule);
    }

    private void rule(Rule rule) {
        YamlMap text = model.pack().rules().get(rule.id());
        if (text == null) {
            return;
        }
        Set<FieldRef> persons = new HashSet<>();
        rule.subject().persons().values().forEach(person -> persons.addAll(origins(person)));
        YamlMap subject = text.node("subject").orElse(text) instanceof YamlMap map ? map : text;
        rule.subject().id().ifPresent(id -> refuse(subject.scalar("id"), id, persons));
        rule.subject().name().ifPresent(name -> refuse(subject.scalar("name"), name, persons));
        List<YamlMap> templates = new ArrayList<>();
        text.map("title").ifPresent(templates::add);
        text.map("amount").flatMap(amount -> amount.map("formula")).ifPresent(templates::add);
        templates.forEach(template -> template.scalarMap().values().forEach(words -> inWords(words, rule, persons)));
    }

    private Set<FieldRef> origins(Typed value) {
        return direct.apply(value.uses());
    }

    private void refuse(Optional<YamlScalar> written, Typed value, Set<FieldRef> persons) {
        boolean isProtected = value.sensitivity() == Sensitivity.SENSITIVE
                || origins(value).stream().anyMatch(persons::contains);
        written.filter(text -> isProtected)
                .ifPresent(text -> model.pack().problems().error(text.place(), "rule.protected-subject", text.text()));
    }

    private void inWords(YamlScalar words, Rule rule, Set<FieldRef> persons) {
        Matcher matcher = PLACEHOLDER.matcher(words.text());
        while (matcher.find()) {
            Optional<Typed> shown = shown(rule, matcher.group(1));
            if (shown.filter(value -> names(value, persons)).isPresent()) {
                model.pack().problems().error(words.placeOf(matcher.start()), "rule.protected-title", matcher.group(1));
            }
        }
    }

    private Optional<Typed> shown(Rule rule, String name) {
        return Optional.ofNullable(rule.facts().get(name))
                .or(() -> Optional.ofNullable(rule.running().get(name)))
                .or(() -> rule.clues().field(name).map(field -> field.value()));
    }

    /** Whether a value tells who a protected person is: the number, or a sensitive text that was not coarsened. */
    private boolean names(Typed value, Set<FieldRef> persons) {
        boolean identity = origins(value).stream().anyMatch(persons::contains);
        return identity && value.type().meaning().isPresent();
    }
}
