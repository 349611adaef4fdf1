package cn.mingjian.engine.preview;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.Planner;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.PlanRunner;
import cn.mingjian.engine.cases.CaseGroup;
import cn.mingjian.engine.cases.CaseTables;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.engine.cases.TestCase.Conditions;
import cn.mingjian.engine.cases.TestCase.Expected;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one step of a model makes of rows in hand. Contracts of which no rows are given count as not delivered, as in a run
 * without them; the rules of the model play no part.
 */
public final class StepPreview {

    private static final String SIGNAL = "preview";

    private final DuckSession session;
    private final Plan plan;
    private final Contract contract;
    private final String step;
    private final List<String> fields;
    private final CaseGroup empty;

    /**
     * @param session an empty engine with the functions registered; the caller closes it
     * @param contract of which rows will be given
     * @param fields of the step that are asked for
     * @throws cn.mingjian.model.problem.ProblemException when the package has errors
     */
    public StepPreview(
            Compiler compiler,
            Contracts contracts,
            DuckSession session,
            ModelPackage pack,
            Contract contract,
            String step,
            List<String> fields,
            String asOf) {
        this.session = session;
        this.contract = contract;
        this.step = step;
        this.fields = List.copyOf(fields);
        ModelPackage asked = onlyStep(pack, step, fields);
        this.empty = new CaseGroup(
                new Conditions(asOf, Map.of(), missing(pack, contracts, contract), Map.of(), Map.of()),
                Set.of(),
                List.of());
        CheckedModel model = compiler.check(asked, empty.delivered(asked, contracts), empty.settings());
        asked.problems().throwIfErrors();
        this.plan = Planner.plan(model, Keeping.TRACED, Columns.ALL, true);
    }

    private static List<String> missing(ModelPackage pack, Contracts contracts, Contract given) {
        Set<String> others = pack.inputs().values().stream()
                .flatMap(input -> contracts.find(input.contractId()).stream())
                .map(Contract::id)
                .collect(Collectors.toCollection(TreeSet::new));
        others.remove(given.id());
        return List.copyOf(others);
    }

    /** The package with one signal, which reads the step, in place of its rules. */
    private static ModelPackage onlyStep(ModelPackage pack, String step, List<String> fields) {
        Problems problems = new Problems();
        Place place = pack.place();
        Map<String, YamlMap> signals = new LinkedHashMap<>();
        YamlMap title =
                YamlMap.of(List.of(new YamlMap.Entry("zh", place, YamlScalar.at(step, place))), place, problems);
        YamlList key = new YamlList(
                fields.stream()
                        .<YamlNode>map(field -> YamlScalar.at(field, place))
                        .toList(),
                place);
        signals.put(
                SIGNAL,
                YamlMap.of(
                        List.of(
                                new YamlMap.Entry("title", place, title),
                                new YamlMap.Entry("from", place, YamlScalar.at(step, place)),
                                new YamlMap.Entry("key", place, key)),
                        place,
                        problems));
        return pack.with(pack.inputs(), pack.parameters(), pack.steps(), Map.of(), signals, Map.of(), problems);
    }

    /**
     * The values of the fields that are asked for, a list a row, in the order of their texts.
     *
     * @param given rows of the contract, column to text; an absent text is null
     * @throws cn.mingjian.model.problem.ProblemException when a value is none of its column
     */
    public List<List<Optional<String>>> rows(List<Map<String, Optional<String>>> given) {
        TestCase one = new TestCase(
                1,
                step,
                plan.model().pack().place(),
                empty.conditions(),
                Map.of(contract.id(), given),
                new Expected(List.of(), List.of(), List.of(), Map.of()));
        Problems problems = new Problems();
        try (DuckSession own = session.duplicate()) {
            new CaseTables(own, problems).fill(plan, new CaseGroup(empty.conditions(), Set.of(), List.of(one)));
            problems.throwIfErrors();
            PlanRunner.ofCases(own, plan, false).run(act -> {});
            String columns = fields.stream()
                    .map(field -> "CAST(" + Sql.name(field) + " AS VARCHAR) AS " + Sql.name(field))
                    .collect(Collectors.joining(", "));
            return own.query("SELECT " + columns + " FROM " + Sql.name(step) + " ORDER BY ALL").stream()
                    .map(this::row)
                    .toList();
        }
    }

    private List<Optional<String>> row(DuckRow row) {
        return fields.stream()
                .map(field -> Optional.ofNullable(row.text(field)))
                .toList();
    }
}
