package cn.mingjian.running;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.intake.form.FormTable;
import cn.mingjian.intake.form.FormWriter;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the Excel form that asks for what a model uses and no more. Derived tables are not asked for; the registers beneath
 * them are.
 */
public final class FormMaker {

    private final Library library;
    private final Compiler compiler;
    private final FormRegister register;

    /** @param register takes the number of each form */
    public FormMaker(Library library, Compiler compiler, FormRegister register) {
        this.library = library;
        this.compiler = compiler;
        this.register = register;
    }

    /** A form that was written: how many tables it asks for, and its number. */
    public record Made(int tables, String number) {}

    /** @throws cn.mingjian.model.problem.ProblemException when the package has errors */
    public Made write(ModelPackage pack, Path file, Language language) throws IOException {
        CheckedModel checked = compiler.check(pack, Delivered.RAW, Settings.FOR_CHECK);
        pack.problems().throwIfErrors();
        List<FormTable> tables = new ArrayList<>();
        Map<String, String> versions = new TreeMap<>();
        new Lineage(checked)
                .columnsByContract()
                .forEach((id, columns) -> library.contracts().find(id).ifPresent(contract -> {
                    tables.add(new FormTable(contract, List.copyOf(columns)));
                    versions.put(id, contract.version());
                }));
        String number = register.enter(pack, versions);
        FormWriter.write(file, tables, number, language);
        return new Made(tables.size(), number);
    }
}
