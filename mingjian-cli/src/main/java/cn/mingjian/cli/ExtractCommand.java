package cn.mingjian.cli;

import cn.mingjian.documents.DocumentType;
import cn.mingjian.documents.DocumentTypes;
import cn.mingjian.documents.ExtractRun;
import cn.mingjian.documents.clause.HousingContractExtractor;
import cn.mingjian.documents.correction.CorrectionReader;
import cn.mingjian.documents.correction.Corrections;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.score.Score;
import cn.mingjian.documents.source.DocumentSource;
import cn.mingjian.documents.source.DocumentSources;
import cn.mingjian.running.ClauseKinds;
import cn.mingjian.running.output.ScoreView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code extract TYPE FILE --out FILE.jsonl}: documents to elements, one line of JSON a document; with {@code --rows DIR}
 * to rows of contracts as well, with {@code --score GOLD} held against a gold file.
 */
@Command(name = "extract", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class ExtractCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(index = "0", paramLabel = "TYPE", descriptionKey = "extract.type")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String type;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "extract.file")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path file;

    @Option(names = "--text-field", paramLabel = "NAME", descriptionKey = "extract.text-field")
    private @Nullable String textField;

    @Option(names = "--id-field", paramLabel = "NAME", descriptionKey = "extract.id-field")
    private @Nullable String idField;

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "extract.out")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path out;

    @Option(names = "--rows", paramLabel = "DIR", descriptionKey = "extract.rows")
    private @Nullable Path rows;

    @Option(names = "--corrections", paramLabel = "FILE", descriptionKey = "extract.corrections")
    private @Nullable Path corrections;

    @Option(names = "--score", paramLabel = "GOLD", descriptionKey = "extract.score")
    private @Nullable Path gold;

    @Option(names = "--differences", paramLabel = "FILE", descriptionKey = "extract.differences")
    private @Nullable Path differences;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "limits.threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws InterruptedException {
        try {
            return extract();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int extract() throws IOException, InterruptedException {
        DocumentType kind = DocumentTypes.open(common.library().folder(), type);
        Extractor extractor = kind.extractor();
        if (rows != null && kind.rows().isEmpty()) {
            common.err().println(common.say("cli.extract-no-rows", type));
            return ExitCode.WRONG_USE;
        }
        Corrections known =
                corrections == null ? Corrections.NONE : CorrectionReader.read(corrections, extractor.template());
        Optional<Score> score = gold == null ? Optional.empty() : Optional.of(Score.against(gold));
        ExtractOutput output;
        try (DocumentSource source =
                        DocumentSources.open(file, Optional.ofNullable(textField), Optional.ofNullable(idField));
                ExtractOutput opened = ExtractOutput.open(kind, out, Optional.ofNullable(rows), score, common)) {
            output = opened;
            run(new ExtractRun(extractor, known, Math.max(1, threads)), source, opened);
            opened.finish();
        }
        output.tell(out);
        score.ifPresent(held -> new ScoreView(common.language()).lines(held).forEach(common.out()::println));
        if (score.isPresent() && differences != null) {
            ScoreView.differences(score.get(), differences);
        }
        return output.nothingRead() ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    /** Contracts get the kinds of their clauses on the way. */
    private void run(ExtractRun run, DocumentSource source, ExtractOutput output)
            throws IOException, InterruptedException {
        if (!type.equals(HousingContractExtractor.TYPE)) {
            run.run(source, output);
            return;
        }
        try (ClauseKinds kinds = new ClauseKinds(
                common.library(), Common.compiler(common.library()), Common.caseSession(common.library()))) {
            ClassifiedContracts contracts = new ClassifiedContracts(kinds, output);
            run.run(source, contracts);
            contracts.finish();
        }
    }
}
