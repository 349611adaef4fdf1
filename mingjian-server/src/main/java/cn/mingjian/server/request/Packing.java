package cn.mingjian.server.request;

import cn.mingjian.intake.form.ColumnList;
import cn.mingjian.intake.form.FormExample;
import cn.mingjian.intake.form.FormTable;
import cn.mingjian.intake.form.FormWriter;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.request.LegalBases.LegalBasis;
import cn.mingjian.server.request.RequestPage.Named;
import cn.mingjian.server.request.pack.LetterPaper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes the pack of a request: letter, list of columns, filled example, form. It is made of the letter and the tables alone,
 * in Chinese as letters between bodies are: the models of a request never come here, because whoever gets the pack is often
 * who is supervised.
 */
@Component
class Packing {

    private final Needs needs;
    private final LegalBases bases;
    private final Senders senders;
    private final RequestViews views;
    private final Acts acts;

    Packing(Needs needs, LegalBases bases, Senders senders, RequestViews views, Acts acts) {
        this.needs = needs;
        this.bases = bases;
        this.senders = senders;
        this.views = views;
        this.acts = acts;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The files of the pack by name, in order. */
    Map<String, byte[]> pack(Actor actor, DataRequest request) {
        Letter letter = request.letter();
        List<FormTable> tables = request.tables().stream()
                .map(asked -> asked.table(needs.contract(asked.contract())))
                .toList();
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (letter.way().letter()) {
            LetterPaper paper = new LetterPaper(
                    senders.of(actor).office(),
                    letter.way().word(),
                    letter.provider(),
                    letter.number(),
                    letter.bases().stream()
                            .flatMap(citation -> bases.find(citation).stream())
                            .map(LegalBasis::cited)
                            .toList(),
                    letter.purpose(),
                    tables,
                    new LetterPaper.Period(letter.periodFrom(), letter.periodUntil()),
                    letter.regions().stream()
                            .map(views::region)
                            .map(Named::name)
                            .map(name -> name.in(Language.ZH))
                            .toList(),
                    letter.handingOver(),
                    letter.contact(),
                    letter.due(),
                    views.today());
            add(files, "letter-" + letter.way().word(), ".docx", paper::write);
        }
        add(files, "list", ".xlsx", out -> ColumnList.write(out, tables, Language.ZH));
        add(files, "example", ".xlsx", out -> FormExample.write(out, tables, Language.ZH));
        add(files, "form", ".xlsx", out -> FormWriter.write(out, tables, request.formNumber(), Language.ZH));
        acts.write(actor, Act.of("request.pack", "request", request.id()).taking("zip", 0), () -> {});
        return files;
    }

    private static void add(Map<String, byte[]> files, String name, String ending, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String said = Messages.text(Language.ZH, "letter.file-" + name);
        files.put((files.size() + 1) + " " + said + ending, bytes.toByteArray());
    }
}
