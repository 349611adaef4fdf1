package cn.mingjian.cli;

import cn.mingjian.documents.ExtractRun;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.source.Delivered;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.running.ClauseKinds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Hands contracts on with the kinds of their clauses, some at a time, in their order. */
final class ClassifiedContracts implements ExtractRun.Receiver {

    /** Asking costs by the time, hardly by the clause. */
    private static final int ELEMENTS_AT_A_TIME = 10_000;

    private final ClauseKinds kinds;
    private final ExtractRun.Receiver next;
    private final List<Extraction> waiting = new ArrayList<>();
    private int elements;

    ClassifiedContracts(ClauseKinds kinds, ExtractRun.Receiver next) {
        this.kinds = kinds;
        this.next = next;
    }

    @Override
    public void extracted(Extraction extraction) throws IOException {
        waiting.add(extraction);
        elements += extraction.elements().size();
        if (elements >= ELEMENTS_AT_A_TIME) {
            finish();
        }
    }

    @Override
    public void noted(Delivered document, Problem note) {
        next.noted(document, note);
    }

    @Override
    public void unreadable(Delivered document, Problem problem) throws IOException {
        next.unreadable(document, problem);
    }

    @Override
    public void at(long bytes, long of) {
        next.at(bytes, of);
    }

    /** Hands on those that wait. */
    void finish() throws IOException {
        for (Extraction extraction : kinds.of(waiting)) {
            next.extracted(extraction);
        }
        waiting.clear();
        elements = 0;
    }
}
