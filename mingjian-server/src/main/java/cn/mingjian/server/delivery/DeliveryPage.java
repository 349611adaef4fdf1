package cn.mingjian.server.delivery;

import cn.mingjian.model.Words;
import cn.mingjian.server.problem.Failure;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery and what was recognised in it.
 *
 * @param unused files and sheets that no model reads, each with why
 * @param documents how far its documents are read; null for registers
 * @param models what can run on it, most rules first
 * @param latestDay the day that is proposed for a run, where one follows from the data
 */
record DeliveryPage(
        @JsonUnwrapped DeliveryRow row,
        List<FileShown> fileList,
        @Nullable Form form,
        List<TableShown> tables,
        List<UnusedFile> unused,
        List<Failure.Told> problems,
        Brought.@Nullable Documents documents,
        List<ModelReady> models,
        @Nullable LocalDate latestDay) {

    /** A file as it was given. */
    record FileShown(String name, long bytes) {}

    /** @param model the model that the form was made for, where it was made here */
    record Form(String number, @Nullable String model) {}

    /**
     * A recognised table.
     *
     * @param headerRow the row of its headings, null where its format has none
     * @param matched how many of its headings are columns of the register
     * @param columns how many headings it has
     */
    record TableShown(
            String contract,
            Words title,
            String file,
            @Nullable String sheet,
            @Nullable Long headerRow,
            int matched,
            int columns) {}

    /** A file or sheet that no model reads. */
    record UnusedFile(String file, Words reason) {}

    /** @param lacks what the rules that cannot run lack */
    record ModelReady(String id, Words title, int rulesRunnable, int rules, List<Words> lacks) {}
}
