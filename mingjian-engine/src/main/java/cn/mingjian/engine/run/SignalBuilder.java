package cn.mingjian.engine.run;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.engine.Canonical;
import cn.mingjian.engine.run.ClueBuilder.Frame;
import cn.mingjian.model.clue.SignalRow;
import cn.mingjian.model.clue.SourceRow;
import cn.mingjian.model.contract.Sensitivity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes signals of the rows of a signal's table. */
record SignalBuilder(Frame frame, Rule signal, Masking masking) {

    SignalRow build(DuckRow row, List<SourceRow> sources) {
        Map<String, String> key = new LinkedHashMap<>();
        signal.key().forEach(name -> {
            Template.Value value = shown(row, name);
            key.put(name, value.value() == null ? "" : Canonical.text(value.value(), value.type()));
        });
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        signal.facts().keySet().forEach(name -> {
            Template.Value fact = shown(row, name);
            facts.put(name, Canonical.json(fact.value(), fact.type()));
        });
        return new SignalRow(
                SignalRow.SCHEMA,
                SignalRow.KIND,
                frame.pack().id(),
                frame.pack().version(),
                signal.id(),
                signal.code(),
                Template.fill(signal.title(), name -> shown(row, name)),
                key,
                facts,
                sources,
                frame.asOf().toString(),
                frame.run());
    }

    private Template.Value shown(DuckRow row, String name) {
        Type type = signal.clues().typeOf(name);
        Sensitivity sensitivity = signal.clues()
                .field(name)
                .map(field -> field.value().sensitivity())
                .orElse(Sensitivity.SENSITIVE);
        return new Template.Value(masking.shown(row.value(name), type, sensitivity), type);
    }
}
