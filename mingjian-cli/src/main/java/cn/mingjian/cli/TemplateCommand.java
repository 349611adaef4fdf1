package cn.mingjian.cli;

import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.intake.form.FormTable;
import cn.mingjian.intake.form.FormWriter;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.running.FormRegister;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code template MODEL --out FILE.xlsx}: the Excel form that asks for what a model uses and no more. Derived tables are
 * not asked for; the registers beneath them are.
 */
@Command(name = "template", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class TemplateCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "MODEL[@VERSION]", descriptionKey = "run.model")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String model;

    @Option(names = "--out", required = true, paramLabel = "FILE.xlsx", descriptionKey = "template.out")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path out;

    @Override
    public Integer call() throws IOException {
        Library library = common.library();
        ModelPackage pack = Packages.read(common, library, model);
        CheckedModel checked = Common.compiler(library).check(pack, registers(library), Settings.FOR_CHECK);
        pack.problems().throwIfErrors();
        List<FormTable> tables = new ArrayList<>();
        Map<String, String> versions = new TreeMap<>();
        new Lineage(checked)
                .columnsByContract()
                .forEach((id, columns) -> library.contracts().find(id).ifPresent(contract -> {
                    tables.add(new FormTable(contract, List.copyOf(columns)));
                    versions.put(id, contract.version());
                }));
        String number = new FormRegister(Common.forms()).enter(pack, versions);
        FormWriter.write(out, tables, number, common.language());
        common.out().println(common.say("cli.template-written", out, tables.size(), number));
        return ExitCode.DONE;
    }

    private static Delivered registers(Library library) {
        Map<String, Delivered.Dataset> datasets = new HashMap<>();
        for (String id : library.contracts().ids()) {
            library.contracts()
                    .find(id)
                    .filter(contract -> contract.derived().isEmpty())
                    .ifPresent(contract -> datasets.put(id, whole(contract)));
        }
        return new Delivered(datasets, false);
    }

    private static Delivered.Dataset whole(Contract contract) {
        return new Delivered.Dataset(contract.columns().keySet(), Coverage.NOT_STATED);
    }
}
