package cn.mingjian.server.document;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.documents.clause.HousingContractExtractor;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.Planning;
import cn.mingjian.model.Words;
import cn.mingjian.model.library.Library;
import cn.mingjian.running.ClauseKinds;
import cn.mingjian.server.delivery.Brought;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of the clauses of a contract that is looked at which kinds of unfair term they are. One engine, one at a time. */
@Component
class ContractKinds implements AutoCloseable {

    private static final long MEMORY = 256L << 20;

    private final Library library;
    private final Compiler compiler;
    private @Nullable ClauseKinds kinds;

    ContractKinds(Library library, Compiler compiler) {
        this.library = library;
        this.compiler = compiler;
    }

    /** The same document; where it is a contract, the value of each clause has its kinds. */
    Extraction of(Brought brought, Extraction extraction) {
        return brought.kind().word().equals(HousingContractExtractor.TYPE) ? classified(extraction) : extraction;
    }

    private synchronized Extraction classified(Extraction extraction) {
        return opened().of(List.of(extraction)).get(0);
    }

    /** What a kind is called. */
    synchronized Words title(String kind) {
        return opened().title(kind);
    }

    private ClauseKinds opened() {
        if (kinds == null) {
            Path nothing = Path.of(System.getProperty("java.io.tmpdir")); // it spills nothing
            DuckLimits limits = new DuckLimits(MEMORY, 1, nothing, 0);
            kinds = new ClauseKinds(
                    library,
                    compiler,
                    DuckSession.open(limits, DuckFiles.none(), library.functions(), Planning.AS_WRITTEN));
        }
        return kinds;
    }

    @Override
    public synchronized void close() {
        if (kinds != null) {
            kinds.close();
        }
    }
}
