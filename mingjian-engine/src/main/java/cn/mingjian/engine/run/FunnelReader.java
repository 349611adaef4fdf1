package cn.mingjian.engine.run;

import cn.mingjian.compiler.Requirements;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.engine.PlanRunner.Decided;
import cn.mingjian.model.clue.Funnel.FileCount;
import cn.mingjian.model.clue.Funnel.InputCount;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.clue.Funnel.StepCount;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The counts of a run but those of the rules that ran: its inputs, its steps, the rules that could not run. */
record FunnelReader(Plan plan, DataViews data) {

    List<RuleCount> notRunnable() {
        return plan.model().rules().values().stream()
                .filter(rule -> plan.notRunnable().contains(rule.clues().name()))
                .map(this::notRunnable)
                .toList();
    }

    private RuleCount notRunnable(Rule rule) {
        Requirements data = Requirements.of(plan.model(), rule);
        return new RuleCount(
                rule.id(),
                rule.code(),
                rule.title(),
                rule.signal(),
                RuleCount.NOT_RUNNABLE,
                List.copyOf(data.needed()),
                List.copyOf(data.helpful()),
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                0,
                0);
    }

    List<InputCount> inputs() {
        return plan.model().views().values().stream().map(this::input).toList();
    }

    private InputCount input(InputView view) {
        String contract = view.contract().id();
        List<DatasetVersion> versions = data.versions(contract);
        Coverage coverage = DataViews.coverage(versions);
        return new InputCount(
                view.name(),
                contract,
                !versions.isEmpty(),
                data.rows(contract),
                new TreeMap<>(data.persons(contract)),
                coverage.knownUntil() != null,
                files(contract),
                day(coverage.from()),
                day(coverage.knownUntil()),
                DataViews.coverages(versions).stream()
                        .map(Coverage::statedBy)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private List<FileCount> files(String contract) {
        List<FileCount> files = new ArrayList<>();
        for (DataViews.Bound bound : data.parts(contract)) {
            Part part = bound.part();
            files.add(new FileCount(part.sourceFile(), part.sourceSheet(), part.rows()));
        }
        return files;
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    List<StepCount> steps(List<Decided> decided) {
        Map<String, StepCount> counts = new TreeMap<>();
        for (Decided step : decided) {
            if (plan.model().steps().containsKey(step.step())) {
                counts.put(
                        step.step(),
                        new StepCount(step.step(), step.in(), step.kept(), step.unknown(), step.pending()));
            }
        }
        return plan.model().order().stream()
                .filter(counts::containsKey)
                .map(name -> counts.getOrDefault(name, new StepCount(name, 0, 0, 0, 0)))
                .toList();
    }
}
