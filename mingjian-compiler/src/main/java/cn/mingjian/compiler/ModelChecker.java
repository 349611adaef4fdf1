package cn.mingjian.compiler;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.expression.FunctionCatalogue;
import cn.mingjian.compiler.expression.Scope.Surroundings;
import cn.mingjian.compiler.pattern.Patterns;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.rule.RuleChecker;
import cn.mingjian.compiler.step.Operators;
import cn.mingjian.compiler.step.Reaches;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.compiler.step.Usage;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Derivation;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a whole package against what was delivered. Steps and rules are checked when first named, so that their order
 * in the file does not matter; a circle is an error.
 */
final class ModelChecker {

    private final ModelPackage pack;
    private final Settings settings;
    private final Problems problems;
    private final Map<String, Relation> inputs = new LinkedHashMap<>();
    private final Map<String, InputView> views = new LinkedHashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Set<FieldRef>> used = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Set<String> inProgress = new HashSet<>();
    private final Set<String> deriving = new HashSet<>();
    private final Reaches reaches = new Reaches();
    private final FunctionCatalogue functions;
    private final Patterns patterns;
    private final InputChecker inputChecker;
    private final Map<String, Typed> parameters;
    private final ModelTables tables;
    private final Usage usage;

    ModelChecker(ModelPackage pack, Sources sources, Delivered delivered, Settings settings, Usage usage) {
        this.pack = pack;
        this.settings = settings;
        this.problems = pack.problems();
        this.functions = sources.functions();
        this.patterns = sources.patterns();
        this.usage = usage;
        this.tables = new ModelTables(pack, sources.tables());
        this.inputChecker = new InputChecker(sources.contracts(), delivered, reaches, problems);
        this.parameters = ParameterValues.of(pack, settings);
    }

    CheckedModel check() {
        Namespace root = new Namespace("", pack.steps());
        pack.inputs().values().forEach(input -> inputs(root, input));
        pack.inputs().values().forEach(input -> inputChecker.admit(input, pack.inputs(), views, context(root)));
        pack.rules().keySet().forEach(id -> rule(id, false));
        pack.signals().keySet().forEach(id -> rule(id, true));
        if (pack.rules().isEmpty() && pack.signals().isEmpty()) {
            problems.error(pack.place(), "rule.no-rules");
        }
        checkOthers(root);
        tables.refuseUnread();
        return new CheckedModel(pack, inputs, views, steps, rules, order, used, reaches, tables.used());
    }

    private void inputs(Namespace namespace, ModelPackage.Input input) {
        String name = namespace.prefix + input.name();
        Optional<Contract> named = inputChecker.contract(input.contract());
        if (named.isEmpty()) {
            inputs.put(name, Relation.unknown(name));
        }
        named.ifPresent(contract -> {
            boolean build =
                    !inputChecker.delivered(contract) && contract.derived().isPresent();
            if (build && !deriving.add(contract.id())) {
                problems.error(input.contract().place(), "contract.recursive", contract.id());
                inputs.put(name, Relation.unknown(name));
            } else if (build) {
                derive(name, input, contract);
                deriving.remove(contract.id());
            } else {
                inputs.put(name, inputChecker.relation(name, contract));
                views.put(name, InputView.all(name, contract));
            }
        });
    }

    /** A derived contract that nobody delivered is built from its own inputs by its own steps. */
    private void derive(String name, ModelPackage.Input written, Contract contract) {
        Derivation derivation = contract.derived().orElseThrow();
        Namespace inner = new Namespace(name + "/", stepsOf(derivation.steps()));
        derivation
                .inputs()
                .forEach((input, reference) ->
                        inputs(inner, new ModelPackage.Input(input, reference, Optional.empty(), Optional.empty())));
        Relation rows = context(inner).relation(derivation.rows());
        reaches.built(name, rows.name(), contract.datedBy().isPresent());
        Step step = inputChecker.derivedRows(name, rows, contract, written, context(inner));
        steps.put(name, step);
        order.add(name);
        inputs.put(name, step.relation());
    }

    private static Map<String, YamlMap> stepsOf(YamlMap written) {
        Map<String, YamlMap> texts = new LinkedHashMap<>();
        written.keys().forEach(name -> written.map(name).ifPresent(step -> texts.put(name, step)));
        return texts;
    }

    private StepContext context(Namespace namespace) {
        return new StepContext(
                namespace,
                reaches,
                new Surroundings(parameters, functions, inputs),
                tables,
                usage,
                settings.cased(),
                problems);
    }

    private Optional<Relation> rule(String id, boolean signal) {
        String name = RuleChecker.relationName(id, signal);
        if (rules.containsKey(name)) {
            return Optional.ofNullable(rules.get(name)).map(Rule::clues);
        }
        YamlMap text = (signal ? pack.signals() : pack.rules()).get(id);
        if (text == null) {
            return Optional.empty();
        }
        if (!begin(name, text)) {
            return Optional.of(Relation.unknown(name));
        }
        RuleChecker checker =
                new RuleChecker(id, text, signal, context(new Namespace("", pack.steps())), pack.exclusions());
        Rule rule = checker.check();
        rules.put(name, rule);
        used.put(name, checker.uses());
        order.add(name);
        inProgress.remove(name);
        return Optional.of(rule.clues());
    }

    private boolean begin(String name, YamlMap text) {
        if (!inProgress.add(name)) {
            problems.error(text.place(), "rule.cycle", name);
            return false;
        }
        return true;
    }

    /** Checks the steps that no rule needed, so that their mistakes are found in the same pass. */
    private void checkOthers(Namespace root) {
        pack.steps().keySet().forEach(root::find);
        Set<String> named = new TreeSet<>();
        rules.values().forEach(rule -> rule.exclusions().forEach(exclusion -> named.add(exclusion.id())));
        pack.exclusions().forEach((id, text) -> {
            if (!named.contains(id)) {
                text.allow(RuleChecker.exclusionKeys());
            }
        });
    }

    /** The names that a model's steps, or those of a derived contract, can read. */
    private final class Namespace implements StepContext.Relations {

        private final String prefix;
        private final Map<String, YamlMap> texts;

        Namespace(String prefix, Map<String, YamlMap> texts) {
            this.prefix = prefix;
            this.texts = texts;
        }

        @Override
        public Optional<Relation> find(YamlScalar written) {
            return written.text().indexOf('/') < 0 ? find(written.text()) : Optional.empty();
        }

        Optional<Relation> find(String name) {
            Relation input = inputs.get(prefix + name);
            if (input != null) {
                return Optional.of(input);
            }
            Step known = steps.get(prefix + name);
            if (known != null) {
                return Optional.of(known.relation());
            }
            if (prefix.isEmpty() && (name.startsWith("rule.") || name.startsWith("signal."))) {
                return rule(name.substring(name.indexOf('.') + 1), name.startsWith("signal."));
            }
            YamlMap text = texts.get(name);
            if (text == null) {
                return Optional.empty();
            }
            if (!begin(prefix + name, text)) {
                return Optional.of(Relation.unknown(prefix + name));
            }
            Optional<Step> step = patterns.namedBy(text).isPresent()
                    ? Optional.empty()
                    : Operators.check(prefix + name, text, context(this));
            step.ifPresent(checked -> {
                steps.put(prefix + name, checked);
                order.add(prefix + name);
            });
            inProgress.remove(prefix + name);
            return step.map(Step::relation).or(() -> Optional.of(Relation.unknown(prefix + name)));
        }

        @Override
        public Collection<String> names() {
            Set<String> names = new TreeSet<>(texts.keySet());
            inputs.keySet().stream()
                    .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0)
                    .forEach(name -> names.add(name.substring(prefix.length())));
            if (prefix.isEmpty()) {
                pack.rules().keySet().forEach(id -> names.add(RuleChecker.relationName(id, false)));
                pack.signals().keySet().forEach(id -> names.add(RuleChecker.relationName(id, true)));
            }
            return names;
        }
    }
}
